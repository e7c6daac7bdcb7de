/* test-statistics.c - median, quartiles, rounding, outliers, and how numbers are printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-format.h"
#include "dz-statistics.h"

#include <math.h>

static void
test_quartile_inc (void)
{
  /* what a spreadsheet's QUARTILE.INC gives */
  const double sorted[] = { 36, 84, 87, 114, 158, 231, 249, 276, 315, 341 };

  g_assert_cmpfloat (dz_statistics_quantile (sorted, 10, 0.5), ==, 194.5);
  g_assert_cmpfloat (dz_statistics_quantile (sorted, 10, 0.25), ==, 93.75);
  g_assert_cmpfloat (dz_statistics_quantile (sorted, 10, 0.75), ==, 269.25);
  g_assert_cmpfloat (dz_statistics_quantile (sorted, 1, 0.25), ==, 36);
  g_assert_true (isnan (dz_statistics_quantile (sorted, 0, 0.5)));
}

static void
test_half_away_from_zero (void)
{
  g_assert_cmpfloat (dz_format_round (2.25, 1), ==, 2.3);
  g_assert_cmpfloat (dz_format_round (-2.25, 1), ==, -2.3);
  g_assert_cmpfloat (dz_format_round (2.35, 1), ==, 2.4); /* below a half in binary */
  g_assert_cmpfloat (dz_format_round (0.5, 0), ==, 1);
  g_assert_cmpfloat (dz_format_round (-0.04, 1), ==, 0);
}

static DzStatistics
compute (const double *values,
         guint         n,
         guint         n_inexact)
{
  g_autofree double *copy = g_memdup2 (values, n * sizeof (double));

  return dz_statistics_compute (copy, n, n_inexact);
}

static void
test_rounded_for_print (void)
{
  const double values[] = { 36, 84, 114, 158, 231, 249, 276, 315, 341, 87 };
  DzStatistics statistics = compute (values, 10, 0);

  g_assert_cmpfloat (statistics.median, ==, 194.5);
  g_assert_cmpfloat (statistics.lower, ==, 93.8);
  g_assert_cmpfloat (statistics.upper, ==, 269);
}

/* Most say at least so many: then the middle is at least that. */
static void
test_floor (void)
{
  const double values[] = { 10, 20, 30, 40, 50 };
  DzStatistics statistics = compute (values, 5, 4);
  DzStatistics mixed = compute (values, 5, 4);
  DzStatistics median = compute (values, 5, 2);

  g_assert_true (isnan (statistics.median));
  dz_statistics_set_floor (&statistics, values, 4);
  g_assert_true (statistics.is_floor);
  g_assert_false (statistics.has_median);
  g_assert_cmpfloat (statistics.median, ==, 30);
  g_assert_true (isnan (statistics.lower));
  dz_statistics_set_floor (&mixed, values, 3); /* one is about, or at most */
  g_assert_true (isnan (mixed.median));
  dz_statistics_set_floor (&median, values, 2);
  g_assert_false (median.is_floor);
}

/* Of counts that small none is far out for chance; of large ones as before. */
static void
test_small_counts (void)
{
  const double few[] = { 0, 0, 0, 0, 1, 1, 2, 4 };
  const double none[] = { 0, 0, 0, 0, 0, 0, 0, 1 };
  const double apart[] = { 0, 0, 1, 1, 2, 2, 3, 30 };
  const double rates[] = { 98, 98, 98, 98, 98, 98, 98, 60 };
  DzStatistics small = compute (few, 8, 0);
  DzStatistics zero = compute (none, 8, 0);
  DzStatistics far = compute (apart, 8, 0);
  DzStatistics rate = compute (rates, 8, 0);

  g_assert_false (dz_statistics_is_outlier (&small, 4));
  g_assert_false (dz_statistics_is_outlier (&zero, 1));
  g_assert_true (dz_statistics_is_outlier (&far, 30));
  g_assert_true (dz_statistics_is_outlier (&rate, 60));
}

static void
test_too_few (void)
{
  const double values[] = { 1, 2, 3, 4, 5, 6, 7 };
  DzStatistics four = compute (values, 4, 0);
  DzStatistics five = compute (values, 5, 0);
  DzStatistics seven = compute (values, 7, 0);
  DzStatistics none = compute (values, 0, 0);

  g_assert_true (isnan (four.median));
  g_assert_cmpfloat (four.max, ==, 4);
  g_assert_cmpfloat (five.median, ==, 3);
  g_assert_true (isnan (seven.low_limit));
  g_assert_true (isnan (none.max));
}

static void
test_half_may_be_inexact (void)
{
  const double values[] = { 1, 2, 3, 4, 5, 6 };

  g_assert_cmpfloat (compute (values, 6, 3).median, ==, 3.5);
  g_assert_true (isnan (compute (values, 6, 4).median));
}

static void
test_outliers (void)
{
  const double values[] = { 10, 11, 12, 12, 13, 14, 15, 100 };
  DzStatistics statistics = compute (values, 8, 0);

  g_assert_true (dz_statistics_is_outlier (&statistics, 100));
  g_assert_false (dz_statistics_is_outlier (&statistics, 15));
  g_assert_false (dz_statistics_is_outlier (&statistics, NAN));
}

static void
assert_printed (char       *printed,
                const char *wanted)
{
  g_assert_cmpstr (printed, ==, wanted);
  g_free (printed);
}

static void
test_printing (void)
{
  assert_printed (dz_format_number (98), "98");
  assert_printed (dz_format_number (96.6), "96.6");
  assert_printed (dz_format_number (9999), "9999");
  assert_printed (dz_format_number (12000), "12" DZ_FORMAT_THIN_SPACE "000");
  assert_printed (dz_format_number (1234567), "1" DZ_FORMAT_THIN_SPACE "234" DZ_FORMAT_THIN_SPACE "567");
  /* 1.2亿元, and more: no tenth of a thousandth comes of rounding */
  assert_printed (dz_format_plain (120000000), "120000000");
  assert_printed (dz_format_plain (26790169000), "26790169000");
  assert_printed (dz_format_plain (50000000.5), "50000000.5");
  assert_printed (dz_format_number (-28), DZ_FORMAT_MINUS "28");
  assert_printed (dz_format_number (NAN), "—");
  assert_printed (dz_format_number (0), "0");
  assert_printed (dz_format_plain (12000.5), "12000.5");
  assert_printed (dz_format_plain (NAN), "");
  assert_printed (dz_format_decimals (194.5, 1), "194.5");
  assert_printed (dz_format_decimals (2, 2), "2.00");
  assert_printed (dz_format_wan (12000, 2), "1.20");
  assert_printed (dz_format_wan (22000, 1), "2.2");
  assert_printed (dz_format_signed (28), "+28");
  assert_printed (dz_format_signed (-4), DZ_FORMAT_MINUS "4");
  assert_printed (dz_format_signed (0), "0");
  assert_printed (dz_format_percent (25, 0), "25%");
  assert_printed (dz_format_signed_percent (11.29), "+11.3%");
  assert_printed (dz_format_signed_percent (-0.01), "0.0%");
  assert_printed (dz_format_amount (341, "件"), "341件");
  assert_printed (dz_format_amount (12000, "份"), "1.2万份");
  assert_printed (dz_format_amount (12345, "人次"), "12" DZ_FORMAT_THIN_SPACE "345人次");
  assert_printed (dz_format_amount (98.6, "%"), "98.6%");
  assert_printed (dz_format_range (12, 15), "12～15");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/statistics/at-least-median", test_floor);
  g_test_add_func ("/base/statistics/small-counts", test_small_counts);
  g_test_add_func ("/compare/statistics/quartiles-are-the-spreadsheets", test_quartile_inc);
  g_test_add_func ("/compare/statistics/half-goes-away-from-zero", test_half_away_from_zero);
  g_test_add_func ("/statistics/rounded-for-print", test_rounded_for_print);
  g_test_add_func ("/compare/statistics/too-few-values-give-none", test_too_few);
  g_test_add_func ("/compare/statistics/half-may-be-inexact", test_half_may_be_inexact);
  g_test_add_func ("/compare/statistics/outliers-need-eight", test_outliers);
  g_test_add_func ("/base/format/numbers", test_printing);

  return g_test_run ();
}
