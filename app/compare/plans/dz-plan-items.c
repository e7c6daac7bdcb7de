/* dz-plan-items.c - what a plan promised, and the sentence of next year's report that keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plan-items.h"

#include "dz-char.h"
#include "dz-fold.h"

#include <string.h>

typedef struct
{
  DzReport *last;
  DzReport *current;
  GArray *items; /* DzPlanItem */
} Pair;

struct _DzPlanItems
{
  gatomicrefcount refs;
  DzCodebook *codebook;
  DzPlanWords *words;
  GMutex lock;       /* of @pairs */
  GHashTable *pairs; /* DzReport of this year, borrowed → Pair */
};

static gboolean
ends_clause (gunichar c)
{
  return c == 0xff0c || c == 0x3002 || c == 0xff1b || c == '\n' || c == 0xff01 || c == 0xff1a;
}

static gboolean
is_plan (const DzSection *section)
{
  return section->kind == DZ_SECTION_PLAN || section->kind == DZ_SECTION_MERGED;
}

static gboolean
ends_sentence (const char *at)
{
  gunichar c = dz_char_at (at);

  return c == 0x3002 || c == '\n';
}

/* Where the sentence begins that @at stands in, no earlier than @least. */
static gsize
find_sentence (const char *text,
               gsize       least,
               gsize       at)
{
  const char *end = text + at;

  while (end > text + least)
    {
      const char *before = g_utf8_prev_char (end);

      if (ends_sentence (before))
        break;
      end = before;
    }

  return (gsize) (end - text);
}

/* Under one heading each problem and what is to be done about it: what stands between the problem and the sentence of
 * its answer tells the problem. */
static DzSpan
find_told (DzReport         *last,
           const DzSection  *section,
           const DzWeakness *weakness)
{
  const char *text = dz_text_peek (last->text, NULL);
  DzSpan told = { find_sentence (text, section->span.start, weakness->span.start), weakness->span.end };
  gsize answer = dz_span_is_empty (weakness->answer) ? 0 : weakness->answer.start;

  while (told.end < section->span.end && !ends_sentence (text + told.end))
    told.end += (gsize) g_utf8_skip[(guchar) text[told.end]];
  if (answer < weakness->span.end || answer > section->span.end)
    return told;
  if (answer < told.end)
    told.end = answer;
  else if (memchr (text + weakness->span.end, '\n', answer - weakness->span.end) == NULL)
    told.end = find_sentence (text, told.end, answer);

  return told;
}

/* Where @section tells problems: looked for once, for a sentence may be as long as the section. */
static GArray *
list_told (DzReport        *last,
           const DzSection *section)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (DzSpan));

  for (guint i = 0; section->kind == DZ_SECTION_MERGED && i < last->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (last->weaknesses, DzWeakness, i);
      DzSpan told;

      if (weakness->last_year || weakness->span.start < section->span.start || weakness->span.end > section->span.end)
        continue;
      told = find_told (last, section, weakness);
      g_array_append_val (list, told);
    }

  return list;
}

static gboolean
tells_problem (const GArray *told,
               DzSpan        clause)
{
  for (guint i = 0; i < told->len; i++)
    if (dz_span_overlaps (clause, g_array_index (told, DzSpan, i)))
      return TRUE;

  return FALSE;
}

static void
check_section (DzReport        *last,
               const DzSection *section,
               DzPlanMatch     *match,
               GArray          *items)
{
  const char *text = dz_text_peek (last->text, NULL);
  gsize start = dz_span_is_empty (section->heading) ? section->span.start : section->heading.end;
  g_autoptr(DzFold) fold = dz_fold_new (text + start, section->span.end - start);
  g_autoptr(GArray) told = list_told (last, section);
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);
  gsize clause = 0;

  for (gsize at = 0; at <= len; at += at < len ? (gsize) g_utf8_skip[(guchar) folded[at]] : 1)
    {
      if (at < len && !ends_clause (dz_char_at (folded + at)))
        continue;
      if (dz_plan_match_is_act (match, folded + clause, at - clause))
        {
          DzSpan span = dz_fold_to_original (fold, (DzSpan){ clause, at });
          DzPlanItem item = { .report = last, .span = { span.start + start, span.end + start } };

          if (!tells_problem (told, item.span))
            {
              item.proposed = dz_plan_match_find (match, folded + clause, at - clause, &item.found, &item.kept);
              g_array_append_val (items, item);
            }
        }
      if (at < len)
        clause = at + (gsize) g_utf8_skip[(guchar) folded[at]];
    }
}

static GArray *
find_items (DzPlanItems *self,
            DzReport    *last,
            DzReport    *current)
{
  g_autoptr(DzPlanMatch) match = dz_plan_match_new (self->words, current);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (DzPlanItem));

  for (guint i = 0; i < last->sections->len; i++)
    {
      const DzSection *section = &g_array_index (last->sections, DzSection, i);

      if (is_plan (section))
        check_section (last, section, match, items);
    }

  return items;
}

/* ---- what was found is kept ---- */

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  dz_report_unref (pair->last);
  dz_report_unref (pair->current);
  g_array_unref (pair->items);
  g_free (pair);
}

static void
keep (DzPlanItems *self,
      DzReport    *last,
      DzReport    *current,
      GArray      *items)
{
  Pair *pair = g_new (Pair, 1);

  pair->last = dz_report_ref (last);
  pair->current = dz_report_ref (current);
  pair->items = g_array_ref (items);
  g_hash_table_replace (self->pairs, current, pair);
}

/* Of @previous what is about reports that @review still has: a report that changed is another. */
static void
take_over (DzPlanItems *self,
           DzReview    *review,
           DzPlanItems *previous)
{
  g_autoptr(GHashTable) reports = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < review->reports->len; i++)
    g_hash_table_add (reports, g_ptr_array_index (review->reports, i));
  g_mutex_lock (&previous->lock);
  g_hash_table_iter_init (&iter, previous->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Pair *pair = value;

      if (g_hash_table_contains (reports, pair->last) && g_hash_table_contains (reports, pair->current))
        keep (self, pair->last, pair->current, pair->items);
    }
  g_mutex_unlock (&previous->lock);
}

/**
 * dz_plan_items_new:
 * @previous: (nullable): those of an earlier snapshot: what was found in reports that did not change is
 *   not looked for again
 *
 * Returns: (transfer full): the plans of @review, none of them read yet
 */
DzPlanItems *
dz_plan_items_new (DzReview    *review,
                   DzCodebook  *codebook,
                   DzPlanItems *previous)
{
  DzPlanItems *self = g_new0 (DzPlanItems, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->codebook = dz_codebook_ref (codebook);
  self->words = dz_plan_words_new (codebook);
  self->pairs = g_hash_table_new_full (NULL, NULL, NULL, pair_free);
  if (previous != NULL && previous->codebook == codebook)
    take_over (self, review, previous);

  return self;
}

DzPlanItems *
dz_plan_items_ref (DzPlanItems *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_plan_items_unref (DzPlanItems *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_hash_table_unref (self->pairs);
  dz_plan_words_free (self->words);
  dz_codebook_unref (self->codebook);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static GArray *
find_kept (DzPlanItems *self,
           DzReport    *last,
           DzReport    *current)
{
  GArray *items = NULL;
  const Pair *pair;

  g_mutex_lock (&self->lock);
  pair = g_hash_table_lookup (self->pairs, current);
  if (pair != NULL && pair->last == last)
    items = g_array_ref (pair->items);
  g_mutex_unlock (&self->lock);
  if (items != NULL)
    return items;

  /* not under the lock: another thread that looks for the same finds the same */
  items = find_items (self, last, current);
  g_mutex_lock (&self->lock);
  keep (self, last, current, items);
  g_mutex_unlock (&self->lock);

  return items;
}

/**
 * dz_plan_items_find:
 * @review: of whose decisions they are told
 *
 * Returns: (transfer full) (element-type DzPlanItem): the acts of the plan in @last, in text order, with
 *   what @current says of them and what a person decided
 */
GArray *
dz_plan_items_find (DzPlanItems *self,
                    DzReview    *review,
                    DzReport    *last,
                    DzReport    *current)
{
  g_autoptr(GArray) found = find_kept (self, last, current);
  GArray *items = g_array_copy (found);

  for (guint i = 0; i < items->len; i++)
    {
      DzPlanItem *item = &g_array_index (items, DzPlanItem, i);
      g_autofree char *key = dz_plan_item_dup_words (item);

      item->decision = dz_review_find_decision (review, "plan-done", current->body_id, current->identity.year, key);
    }

  return items;
}

/**
 * dz_plan_item_dup_words:
 *
 * Returns: (transfer full): the key of a decision "plan-done" about this act: its own words, so
 *   that it stands after last year's report is read anew
 */
char *
dz_plan_item_dup_words (const DzPlanItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return dz_text_dup_span (item->report->text, item->span);
}

/**
 * dz_plan_item_get_promise:
 *
 * Returns: what a person decided of it, or else what the words propose
 */
DzPromise
dz_plan_item_get_promise (const DzPlanItem *item)
{
  DzPromise promise;

  g_return_val_if_fail (item != NULL, DZ_PROMISE_UNMENTIONED);

  return item->decision != NULL && dz_promise_from_string (item->decision->value, &promise) ? promise : item->proposed;
}

static const char *const promise_words[] = { "not", "partly", "done" };

/**
 * dz_promise_get_name:
 *
 * Returns: the word of tables
 */
const char *
dz_promise_get_name (DzPromise promise)
{
  static const char *const names[] = { "未见提及", "部分落实", "已落实" };

  return names[promise];
}

/**
 * dz_promise_to_string:
 *
 * Returns: the stable word that a decision of the kind "plan-done" keeps
 */
const char *
dz_promise_to_string (DzPromise promise)
{
  return promise_words[promise];
}

gboolean
dz_promise_from_string (const char *word,
                        DzPromise  *promise)
{
  for (guint i = 0; i < DZ_N_PROMISES; i++)
    if (g_strcmp0 (word, promise_words[i]) == 0)
      {
        *promise = i;
        return TRUE;
      }

  return FALSE;
}
