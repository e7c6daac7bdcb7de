/* dz-statistics.c - median, quartiles and outliers of the values that may enter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-statistics.h"

#include "dz-format.h"

#include <math.h>
#include <stdlib.h>

#define SMALL_COUNT 10

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* One decimal; from 100 up a whole number. */
static double
round_quartile (double value)
{
  return dz_format_round (value, fabs (value) >= 100 ? 0 : 1);
}

/**
 * dz_statistics_quantile:
 * @sorted: (array length=n): ascending
 * @share: 0.5 for the median
 *
 * Returns: QUARTILE.INC of spreadsheets, not rounded; NAN of nothing
 */
double
dz_statistics_quantile (const double *sorted,
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

/* Counts as small as these differ by chance: of bodies with two lawsuits each, one with four is none apart. */
static double
chance_spread (double median)
{
  return fabs (median) < SMALL_COUNT ? 2 * sqrt (MAX (fabs (median), 1)) : 0;
}

/**
 * dz_statistics_compute:
 * @values: (array length=n): usable values; sorted here
 * @n_inexact: how many of them are bounds or approximate
 *
 * Returns: what may be said of them
 */
DzStatistics
dz_statistics_compute (double *values,
                       guint   n,
                       guint   n_inexact)
{
  DzStatistics self = { .n = n, .n_inexact = n_inexact, .min = NAN, .max = NAN, .median = NAN, .lower = NAN,
                        .upper = NAN, .low_limit = NAN, .high_limit = NAN };
  double lower, upper;

  if (n == 0)
    return self;
  qsort (values, n, sizeof (double), compare_doubles);
  self.min = values[0];
  self.max = values[n - 1];
  self.has_median = n >= DZ_STATISTICS_MIN_MEDIAN && n_inexact * 2 <= n;
  self.has_limits = self.has_median && n >= DZ_STATISTICS_MIN_OUTLIER;
  if (!self.has_median)
    return self;
  lower = dz_statistics_quantile (values, n, 0.25);
  upper = dz_statistics_quantile (values, n, 0.75);
  self.median = dz_format_round (dz_statistics_quantile (values, n, 0.5), 1);
  self.lower = round_quartile (lower);
  self.upper = round_quartile (upper);
  if (self.has_limits)
    {
      double spread = MAX (upper - lower, chance_spread (self.median));

      self.low_limit = lower - 1.5 * spread;
      self.high_limit = upper + 1.5 * spread;
    }

  return self;
}

/**
 * dz_statistics_set_floor:
 * @self: of dz_statistics_compute()
 * @sorted: the values it sorted
 * @n_at_least: how many of them are ≥
 *
 * Where most values are ≥, none is ≈ or ≤ and there is no median, the median of the written numbers is what
 * the median is at least.
 */
void
dz_statistics_set_floor (DzStatistics *self,
                         const double *sorted,
                         guint         n_at_least)
{
  self->is_floor = !self->has_median && self->n >= DZ_STATISTICS_MIN_MEDIAN && n_at_least == self->n_inexact;
  if (self->is_floor)
    self->median = dz_format_round (dz_statistics_quantile (sorted, self->n, 0.5), 1);
}

/**
 * dz_statistics_is_outlier:
 *
 * Returns: whether @value lies beyond the limits; never where there are none
 */
gboolean
dz_statistics_is_outlier (const DzStatistics *self,
                          double              value)
{
  return self->has_limits && (value < self->low_limit || value > self->high_limit);
}
