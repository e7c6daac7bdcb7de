/* dz-figure-changes.c - one indicator of all bodies, last year and this
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-year-change-private.h"

#include "dz-format.h"

#include <math.h>

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

static void
compare_years (DzFigureChange *change,
               const DzEntry  *entry)
{
  const DzFigureCell *last = &change->last;
  const DzFigureCell *current = &change->current;

  change->difference = change->per_cent = NAN;
  change->both = dz_figure_cell_is_usable (last) && dz_figure_cell_is_usable (current);
  if (!change->both)
    return;
  change->difference = dz_format_round (current->value - last->value, 4);
  change->per_cent_about = dz_figure_cell_is_inexact (last) || dz_figure_cell_is_inexact (current);
  if (last->value >= 20 && g_strcmp0 (entry->kind, "rate") != 0 &&
      g_strcmp0 (entry->kind, "change") != 0)
    change->per_cent = dz_format_round (change->difference / last->value * 100, 1);
}

/**
 * dz_figure_changes_new:
 * @bodies: (element-type DzBody): in the order wanted
 * @entry: an indicator of @codebook
 *
 * Returns: (transfer full): a change per body that has a report of either year
 */
DzFigureChanges *
dz_figure_changes_new (DzReview      *review,
                       DzCodebook    *codebook,
                       GPtrArray     *bodies,
                       int            year,
                       const DzEntry *entry)
{
  DzFigureChanges *self = g_object_new (DZ_TYPE_FIGURE_CHANGES, NULL);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->entry = entry;
  for (guint i = 0; i < bodies->len; i++)
    {
      DzFigureChange change = { .body = g_ptr_array_index (bodies, i) };
      DzReport *last = dz_review_report_of (review, change.body->id, year - 1);
      DzReport *current = dz_review_report_of (review, change.body->id, year);

      if (last == NULL && current == NULL)
        continue;
      dz_figure_cell_resolve (last, entry->id, &change.last);
      dz_figure_cell_resolve (current, entry->id, &change.current);
      compare_years (&change, entry);
      self->counts.both += change.both;
      /* who rose and who fell is said only of exact values */
      if (change.both && !change.per_cent_about)
        {
          self->counts.exact++;
          self->counts.up += change.difference > 0;
          self->counts.down += change.difference < 0;
          self->counts.same += change.difference == 0;
        }
      g_array_append_val (self->changes, change);
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
