/* dz-plan-items.c - acts of a plan that next year's report does not mention
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plan-items.h"

#include "dz-fold.h"
#include "dz-year-change.h"

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

/* What this year's report says of its work: all but plan and problems. */
static GArray *
list_done (DzReport *current)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *text = dz_text_peek (current->text, NULL);

  for (guint i = 0; i < current->sections->len; i++)
    {
      const DzSection *section = &g_array_index (current->sections, DzSection, i);
      g_autoptr(DzFold) fold = NULL;
      const char *folded;
      gsize len;

      if (is_plan (section) || section->kind == DZ_SECTION_PROBLEMS)
        continue;
      fold = dz_fold_new (text + section->span.start, section->span.end - section->span.start);
      folded = dz_fold_peek (fold, &len);
      add_pieces (pieces, folded, len);
    }
  sort_pieces (pieces);

  return pieces;
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
find_share (GArray     *done,
            const char *object,
            const char *end)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint found = 0;

  add_pieces (pieces, object, (gsize) (end - object));
  sort_pieces (pieces);
  if (pieces->len == 0)
    return 1;
  for (guint i = 0; i < pieces->len; i++)
    found += g_array_binary_search (done, &g_array_index (pieces, Piece, i), compare_pieces, NULL);

  return (double) found / pieces->len;
}

static void
check_section (DzReport        *last,
               const DzSection *section,
               const DzEntry   *check,
               GArray          *done,
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
          DzPlanItem item = { .found = find_share (done, object, at) };

          item.span = dz_fold_to_original (fold, (DzSpan){ (gsize) (clause - folded),
                                                           (gsize) (at - folded) });
          item.span.start += start;
          item.span.end += start;
          if (item.found <= MENTIONED)
            g_array_append_val (items, item);
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
  g_autoptr(GArray) done = list_done (current);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (DzPlanItem));

  for (guint i = 0; i < last->sections->len; i++)
    {
      const DzSection *section = &g_array_index (last->sections, DzSection, i);

      if (is_plan (section))
        check_section (last, section, check, done, items);
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

/**
 * dz_plan_items_find:
 *
 * Returns: (transfer full) (element-type DzPlanItem): acts of the plan in @last that @current does
 *   not mention, in text order; not to be written to
 */
GArray *
dz_plan_items_find (DzPlanItems *self,
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
