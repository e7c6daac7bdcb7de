/* test-checks-table.c - what the tests say of all reports of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks-table.h"
#include "dz-test-review.h"

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzReport *a;
  DzReport *b;
  DzReport *last;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const char *words = "一、问题。执法人手紧缺。整改了人手。";
  DzBody *x, *y;
  DzWeakness *claim;

  fixture->codebook = test_codebook ();
  fixture->review = dz_review_new ();
  x = test_add_body (fixture->review, "澜桥镇");
  y = test_add_body (fixture->review, "栖砚镇");
  test_add_body (fixture->review, "鹭陂乡");
  fixture->last = test_add_report (fixture->review, x, 2023, DZ_KIND_ANNUAL_REPORT, words);
  fixture->a = test_add_report (fixture->review, x, 2024, DZ_KIND_ANNUAL_REPORT, words);
  fixture->b = test_add_report (fixture->review, y, 2024, DZ_KIND_ANNUAL_REPORT, words);
  fixture->a->received = g_strdup ("2025-03-03");
  fixture->a->identity.published = g_strdup ("2025-03-20");
  test_add_weakness (fixture->last, "enforce_staff_short", "执法人手紧缺", DZ_GRADE_NONE);
  test_add_weakness (fixture->a, "enforce_staff_short", "执法人手紧缺", DZ_GRADE_NONE);
  claim = test_add_weakness (fixture->a, "enforce_staff_short", "人手", DZ_GRADE_NONE);
  claim->last_year = TRUE;
  claim->rectified = test_span (fixture->a, "整改了人手");
  dz_report_add_check (fixture->a, "C-CERT", DZ_RESULT_FAIL, "自称全部持证，持证7人少于9人。");
  dz_report_add_check (fixture->b, "C-CERT", DZ_RESULT_PASS, NULL);
  dz_report_add_check (fixture->b, "C-NAME", DZ_RESULT_FAIL, "文中自称澜桥镇。");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
  dz_codebook_unref (fixture->codebook);
}

static DzChecksTable *
make (Fixture *fixture)
{
  return dz_checks_table_new (fixture->review, fixture->codebook, 2024, NULL);
}

static void
assert_message (DzChecksTable *table,
                const char    *id,
                gint64         body,
                const char    *message)
{
  DzFinding *finding = dz_checks_table_find (table, id, body);

  g_assert_nonnull (finding);
  g_assert_cmpstr (dz_finding_get_message (finding), ==, message);
}

static void
test_cross_report (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(DzChecksTable) table = make (fixture);

  assert_message (table, "C-ROSTER", 3, "没有收到2024年度报告。");
  assert_message (table, "C-SUBMIT", 1, "2025年3月3日收到，迟于2025年2月28日，晚3天。");
  assert_message (table, "C-SUBMIT", 2, "没有登记收到日期。");
  g_assert_cmpint (dz_finding_get_result (dz_checks_table_find (table, "C-SUBMIT", 2)), ==,
                   DZ_RESULT_CANNOT_TELL);
  g_assert_null (dz_checks_table_find (table, "C-PUBLISH", 1));
  assert_message (table, "C-PUBLISH", 2, "未登记公开日期；应在2025年4月1日前公开。");
  assert_message (table, "C-RECUR", 1, "2023年度已提出、2024年度又提出：“执法力量不足”（称已整改）。");
  g_assert_cmpuint (dz_finding_get_passages (dz_checks_table_find (table, "C-RECUR", 1))->len, ==, 3);
  g_assert_null (dz_checks_table_find (table, "C-RECUR", 2)); /* no report last year */
}

static void
test_two_reports (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(DzChecksTable) table = NULL;

  test_add_report (fixture->review, g_ptr_array_index (fixture->review->bodies, 0), 2024,
                   DZ_KIND_ANNUAL_REPORT, "另一份。");
  table = make (fixture);
  assert_message (table, "C-ROSTER", 1, "2024年度的年度报告收到2份，请确定用哪一份。");
}

static void
test_overlap (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(DzChecksTable) table = NULL;
  g_autoptr(GPtrArray) pairs = NULL;
  DzOverlap *peer = dz_overlap_new (fixture->a->id, fixture->b->id, 0.3715);
  DzOverlap *own = dz_overlap_new (fixture->last->id, fixture->a->id, 0.107);
  DzOverlapPassage passage = { test_span (fixture->a, "执法人手紧缺"),
                               test_span (fixture->b, "执法人手紧缺") };

  g_array_append_val (peer->passages, passage);
  g_ptr_array_add (fixture->review->overlaps, peer);
  g_ptr_array_add (fixture->review->overlaps, own);
  table = make (fixture);
  assert_message (table, "C-COPY-PEER", 1, "与栖砚镇的报告重合度37%，相同文字1处。");
  assert_message (table, "C-COPY-PEER", 2, "与澜桥镇的报告重合度37%，相同文字1处。");
  assert_message (table, "C-COPY-SELF", 1, "与本单位2023年度报告重合度11%，相同文字0处。");
  pairs = dz_checks_table_list_overlaps (table);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_true (g_ptr_array_index (pairs, 0) == peer);
}

static DzCheckRow *
find_check (DzChecksTable *table,
            const char    *id)
{
  GListModel *rows = dz_checks_table_get_rows (table);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (dz_check_row_get_check (row)->id, id) == 0)
        return row; /* the table keeps it alive */
    }

  return NULL;
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(DzChecksTable) table = make (fixture);
  guint before = dz_checks_table_count_unhandled (table);
  g_autoptr(DzChecksTable) after = NULL;
  g_autoptr(DzCheckRow) by_body = NULL;

  g_assert_cmpuint (dz_check_row_count_failing (find_check (table, "C-CERT")), ==, 1);
  g_assert_cmpuint (dz_check_row_count_passing (find_check (table, "C-CERT")), ==, 1);
  /* C-ROSTER 鹭陂乡, C-SUBMIT 澜桥镇, C-PUBLISH 栖砚镇; C-RECUR, C-CERT, C-NAME */
  g_assert_cmpuint (before, ==, 6);
  by_body = g_list_model_get_item (dz_checks_table_get_by_body (table), 0);
  g_assert_cmpuint (dz_check_row_count_failing (by_body), ==, 3);

  dz_report_find_check (fixture->a, "C-CERT")->state = DZ_STATE_REJECTED;
  g_ptr_array_add (fixture->review->county->checks_off, g_strdup ("C-PUBLISH"));
  after = make (fixture);
  g_assert_cmpuint (dz_checks_table_count_unhandled (after), ==, before - 2);
  g_assert_true (dz_check_row_is_off (find_check (after, "C-PUBLISH")));
}

static void
test_groups (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(DzChecksTable) table = make (fixture);
  GListModel *rows = dz_checks_table_get_rows (table);
  const char *order = "MQI";

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 27);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);

      while (*order != '\0' && *order != dz_check_row_get_severity (row)[0])
        order++;
      g_assert_cmpint (*order, !=, '\0');
    }
}

static char *
describe (GListModel *rows)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);
      GListModel *findings = dz_check_row_get_findings (row);

      g_string_append_printf (words, "%u %u %u %u:", dz_check_row_count_failing (row), dz_check_row_count_unhandled (row),
                              dz_check_row_count_passing (row), dz_check_row_count_cannot_tell (row));
      for (guint k = 0; k < g_list_model_get_n_items (findings); k++)
        {
          g_autoptr(DzFinding) finding = g_list_model_get_item (findings, k);

          g_string_append_printf (words, " %s of %s", dz_finding_get_check (finding)->id,
                                  dz_finding_get_body (finding)->name);
        }
      g_string_append_c (words, '\n');
    }

  return g_string_free (words, FALSE);
}

/* Bodies are tested when they are asked for: whoever is first, the lists are in roster order, and each counts once. */
static void
test_asked_in_any_order (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr(DzChecksTable) whole = make (fixture);
  g_autoptr(DzChecksTable) table = make (fixture);
  g_autofree char *checks = describe (dz_checks_table_get_rows (whole));
  g_autofree char *bodies = describe (dz_checks_table_get_by_body (whole));
  g_autofree char *checks_asked = NULL, *bodies_asked = NULL;

  g_assert_nonnull (dz_checks_table_find (table, "C-ROSTER", 3));
  g_assert_cmpuint (dz_check_row_count_failing (dz_checks_table_find_body (table, 1)), ==, 3);
  g_assert_null (dz_checks_table_find_body (table, 77));
  g_assert_true (dz_checks_table_prepare (table, 0));
  g_assert_true (dz_checks_table_prepare (table, 0));
  g_assert_false (dz_checks_table_prepare (table, 0));
  g_assert_false (dz_checks_table_prepare (table, 0));
  checks_asked = describe (dz_checks_table_get_rows (table));
  bodies_asked = describe (dz_checks_table_get_by_body (table));
  g_assert_cmpstr (checks_asked, ==, checks);
  g_assert_cmpstr (bodies_asked, ==, bodies);
  g_assert_true (dz_checks_table_find (table, "C-ROSTER", 3) == dz_checks_table_find (table, "C-ROSTER", 3));
}

#define ADD(claim, function) \
  g_test_add ("/compare/checks-table/" claim, Fixture, NULL, set_up, function, tear_down)

/* A body without a report has no row that could hold why: the review does. */
static void
test_explained_absence (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr(DzChecksTable) before = make (fixture);
  g_autoptr(DzChecksTable) table = NULL;
  const DzBody *body = dz_review_body_named (fixture->review, "鹭陂乡");
  guint unhandled = dz_checks_table_count_unhandled (before);
  DzFinding *finding;

  g_ptr_array_add (fixture->review->decisions,
                   dz_decision_new ("check", body->id, 2024, "C-ROSTER", "rejected", "机构已撤并"));
  table = make (fixture);
  finding = dz_checks_table_find (table, "C-ROSTER", body->id);
  g_assert_nonnull (finding);
  g_assert_null (dz_finding_get_report (finding));
  g_assert_cmpint (dz_finding_get_state (finding), ==, DZ_STATE_REJECTED);
  g_assert_cmpstr (dz_finding_get_note (finding), ==, "机构已撤并");
  g_assert_cmpuint (dz_checks_table_count_unhandled (table), ==, unhandled - 1);
}

/* Before the first report nobody knows of what year one is due: nothing is missing, and nothing to be looked at. */
static void
test_no_report_at_all (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(DzChecksTable) table = NULL;
  DzBody *body = test_add_body (review, "澜桥镇");

  table = dz_checks_table_new (review, fixture->codebook, 0, NULL);
  g_assert_null (dz_checks_table_find (table, "C-ROSTER", body->id));
  g_assert_cmpuint (dz_checks_table_count_unhandled (table), ==, 0);
}

/* What the index of a whole review counts is what looking through its reports counts. */
static void
test_reports_counted (Fixture      *fixture,
                      gconstpointer data)
{
  const DzBody *x = dz_review_body_named (fixture->review, "澜桥镇");
  guint open[3][2][3];

  test_add_report (fixture->review, (DzBody *) x, 2024, DZ_KIND_DUTY_REPORT, "述职。");
  test_add_report (fixture->review, (DzBody *) x, 2024, DZ_KIND_OTHER, "通知。");
  for (gsize sealed = 0; sealed < 2; sealed++)
    {
      for (gint64 body = 0; body < 3; body++)
        for (int year = 2023; year < 2025; year++)
          for (guint kind = 0; kind < 3; kind++)
            {
              const DzBody *of = g_ptr_array_index (fixture->review->bodies, (guint) body);
              guint n = dz_review_count_reports (fixture->review, of->id, year, (DzReportKind) kind);

              if (sealed)
                g_assert_cmpuint (n, ==, open[body][year - 2023][kind]);
              open[body][year - 2023][kind] = n;
            }
      dz_review_seal (fixture->review);
    }
  g_assert_cmpuint (open[0][1][DZ_KIND_OTHER], ==, 3);
  g_assert_cmpuint (open[0][1][DZ_KIND_ANNUAL_REPORT], ==, 1);
  g_assert_cmpuint (open[0][1][DZ_KIND_DUTY_REPORT], ==, 1);
  g_assert_cmpuint (open[2][1][DZ_KIND_OTHER], ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("across-reports", test_cross_report);
  ADD ("two-reports-of-a-kind", test_two_reports);
  ADD ("no-report-at-all", test_no_report_at_all);
  ADD ("overlap", test_overlap);
  ADD ("counts", test_counts);
  ADD ("absence-explained", test_explained_absence);
  ADD ("grouped-by-severity", test_groups);
  ADD ("reports-counted", test_reports_counted);
  ADD ("asked-in-any-order", test_asked_in_any_order);

  return g_test_run ();
}
