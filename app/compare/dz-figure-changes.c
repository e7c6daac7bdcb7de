/* dz-figure-changes.c - one indicator of all bodies, last year and this
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-year-change-private.h"

#include "dz-fold.h"
#include "dz-format.h"
#include "dz-past.h"

#include <math.h>
#include <string.h>

#define LIKE 4 /* wordings that share less than this part of their pairs of characters are two */

struct _DzFigureChanges
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  const DzEntry *entry;
  GArray *changes; /* DzFigureChange */
  DzChangeCounts counts;
};

G_DEFINE_FINAL_TYPE (DzFigureChanges, dz_figure_changes, G_TYPE_OBJECT)

static void
clear_change (gpointer data)
{
  DzFigureChange *change = data;

  dz_figure_cell_clear (&change->last);
  dz_figure_cell_clear (&change->current);
}

static void
dz_figure_changes_finalize (GObject *object)
{
  DzFigureChanges *self = DZ_FIGURE_CHANGES (object);

  g_array_unref (self->changes);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_figure_changes_parent_class)->finalize (object);
}

static void
dz_figure_changes_class_init (DzFigureChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_figure_changes_finalize;
}

static void
dz_figure_changes_init (DzFigureChanges *self)
{
  self->changes = g_array_new (FALSE, TRUE, sizeof (DzFigureChange));
  g_array_set_clear_func (self->changes, clear_change);
}

/* The words of a figure by which it got its indicator. */
static char *
dup_cue (const DzFigureCell *cell)
{
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);
  g_autofree char *words = NULL;

  if (figure == NULL || dz_span_is_empty (figure->ground.cue))
    return NULL;
  words = dz_text_dup_span (cell->report->text, figure->ground.cue);

  return dz_fold_words (words);
}

/* How many pairs of neighbouring characters of @words stand in @other; @n: how many it has. */
static guint
count_pairs (const char *words,
             const char *other,
             guint      *n)
{
  guint shared = 0;

  *n = 0;
  for (const char *at = words; *at != '\0' && *g_utf8_next_char (at) != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *pair = g_strndup (at, (gsize) (g_utf8_offset_to_pointer (at, 2) - at));

      shared += strstr (other, pair) != NULL;
      ++*n;
    }

  return shared;
}

/* The very same words in both years: mostly so, and told without folding them. */
static gboolean
has_same_cue (const DzFigureChange *change)
{
  const DzFigure *last = dz_figure_cell_get_figure (&change->last, 0);
  const DzFigure *current = dz_figure_cell_get_figure (&change->current, 0);
  DzSpan a = last->ground.cue, b = current->ground.cue;

  return a.end - a.start == b.end - b.start &&
         memcmp (dz_text_peek (change->last.report->text, NULL) + a.start,
                 dz_text_peek (change->current.report->text, NULL) + b.start, a.end - a.start) == 0;
}

/* One of which holds the other is the same thing said at length, and 调解矛盾纠纷 is 化解矛盾纠纷; 调解成功 is
 * not 调处. */
static gboolean
is_other_wording (const DzFigureChange *change)
{
  g_autofree char *last = NULL;
  g_autofree char *current = NULL;
  guint n = 0, n_other = 0, shared;

  if (has_same_cue (change))
    return FALSE;
  last = dup_cue (&change->last);
  current = dup_cue (&change->current);
  if (last == NULL || current == NULL || strstr (last, current) != NULL || strstr (current, last) != NULL)
    return FALSE;
  shared = count_pairs (last, current, &n);
  count_pairs (current, last, &n_other);

  return shared * LIKE < n + n_other - MIN (shared, n + n_other);
}

static guint
find_warnings (const DzFigureChange *change)
{
  const DzFigure *last = dz_figure_cell_get_figure (&change->last, 0);
  const DzFigure *current = dz_figure_cell_get_figure (&change->current, 0);
  const char *codebook, *other;
  guint warnings = 0;

  if (last == NULL || current == NULL)
    return 0;
  codebook = change->last.report->source != NULL ? change->last.report->source->codebook : NULL;
  other = change->current.report->source != NULL ? change->current.report->source->codebook : NULL;
  if (is_other_wording (change))
    warnings |= DZ_CHANGE_WORDING;
  if (last->scope != current->scope || last->period != current->period)
    warnings |= DZ_CHANGE_SCOPE;
  if (codebook != NULL && other != NULL && !g_str_equal (codebook, other))
    warnings |= DZ_CHANGE_CODEBOOK;

  return warnings;
}

/**
 * dz_figure_change_dup_warning:
 *
 * Returns: (transfer full) (nullable): why the two numbers are not simply compared; %NULL: nothing is known
 *   against it
 */
char *
dz_figure_change_dup_warning (const DzFigureChange *self)
{
  g_autofree char *last = dup_cue (&self->last);
  g_autofree char *current = dup_cue (&self->current);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (self->warnings & DZ_CHANGE_BODY)
    g_ptr_array_add (parts, g_strdup ("单位有合并或拆分，不作比较"));
  if (self->warnings & DZ_CHANGE_WORDING)
    g_ptr_array_add (parts, g_strdup_printf ("两年表述不同：“%s”与“%s”", last, current));
  if (self->warnings & DZ_CHANGE_SCOPE)
    g_ptr_array_add (parts, g_strdup ("两年口径不同（统计范围或时段）"));
  if (self->warnings & DZ_CHANGE_CODEBOOK)
    g_ptr_array_add (parts, g_strdup ("两年报告不是用同一版词典读的"));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("；", (char **) parts->pdata);
}

static void
compare_years (DzFigureChange *change,
               const DzEntry  *entry)
{
  const DzFigureCell *last = &change->last;
  const DzFigureCell *current = &change->current;

  change->difference = change->per_cent = NAN;
  change->warnings |= find_warnings (change);
  if (change->warnings & DZ_CHANGE_BODY)
    return;
  change->both = dz_figure_cell_is_usable (last) && dz_figure_cell_is_usable (current);
  if (!change->both)
    return;
  change->difference = dz_format_round (current->value - last->value, 4);
  change->per_cent_about = dz_figure_cell_is_inexact (last) || dz_figure_cell_is_inexact (current);
  if (last->value >= DZ_LEAST_OF_PER_CENT && g_strcmp0 (entry->kind, "rate") != 0 &&
      g_strcmp0 (entry->kind, "change") != 0)
    change->per_cent = dz_format_round (change->difference / last->value * 100, 1);
}

/* Of a body that was several, the sum, where all of them tell it and it can be added; else nothing. */
static void
add_others (DzFigureCell  *sum,
            GPtrArray     *lasts,
            const DzEntry *entry)
{
  gboolean whole = dz_figure_cell_is_usable (sum) && g_strcmp0 (entry->kind, "rate") != 0 &&
                   g_strcmp0 (entry->kind, "change") != 0 && isnan (sum->high);

  for (guint i = 1; i < lasts->len && whole; i++)
    {
      DzFigureCell cell = { 0 };

      dz_figure_cell_resolve (g_ptr_array_index (lasts, i), entry, &cell);
      whole = dz_figure_cell_is_usable (&cell) && cell.bound == sum->bound && isnan (cell.high);
      if (whole)
        sum->value += cell.value;
      dz_figure_cell_clear (&cell);
    }
  if (whole && sum->bound == DZ_BOUND_EXACT)
    sum->mark = DZ_CELL_DERIVED;
  if (whole)
    return;
  dz_figure_cell_clear (sum);
  dz_figure_cell_resolve (NULL, entry, sum);
}

/**
 * dz_figure_changes_new:
 * @years: (element-type DzTwoYears): the bodies in the order wanted, with a report of either year
 * @entry: an indicator of @codebook
 *
 * Returns: (transfer full): a change per body
 */
DzFigureChanges *
dz_figure_changes_new (DzReview      *review,
                       DzCodebook    *codebook,
                       GArray        *years,
                       const DzEntry *entry)
{
  DzFigureChanges *self = g_object_new (DZ_TYPE_FIGURE_CHANGES, NULL);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->entry = entry;
  g_array_set_size (self->changes, years->len);
  for (guint i = 0; i < years->len; i++)
    {
      const DzTwoYears *of = &g_array_index (years, DzTwoYears, i);
      DzFigureChange *change = &g_array_index (self->changes, DzFigureChange, i);
      DzReport *last = of->lasts->len > 0 ? g_ptr_array_index (of->lasts, 0) : NULL;

      change->body = of->body;
      if (dz_two_years_are_of_others (of))
        change->warnings = DZ_CHANGE_BODY;
      dz_figure_cell_resolve (last, entry, &change->last);
      if (of->lasts->len > 1)
        add_others (&change->last, of->lasts, entry);
      dz_figure_cell_resolve (of->current, entry, &change->current);
      compare_years (change, entry);
      self->counts.both += change->both;
      /* who rose and who fell is said only of exact values */
      if (change->both && !change->per_cent_about)
        {
          self->counts.exact++;
          self->counts.up += change->difference > 0;
          self->counts.down += change->difference < 0;
          self->counts.same += change->difference == 0;
        }
    }

  return self;
}

/**
 * dz_figure_changes_get_entry:
 *
 * Returns: (transfer none): the indicator
 */
const DzEntry *
dz_figure_changes_get_entry (DzFigureChanges *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_CHANGES (self), NULL);

  return self->entry;
}

guint
dz_figure_changes_get_n (DzFigureChanges *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_CHANGES (self), 0);

  return self->changes->len;
}

/**
 * dz_figure_changes_get_change:
 *
 * Returns: (transfer none): the @n-th body's change
 */
const DzFigureChange *
dz_figure_changes_get_change (DzFigureChanges *self,
                              guint            n)
{
  g_return_val_if_fail (DZ_IS_FIGURE_CHANGES (self), NULL);
  g_return_val_if_fail (n < self->changes->len, NULL);

  return &g_array_index (self->changes, DzFigureChange, n);
}

/**
 * dz_figure_changes_get_counts:
 *
 * Returns: (transfer none): how many rose, fell, stayed
 */
const DzChangeCounts *
dz_figure_changes_get_counts (DzFigureChanges *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_CHANGES (self), NULL);

  return &self->counts;
}
