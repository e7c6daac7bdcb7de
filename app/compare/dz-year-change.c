/* dz-year-change.c - this year against last: 年度对比
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-year-change-private.h"

#include "dz-past.h"

struct _DzYearChange
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  DzPlanItems *plans;
  int year;
  GPtrArray *bodies;
  GPtrArray *without_last;
  GListStore *rows;
  guint counts[DZ_N_DESTINATIONS];
};

G_DEFINE_FINAL_TYPE (DzYearChange, dz_year_change, G_TYPE_OBJECT)

/* @lasts: (transfer full) */
static void
append_row (DzYearChange *self,
            const DzBody *body,
            GPtrArray    *lasts,
            DzReport     *current)
{
  g_autoptr(DzChangeRow) row = dz_change_row_new (self->review, self->codebook, self->plans, body, lasts, current);

  for (guint i = 0; i < DZ_N_DESTINATIONS; i++)
    self->counts[i] += dz_change_row_count (row, i);
  g_list_store_append (self->rows, row);
}

/* ---- the table ---- */

static void
dz_year_change_finalize (GObject *object)
{
  DzYearChange *self = DZ_YEAR_CHANGE (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_ptr_array_unref (self->without_last);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->plans, dz_plan_items_unref);

  G_OBJECT_CLASS (dz_year_change_parent_class)->finalize (object);
}

static void
dz_year_change_class_init (DzYearChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_year_change_finalize;
}

static void
dz_year_change_init (DzYearChange *self)
{
  self->rows = g_list_store_new (DZ_TYPE_CHANGE_ROW);
  self->without_last = g_ptr_array_new ();
}

/**
 * dz_year_change_new_sharing:
 * @scope: (nullable): %NULL for all
 * @plans: of @review; what is looked for here is kept there
 *
 * Returns: (transfer full): as dz_year_change_new()
 */
DzYearChange *
dz_year_change_new_sharing (DzReview            *review,
                            DzCodebook          *codebook,
                            int                  year,
                            const DzScopeFilter *scope,
                            DzPlanItems         *plans)
{
  DzYearChange *self = g_object_new (DZ_TYPE_YEAR_CHANGE, NULL);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->plans = dz_plan_items_ref (plans);
  self->year = year;
  self->bodies = dz_scope_filter_list_bodies_in (scope, review, year);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (self->bodies, i);
      DzReport *current = dz_review_report_of (review, body->id, year);
      g_autoptr(GPtrArray) lasts = dz_review_list_before (review, body->id, year);

      if (lasts->len > 0 && current != NULL)
        append_row (self, body, g_steal_pointer (&lasts), current);
      else if (current != NULL)
        g_ptr_array_add (self->without_last, body);
    }

  return self;
}

/**
 * dz_year_change_new:
 * @year: this year; compared with the year before
 * @scope: (nullable): %NULL for all
 *
 * Returns: (transfer full): a row per body that has reports of both years
 */
DzYearChange *
dz_year_change_new (DzReview            *review,
                    DzCodebook          *codebook,
                    int                  year,
                    const DzScopeFilter *scope)
{
  g_autoptr(DzPlanItems) plans = NULL;

  g_return_val_if_fail (review != NULL && codebook != NULL, g_object_new (DZ_TYPE_YEAR_CHANGE, NULL));

  plans = dz_plan_items_new (review, codebook, NULL);

  return dz_year_change_new_sharing (review, codebook, year, scope, plans);
}

/**
 * dz_year_change_get_rows:
 *
 * Returns: (transfer none): rows (#DzChangeRow) in roster order
 */
GListModel *
dz_year_change_get_rows (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

guint
dz_year_change_get_n_rows (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/**
 * dz_year_change_get_row:
 *
 * Returns: (transfer none) (nullable): the row, without a reference of its own
 */
DzChangeRow *
dz_year_change_get_row (DzYearChange *self,
                        guint         row)
{
  g_autoptr(DzChangeRow) item = NULL;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  return item; /* the store keeps it alive */
}

/**
 * dz_year_change_find_row:
 *
 * Returns: (transfer none) (nullable): the row of that body; %NULL: it has not both reports
 */
DzChangeRow *
dz_year_change_find_row (DzYearChange *self,
                         gint64        body_id)
{
  for (guint i = 0; i < dz_year_change_get_n_rows (self); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self, i);

      if (dz_change_row_get_body (row)->id == body_id)
        return row;
    }

  return NULL;
}

/**
 * dz_year_change_count:
 *
 * Returns: (body, code) pairs that went there
 */
guint
dz_year_change_count (DzYearChange *self,
                      DzDestination destination)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), 0);
  g_return_val_if_fail (destination < DZ_N_DESTINATIONS, 0);

  return self->counts[destination];
}

/**
 * dz_year_change_get_without_last:
 *
 * Returns: (transfer none) (element-type DzBody): bodies with a report of this year only
 */
GPtrArray *
dz_year_change_get_without_last (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  return self->without_last;
}

/**
 * dz_year_change_get_figures:
 *
 * Returns: (transfer full) (nullable): both years of one indicator; %NULL: the codebook has none
 *   of that id
 */
DzFigureChanges *
dz_year_change_get_figures (DzYearChange *self,
                            const char   *indicator)
{
  const DzEntry *entry;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  entry = dz_codebook_find (self->codebook, DZ_ENTRY_INDICATOR, indicator);

  return entry == NULL
           ? NULL
           : dz_figure_changes_new (self->review, self->codebook, self->bodies, self->year, entry);
}

/**
 * dz_year_change_list_figures:
 *
 * Returns: (transfer full): #DzFigureChanges of every indicator that any body gives in both years,
 *   in codebook order
 */
GListModel *
dz_year_change_list_figures (DzYearChange *self)
{
  GListStore *list = g_list_store_new (DZ_TYPE_FIGURE_CHANGES);
  GPtrArray *entries;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), G_LIST_MODEL (list));

  entries = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr(DzFigureChanges) changes =
        dz_figure_changes_new (self->review, self->codebook, self->bodies, self->year,
                               g_ptr_array_index (entries, i));

      if (dz_figure_changes_get_counts (changes)->both > 0)
        g_list_store_append (list, changes);
    }

  return G_LIST_MODEL (list);
}

/**
 * dz_year_change_has_last_year:
 *
 * Returns: whether any body of the scope has reports of both years
 */
gboolean
dz_year_change_has_last_year (DzYearChange *self)
{
  return dz_year_change_get_n_rows (self) > 0;
}

int
dz_year_change_get_year (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), 0);

  return self->year;
}
