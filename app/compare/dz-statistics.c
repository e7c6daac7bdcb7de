/* dz-statistics.c - median, quartiles, outliers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-statistics.h"

#include "dz-format.h"

#include <math.h>

/**
 * dz_column_quantile:
 * @sorted: (array length=n): ascending
 * @share: 0.5 for the median
 *
 * Returns: QUARTILE.INC of spreadsheets, not rounded; NAN of nothing
 */
double
dz_column_quantile (const double *sorted,
                    guint         n,
                    double        share)
{
  double place;
  guint below;

  if (n == 0)
    return NAN;
  place = (n - 1) * share;
  below = (guint) floor (place);
  if (below + 1 >= n)
    return sorted[n - 1];

  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * dz_column_round_quartile:
 *
 * Returns: one decimal; from 100 up a whole number
 */
double
dz_column_round_quartile (double value)
{
  return dz_format_round (value, fabs (value) >= 100 ? 0 : 1);
}

/**
 * dz_column_statistics_is_outlier:
 *
 * Returns: whether @value lies beyond 1.5 times the quartiles' distance; never with fewer than
 *   eight values
 */
gboolean
dz_column_statistics_is_outlier (const DzColumnStatistics *self,
                                 double                    value)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (isnan (value) || isnan (self->low_limit))
    return FALSE;

  return value < self->low_limit || value > self->high_limit;
}

/**
 * dz_column_statistics_compute:
 * @values: (element-type double): usable values; sorted here
 * @n_inexact: how many of them are bounds or approximate
 *
 * Fills the parts of @self that come from the usable values alone.
 */
void
dz_column_statistics_compute (DzColumnStatistics *self,
                              GArray             *values,
                              guint               n_inexact)
{
  const double *sorted;
  double q1, q3;

  self->n_usable = values->len;
  self->n_inexact = n_inexact;
  self->minimum = self->maximum = NAN;
  self->median = self->q1 = self->q3 = NAN;
  self->low_limit = self->high_limit = NAN;
  if (values->len == 0)
    return;

  g_array_sort (values, compare_doubles);
  sorted = (const double *) values->data;
  self->minimum = sorted[0];
  self->maximum = sorted[values->len - 1];
  if (values->len < DZ_STATISTICS_MIN_MEDIAN || n_inexact * 2 > values->len)
    return;

  q1 = dz_column_quantile (sorted, values->len, 0.25);
  q3 = dz_column_quantile (sorted, values->len, 0.75);
  self->median = dz_format_round (dz_column_quantile (sorted, values->len, 0.5), 1);
  self->q1 = dz_column_round_quartile (q1);
  self->q3 = dz_column_round_quartile (q3);
  if (values->len < DZ_STATISTICS_MIN_OUTLIER)
    return;
  self->low_limit = q1 - 1.5 * (q3 - q1);
  self->high_limit = q3 + 1.5 * (q3 - q1);
}
