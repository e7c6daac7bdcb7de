/* dz-plan-items.c - what a plan promised, and the sentence of next year's report that keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plan-items.h"

#include "dz-fold.h"

#include <stdlib.h>
#include <string.h>

#define PIECE 3           /* characters */
#define MENTIONED 0.5     /* more of the pieces than this are found: mentioned */
#define MIN_OBJECT 4      /* characters */

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
  GMutex lock;       /* of @pairs */
  GHashTable *pairs; /* DzReport of this year, borrowed → Pair */
};

static gboolean
is_han (gunichar c)
{
  return c >= 0x3400 && c <= 0x9fff;
}

static gboolean
ends_clause (gunichar c)
{
  return c == 0xff0c || c == 0x3002 || c == 0xff1b || c == '\n' || c == 0xff01 || c == 0xff1a;
}

/* A run of PIECE Han characters as one number: sixty reports have a million of them, too many for strings. */
typedef guint64 Piece;
#define BITS 21 /* of a character */

/* Every run of PIECE Han characters of @text goes to the end of @pieces. */
static void
add_pieces (GArray     *pieces,
            const char *text,
            gsize       len)
{
  Piece piece = 0;
  guint n = 0;

  for (const char *at = text; at < text + len; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_han (c))
        {
          n = 0;
          continue;
        }
      piece = (piece << BITS | c) & (((Piece) 1 << PIECE * BITS) - 1);
      if (++n >= PIECE)
        g_array_append_val (pieces, piece);
    }
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* In order, each once. */
static void
sort_pieces (GArray *pieces)
{
  guint n = 0;

  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len; i++)
    if (n == 0 || g_array_index (pieces, Piece, i) != g_array_index (pieces, Piece, n - 1))
      g_array_index (pieces, Piece, n++) = g_array_index (pieces, Piece, i);
  g_array_set_size (pieces, n);
}

static gboolean
is_plan (const DzSection *section)
{
  return section->kind == DZ_SECTION_PLAN || section->kind == DZ_SECTION_MERGED;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == '\n' || c == 0xff01;
}

typedef struct
{
  DzSpan span;    /* in the report */
  char *words;    /* folded */
  GArray *pieces; /* sorted */
} Sentence;

/* What a report says of its work: all but plan and problems. */
typedef struct
{
  GArray *pieces;    /* of all sentences, sorted */
  GArray *sentences; /* Sentence */
} Work;

static void
clear_sentence (gpointer data)
{
  Sentence *sentence = data;

  g_free (sentence->words);
  g_array_unref (sentence->pieces);
}

static void
work_clear (Work *work)
{
  g_array_unref (work->pieces);
  g_array_unref (work->sentences);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static void
add_sentence (Work       *work,
              DzFold     *fold,
              gsize       offset,
              const char *start,
              const char *end)
{
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);
  Sentence sentence = { .words = g_strndup (start, (gsize) (end - start)),
                        .pieces = g_array_new (FALSE, FALSE, sizeof (Piece)) };

  sentence.span = dz_fold_to_original (fold, (DzSpan){ (gsize) (start - folded), (gsize) (end - folded) });
  sentence.span.start += offset;
  sentence.span.end += offset;
  add_pieces (sentence.pieces, start, (gsize) (end - start));
  sort_pieces (sentence.pieces);
  g_array_append_val (work->sentences, sentence);
}

static void
add_work (Work            *work,
          const char      *text,
          const DzSection *section)
{
  g_autoptr(DzFold) fold = dz_fold_new (text + section->span.start, section->span.end - section->span.start);
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);
  const char *start = folded;

  add_pieces (work->pieces, folded, len);
  for (const char *at = folded; at < folded + len; at = g_utf8_next_char (at))
    if (ends_sentence (g_utf8_get_char (at)))
      {
        add_sentence (work, fold, section->span.start, start, at);
        start = g_utf8_next_char (at);
      }
  if (start < folded + len)
    add_sentence (work, fold, section->span.start, start, folded + len);
}

static void
work_init (Work     *work,
           DzReport *current)
{
  const char *text = dz_text_peek (current->text, NULL);

  work->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  work->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  g_array_set_clear_func (work->sentences, clear_sentence);
  for (guint i = 0; i < current->sections->len; i++)
    {
      const DzSection *section = &g_array_index (current->sections, DzSection, i);

      if (!is_plan (section) && section->kind != DZ_SECTION_PROBLEMS)
        add_work (work, text, section);
    }
  sort_pieces (work->pieces);
}

/* Where the clause's object begins: after the last verb in it; NULL: no act, or only an effort. */
static const char *
find_object (const DzEntry *check,
             const char    *clause,
             const char    *end)
{
  const char *object = NULL;

  for (guint i = 0; check != NULL && i < check->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (check->rules, i);
      const char *at;

      at = g_strstr_len (clause, end - clause, rule->text);
      if (at != NULL && g_str_equal (rule->name, "not"))
        return NULL;
      if (!g_str_equal (rule->name, "cue"))
        continue;
      if (at != NULL && (object == NULL || at + strlen (rule->text) > object))
        object = at + strlen (rule->text);
    }

  return object;
}

static double
find_share (GArray *done,
            GArray *pieces)
{
  guint found = 0;

  if (pieces->len == 0)
    return 1;
  for (guint i = 0; i < pieces->len; i++)
    found += g_array_binary_search (done, &g_array_index (pieces, Piece, i), compare_pieces, NULL);

  return (double) found / pieces->len;
}

/* The first number of @words, what it counts, and where it ends: 2名; 0: it tells none. */
static double
find_number (const char  *words,
             gunichar    *unit,
             const char **rest)
{
  char *end;
  double number;

  while (*words != '\0' && !g_ascii_isdigit (*words))
    words++;
  *rest = words;
  if (*words == '\0')
    return 0;
  number = g_ascii_strtod (words, &end);
  *unit = g_utf8_get_char (end);
  *rest = end;

  return number;
}

/* A smaller number of the same than was promised. */
static gboolean
falls_short (const char *promise,
             const char *sentence)
{
  gunichar unit = 0;
  const char *at;
  double wanted = find_number (promise, &unit, &at);
  gboolean smaller = FALSE;

  for (at = sentence; wanted > 0 && *at != '\0';)
    {
      gunichar counted = 0;
      double number = find_number (at, &counted, &at);

      if (counted == unit && number >= wanted)
        return FALSE;
      smaller = smaller || (counted == unit && number > 0);
    }

  return smaller;
}

/* Said of a thing that is not done, or not yet. */
static gboolean
is_still_open (const char *sentence)
{
  static const char *const words[] = { "尚未", "仍未", "还未", "未能", "暂未", "正在", "筹备", "拟于", "争取",
                                       "推进中", "进行中", "有待" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (sentence, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Which sentence has most of the promise, and what that makes of it. */
static void
propose (DzPlanItem *item,
         const Work *work,
         GArray     *pieces,
         const char *promise)
{
  const Sentence *best = NULL;
  double most = 0;

  item->found = find_share (work->pieces, pieces);
  item->proposed = item->found > MENTIONED ? DZ_PROMISE_PARTLY : DZ_PROMISE_UNMENTIONED;
  item->kept = DZ_SPAN_NONE;
  for (guint i = 0; i < work->sentences->len && item->proposed == DZ_PROMISE_PARTLY; i++)
    {
      const Sentence *sentence = &g_array_index (work->sentences, Sentence, i);
      double share = pieces->len > 0 ? find_share (sentence->pieces, pieces) : 0;

      if (share <= most)
        continue;
      most = share;
      best = sentence;
    }
  if (best == NULL)
    return;
  item->kept = best->span;
  if (most > MENTIONED && !is_still_open (best->words) && !falls_short (promise, best->words))
    item->proposed = DZ_PROMISE_KEPT;
}

static void
add_item (DzReport   *last,
          DzSpan      span,
          const Work *work,
          const char *object,
          const char *end,
          GArray     *items)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autofree char *promise = g_strndup (object, (gsize) (end - object));
  DzPlanItem item = { .report = last, .span = span };

  add_pieces (pieces, object, (gsize) (end - object));
  sort_pieces (pieces);
  propose (&item, work, pieces, promise);
  g_array_append_val (items, item);
}

static void
check_section (DzReport        *last,
               const DzSection *section,
               const DzEntry   *check,
               const Work      *work,
               GArray          *items)
{
  const char *text = dz_text_peek (last->text, NULL);
  gsize start = dz_span_is_empty (section->heading) ? section->span.start : section->heading.end;
  g_autoptr(DzFold) fold = dz_fold_new (text + start, section->span.end - start);
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);
  const char *clause = folded;

  for (const char *at = folded; at <= folded + len; at = g_utf8_next_char (at))
    {
      const char *object;

      if (at < folded + len && !ends_clause (g_utf8_get_char (at)))
        continue;
      object = find_object (check, clause, at);
      if (object != NULL && g_utf8_strlen (object, at - object) >= MIN_OBJECT)
        {
          DzSpan span = dz_fold_to_original (fold, (DzSpan){ (gsize) (clause - folded), (gsize) (at - folded) });

          add_item (last, (DzSpan){ span.start + start, span.end + start }, work, object, at, items);
        }
      if (at == folded + len)
        break;
      clause = g_utf8_next_char (at);
    }
}

static GArray *
find_items (DzPlanItems *self,
            DzReport    *last,
            DzReport    *current)
{
  const DzEntry *check = dz_codebook_find (self->codebook, DZ_ENTRY_CHECK, "C-PLANDONE");
  g_auto(Work) work = { NULL, NULL };
  GArray *items = g_array_new (FALSE, FALSE, sizeof (DzPlanItem));

  work_init (&work, current);
  for (guint i = 0; i < last->sections->len; i++)
    {
      const DzSection *section = &g_array_index (last->sections, DzSection, i);

      if (is_plan (section))
        check_section (last, section, check, &work, items);
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
