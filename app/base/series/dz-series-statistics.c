/* dz-series-statistics.c - median, quartiles and limits of one measure of a series
 *
 * As the spreadsheet function QUARTILE.INC, so that an office can check them; rounded
 * half away from zero. 待核 does not enter, bounds enter at the written number,
 * and nothing is said of fewer than five values or of mostly inexact ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-series.h"

#include <math.h>
#include <stdlib.h>

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The small addend mends 0.15 being stored a hair under itself. */
static double
round_away (double value,
            double unit)
{
  return copysign (floor (fabs (value) / unit + 0.5 + 1e-9) * unit, value);
}

static double
round_tenth (double value)
{
  return round (round_away (value, 0.1) * 10) / 10;
}

static double
round_quartile (double value)
{
  return fabs (value) >= 100 ? round_away (value, 1) : round_tenth (value);
}

/**
 * dz_statistics_quantile:
 * @sorted: (array length=n): values, smallest first
 * @n: more than 0
 * @share: 0.25, 0.5, 0.75
 *
 * Returns: the quantile, interpolated, not rounded
 */
double
dz_statistics_quantile (const double *sorted,
                        guint         n,
                        double        share)
{
  double place;
  guint under;

  g_return_val_if_fail (n > 0, NAN);

  place = share * (n - 1);
  under = (guint) floor (place);
  if (under + 1 >= n)
    return sorted[n - 1];
  return sorted[under] + (place - under) * (sorted[under + 1] - sorted[under]);
}

/**
 * dz_series_get_statistics:
 * @measure: a measure
 * @kind: (nullable): only bodies of this kind
 *
 * Returns: what may be said of the values; median and quartiles are rounded for print
 */
DzStatistics
dz_series_get_statistics (DzSeries   *self,
                          guint       measure,
                          const char *kind)
{
  g_autofree double *values = g_new (double, self->rows->len + 1);
  DzStatistics stats = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const DzCell *cell = dz_series_get_cell (self, i, measure);

      if ((kind != NULL && dz_series_get_row (self, i)->kind != g_intern_string (kind)) ||
          !dz_cell_is_usable (cell))
        continue;
      values[stats.n++] = cell->value;
      stats.n_inexact += cell->bound != DZ_BOUND_EXACT;
    }
  if (stats.n == 0)
    return stats;

  qsort (values, stats.n, sizeof (double), compare_doubles);
  stats.min = values[0];
  stats.max = values[stats.n - 1];
  stats.has_median = stats.n >= 5 && stats.n_inexact * 2 <= stats.n &&
                     !self->side_by_side && !self->mixed_years;
  stats.has_limits = stats.has_median && stats.n >= 8;
  stats.lower = dz_statistics_quantile (values, stats.n, 0.25);
  stats.upper = dz_statistics_quantile (values, stats.n, 0.75);
  stats.low_limit = stats.lower - 1.5 * (stats.upper - stats.lower);
  stats.high_limit = stats.upper + 1.5 * (stats.upper - stats.lower);
  stats.median = round_tenth (dz_statistics_quantile (values, stats.n, 0.5));
  stats.lower = round_quartile (stats.lower);
  stats.upper = round_quartile (stats.upper);
  return stats;
}
