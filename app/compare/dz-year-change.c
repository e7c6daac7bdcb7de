/* dz-year-change.c - this year against last: 年度对比
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-year-change-private.h"

#include "dz-past.h"

#include <math.h>

struct _DzYearChange
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  DzPlanItems *plans;
  int year;
  GArray *years; /* DzTwoYears: bodies with a report of either */
  GPtrArray *without_last;
  GListModel *figures; /* (nullable): until they are asked for */
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
clear_years (gpointer data)
{
  DzTwoYears *years = data;

  g_ptr_array_unref (years->lasts);
}

static void
dz_year_change_finalize (GObject *object)
{
  DzYearChange *self = DZ_YEAR_CHANGE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->figures);
  g_array_unref (self->years);
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
  self->years = g_array_new (FALSE, FALSE, sizeof (DzTwoYears));
  g_array_set_clear_func (self->years, clear_years);
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
  g_autoptr(GPtrArray) bodies = NULL;

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->plans = dz_plan_items_ref (plans);
  self->year = year;
  bodies = dz_scope_filter_list_bodies_in (scope, review, year);
  for (guint i = 0; i < bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (bodies, i);
      DzTwoYears years = { body, dz_review_list_before (review, body->id, year), dz_review_report_of (review, body->id, year) };

      if (years.lasts->len > 0 && years.current != NULL)
        append_row (self, body, g_ptr_array_ref (years.lasts), years.current);
      else if (years.current != NULL)
        g_ptr_array_add (self->without_last, body);
      if (years.lasts->len > 0 || years.current != NULL)
        g_array_append_val (self->years, years);
      else
        clear_years (&years);
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
           : dz_figure_changes_new (self->review, self->codebook, self->years, entry);
}

/* The first figure of each indicator in @report goes to @first. */
static void
note_first (DzReport   *report,
            GHashTable *first)
{
  for (guint k = 0; k < report->figures->len; k++)
    {
      DzFigure *figure = &g_array_index (report->figures, DzFigure, k);

      if (dz_figure_counts (figure) && !isnan (figure->value) && !g_hash_table_contains (first, figure->indicator))
        g_hash_table_insert (first, (gpointer) figure->indicator, figure);
    }
}

static void
count_told (GHashTable *last,
            GHashTable *current,
            GHashTable *told)
{
  GHashTableIter iter;
  gpointer indicator, value;

  g_hash_table_iter_init (&iter, current);
  while (g_hash_table_iter_next (&iter, &indicator, &value))
    {
      const DzFigure *now = value, *before = g_hash_table_lookup (last, indicator);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (told, indicator));

      if (before == NULL)
        continue;
      n += before->value >= DZ_LEAST_OF_PER_CENT && before->bound == DZ_BOUND_EXACT && now->bound == DZ_BOUND_EXACT;
      g_hash_table_insert (told, indicator, GUINT_TO_POINTER (n));
    }
}

/* What a quick look at the figures says, without weighing them against each other: the indicators that any body tells of
 * itself in both years (of no other can there be a change), each with the number of bodies whose numbers give a per cent. */
static GHashTable *
count_both_years (DzYearChange *self)
{
  GHashTable *told = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) last = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) current = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      const DzTwoYears *of = &g_array_index (self->years, DzTwoYears, i);

      if (of->lasts->len == 0 || of->current == NULL || dz_two_years_are_of_others (of))
        continue;
      g_hash_table_remove_all (last);
      g_hash_table_remove_all (current);
      note_first (g_ptr_array_index (of->lasts, 0), last);
      note_first (of->current, current);
      count_told (last, current, told);
    }

  return told;
}

/**
 * dz_year_change_list_told:
 * @first: (out) (nullable): the one whose numbers give most bodies a per cent: what is looked at first
 *
 * Returns: (transfer container) (element-type DzEntry): the indicators that any body tells of itself in both years, in
 *   codebook order: those of dz_year_change_list_figures(), and what is 待核 wherever it is told
 */
GPtrArray *
dz_year_change_list_told (DzYearChange   *self,
                          const DzEntry **first)
{
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *entries;
  g_autoptr(GHashTable) told = NULL;
  guint most = 0;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), list);

  told = count_both_years (self);
  entries = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);
  *first = NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      guint per_cent = GPOINTER_TO_UINT (g_hash_table_lookup (told, entry->id));

      if (!g_hash_table_contains (told, entry->id))
        continue;
      g_ptr_array_add (list, (gpointer) entry);
      if (g_strcmp0 (entry->kind, "rate") == 0 || g_strcmp0 (entry->kind, "change") == 0 || per_cent <= most)
        continue;
      most = per_cent;
      *first = entry;
    }

  return list;
}

/**
 * dz_year_change_list_figures:
 *
 * Returns: (transfer none): #DzFigureChanges of every indicator that any body gives in both years,
 *   in codebook order; looked for once
 */
GListModel *
dz_year_change_list_figures (DzYearChange *self)
{
  GListStore *list;
  GPtrArray *entries;
  g_autoptr(GHashTable) told = NULL;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  if (self->figures != NULL)
    return self->figures;
  told = count_both_years (self);
  list = g_list_store_new (DZ_TYPE_FIGURE_CHANGES);
  entries = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);
  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(DzFigureChanges) changes = NULL;

      if (!g_hash_table_contains (told, entry->id))
        continue;
      changes = dz_figure_changes_new (self->review, self->codebook, self->years, entry);
      if (dz_figure_changes_get_counts (changes)->both > 0)
        g_list_store_append (list, changes);
    }
  self->figures = G_LIST_MODEL (list);

  return self->figures;
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
