/* dz-statistics.h - median, quartiles and outliers of the values that may enter
 *
 * As the spreadsheet function QUARTILE.INC, so that an office can check them. Values that are
 * missing or undecided (待核) never get here; ≥, ≈ and ≤ enter at the written number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DZ_STATISTICS_MIN_MEDIAN 5  /* usable values below which no median is given */
#define DZ_STATISTICS_MIN_OUTLIER 8

/**
 * DzStatistics:
 * @n: usable values; @n_inexact: of them bounds and abouts
 * @has_median: enough values, of which at most half are inexact: @median and the quartiles @lower and
 *   @upper may be said, rounded for print; else they are NAN
 * @is_floor: most values are ≥ and none is ≈ or ≤: @median is what the median is at least
 * @has_limits: beyond @low_limit and @high_limit lie outliers; else NAN
 * @min: smallest value, NAN of none; @max likewise
 */
typedef struct
{
  guint n;
  guint n_inexact;
  gboolean has_median;
  gboolean is_floor;
  gboolean has_limits;
  double min, max;
  double median, lower, upper;
  double low_limit, high_limit;
} DzStatistics;

DzStatistics dz_statistics_compute    (double             *values,
                                       guint               n,
                                       guint               n_inexact);
void         dz_statistics_set_floor  (DzStatistics       *self,
                                       const double       *sorted,
                                       guint               n_at_least);
double       dz_statistics_quantile   (const double       *sorted,
                                       guint               n,
                                       double              share);
gboolean     dz_statistics_is_outlier (const DzStatistics *self,
                                       double              value);

G_END_DECLS
