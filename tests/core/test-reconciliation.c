/* test-reconciliation.c - what the reports say beside what the county counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks-table.h"
#include "dz-figure-table.h"
#include "dz-reconciliation.h"
#include "dz-sayable.h"
#include "dz-test-review.h"

static DzCodebook *codebook;

typedef struct
{
  DzReview *review;
  DzReport *report;
  DzCountyTable *table;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  DzBody *body;

  fixture->review = dz_review_new ();
  body = test_add_body (fixture->review, "澜桥镇");
  test_add_body (fixture->review, "鹭陂乡");
  fixture->report =
    test_add_report (fixture->review, body, 2024, DZ_KIND_ANNUAL_REPORT,
                     "调处矛盾纠纷806件。发放宣传资料9600余份。罚没金额12.3万元。检查430家次。调解成功率98%。立案查处33件。约有网格员60名。");
  fixture->table = dz_county_table_new ("调解统计.xlsx", "全年", NULL, NULL);
  g_ptr_array_add (fixture->review->tables, fixture->table);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
}

static DzFigure *
say (Fixture    *fixture,
     const char *indicator,
     double      value,
     const char *words,
     const char *number)
{
  const DzEntry *entry = dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, indicator);
  guint index = test_add_figure (fixture->report, indicator, value, entry->unit, DZ_BOUND_EXACT, words);
  DzFigure *figure = test_figure (fixture->report, index);

  figure->confidence = .97;
  figure->number = test_span (fixture->report, number);

  return figure;
}

static void
count (Fixture    *fixture,
       gint64      body,
       const char *indicator,
       double      value,
       gboolean    sure,
       const char *head)
{
  DzCountyValue one = { body, 2024, g_intern_string (indicator), value, sure, head, "D7" };

  g_array_append_val (fixture->table->values, one);
}

/* The one account of the fixture. */
static DzAccountState
get_state (Fixture *fixture)
{
  g_autoptr(DzReconciliation) all = dz_reconciliation_new (fixture->review, codebook, 2024, NULL);

  g_assert_cmpuint (dz_reconciliation_get_n (all), ==, 1);

  return dz_reconciliation_get (all, 0)->state;
}

/* (nullable): why the one account is to be checked */
static const char *
get_reason (Fixture *fixture)
{
  g_autoptr(DzReconciliation) all = dz_reconciliation_new (fixture->review, codebook, 2024, NULL);

  return dz_account_get_reason (dz_reconciliation_get (all, 0));
}

typedef struct
{
  const char *name;
  const char *indicator;
  double value;
  const char *words;
  const char *number;
  DzBound bound;
  double known;
  gboolean sure;
  const char *head;
  DzAccountState state;
  const char *reason; /* (nullable): why it is to be checked, in part */
} Case;

static const Case cases[] = {
  { "same", "disputes_mediated", 806, "调处矛盾纠纷806件", "806件", DZ_BOUND_EXACT, 806, TRUE, "调解数（件）", DZ_ACCOUNT_SAME },
  { "different", "disputes_mediated", 806, "调处矛盾纠纷806件", "806件", DZ_BOUND_EXACT, 798, TRUE, "调解数（件）", DZ_ACCOUNT_DIFFERENT },
  { "one-off", "disputes_mediated", 806, "调处矛盾纠纷806件", "806件", DZ_BOUND_EXACT, 807, TRUE, "调解数（起）", DZ_ACCOUNT_DIFFERENT },
  { "column-not-sure", "disputes_mediated", 806, "调处矛盾纠纷806件", "806件", DZ_BOUND_EXACT, 798, FALSE, "化解（件）", DZ_ACCOUNT_UNSURE, "这一列" },
  { "bound-holds", "propaganda_materials", 9600, "发放宣传资料9600余份", "9600余份", DZ_BOUND_AT_LEAST, 9688, TRUE, "资料（份）", DZ_ACCOUNT_WITHIN },
  { "bound-broken", "propaganda_materials", 9600, "发放宣传资料9600余份", "9600余份", DZ_BOUND_AT_LEAST, 9000, TRUE, "资料（份）", DZ_ACCOUNT_DIFFERENT },
  { "rounded-money", "penalty_amount", 123000, "罚没金额12.3万元", "12.3万元", DZ_BOUND_EXACT, 123456, TRUE, "罚没金额（元）", DZ_ACCOUNT_WITHIN },
  { "money", "penalty_amount", 123000, "罚没金额12.3万元", "12.3万元", DZ_BOUND_EXACT, 124000, TRUE, "罚没金额（万元）", DZ_ACCOUNT_DIFFERENT },
  { "rounded-rate", "mediation_success_rate", 98, "调解成功率98%", "98%", DZ_BOUND_EXACT, 98.35, TRUE, "成功率（%）", DZ_ACCOUNT_WITHIN },
  { "rate", "mediation_success_rate", 98, "调解成功率98%", "98%", DZ_BOUND_EXACT, 97.2, TRUE, "成功率（%）", DZ_ACCOUNT_DIFFERENT },
  { "other-measure", "inspections", 430, "检查430家次", "430家次", DZ_BOUND_EXACT, 400, TRUE, "行政检查（次）", DZ_ACCOUNT_UNSURE, "计量单位" },
  { "other-stage", "penalty_cases", 33, "立案查处33件", "33件", DZ_BOUND_EXACT, 31, TRUE, "办结行政处罚案件（件）", DZ_ACCOUNT_UNSURE, "办案环节" },
  { "about", "grid_workers", 60, "约有网格员60名", "60名", DZ_BOUND_ABOUT, 62, TRUE, "网格员（人）", DZ_ACCOUNT_WITHIN },
  { "not-about", "grid_workers", 60, "约有网格员60名", "60名", DZ_BOUND_ABOUT, 90, TRUE, "网格员（人）", DZ_ACCOUNT_DIFFERENT },
};

static void
test_state (Fixture      *fixture,
            gconstpointer data)
{
  const Case *one = data;
  DzFigure *figure = say (fixture, one->indicator, one->value, one->words, one->number);

  figure->bound = one->bound;
  count (fixture, 1, one->indicator, one->known, one->sure, one->head);
  g_assert_cmpstr (dz_account_state_to_string (get_state (fixture)), ==, dz_account_state_to_string (one->state));
  if (one->reason != NULL)
    {
      g_assert_true (g_str_has_prefix (get_reason (fixture), "口径是否一致待核："));
      g_assert_nonnull (strstr (get_reason (fixture), one->reason));
    }
  else
    g_assert_null (get_reason (fixture));
}

/* One word for what agrees, as on the button that lists it. */
static void
test_one_word (void)
{
  g_assert_cmpstr (dz_account_state_get_name (DZ_ACCOUNT_SAME), ==, "相符");
  g_assert_cmpstr (dz_account_state_get_name (DZ_ACCOUNT_WITHIN), ==, "相符");
}

/* What is read unsurely contradicts nothing until a person confirms it. */
static void
test_unsure_figure (Fixture      *fixture,
                    gconstpointer data)
{
  DzFigure *figure = say (fixture, "disputes_mediated", 806, "调处矛盾纠纷806件", "806件");

  figure->confidence = .7;
  count (fixture, 1, "disputes_mediated", 798, TRUE, "调解数（件）");
  g_assert_cmpint (get_state (fixture), ==, DZ_ACCOUNT_UNSURE);
  g_assert_nonnull (strstr (get_reason (fixture), "尚未确认"));
  figure->state = DZ_STATE_CONFIRMED;
  g_assert_cmpint (get_state (fixture), ==, DZ_ACCOUNT_DIFFERENT);
  figure->state = DZ_STATE_REJECTED;
  g_assert_cmpint (get_state (fixture), ==, DZ_ACCOUNT_UNREPORTED);
  figure->state = DZ_STATE_SUGGESTED;
  figure->confidence = .97;
  figure->scope = DZ_SCOPE_PART;
  g_assert_cmpint (get_state (fixture), ==, DZ_ACCOUNT_UNSURE);
}

/* Known is not reported: neither the cell nor the sums and medians take it. */
/* 报告806／812件（待核）: the unit stands behind the numbers, what is to be checked behind the unit. */
static void
test_two_values (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(DzReconciliation) all = NULL;
  g_autofree char *words = NULL;

  say (fixture, "disputes_mediated", 806, "调处矛盾纠纷806件", "806件");
  say (fixture, "disputes_mediated", 812, "检查430家次", "430家次");
  count (fixture, 1, "disputes_mediated", 798, TRUE, "调解数（件）");
  all = dz_reconciliation_new (fixture->review, codebook, 2024, NULL);
  g_assert_cmpuint (dz_reconciliation_get_n (all), ==, 1);
  words = dz_account_dup_words (dz_reconciliation_get (all, 0));
  g_assert_nonnull (strstr (words, "报告806／812件（待核），统计表798件"));
}

static void
test_known_is_not_reported (Fixture      *fixture,
                            gconstpointer data)
{
  const char *const ids[] = { "disputes_mediated", NULL };
  g_autoptr(DzFigureTable) table = NULL;
  DzFigureRow *row;
  const DzAccount *known;

  count (fixture, 1, "disputes_mediated", 798, TRUE, "调解数（件）");
  count (fixture, 2, "disputes_mediated", 41, TRUE, "调解数（件）");
  table = dz_figure_table_new (fixture->review, codebook, 2024, NULL, ids);
  row = dz_figure_table_get_row (table, 0);
  g_assert_cmpint (dz_figure_row_get_cell (row, 0)->mark, ==, DZ_CELL_MISSING);
  g_assert_true (isnan (dz_figure_row_get_number (row, 0)));
  known = dz_figure_row_get_known (row, 0);
  g_assert_nonnull (known);
  g_assert_cmpint (known->state, ==, DZ_ACCOUNT_UNREPORTED);
  g_assert_cmpfloat (known->value->value, ==, 798);
  g_assert_cmpint (dz_figure_row_get_known (dz_figure_table_get_row (table, 1), 0)->state, ==, DZ_ACCOUNT_NO_REPORT);
  g_assert_cmpuint (dz_figure_table_get_statistics (table, 0)->n_missing, ==, 1);
  g_assert_cmpuint (dz_figure_table_get_statistics (table, 0)->n_no_report, ==, 1);
  g_assert_cmpuint (dz_figure_table_get_statistics (table, 0)->n_reported, ==, 0);
  g_assert_cmpint (dz_figure_table_get_statistics (table, 0)->sum.kind, ==, DZ_SUM_NONE);
}

/* Of two tables the one imported last speaks; another year's says nothing. */
static void
test_latest_table (Fixture      *fixture,
                   gconstpointer data)
{
  DzCountyTable *newer = dz_county_table_new ("年报.xlsx", NULL, NULL, NULL);
  DzCountyValue one = { 1, 2024, g_intern_static_string ("disputes_mediated"), 806, TRUE, "调解数（件）", "B2" };
  DzCountyValue old = { 1, 2023, g_intern_static_string ("disputes_mediated"), 5, TRUE, "调解数（件）", "C2" };

  say (fixture, "disputes_mediated", 806, "调处矛盾纠纷806件", "806件");
  count (fixture, 1, "disputes_mediated", 798, TRUE, "调解数（件）");
  g_array_append_val (newer->values, one);
  g_array_append_val (newer->values, old);
  g_ptr_array_add (fixture->review->tables, newer);
  g_assert_cmpint (get_state (fixture), ==, DZ_ACCOUNT_SAME);
}

static DzFinding *
find (DzChecksTable *table)
{
  return dz_checks_table_find (table, "C-STAT", 1);
}

static void
test_check (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(DzChecksTable) none = dz_checks_table_new (fixture->review, codebook, 2024, NULL);
  g_autoptr(DzChecksTable) unsure = NULL;
  g_autoptr(DzChecksTable) certain = NULL;

  say (fixture, "disputes_mediated", 806, "调处矛盾纠纷806件", "806件");
  say (fixture, "inspections", 430, "检查430家次", "430家次");
  g_assert_null (find (none));

  count (fixture, 1, "inspections", 400, TRUE, "行政检查（次）");
  unsure = dz_checks_table_new (fixture->review, codebook, 2024, NULL);
  g_assert_cmpint (dz_finding_get_result (find (unsure)), ==, DZ_RESULT_CANNOT_TELL);
  g_assert_cmpstr (dz_finding_get_message (find (unsure)), ==,
                   "口径是否一致待核：行政检查次数：报告430次，统计表400次（调解统计.xlsx“全年”D7）。");
  g_assert_false (dz_finding_is_sayable (find (unsure)));

  count (fixture, 1, "disputes_mediated", 798, TRUE, "调解数（件）");
  certain = dz_checks_table_new (fixture->review, codebook, 2024, NULL);
  g_assert_cmpint (dz_finding_get_result (find (certain)), ==, DZ_RESULT_FAIL);
  g_assert_cmpstr (dz_finding_get_message (find (certain)), ==,
                   "调处（化解）矛盾纠纷数：报告806件，统计表798件（调解统计.xlsx“全年”D7）。口径是否一致待核："
                   "行政检查次数：报告430次，统计表400次（调解统计.xlsx“全年”D7）。");
  g_assert_true (dz_finding_is_sayable (find (certain)));
  g_assert_cmpuint (dz_finding_get_passages (find (certain))->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  codebook = test_codebook ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reconciliation/state/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_state, tear_down);
    }
  g_test_add_func ("/reconciliation/one-word", test_one_word);
  g_test_add ("/reconciliation/unsure-figure", Fixture, NULL, set_up, test_unsure_figure, tear_down);
  g_test_add ("/reconciliation/two-values", Fixture, NULL, set_up, test_two_values, tear_down);
  g_test_add ("/reconciliation/known-is-not-reported", Fixture, NULL, set_up, test_known_is_not_reported, tear_down);
  g_test_add ("/reconciliation/latest-table", Fixture, NULL, set_up, test_latest_table, tear_down);
  g_test_add ("/reconciliation/check", Fixture, NULL, set_up, test_check, tear_down);
  result = g_test_run ();
  dz_codebook_unref (codebook);

  return result;
}
