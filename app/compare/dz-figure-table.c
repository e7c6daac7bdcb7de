/* dz-figure-table.c - bodies × indicators of one year: 指标
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-table.h"

#include "dz-format.h"

#include <math.h>

struct _DzFigureRow
{
  GObject parent_instance;

  const DzBody *body; /* borrowed from the review, kept alive by it */
  DzReview *review;
  DzReport *report;   /* borrowed likewise */
  DzFigureCell *cells; /* one for each of @entries: of thousands of bodies no room is left over */
  GArray *unassigned; /* guint */
  GArray *set_aside;  /* guint */
  GPtrArray *entries; /* DzEntry, of the table */
  DzReconciliation *known; /* (nullable): what the county counted */
  DzPer per;
};

G_DEFINE_FINAL_TYPE (DzFigureRow, dz_figure_row, G_TYPE_OBJECT)

struct _DzFigureTable
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  int year;
  DzPer per;
  GListStore *rows;
  GPtrArray *entries; /* DzEntry, borrowed from the codebook */
  GArray *statistics; /* DzColumnStatistics */
  DzReconciliation *known; /* (nullable): what the county counted */
};

G_DEFINE_FINAL_TYPE (DzFigureTable, dz_figure_table, G_TYPE_OBJECT)

static void
dz_figure_row_finalize (GObject *object)
{
  DzFigureRow *self = DZ_FIGURE_ROW (object);

  for (guint i = 0; self->cells != NULL && i < self->entries->len; i++)
    dz_figure_cell_clear (&self->cells[i]);
  g_free (self->cells);
  g_array_unref (self->unassigned);
  g_array_unref (self->set_aside);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->known, dz_reconciliation_unref);
  g_clear_pointer (&self->review, dz_review_unref);

  G_OBJECT_CLASS (dz_figure_row_parent_class)->finalize (object);
}

static void
dz_figure_row_class_init (DzFigureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_figure_row_finalize;
}

static void
dz_figure_row_init (DzFigureRow *self)
{
  self->unassigned = g_array_new (FALSE, FALSE, sizeof (guint));
  self->set_aside = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * dz_figure_row_get_body:
 *
 * Returns: (transfer none): the body, as long as the row lives
 */
const DzBody *
dz_figure_row_get_body (DzFigureRow *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_ROW (self), NULL);

  return self->body;
}

/**
 * dz_figure_row_get_report:
 *
 * Returns: (transfer none) (nullable): its report of the year
 */
DzReport *
dz_figure_row_get_report (DzFigureRow *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_ROW (self), NULL);

  return self->report;
}

/**
 * dz_figure_row_get_cell:
 *
 * Returns: (transfer none): the cell; its value is as reported, whatever the table is shown per
 */
const DzFigureCell *
dz_figure_row_get_cell (DzFigureRow *self,
                        guint        column)
{
  g_return_val_if_fail (DZ_IS_FIGURE_ROW (self), NULL);
  g_return_val_if_fail (self->cells != NULL && column < self->entries->len, NULL);

  return &self->cells[column];
}

/**
 * dz_figure_row_get_known:
 *
 * Returns: (transfer none) (nullable): what the county itself counted, beside what the report says;
 *   never a value of the cell
 */
const DzAccount *
dz_figure_row_get_known (DzFigureRow *self,
                         guint        column)
{
  g_return_val_if_fail (DZ_IS_FIGURE_ROW (self), NULL);

  return self->known != NULL ? dz_reconciliation_find (self->known, self->body->id,
                                                       ((const DzEntry *) g_ptr_array_index (self->entries, column))->id)
                             : NULL;
}

static double
get_divisor (const DzBody *body,
             DzPer         per)
{
  if (per == DZ_PER_THOUSAND)
    return body->population / 1000.0;

  return per == DZ_PER_VILLAGE ? body->villages : 1;
}

/* Rates and numbers that describe the place itself are no more per head than they are. */
static gboolean
can_divide (const DzFigureCell *cell)
{
  return cell->unit != g_intern_static_string ("%");
}

/**
 * dz_figure_row_get_number:
 *
 * Returns: the cell's value, per 1,000 people or per village if the table is; NAN if it is
 *   missing or the roster lacks the denominator
 */
double
dz_figure_row_get_number (DzFigureRow *self,
                          guint        column)
{
  const DzFigureCell *cell = dz_figure_row_get_cell (self, column);
  double divisor;

  g_return_val_if_fail (cell != NULL, NAN);

  if (!dz_figure_cell_is_reported (cell))
    return NAN;
  divisor = can_divide (cell) ? get_divisor (self->body, self->per) : 1;

  return divisor > 0 ? cell->value / divisor : NAN;
}

/**
 * dz_figure_row_get_unassigned:
 *
 * Returns: (transfer none) (element-type guint): indexes of figures that belong to no indicator
 */
GArray *
dz_figure_row_get_unassigned (DzFigureRow *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_ROW (self), NULL);

  return self->unassigned;
}

/**
 * dz_figure_row_get_set_aside:
 *
 * Returns: (transfer none) (element-type guint): indexes of figures a rule set aside
 */
GArray *
dz_figure_row_get_set_aside (DzFigureRow *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_ROW (self), NULL);

  return self->set_aside;
}

static void
dz_figure_table_finalize (GObject *object)
{
  DzFigureTable *self = DZ_FIGURE_TABLE (object);

  g_clear_object (&self->rows);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->statistics);
  g_clear_pointer (&self->known, dz_reconciliation_unref);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_figure_table_parent_class)->finalize (object);
}

static void
dz_figure_table_class_init (DzFigureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_figure_table_finalize;
}

static void
dz_figure_table_init (DzFigureTable *self)
{
  self->rows = g_list_store_new (DZ_TYPE_FIGURE_ROW);
  self->entries = g_ptr_array_new ();
  self->statistics = g_array_new (FALSE, TRUE, sizeof (DzColumnStatistics));
}

static void
list_leftovers (DzFigureRow *row)
{
  for (guint i = 0; row->report != NULL && i < row->report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (row->report->figures, DzFigure, i);

      if (figure->state == DZ_STATE_REJECTED)
        continue;
      if (figure->set_aside != NULL)
        g_array_append_val (row->set_aside, i);
      else if (figure->indicator == NULL)
        g_array_append_val (row->unassigned, i);
    }
}

static void
append_row (DzFigureTable *self,
            const DzBody  *body)
{
  g_autoptr(DzFigureRow) row = g_object_new (DZ_TYPE_FIGURE_ROW, NULL);

  row->review = dz_review_ref (self->review);
  row->body = body;
  row->report = dz_body_find_report (body, self->review, self->year);
  row->known = self->known != NULL ? dz_reconciliation_ref (self->known) : NULL;
  row->entries = g_ptr_array_ref (self->entries);
  row->cells = g_new0 (DzFigureCell, self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (self->entries, i);

      dz_figure_cell_resolve (row->report, entry, &row->cells[i]);
      if (row->cells[i].unit == NULL)
        row->cells[i].unit = entry->unit;
    }
  list_leftovers (row);
  g_list_store_append (self->rows, row);
}

/* ---- the footer ---- */

static void
add_to_sum (DzSum              *sum,
            const DzFigureCell *cell,
            double              number)
{
  double high = number;

  if (sum->kind == DZ_SUM_NONE)
    return;
  if (cell->mark == DZ_CELL_TWO_VALUES)
    high = number * cell->second / (cell->value != 0 ? cell->value : 1);
  else if (!isnan (cell->high))
    high = number * cell->high / (cell->value != 0 ? cell->value : 1);
  if (cell->bound == DZ_BOUND_ABOUT || cell->bound == DZ_BOUND_AT_MOST ||
      cell->mark == DZ_CELL_CONFLICT || cell->mark == DZ_CELL_TWO_INDICATORS ||
      (cell->mark == DZ_CELL_TWO_VALUES && cell->value == 0))
    sum->kind = DZ_SUM_NONE;
  else if (cell->bound == DZ_BOUND_AT_LEAST)
    sum->kind = DZ_SUM_AT_LEAST;
  else if (high > number && sum->kind == DZ_SUM_EXACT)
    sum->kind = DZ_SUM_RANGE;
  sum->low += number;
  sum->high += high;
  sum->n++;
}

static void
compute_column (DzFigureTable *self,
                guint          column)
{
  const DzEntry *entry = g_ptr_array_index (self->entries, column);
  DzColumnStatistics *statistics = &g_array_index (self->statistics, DzColumnStatistics, column);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = dz_figure_table_get_n_rows (self);
  guint n_inexact = 0, n_at_least = 0;

  *statistics = (DzColumnStatistics){ .n_bodies = n, .sum = { .kind = DZ_SUM_EXACT }, .least = HUGE_VAL };
  if (g_strcmp0 (entry->kind, "rate") == 0 || g_strcmp0 (entry->kind, "change") == 0)
    statistics->sum.kind = DZ_SUM_NONE;
  for (guint i = 0; i < n; i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (self, i);
      const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
      double number = dz_figure_row_get_number (row, column);

      statistics->n_missing += cell->mark == DZ_CELL_MISSING && cell->report != NULL;
      statistics->n_no_report += cell->mark == DZ_CELL_MISSING && cell->report == NULL;
      statistics->n_reported += dz_figure_cell_is_reported (cell);
      statistics->n_undecided += dz_figure_cell_is_undecided (cell);
      if (!isnan (number))
        {
          add_to_sum (&statistics->sum, cell, number);
          statistics->least = MIN (statistics->least, number);
        }
      if (!dz_figure_cell_is_usable (cell) || isnan (number))
        continue;
      n_inexact += dz_figure_cell_is_inexact (cell);
      n_at_least += cell->mark == DZ_CELL_AT_LEAST;
      g_array_append_val (values, number);
    }
  if (statistics->sum.n == 0)
    statistics->sum.kind = DZ_SUM_NONE;
  statistics->usable = dz_statistics_compute ((double *) values->data, values->len, n_inexact);
  dz_statistics_set_floor (&statistics->usable, (const double *) values->data, n_at_least);
  statistics->median_at_least = statistics->usable.is_floor;
  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, double, i);

      if (value > statistics->largest && !dz_statistics_is_outlier (&statistics->usable, value))
        statistics->largest = value;
    }

  for (guint i = 0; i < n && !isnan (statistics->usable.median); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (self, i);

      if (dz_figure_row_get_cell (row, column)->mark == DZ_CELL_AT_LEAST &&
          dz_figure_row_get_number (row, column) < statistics->usable.median)
        statistics->median_at_least = TRUE;
    }
}

static void
compute_statistics (DzFigureTable *self)
{
  g_array_set_size (self->statistics, self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    compute_column (self, i);
}

/**
 * dz_figure_table_new:
 * @year: 0: of each body the latest report, whatever its year
 * @scope: (nullable): %NULL for all
 * @indicators: (nullable) (array zero-terminated=1): ids, in the order wanted; unknown ones are
 *   left out; %NULL: every indicator anybody in scope reports, in codebook order
 *
 * Returns: (transfer full): the matrix, with a row per body of the scope in roster order
 */
DzFigureTable *
dz_figure_table_new (DzReview            *review,
                     DzCodebook          *codebook,
                     int                  year,
                     const DzScopeFilter *scope,
                     const char *const   *indicators)
{
  DzFigureTable *self = g_object_new (DZ_TYPE_FIGURE_TABLE, NULL);
  g_autoptr(GPtrArray) bodies = NULL;

  g_return_val_if_fail (review != NULL && codebook != NULL, self);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->year = year;
  if (indicators == NULL)
    {
      g_ptr_array_unref (self->entries);
      self->entries = dz_figure_table_list_reported (review, codebook, year, scope, NULL);
    }
  for (guint i = 0; indicators != NULL && indicators[i] != NULL; i++)
    {
      const DzEntry *entry = dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, indicators[i]);

      if (entry != NULL)
        g_ptr_array_add (self->entries, (gpointer) entry);
    }
  bodies = dz_scope_filter_list_bodies_in (scope, review, year);
  if (year != 0 && review->tables->len > 0)
    self->known = dz_reconciliation_new (review, codebook, year, scope);
  for (guint i = 0; i < bodies->len; i++)
    append_row (self, g_ptr_array_index (bodies, i));
  compute_statistics (self);

  return self;
}

/**
 * dz_figure_table_get_row:
 *
 * Returns: (transfer none): the row, without a reference of its own
 */
DzFigureRow *
dz_figure_table_get_row (DzFigureTable *self,
                         guint          row)
{
  g_autoptr(DzFigureRow) item = NULL;

  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  return item; /* the store keeps it alive */
}

guint
dz_figure_table_get_n_rows (DzFigureTable *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

guint
dz_figure_table_get_n_columns (DzFigureTable *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), 0);

  return self->entries->len;
}

/**
 * dz_figure_table_get_entry:
 *
 * Returns: (transfer none): the indicator of a column
 */
const DzEntry *
dz_figure_table_get_entry (DzFigureTable *self,
                           guint          column)
{
  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), NULL);
  g_return_val_if_fail (column < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, column);
}

/**
 * dz_figure_table_find_column:
 *
 * Returns: the column of an indicator, -1 if the table has none
 */
int
dz_figure_table_find_column (DzFigureTable *self,
                             const char    *indicator)
{
  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), -1);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_strcmp0 (((const DzEntry *) g_ptr_array_index (self->entries, i))->id, indicator) == 0)
      return (int) i;

  return -1;
}

/**
 * dz_figure_table_get_statistics:
 *
 * Returns: (transfer none): the footer of a column, over the rows of the table
 */
const DzColumnStatistics *
dz_figure_table_get_statistics (DzFigureTable *self,
                                guint          column)
{
  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), NULL);
  g_return_val_if_fail (column < self->statistics->len, NULL);

  return &g_array_index (self->statistics, DzColumnStatistics, column);
}

DzReview *
dz_figure_table_get_review (DzFigureTable *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), NULL);

  return self->review;
}

/**
 * dz_figure_table_set_per:
 *
 * Shows the table's numbers as reported, per 1,000 people or per village, and
 * computes the footer anew. The cells keep what was reported.
 */
void
dz_figure_table_set_per (DzFigureTable *self,
                         DzPer          per)
{
  g_return_if_fail (DZ_IS_FIGURE_TABLE (self));

  if (self->per == per)
    return;
  self->per = per;
  for (guint i = 0; i < dz_figure_table_get_n_rows (self); i++)
    dz_figure_table_get_row (self, i)->per = per;
  compute_statistics (self);
  g_list_model_items_changed (G_LIST_MODEL (self->rows), 0, dz_figure_table_get_n_rows (self),
                              dz_figure_table_get_n_rows (self));
}

DzPer
dz_figure_table_get_per (DzFigureTable *self)
{
  g_return_val_if_fail (DZ_IS_FIGURE_TABLE (self), DZ_PER_NONE);

  return self->per;
}

/**
 * dz_figure_table_can_per:
 * @reason: (out) (transfer full) (nullable): why not, in Chinese, naming the bodies
 *
 * Returns: whether the roster has the denominator for every body of the table
 */
gboolean
dz_figure_table_can_per (DzFigureTable *self,
                         DzPer          per,
                         char         **reason)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint lacking = 0;
  guint n = dz_figure_table_get_n_rows (self);

  if (reason != NULL)
    *reason = NULL;
  for (guint i = 0; i < n; i++)
    {
      const DzBody *body = dz_figure_table_get_row (self, i)->body;

      if (get_divisor (body, per) > 0)
        continue;
      if (lacking++ < 3)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", body->name);
    }
  if (lacking == 0)
    return TRUE;
  if (reason != NULL && lacking == n)
    *reason = g_strdup_printf ("名册里没有%s", per == DZ_PER_THOUSAND ? "人口数" : "村（社区）数");
  else if (reason != NULL)
    *reason = g_strdup_printf ("名册里%s%s没有%s", names->str, lacking > 3 ? "等" : "",
                               per == DZ_PER_THOUSAND ? "人口数" : "村（社区）数");

  return FALSE;
}

/* ---- order ---- */

typedef struct
{
  guint index;
  guint class; /* 0 values, 1 undecided, 2 not applicable, 3 missing */
  double number;
} SortKey;

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      descending)
{
  const SortKey *x = a;
  const SortKey *y = b;
  int order;

  if (x->class != y->class)
    return (int) x->class - (int) y->class;
  order = isnan (x->number) || isnan (y->number) ? 0
                                                 : (x->number > y->number) - (x->number < y->number);
  if (order == 0)
    return (int) x->index - (int) y->index;

  return GPOINTER_TO_INT (descending) ? -order : order;
}

/**
 * dz_figure_table_sort:
 * @column: -1 for roster order
 *
 * Values first, in the direction asked; then the undecided by their smaller
 * value; then 不适用 and 未报 in roster order, whatever the direction.
 *
 * Returns: (transfer full) (element-type guint): row numbers
 */
GArray *
dz_figure_table_sort (DzFigureTable *self,
                      int            column,
                      gboolean       descending)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (SortKey));

  for (guint i = 0; i < dz_figure_table_get_n_rows (self); i++)
    {
      SortKey key = { .index = i, .number = NAN };

      if (column >= 0)
        {
          DzFigureRow *row = dz_figure_table_get_row (self, i);
          const DzFigureCell *cell = dz_figure_row_get_cell (row, (guint) column);

          key.number = dz_figure_row_get_number (row, (guint) column);
          key.class = cell->mark == DZ_CELL_NOT_APPLICABLE     ? 2
                      : isnan (key.number)                     ? 3
                      : dz_figure_cell_is_undecided (cell)     ? 1
                                                               : 0;
        }
      g_array_append_val (keys, key);
    }
  g_array_sort_with_data (keys, compare_keys, GINT_TO_POINTER (descending));
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (order, g_array_index (keys, SortKey, i).index);

  return order;
}

/**
 * dz_figure_table_count_reporting:
 * @year: 0: the latest report of each
 * @scope: (nullable)
 *
 * Returns: (transfer full): how many bodies in scope report an indicator: interned id → GUINT_TO_POINTER; one nobody
 *   reports is not in it
 */
GHashTable *
dz_figure_table_count_reporting (DzReview            *review,
                                 int                  year,
                                 const DzScopeFilter *scope)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) last = g_hash_table_new (NULL, NULL); /* the body counted last for it, from one */
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (scope, review);

  for (guint i = 0; i < bodies->len; i++)
    {
      DzReport *report = dz_body_find_report (g_ptr_array_index (bodies, i), review, year);

      for (guint k = 0; report != NULL && k < report->figures->len; k++)
        {
          const DzFigure *figure = &g_array_index (report->figures, DzFigure, k);
          gpointer id = (gpointer) figure->indicator;

          if (!dz_figure_counts (figure) || GPOINTER_TO_UINT (g_hash_table_lookup (last, id)) == i + 1)
            continue;
          g_hash_table_insert (last, id, GUINT_TO_POINTER (i + 1));
          g_hash_table_insert (counts, id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
        }
    }

  return counts;
}

/**
 * dz_figure_table_list_reported:
 * @scope: (nullable)
 * @theme: (nullable): only of this theme
 *
 * Returns: (transfer container) (element-type DzEntry): indicators that anybody in scope reports
 *   for @year, in codebook order
 */
GPtrArray *
dz_figure_table_list_reported (DzReview            *review,
                               DzCodebook          *codebook,
                               int                  year,
                               const DzScopeFilter *scope,
                               const char          *theme)
{
  g_autoptr(GHashTable) seen = dz_figure_table_count_reporting (review, year, scope);
  GPtrArray *all = dz_codebook_list (codebook, DZ_ENTRY_INDICATOR);
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (all, i);

      if (g_hash_table_contains (seen, entry->id) &&
          (theme == NULL || g_strcmp0 (entry->theme, theme) == 0))
        g_ptr_array_add (entries, (gpointer) entry);
    }

  return entries;
}
