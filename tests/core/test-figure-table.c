/* test-figure-table.c - bodies × indicators: what a cell makes of a report's figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-table.h"
#include "dz-test-review.h"

static const char *const words =
  "全年调处纠纷163件，成功率98.6%。受理纠纷250件。年末统计185件。执法人员11人，持证13人。"
  "书面一百件，口头63件，合计数。宣传1.2万余份。接访0批次。"
  "骨干培训2期、网格员培训2期。";

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzReport *report;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  DzBody *body;

  fixture->codebook = test_codebook ();
  fixture->review = dz_review_new ();
  body = test_add_body (fixture->review, "槐堤镇");
  body->population = 22964;
  body->villages = 13;
  fixture->report =
    test_add_report (fixture->review, body, 2024, DZ_KIND_ANNUAL_REPORT, words);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
  dz_codebook_unref (fixture->codebook);
}

static void
resolve (Fixture      *fixture,
         const char   *indicator,
         DzFigureCell *cell)
{
  dz_figure_cell_resolve (fixture->report, dz_codebook_find (fixture->codebook, DZ_ENTRY_INDICATOR, indicator), cell);
}

static void
assert_cell (Fixture    *fixture,
             const char *indicator,
             DzCellMark  mark,
             const char *printed)
{
  DzFigureCell cell;
  g_autofree char *string = NULL;

  resolve (fixture, indicator, &cell);
  string = dz_figure_cell_to_string (&cell);
  g_assert_cmpstr (string, ==, printed);
  g_assert_cmpint (cell.mark, ==, mark);
  dz_figure_cell_clear (&cell);
}

static void
test_missing_zero_about (Fixture      *fixture,
                         gconstpointer data)
{
  test_add_figure (fixture->report, "escalated_petitions", 0, "件", DZ_BOUND_EXACT, "0批次");
  test_add_figure (fixture->report, "propaganda_materials", 12000, "份", DZ_BOUND_AT_LEAST,
                   "1.2万余份");
  assert_cell (fixture, "law_meetings", DZ_CELL_MISSING, "未报");
  assert_cell (fixture, "escalated_petitions", DZ_CELL_ZERO, "0");
  assert_cell (fixture, "propaganda_materials", DZ_CELL_AT_LEAST,
               "≥12\342\200\211000");
}

static void
test_same_value_twice (Fixture      *fixture,
                       gconstpointer data)
{
  test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");
  test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_AT_LEAST, "185件");
  assert_cell (fixture, "disputes_mediated", DZ_CELL_EXACT, "163");
}

/* Two of a list are two, though their numbers are the same. */
static void
test_same_value_in_a_list (Fixture      *fixture,
                           gconstpointer data)
{
  test_add_figure (fixture->report, "law_training_sessions", 2, "次", DZ_BOUND_EXACT, "骨干培训2期");
  test_add_figure (fixture->report, "law_training_sessions", 2, "次", DZ_BOUND_EXACT, "网格员培训2期");
  assert_cell (fixture, "law_training_sessions", DZ_CELL_TWO_VALUES, "2＋2 待核");
}

static void
test_bound_gives_way (Fixture      *fixture,
                      gconstpointer data)
{
  test_add_figure (fixture->report, "disputes_mediated", 160, "件", DZ_BOUND_AT_LEAST, "185件");
  test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");
  assert_cell (fixture, "disputes_mediated", DZ_CELL_EXACT, "163");
}

static void
test_two_values (Fixture      *fixture,
                 gconstpointer data)
{
  guint second;

  test_add_figure (fixture->report, "disputes_mediated", 185, "件", DZ_BOUND_EXACT, "185件");
  second = test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");
  assert_cell (fixture, "disputes_mediated", DZ_CELL_TWO_VALUES, "163／185 待核");

  test_figure (fixture->report, second)->state = DZ_STATE_CONFIRMED;
  assert_cell (fixture, "disputes_mediated", DZ_CELL_EXACT, "163");
  test_figure (fixture->report, second)->state = DZ_STATE_REJECTED;
  assert_cell (fixture, "disputes_mediated", DZ_CELL_EXACT, "185");
}

static void
test_total_of_parts (Fixture      *fixture,
                     gconstpointer data)
{
  guint total;

  test_add_figure (fixture->report, "disputes_mediated", 100, "件", DZ_BOUND_EXACT, "书面一百件");
  test_add_figure (fixture->report, "disputes_mediated", 63, "件", DZ_BOUND_EXACT, "口头63件");
  total = test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT,
                           "书面一百件，口头63件");
  test_figure (fixture->report, total)->derived = TRUE;
  assert_cell (fixture, "disputes_mediated", DZ_CELL_DERIVED, "163＊");
}

static void
test_part_gives_way_to_body (Fixture      *fixture,
                             gconstpointer data)
{
  guint part =
    test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");

  test_figure (fixture->report, part)->scope = DZ_SCOPE_PART;
  assert_cell (fixture, "disputes_mediated", DZ_CELL_EXACT, "163");
  test_add_figure (fixture->report, "disputes_mediated", 185, "件", DZ_BOUND_EXACT, "185件");
  assert_cell (fixture, "disputes_mediated", DZ_CELL_EXACT, "185");
}

static void
test_rate_against_counts (Fixture      *fixture,
                          gconstpointer data)
{
  DzFigureCell cell;
  guint rate;

  test_add_figure (fixture->report, "disputes_mediated", 231, "件", DZ_BOUND_EXACT, "163件");
  test_add_figure (fixture->report, "disputes_accepted", 250, "件", DZ_BOUND_EXACT, "250件");
  rate = test_add_figure (fixture->report, "mediation_success_rate", 98.6, "%", DZ_BOUND_EXACT,
                          "98.6%");
  resolve (fixture, "mediation_success_rate", &cell);
  g_assert_cmpint (cell.mark, ==, DZ_CELL_CONFLICT);
  g_assert_cmpstr (cell.note, ==, "231/250＝92.4%");
  g_assert_cmpstr (cell.other, ==, "disputes_accepted");
  g_assert_false (dz_figure_cell_is_usable (&cell));
  dz_figure_cell_clear (&cell);

  test_figure (fixture->report, rate)->value = 92.4;
  assert_cell (fixture, "mediation_success_rate", DZ_CELL_EXACT, "92.4");
  test_figure (fixture->report, rate)->value = 98.6;
  test_figure (fixture->report, rate)->state = DZ_STATE_CONFIRMED;
  assert_cell (fixture, "mediation_success_rate", DZ_CELL_EXACT, "98.6");
}

/* A share of a whole is never more than the whole, with or without the counts it is of. */
static void
test_rate_over_the_whole (Fixture      *fixture,
                          gconstpointer data)
{
  const DzEntry *entry = dz_codebook_find (fixture->codebook, DZ_ENTRY_INDICATOR, "law_exam_pass_rate");
  const DzEntry *change = dz_codebook_find (fixture->codebook, DZ_ENTRY_INDICATOR, "petition_change");
  guint rate = test_add_figure (fixture->report, "law_exam_pass_rate", 128, "%", DZ_BOUND_EXACT, "163件");
  DzFigureCell cell;

  test_add_figure (fixture->report, "petition_change", 128, "%", DZ_BOUND_EXACT, "250件");
  g_assert_true (dz_figure_cell_resolve (fixture->report, entry, &cell));
  g_assert_cmpint (cell.mark, ==, DZ_CELL_CONFLICT);
  g_assert_cmpstr (cell.note, ==, "超过100%");
  dz_figure_cell_clear (&cell);
  /* what grew may have doubled */
  g_assert_true (dz_figure_cell_resolve (fixture->report, change, &cell));
  g_assert_cmpint (cell.mark, ==, DZ_CELL_EXACT);
  dz_figure_cell_clear (&cell);
  /* a person has said that it stands */
  test_figure (fixture->report, rate)->state = DZ_STATE_CONFIRMED;
  g_assert_true (dz_figure_cell_resolve (fixture->report, entry, &cell));
  g_assert_cmpint (cell.mark, ==, DZ_CELL_EXACT);
  dz_figure_cell_clear (&cell);
}

static void
test_certified_over_staff (Fixture      *fixture,
                           gconstpointer data)
{
  test_add_figure (fixture->report, "enforcement_staff", 11, "人", DZ_BOUND_EXACT, "11人");
  test_add_figure (fixture->report, "certified_enforcers", 13, "人", DZ_BOUND_EXACT, "13人");
  assert_cell (fixture, "certified_enforcers", DZ_CELL_CONFLICT, "13 待核");
  assert_cell (fixture, "enforcement_staff", DZ_CELL_EXACT, "11");
}

static void
test_all_certified_against_a_number (Fixture      *fixture,
                                     gconstpointer data)
{
  DzFigureCell cell;
  guint all;

  all = test_add_figure (fixture->report, "certified_enforcers", 9, "人", DZ_BOUND_EXACT, "11人");
  test_figure (fixture->report, all)->derived = TRUE;
  test_add_figure (fixture->report, "certified_enforcers", 7, "人", DZ_BOUND_EXACT, "13人");
  resolve (fixture, "certified_enforcers", &cell);
  g_assert_cmpint (cell.mark, ==, DZ_CELL_CONFLICT);
  g_assert_cmpfloat (cell.value, ==, 7);
  g_assert_false (cell.derived);
  g_assert_cmpstr (cell.note, ==, "文中称全部持证，又写持证7人");
  dz_figure_cell_clear (&cell);
}

static void
test_rate_of_no_cases (Fixture      *fixture,
                       gconstpointer data)
{
  test_add_figure (fixture->report, "disputes_mediated", 0, "件", DZ_BOUND_EXACT, "0批次");
  assert_cell (fixture, "mediation_success_rate", DZ_CELL_NOT_APPLICABLE, "不适用");
}

static void
test_two_indicators (Fixture      *fixture,
                     gconstpointer data)
{
  test_add_figure (fixture->report, "law_training_sessions", 21, "次", DZ_BOUND_EXACT, "163件");
  test_add_figure (fixture->report, "law_lectures", 21, "次", DZ_BOUND_EXACT, "163件");
  assert_cell (fixture, "law_training_sessions", DZ_CELL_TWO_INDICATORS, "21 待核");
  assert_cell (fixture, "law_lectures", DZ_CELL_TWO_INDICATORS, "21 待核");
}

/* ---- a county ---- */

static DzFigureTable *
make_county (Fixture *fixture)
{
  static const struct
  {
    const char *name;
    double value;
    DzBound bound;
  } bodies[] = {
    { "望溪街道", 341, DZ_BOUND_EXACT }, { "双渚街道", NAN, DZ_BOUND_EXACT },
    { "澜桥镇", 276, DZ_BOUND_EXACT },   { "栖砚镇", 158, DZ_BOUND_EXACT },
    { "禾泉镇", 249, DZ_BOUND_EXACT },   { "万榆镇", 231, DZ_BOUND_EXACT },
    { "苇洲镇", 315, DZ_BOUND_EXACT },   { "六渠乡", 87, DZ_BOUND_AT_LEAST },
    { "石竺乡", 36, DZ_BOUND_EXACT },    { "枫梧畲族乡", 84, DZ_BOUND_EXACT },
    { "鹭陂乡", 114, DZ_BOUND_EXACT },
  };
  const char *const indicators[] = { "disputes_mediated", "no_such_indicator", NULL };

  test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");
  test_add_figure (fixture->report, "disputes_mediated", 185, "件", DZ_BOUND_EXACT, "185件");
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      DzBody *body = test_add_body (fixture->review, bodies[i].name);
      DzReport *report =
        test_add_report (fixture->review, body, 2024, DZ_KIND_ANNUAL_REPORT, words);

      body->population = 10000;
      if (!isnan (bodies[i].value))
        test_add_figure (report, "disputes_mediated", bodies[i].value, "件", bodies[i].bound, "163件");
    }

  return dz_figure_table_new (fixture->review, fixture->codebook, 2024, NULL, indicators);
}

static void
test_footer (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(DzFigureTable) table = make_county (fixture);
  const DzColumnStatistics *statistics;

  g_assert_cmpuint (dz_figure_table_get_n_columns (table), ==, 1);
  g_assert_cmpuint (dz_figure_table_get_n_rows (table), ==, 12);
  statistics = dz_figure_table_get_statistics (table, 0);
  g_assert_cmpuint (statistics->n_reported, ==, 11);
  g_assert_cmpuint (statistics->n_missing, ==, 1);
  g_assert_cmpuint (statistics->n_undecided, ==, 1);
  g_assert_cmpuint (statistics->usable.n, ==, 10);
  g_assert_cmpuint (statistics->usable.n_inexact, ==, 1);
  g_assert_cmpfloat (statistics->usable.median, ==, 194.5);
  g_assert_cmpfloat (statistics->usable.lower, ==, 93.8);
  g_assert_cmpfloat (statistics->usable.upper, ==, 269);
  g_assert_true (statistics->median_at_least);
  g_assert_cmpint (statistics->sum.kind, ==, DZ_SUM_AT_LEAST);
  g_assert_cmpfloat (statistics->sum.low, ==, 1891 + 163);
  g_assert_cmpfloat (statistics->largest, ==, 341);
  g_assert_cmpfloat (statistics->least, ==, 36);
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(DzFigureTable) table = make_county (fixture);
  g_autoptr(GArray) down = dz_figure_table_sort (table, 0, TRUE);
  g_autoptr(GArray) up = dz_figure_table_sort (table, 0, FALSE);
  g_autoptr(GArray) roster = dz_figure_table_sort (table, -1, FALSE);

  g_assert_cmpuint (g_array_index (down, guint, 0), ==, 1); /* 望溪街道 341 */
  g_assert_cmpuint (g_array_index (up, guint, 0), ==, 9);   /* 石竺乡 36 */
  for (guint i = 0; i < 2; i++) /* the undecided, then 未报, in either direction */
    {
      GArray *order = i == 0 ? down : up;

      g_assert_cmpuint (g_array_index (order, guint, 10), ==, 0);
      g_assert_cmpuint (g_array_index (order, guint, 11), ==, 2);
    }
  for (guint i = 0; i < 12; i++)
    g_assert_cmpuint (g_array_index (roster, guint, i), ==, i);
}

static void
test_per_thousand (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(DzFigureTable) table = make_county (fixture);
  g_autofree char *reason = NULL;

  g_assert_true (dz_figure_table_can_per (table, DZ_PER_THOUSAND, &reason));
  g_assert_null (reason);
  dz_figure_table_set_per (table, DZ_PER_THOUSAND);
  g_assert_cmpfloat (dz_figure_row_get_number (dz_figure_table_get_row (table, 1), 0), ==, 34.1);
  g_assert_true (isnan (dz_figure_row_get_number (dz_figure_table_get_row (table, 2), 0)));
  g_assert_cmpfloat (dz_figure_table_get_statistics (table, 0)->usable.median, ==, 19.5);

  g_assert_false (dz_figure_table_can_per (table, DZ_PER_VILLAGE, &reason));
  g_assert_cmpstr (reason, ==, "名册里望溪街道、双渚街道、澜桥镇等没有村（社区）数");
}

static void
test_scope (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(DzFigureTable) all = make_county (fixture);
  g_autoptr(DzScopeFilter) townships = dz_scope_filter_new_kind ("乡");
  g_autoptr(DzFigureTable) table =
    dz_figure_table_new (fixture->review, fixture->codebook, 2024, townships, NULL);
  g_autoptr(DzFigureTable) last_year =
    dz_figure_table_new (fixture->review, fixture->codebook, 2023, NULL, NULL);

  g_assert_cmpuint (dz_figure_table_get_n_rows (table), ==, 4); /* 民族乡 is one of them */
  g_assert_cmpint (dz_figure_table_find_column (table, "disputes_mediated"), ==, 0);
  g_assert_true (isnan (dz_figure_table_get_statistics (table, 0)->usable.median));
  g_assert_cmpuint (dz_figure_table_get_n_columns (last_year), ==, 0);
  g_assert_cmpuint (dz_figure_table_get_n_rows (last_year), ==, 12);
}

static void
test_leftovers (Fixture      *fixture,
                gconstpointer data)
{
  guint free_figure =
    test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");
  guint aside =
    test_add_figure (fixture->report, "disputes_mediated", 185, "件", DZ_BOUND_EXACT, "185件");
  g_autoptr(DzFigureTable) table = NULL;
  DzFigureRow *row;

  test_figure (fixture->report, free_figure)->indicator = NULL;
  test_figure (fixture->report, aside)->set_aside = g_intern_string ("plan");
  table = dz_figure_table_new (fixture->review, fixture->codebook, 2024, NULL, NULL);
  row = dz_figure_table_get_row (table, 0);
  g_assert_cmpuint (dz_figure_table_get_n_columns (table), ==, 0);
  g_assert_cmpuint (dz_figure_row_get_unassigned (row)->len, ==, 1);
  g_assert_cmpuint (dz_figure_row_get_set_aside (row)->len, ==, 1);
}

/* Counted are bodies, not figures. */
static void
test_reporting (Fixture      *fixture,
                gconstpointer data)
{
  DzBody *other = test_add_body (fixture->review, "双渚街道");
  DzReport *theirs = test_add_report (fixture->review, other, 2024, DZ_KIND_ANNUAL_REPORT, words);
  g_autoptr(GHashTable) counts = NULL;
  guint aside;

  test_add_figure (fixture->report, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");
  test_add_figure (fixture->report, "disputes_mediated", 185, "件", DZ_BOUND_EXACT, "185件");
  test_add_figure (fixture->report, "enforcement_staff", 11, "人", DZ_BOUND_EXACT, "11人");
  test_add_figure (theirs, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "163件");
  aside = test_add_figure (theirs, "enforcement_staff", 11, "人", DZ_BOUND_EXACT, "11人");
  test_figure (theirs, aside)->set_aside = g_intern_string ("plan");
  counts = dz_figure_table_count_reporting (fixture->review, 2024, NULL);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_intern_string ("disputes_mediated"))), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_intern_string ("enforcement_staff"))), ==, 1);
}

#define ADD(claim, function) \
  g_test_add ("/compare/figure-table/" claim, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("missing-zero-and-about-are-three-things", test_missing_zero_about);
  ADD ("a-value-told-twice-is-one", test_same_value_twice);
  ADD ("equal-values-of-a-list-are-two", test_same_value_in_a_list);
  ADD ("a-bound-gives-way-to-the-exact-value", test_bound_gives_way);
  ADD ("two-values-wait-for-a-person", test_two_values);
  ADD ("a-total-stands-for-its-parts", test_total_of_parts);
  ADD ("a-part-gives-way-to-the-body", test_part_gives_way_to_body);
  ADD ("a-rate-is-held-against-its-counts", test_rate_against_counts);
  ADD ("rate-over-the-whole", test_rate_over_the_whole);
  ADD ("certified-over-staff", test_certified_over_staff);
  ADD ("all-certified-against-a-number", test_all_certified_against_a_number);
  ADD ("a-rate-of-no-cases-is-not-applicable", test_rate_of_no_cases);
  ADD ("one-number-under-two-indicators", test_two_indicators);
  ADD ("footer", test_footer);
  ADD ("missing-is-last-in-either-direction", test_order);
  ADD ("per-thousand-needs-the-roster", test_per_thousand);
  ADD ("scope-and-year", test_scope);
  ADD ("nothing-is-lost", test_leftovers);
  ADD ("reporting-are-bodies", test_reporting);

  return g_test_run ();
}
