/* dz-series-order.c - in which order rows stand, and what may be said of their values
 *
 * Years, then groups, then kinds of body if asked; then the first measure, largest first, ties by
 * the second and the roster. What is missing is last, in roster order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-series.h"

/* 0 for the kind of body the roster names first, and so on. */
static guint
find_kind_place (DzSeries   *self,
                 const char *kind)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (dz_series_get_row (self, i)->kind == kind)
      return i;
  return G_MAXUINT;
}

static int
compare_cells (const DzCell *a,
               const DzCell *b)
{
  gboolean has_a = dz_cell_has_value (a), has_b = dz_cell_has_value (b);

  if (has_a != has_b)
    return has_a ? -1 : 1;
  if (!has_a || a->value == b->value)
    return 0;
  return a->value > b->value ? -1 : 1;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  DzSeries *self = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const DzSeriesRow *p = dz_series_get_row (self, i), *q = dz_series_get_row (self, j);
  int order = 0;

  if (p->report_year != q->report_year)
    return p->report_year > q->report_year ? -1 : 1;
  if (p->group != q->group)
    return p->group < q->group ? -1 : 1;
  if (self->order == DZ_ORDER_KIND && p->kind != q->kind)
    return find_kind_place (self, p->kind) < find_kind_place (self, q->kind) ? -1 : 1;
  if (self->order != DZ_ORDER_ROSTER && self->measures->len > 0)
    {
      const DzCell *first = dz_series_get_cell (self, i, 0);

      order = compare_cells (first, dz_series_get_cell (self, j, 0));
      if (order == 0 && dz_cell_has_value (first) && self->measures->len > 1)
        order = compare_cells (dz_series_get_cell (self, i, 1), dz_series_get_cell (self, j, 1));
    }
  return order != 0 ? order : (i > j) - (i < j);
}

/**
 * dz_series_dup_order:
 *
 * Rows as a chart shows them from the top: by @order, years and groups parted first.
 *
 * Returns: (transfer full) (array): a row index for each row
 */
guint *
dz_series_dup_order (DzSeries *self)
{
  guint *order = g_new (guint, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) self->rows->len, sizeof (guint), compare_rows, self);
  return order;
}

/**
 * dz_series_get_statistics:
 * @measure: a measure
 * @kind: (nullable): only bodies of this kind
 *
 * Returns: what may be said of the values that enter; of years or counties side by side no median
 */
DzStatistics
dz_series_get_statistics (DzSeries   *self,
                          guint       measure,
                          const char *kind)
{
  g_autofree double *values = g_new (double, self->rows->len + 1);
  guint n = 0, n_inexact = 0;
  DzStatistics statistics;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const DzCell *cell = dz_series_get_cell (self, i, measure);

      if ((kind != NULL && dz_series_get_row (self, i)->kind != g_intern_string (kind)) ||
          !dz_cell_is_usable (cell))
        continue;
      values[n++] = cell->value;
      n_inexact += cell->bound != DZ_BOUND_EXACT;
    }
  statistics = dz_statistics_compute (values, n, n_inexact);
  if (self->side_by_side || self->mixed_years)
    statistics.has_median = statistics.has_limits = FALSE;

  return statistics;
}

static gint
compare_larger (gconstpointer a,
                gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left > right ? -1 : left < right;
}

static GPtrArray *
rank_values (DzSeries *self)
{
  GPtrArray *ranked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint m = 0; m < self->measures->len; m++)
    {
      GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint i = 0; i < self->rows->len; i++)
        {
          const DzCell *cell = dz_series_get_cell (self, i, m);

          if (dz_cell_is_usable (cell))
            g_array_append_val (values, cell->value);
        }
      g_array_sort (values, compare_larger);
      g_ptr_array_add (ranked, values);
    }

  return ranked;
}

/* Made once, when the series is filled; two threads that draw it may both come first. */
static GPtrArray *
need_ranked (DzSeries *self)
{
  GPtrArray *ranked = g_atomic_pointer_get (&self->ranked);

  if (ranked != NULL)
    return ranked;
  ranked = rank_values (self);
  if (!g_atomic_pointer_compare_and_exchange (&self->ranked, NULL, ranked))
    {
      g_ptr_array_unref (ranked);
      ranked = g_atomic_pointer_get (&self->ranked);
    }

  return ranked;
}

/**
 * dz_series_find_place:
 * @cell: of a series that is filled
 *
 * Returns: the place from the top, equal values sharing it; 0 where nothing is ranked
 */
guint
dz_series_find_place (DzSeries     *self,
                      const DzCell *cell,
                      guint         measure)
{
  const GArray *values;
  guint low = 0, high;

  if (!dz_cell_is_usable (cell) || self->side_by_side)
    return 0;
  values = g_ptr_array_index (need_ranked (self), measure);
  if (values->len < 5)
    return 0;
  high = values->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (values, double, middle) > cell->value)
        low = middle + 1;
      else
        high = middle;
    }

  return low + 1;
}
