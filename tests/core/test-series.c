/* test-series.c - values ready to draw: order, statistics, words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sample-series.h"
#include "dz-format.h"

static void
test_missing_is_not_zero (void)
{
  g_autoptr(DzSeries) series = dz_series_new (2024);
  const DzCell *cell;

  dz_series_add_measure (series, "x", "数", NULL, "件", "count");
  dz_series_add_row (series, 1, "甲镇", "镇");
  cell = dz_series_get_cell (series, 0, 0);
  g_assert_cmpint (cell->mark, ==, DZ_MARK_MISSING);
  g_assert_false (dz_cell_has_value (cell));
  dz_series_set_value (series, 0, 0, 0, DZ_BOUND_EXACT);
  g_assert_true (dz_cell_has_value (dz_series_get_cell (series, 0, 0)));
}

static void
test_order (void)
{
  static const char *const names[] = { "望溪街道", "苇洲镇", "澜桥镇", "禾泉镇", "万榆镇", "槐堤镇",
                                       "栖砚镇", "鹭陂乡", "六渠乡", "枫梧畲族乡", "石竺乡", "双渚街道" };
  g_autoptr(DzSeries) series = sample_mediation ();
  g_autofree guint *order = dz_series_dup_order (series);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (dz_series_get_row (series, order[i])->name, ==, names[i]);
}

static void
test_ties (void)
{
  g_autoptr(DzSeries) series = sample_training ();
  g_autofree guint *order = dz_series_dup_order (series);

  /* three sessions each: the one with people first, then the roster */
  g_assert_cmpstr (dz_series_get_row (series, order[2])->name, ==, "槐堤镇");
  g_assert_cmpstr (dz_series_get_row (series, order[3])->name, ==, "澜桥镇");
  g_assert_cmpstr (dz_series_get_row (series, order[4])->name, ==, "枫梧畲族乡");
  /* missing in roster order */
  g_assert_cmpstr (dz_series_get_row (series, order[7])->name, ==, "双渚街道");
  g_assert_cmpstr (dz_series_get_row (series, order[11])->name, ==, "鹭陂乡");
}

static void
test_order_by_kind (void)
{
  g_autoptr(DzSeries) series = sample_mediation ();
  g_autofree guint *order = NULL;

  series->order = DZ_ORDER_KIND;
  order = dz_series_dup_order (series);
  g_assert_cmpstr (dz_series_get_row (series, order[0])->name, ==, "望溪街道");
  g_assert_cmpstr (dz_series_get_row (series, order[1])->name, ==, "双渚街道");
  g_assert_cmpstr (dz_series_get_row (series, order[2])->name, ==, "苇洲镇");
}

static void
test_quantiles (void)
{
  static const double values[] = { 1, 2, 3, 4 };

  /* QUARTILE.INC of 1 2 3 4 */
  g_assert_cmpfloat (dz_statistics_quantile (values, 4, 0.25), ==, 1.75);
  g_assert_cmpfloat (dz_statistics_quantile (values, 4, 0.5), ==, 2.5);
  g_assert_cmpfloat (dz_statistics_quantile (values, 4, 0.75), ==, 3.25);
  g_assert_cmpfloat (dz_statistics_quantile (values, 1, 0.75), ==, 1);
}

static void
test_statistics (void)
{
  g_autoptr(DzSeries) mediation = sample_mediation ();
  g_autoptr(DzSeries) events = sample_events ();
  g_autoptr(DzSeries) materials = sample_materials ();
  DzStatistics stats = dz_series_get_statistics (mediation, 0, NULL);

  g_assert_cmpuint (stats.n, ==, 10); /* two values: not in */
  g_assert_true (stats.has_median);
  g_assert_cmpfloat (stats.median, ==, 194.5);

  stats = dz_series_get_statistics (events, 0, NULL);
  g_assert_cmpfloat (stats.median, ==, 23.5);
  g_assert_cmpfloat (stats.lower, ==, 15.5);
  g_assert_cmpfloat (stats.upper, ==, 31.5);
  g_assert_true (stats.has_limits);
  stats = dz_series_get_statistics (events, 0, "镇");
  g_assert_cmpuint (stats.n, ==, 6);
  g_assert_true (stats.has_median && !stats.has_limits);

  stats = dz_series_get_statistics (materials, 0, NULL); /* mostly inexact */
  g_assert_cmpuint (stats.n, ==, 10);
  g_assert_false (stats.has_median);
}

static void
test_few_have_no_median (void)
{
  g_autoptr(DzSeries) series = sample_county (5);
  DzStatistics stats;

  stats = dz_series_get_statistics (series, 0, NULL);
  g_assert_cmpuint (stats.n, ==, 5);
  g_assert_true (stats.has_median);
  dz_series_set_mark (series, 0, 0, DZ_MARK_MISSING);
  stats = dz_series_get_statistics (series, 0, NULL);
  g_assert_false (stats.has_median);
}

static const struct
{
  double value;
  int decimals;
  const char *text;
} numbers[] = {
  { 0, -1, "0" }, { 98, -1, "98" }, { 96.6, -1, "96.6" }, { 96.6, 2, "96.60" }, { 1300, -1, "1300" },
  { 12000, -1, "12\342\200\211000" }, { 1234567, -1, "1\342\200\211234\342\200\211567" },
  { -3, -1, "\342\210\2223" }, { 0.00001, -1, "0" }, { -0.00001, -1, "0" }, { 0.1 + 0.2, -1, "0.3" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = dz_format_decimals (numbers[i].value, numbers[i].decimals);

      g_assert_cmpstr (text, ==, numbers[i].text);
    }
}

static void
test_wan (void)
{
  g_autofree char *plain = dz_format_wan (12000, 2), *small = dz_format_wan (40, 2);
  g_autoptr(DzSeries) materials = sample_materials ();
  g_autoptr(DzSeries) mediation = sample_mediation ();

  g_assert_cmpstr (plain, ==, "1.20");
  g_assert_cmpstr (small, ==, "0.004"); /* never 0.00 */
  g_assert_true (dz_series_uses_wan (materials, 0));
  g_assert_false (dz_series_uses_wan (mediation, 0));
}

static void
assert_label (DzSeries   *series,
              guint       row,
              guint       measure,
              const char *expected)
{
  g_autofree char *label = dz_cell_dup_label (dz_series_get_cell (series, row, measure), FALSE);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  g_autoptr(DzSeries) series = sample_mediation ();

  assert_label (series, 0, 0, "341");
  assert_label (series, 1, 0, "未报");
  assert_label (series, 4, 0, "249＊");
  assert_label (series, 6, 0, "163／185");
  assert_label (series, 8, 0, "≥87");
  assert_label (series, 9, 0, "0");
  assert_label (series, 9, 1, "不适用");
}

static void
test_words (void)
{
  g_autoptr(DzSeries) series = sample_mediation ();
  g_autoptr(DzSeries) years = sample_years ();
  g_autofree char *subtitle = dz_series_dup_subtitle (series), *source = dz_series_dup_source (series);
  g_autofree char *spoken = dz_series_dup_spoken (series, 0, 0), *bound = dz_series_dup_spoken (series, 1, 1);
  g_autofree char *both = dz_series_dup_source (years);

  g_assert_cmpstr (subtitle, ==, "应报12个单位，件数11个已报、1个未报（双渚街道）；"
                                 "成功率10个已报、1个未报、1个不适用。按件数从多到少排");
  g_assert_cmpstr (source, ==, "各单位2024年度报告（年度报告9份、述职报告3份），逐条出处见附录。");
  g_assert_cmpstr (both, ==, "各单位2023年度报告8份、2024年度报告12份，逐条出处见附录。");
  g_assert_cmpstr (spoken, ==, "望溪街道，调处矛盾纠纷数341件，第1");
  g_assert_cmpstr (bound, ==, "双渚街道，调解成功率不低于97%，第6");
}

/* Equal values share a place, what is in doubt has none, and a value that is filled in later moves the others. */
static void
test_places (void)
{
  static const double values[] = { 5, 5, 3, 1, 1, 2 };
  static const guint places[] = { 1, 1, 3, 5, 5, 4 };
  g_autoptr(DzSeries) series = dz_series_new (2024);

  dz_series_add_measure (series, "F", "培训", NULL, "次", NULL);
  for (guint i = 0; i <= G_N_ELEMENTS (values); i++)
    dz_series_add_row (series, i + 1, "镇", NULL);
  for (guint i = 0; i < 4; i++)
    dz_series_set_value (series, i, 0, values[i], DZ_BOUND_EXACT);
  g_assert_cmpuint (dz_series_find_place (series, dz_series_get_cell (series, 0, 0), 0), ==, 0); /* of four */
  for (guint i = 4; i < G_N_ELEMENTS (values); i++)
    dz_series_set_value (series, i, 0, values[i], DZ_BOUND_EXACT);
  dz_series_set_two_values (series, G_N_ELEMENTS (values), 0, 9, 4);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpuint (dz_series_find_place (series, dz_series_get_cell (series, i, 0), 0), ==, places[i]);
  g_assert_cmpuint (dz_series_find_place (series, dz_series_get_cell (series, G_N_ELEMENTS (values), 0), 0), ==, 0);
  dz_series_set_value (series, G_N_ELEMENTS (values), 0, 9, DZ_BOUND_EXACT);
  g_assert_cmpuint (dz_series_find_place (series, dz_series_get_cell (series, 0, 0), 0), ==, 2);
}

static void
test_suggestions_do_not_count (void)
{
  g_autoptr(DzSeries) series = sample_weaknesses ("");

  g_assert_cmpuint (dz_series_count_named (series, 6), ==, 3);
  g_assert_cmpint (dz_series_get_naming (series, 1, 6)->named, ==, DZ_NAMED_SUGGESTED);
  g_assert_cmpint (dz_series_get_naming (series, 0, 6)->named, ==, DZ_NAMED_NOT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/series/a-cell-nobody-filled-is-missing", test_missing_is_not_zero);
  g_test_add_func ("/base/series/largest-first-then-zero-then-missing", test_order);
  g_test_add_func ("/base/series/ties-by-second-measure-then-roster", test_ties);
  g_test_add_func ("/base/series/kinds-in-roster-order", test_order_by_kind);
  g_test_add_func ("/base/series/quantiles-are-the-spreadsheets", test_quantiles);
  g_test_add_func ("/base/series/statistics-take-usable-values", test_statistics);
  g_test_add_func ("/base/series/four-values-have-no-median", test_few_have_no_median);
  g_test_add_func ("/base/series/numbers-print-by-our-own-rules", test_numbers);
  g_test_add_func ("/base/series/wan-is-never-zero", test_wan);
  g_test_add_func ("/base/series/labels-keep-their-signs", test_labels);
  g_test_add_func ("/base/series/words-by-the-rules", test_words);
  g_test_add_func ("/series/places", test_places);
  g_test_add_func ("/base/series/suggestions-do-not-count", test_suggestions_do_not_count);
  return g_test_run ();
}
