/* dz-column-statistics.h - what a column of figures adds up to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-statistics.h"

G_BEGIN_DECLS

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
  guint n_missing;   /* 未报: the report does not say */
  guint n_no_report; /* 无报告: there is none */
  guint n_undecided; /* 待核: reported, but in no statistic */
  DzStatistics usable; /* of the values that enter */
  gboolean median_at_least; /* a ≥ value lies below the median: print it with ≥ */
  DzSum sum;
  double largest; /* that enters and is no outlier; 0: none */
  double least;   /* of all that are reported; HUGE_VAL: none */
} DzColumnStatistics;

G_END_DECLS
