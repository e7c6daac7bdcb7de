/* dz-statistics.h - median, quartiles, outliers, sums, and which values enter
 *
 * Values that are missing, contradicted (待核) or assigned to two indicators
 * (待核) never enter. ≥, ≈ and ≤ enter at the written number if they are at
 * most half of the values. Quartiles are QUARTILE.INC. NAN: not computed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DZ_STATISTICS_MIN_MEDIAN 5  /* usable values below which no median is given */
#define DZ_STATISTICS_MIN_OUTLIER 8

typedef enum
{
  DZ_SUM_NONE,     /* cannot be printed: nothing, ≈ or ≤ among the values, or two units */
  DZ_SUM_EXACT,
  DZ_SUM_AT_LEAST, /* only exact and ≥ */
  DZ_SUM_RANGE     /* exact, and values told twice differently: low to high */
} DzSumKind;

typedef struct
{
  DzSumKind kind;
  double low;
  double high;
  guint n; /* bodies summed */
} DzSum;

/* What a column or a panel adds up to. */
typedef struct
{
  guint n_bodies;    /* all asked */
  guint n_reported;  /* have a cell with a value: 已报 */
  guint n_missing;   /* 未报 */
  guint n_undecided; /* 待核: reported, but in no statistic */
  guint n_usable;    /* entered, if a median was made */
  guint n_inexact;   /* ≥ ≈ ≤ among the usable */
  double minimum;    /* of the usable */
  double maximum;
  double median;     /* rounded to one decimal; NAN if not computed */
  double q1;         /* one decimal; from 100 up whole numbers */
  double q3;
  double low_limit;  /* outlier limits; NAN with fewer than 8 */
  double high_limit;
  gboolean median_at_least; /* a ≥ value lies below the median: print it with ≥ */
  DzSum sum;
} DzColumnStatistics;

double   dz_column_quantile              (const double             *sorted,
                                         guint                     n,
                                         double                    share);
double   dz_column_round_quartile        (double                    value);
gboolean dz_column_statistics_is_outlier (const DzColumnStatistics *self,
                                         double                    value);
void     dz_column_statistics_compute    (DzColumnStatistics       *self,
                                         GArray                   *values,
                                         guint                     n_inexact);

G_END_DECLS
