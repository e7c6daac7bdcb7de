/* test-roster-table.c - who reported, when, and what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reminders.h"
#include "dz-checks-table.h"
#include "dz-roster-table.h"
#include "dz-test-review.h"

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzReport *annual;
  DzReport *duty;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  DzBody *a, *b;

  fixture->codebook = test_codebook ();
  fixture->review = dz_review_new ();
  a = test_add_body (fixture->review, "甲镇");
  b = test_add_body (fixture->review, "乙乡");
  test_add_body (fixture->review, "丙街道");
  fixture->annual = test_add_report (fixture->review, a, 2024, DZ_KIND_ANNUAL_REPORT,
                                     "一、成效。二、问题在执法。三、打算。因为人少。");
  fixture->duty = test_add_report (fixture->review, b, 2024, DZ_KIND_DUTY_REPORT, "一、成效。");
  test_add_section (fixture->annual, DZ_SECTION_ACHIEVEMENTS, "一、成效。");
  test_add_section (fixture->annual, DZ_SECTION_PROBLEMS, "二、问题在执法。");
  dz_report_add_check (fixture->annual, "C-RESULTS", DZ_RESULT_PASS, NULL);
  dz_report_add_check (fixture->annual, "C-PROBLEM", DZ_RESULT_PASS, NULL);
  dz_report_add_check (fixture->annual, "C-CAUSE", DZ_RESULT_PASS, NULL);
  dz_report_add_check (fixture->annual, "C-DUTY", DZ_RESULT_FAIL, "未见履职。");
  dz_report_add_check (fixture->duty, "C-PROBLEM", DZ_RESULT_FAIL, "未见问题。");
  dz_report_add_check (fixture->duty, "C-LASTYEAR", DZ_RESULT_FAIL, "未见整改。");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
  dz_codebook_unref (fixture->codebook);
}

static DzRosterTable *
make (Fixture *fixture)
{
  return dz_roster_table_new (fixture->review, fixture->codebook, 2024, NULL);
}

static void
test_missing_is_a_row (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr(DzRosterTable) table = make (fixture);
  const DzRosterTotals *totals = dz_roster_table_get_totals (table);

  g_assert_cmpuint (dz_roster_table_get_n_rows (table), ==, 3);
  g_assert_true (dz_roster_row_is_missing (dz_roster_table_get_row (table, 2)));
  g_assert_cmpuint (totals->due, ==, 3);
  g_assert_cmpuint (totals->received, ==, 2);
  g_assert_cmpuint (totals->annual, ==, 1);
  g_assert_cmpuint (totals->duty, ==, 1);
  g_assert_cmpuint (totals->received_unknown, ==, 2);
  g_assert_cmpuint (totals->incomplete, ==, 2);
}

static void
test_contents (Fixture      *fixture,
               gconstpointer data)
{
  static const DzContentMark wanted[] = { DZ_CONTENT_OWN,    DZ_CONTENT_OWN,     DZ_CONTENT_ELSEWHERE,
                                          DZ_CONTENT_ABSENT, DZ_CONTENT_UNKNOWN, DZ_CONTENT_NOT_ASKED };
  g_autoptr(DzRosterTable) table = make (fixture);
  DzRosterRow *annual = dz_roster_table_get_row (table, 0);
  DzRosterRow *duty = dz_roster_table_get_row (table, 1);
  DzSpan evidence;

  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    g_assert_cmpint (dz_roster_row_get_content (annual, i, NULL), ==, wanted[i]);
  dz_roster_row_get_content (annual, DZ_CONTENT_RESULTS, &evidence);
  g_assert_cmpuint (evidence.end, >, evidence.start);
  g_assert_cmpint (dz_roster_row_get_content (duty, DZ_CONTENT_CAUSES, NULL), ==,
                   DZ_CONTENT_NOT_ASKED);
  g_assert_cmpuint (dz_roster_row_count_absent (duty), ==, 2);
}

static void
test_explained_check_is_no_lack (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr(DzRosterTable) table = NULL;

  dz_report_find_check (fixture->annual, "C-DUTY")->state = DZ_STATE_REJECTED;
  table = make (fixture);
  g_assert_cmpint (dz_roster_row_get_content (dz_roster_table_get_row (table, 0), DZ_CONTENT_DUTY,
                                              NULL), ==, DZ_CONTENT_ELSEWHERE);
}

static guint
count_failing (DzChecksTable *checks)
{
  GListModel *bodies = dz_checks_table_get_by_body (checks);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (bodies, i);

      n += dz_check_row_count_failing (row);
    }

  return n;
}

/* The board counts what the checks count, those over two reports too. */
static void
test_counts_are_those_of_the_checks (Fixture      *fixture,
                                     gconstpointer data)
{
  DzOverlap *overlap = dz_overlap_new (fixture->annual->id, fixture->duty->id, 0.96);
  g_autoptr(DzRosterTable) table = NULL;
  g_autoptr(DzChecksTable) checks = NULL;
  guint n_failing = 0;

  g_ptr_array_add (fixture->review->overlaps, overlap);
  table = make (fixture);
  checks = dz_checks_table_new (fixture->review, fixture->codebook, 2024, NULL);
  for (guint i = 0; i < dz_roster_table_get_n_rows (table); i++)
    n_failing += dz_roster_row_get_n_failing (dz_roster_table_get_row (table, i));
  g_assert_cmpuint (n_failing, ==, count_failing (checks));
}

static void
test_deadlines (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(DzRosterTable) table = NULL;
  g_autofree char *day = NULL;

  fixture->annual->received = g_strdup ("2025-02-28");
  fixture->duty->received = g_strdup ("2025-03-03");
  fixture->annual->identity.published = g_strdup ("2025-03-31");
  fixture->duty->identity.published = g_strdup ("2025-04-01");
  table = make (fixture);
  g_assert_cmpint (dz_roster_row_get_days_late (dz_roster_table_get_row (table, 0)), ==, 0);
  g_assert_cmpint (dz_roster_row_get_days_late (dz_roster_table_get_row (table, 1)), ==, 3);
  g_assert_cmpint (dz_roster_row_get_publish_days_late (dz_roster_table_get_row (table, 0)), ==, 0);
  g_assert_cmpint (dz_roster_row_get_publish_days_late (dz_roster_table_get_row (table, 1)), ==, 1);
  g_assert_cmpuint (dz_roster_table_get_totals (table)->on_time, ==, 1);
  g_assert_cmpuint (dz_roster_table_get_totals (table)->published_on_time, ==, 1);
  day = dz_roster_table_dup_submit_by (table);
  g_assert_cmpstr (day, ==, "2025-02-28");
}

static void
test_leap_year (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(DzRosterTable) table =
    dz_roster_table_new (fixture->review, fixture->codebook, 2023, NULL);
  g_autofree char *day = dz_roster_table_dup_submit_by (table);

  g_assert_cmpstr (day, ==, "2024-02-29");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A row on screen becomes that of a later snapshot, and says so only where something is read in it. */
static void
test_rows_follow (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(DzReview) later = dz_review_copy (fixture->review);
  g_autoptr(DzRosterTable) shown = make (fixture);
  g_autoptr(DzRosterTable) same = make (fixture);
  g_autoptr(DzRosterTable) newer = NULL;
  g_autoptr(DzReport) changed = dz_report_copy (fixture->annual, fixture->annual->text);
  DzRosterRow *row = dz_roster_table_get_row (shown, 0);
  guint n_changed = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_false (dz_roster_row_follow (row, dz_roster_table_get_row (same, 0)));
  g_assert_cmpuint (n_changed, ==, 0);

  g_free (changed->received);
  changed->received = g_strdup ("2025-03-02");
  g_ptr_array_add (later->reports, dz_report_ref (changed));
  newer = dz_roster_table_new (later, fixture->codebook, 2024, NULL);
  g_assert_true (dz_roster_row_follow (row, dz_roster_table_get_row (newer, 0)));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (dz_roster_row_get_report (row) == changed);
  g_assert_cmpint (dz_roster_row_get_days_late (row), ==, 2);
  /* what it shows lives as long as it does */
  g_clear_object (&newer);
  g_clear_pointer (&later, dz_review_unref);
  g_assert_cmpstr (dz_roster_row_get_body (row)->name, ==, "甲镇");
}

static void
test_reminders (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(DzRosterTable) table = make (fixture);
  g_autofree char *before = dz_reminders_dup_csv (table, "2025-02-20");
  g_autofree char *after = dz_reminders_dup_csv (table, "2025-03-02");

  g_assert_true (g_str_has_prefix (before, "\xEF\xBB\xBF单位,"));
  g_assert_nonnull (strstr (before, "丙街道,"));
  g_assert_nonnull (strstr (before, "2025-02-28,还有8天\r\n"));
  g_assert_null (strstr (before, "甲镇"));
  g_assert_nonnull (strstr (after, ",已过2天\r\n"));
}

#define ADD(claim, function) \
  g_test_add ("/compare/roster-table/" claim, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("missing-is-a-row", test_missing_is_a_row);
  ADD ("contents", test_contents);
  ADD ("an-explained-check-is-no-lack", test_explained_check_is_no_lack);
  ADD ("counts-are-those-of-the-checks", test_counts_are_those_of_the_checks);
  ADD ("deadlines", test_deadlines);
  ADD ("the-last-day-of-february", test_leap_year);
  ADD ("rows-follow-a-later-snapshot", test_rows_follow);
  ADD ("reminders-name-who-is-missing", test_reminders);

  return g_test_run ();
}
