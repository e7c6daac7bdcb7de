/* test-import-sheets.c - rosters, tables and ledgers: among the reports, and each by its own door
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-import-place.h"
#include "dz-ledger-job.h"
#include "dz-roster-job.h"
#include "dz-tables-job.h"

#include <string.h>
#include <sys/stat.h>

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_roster_makes_unknown_bodies_a_question (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *roster =
    write_file (place, "roster.csv", "\xef\xbb\xbf单位,类型,户数,人口,村（社区）数\r\n青禾镇,镇,10,20,12\r\n", -1);
  g_autofree char *one = write_report (place, "one.txt", "青禾镇", 2024, 5);
  g_autofree char *two = write_report (place, "two.txt", "澜桥镇", 2024, 7);
  g_autoptr(DzStore) store = dz_store_create (place->review, NULL);
  g_autoptr(GPtrArray) records = NULL;
  g_autofree char *words = NULL;
  g_autoptr(DzReport) report = NULL;
  guint n;

  g_assert_true (dz_roster_import (store, roster, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
  records = run (place, NULL, one, two);
  g_assert_cmpint (((DzImportRecord *) g_ptr_array_index (records, 0))->body_id, >, 0);
  check_record (records, 1, DZ_OUTCOME_UNSURE, TRUE);
  report = dz_store_load_report (store, ((DzImportRecord *) g_ptr_array_index (records, 1))->report_id,
                                 NULL);
  words = dz_import_record_explain (g_ptr_array_index (records, 1), report);
  g_assert_nonnull (strstr (words, "“澜桥镇” is not on the roster."));
}

/* What the file is called and what its text says are two bodies of the roster: one of both is a slip. */
static void
test_a_file_called_by_another_body (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *first = write_report (place, "澜桥镇2022.txt", "青禾镇", 2022, 4);
  g_autofree char *roster = write_file (place, "roster.csv", "\xef\xbb\xbf单位,类型\r\n青禾镇,镇\r\n澜桥镇,镇\r\n禾镇,镇\r\n東青禾鎮,镇\r\n", -1);
  g_autofree char *longer = write_report (place, "东青禾镇2024.txt", "青禾镇", 2021, 3);
  g_autofree char *other = write_report (place, "瀾橋鎮2024年报告.txt", "青禾镇", 2024, 5);
  g_autofree char *both = write_report (place, "青禾镇（代澜桥镇报）.txt", "青禾镇", 2023, 7);
  g_autoptr(DzStore) store = dz_store_create (place->review, NULL);
  g_autoptr(GPtrArray) unlisted = run (place, NULL, first, NULL);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GPtrArray) called_longer = NULL;
  g_autoptr(DzReport) report = NULL;
  g_autofree char *words = NULL;

  check_record (unlisted, 0, DZ_OUTCOME_READ, TRUE); /* without a roster nobody knows what is a body */
  g_assert_true (dz_roster_import (store, roster, NULL, NULL, NULL));
  records = run (place, NULL, other, both);
  called_longer = run (place, NULL, longer, NULL);
  check_record (records, 0, DZ_OUTCOME_UNSURE, TRUE);
  report = dz_store_load_report (store, ((DzImportRecord *) g_ptr_array_index (records, 0))->report_id, NULL);
  g_assert_nonnull (report);
  g_assert_cmpint (report->body_id, ==, dz_store_find_body (store, "青禾镇"));
  words = dz_import_record_explain (g_ptr_array_index (records, 0), report);
  g_assert_nonnull (strstr (words, "The name of the file says another body."));
  check_record (records, 1, DZ_OUTCOME_READ, TRUE);
  /* its name stands within another body's, which the roster writes in traditional characters */
  check_record (called_longer, 0, DZ_OUTCOME_UNSURE, TRUE);
}

/* The window reads a roster while it goes on: nothing is there when it was asked, all when it is told. */
static void
test_roster_in_a_thread (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *roster = write_file (place, "roster.csv", "\xef\xbb\xbf单位,类型\r\n青禾镇,镇\r\n澜桥镇,镇\r\n", -1);
  g_autofree char *wrong = write_file (place, "wrong.csv", "\xef\xbb\xbf日期,备注\r\n1月,无\r\n", -1);
  g_autoptr(DzStore) store = dz_store_create (place->review, NULL);
  g_autoptr(DzCodebook) codebook = dz_codebook_load_for (store, NULL);
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GAsyncResult) refused = NULL;
  g_autoptr(GError) error = NULL;
  gboolean names_changed = FALSE;
  guint n = 0;

  dz_roster_import_async (place->review, codebook, roster, keep_result, &done);
  g_assert_null (done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dz_roster_import_finish (done, &n, &names_changed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (names_changed);
  g_assert_cmpuint (dz_store_count_bodies (store), ==, 2);

  dz_roster_import_async (place->review, codebook, wrong, keep_result, &refused);
  while (refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (dz_roster_import_finish (refused, &n, &names_changed, &error));
  g_assert_nonnull (strstr (error->message, "“wrong.csv”: "));
  g_assert_cmpuint (dz_store_count_bodies (store), ==, 2);
}

/* A list among the dropped files is the roster, not a strange report. */
static void
test_a_roster_among_the_reports (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *roster =
    write_file (place, "in/a.csv", "单位,类型,户数,人口,村（社区）数\n青禾镇,镇,10,20,12\n柳湾乡,乡,1,2,3\n", -1);
  g_autofree char *one = write_report (place, "in/b.txt", "青禾镇", 2024, 5);
  g_autofree char *folder = g_build_filename (place->folder, "in", NULL);
  g_autoptr(GPtrArray) records = run (place, NULL, folder, NULL);
  g_autoptr(GPtrArray) again = run (place, NULL, roster, NULL);
  g_autoptr(DzStore) store = dz_store_open (place->review, NULL);

  g_assert_nonnull (roster);
  g_assert_nonnull (one);
  g_assert_cmpuint (records->len, ==, 2);
  check_record (records, 0, DZ_OUTCOME_READ, FALSE);
  g_assert_cmpuint (((DzImportRecord *) g_ptr_array_index (records, 0))->n_figures, ==, 2);
  check_record (records, 1, DZ_OUTCOME_READ, TRUE);
  g_assert_cmpuint (dz_store_count_bodies (store), ==, 2);
  g_assert_cmpuint (dz_store_count_reports (store), ==, 1);
  check_record (again, 0, DZ_OUTCOME_DUPLICATE, FALSE);
}

static void
check_no_roster (const char *review,
                 const char *table)
{
  const char *const paths[] = { table, NULL };
  g_autoptr(GPtrArray) records = dz_import_run (review, paths, NULL, NULL, NULL, NULL, NULL);
  const DzImportRecord *record;

  g_assert_nonnull (records);
  g_assert_cmpuint (records->len, ==, 1);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->outcome, ==, DZ_OUTCOME_FAILED);
  g_assert_cmpint (record->error_code, ==, DZ_ERROR_NO_DATA);
  g_assert_nonnull (strstr (record->error, "not a roster"));
}

/* Numbers of what bodies did are no roster, and nobody is left in the belief that they were read. */
static void
test_table_of_statistics (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *table = write_file (place, "统计表.csv", "单位,调解纠纷（件）,普法场次\n青禾镇,12,3\n", -1);
  g_autofree char *old = g_build_filename (g_getenv ("DZ_TESTS"), "data", "tables", "旧版复议应诉统计.xls", NULL);
  g_autofree char *program = g_find_program_in_path ("soffice");

  check_no_roster (place->review, table);
  if (program == NULL)
    g_test_skip ("LibreOffice is not installed");
  else
    check_no_roster (place->review, old);
}

/* A problem of no year stands in no ledger: it is refused, and not put where nobody sees it. */
static void
test_ledger_without_year (void)
{
  static const char table[] = "责任单位,问题\n青禾镇,案卷不规范\n";
  g_autoptr(Place) place = place_new ();
  g_autoptr(DzStore) store = dz_store_open_or_create (place->review, NULL);
  g_autoptr(DzCodebook) codebook = dz_codebook_load_for (store, NULL);
  g_autofree char *titled = g_strconcat ("2024年度整改台账\n", table, NULL);
  g_autofree char *none = write_file (place, "none.csv", table, -1);
  g_autofree char *told = write_file (place, "told.csv", titled, -1);
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GError) error = NULL;
  DzLedgerTally tally;

  g_assert_false (dz_ledger_import (store, codebook, none, 0, &tally, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NO_DATA);
  g_assert_true (dz_ledger_import (store, codebook, told, 0, &tally, NULL));
  g_assert_cmpuint (tally.added, ==, 1);
  review = dz_store_load (store, NULL, NULL);
  g_assert_cmpuint (review->ledger->len, ==, 1);
}

/* A pipe nobody writes into is told to be none of the files that are read, through whatever door it comes. */
static void
test_a_pipe (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *report = write_report (place, "in/b.txt", "青禾镇", 2024, 5);
  g_autofree char *pipe_path = g_build_filename (place->folder, "ledger.csv", NULL);
  g_autoptr(GPtrArray) records = run (place, NULL, report, NULL);
  g_autoptr(DzStore) store = dz_store_open (place->review, NULL);
  g_autoptr(DzReview) review = dz_store_load (store, NULL, NULL);
  g_autoptr(DzCodebook) codebook = dz_codebook_load_for (store, NULL);
  g_autoptr(GError) error = NULL;
  DzLedgerTally tally;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_false (dz_ledger_import (store, codebook, pipe_path, 2024, &tally, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (dz_tables_read (review, codebook, pipe_path, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (dz_roster_import (store, pipe_path, NULL, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (dz_roster_import (store, place->folder, NULL, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_IO);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/jobs/import/roster-makes-unknown-bodies-a-question",
                   test_roster_makes_unknown_bodies_a_question);
  g_test_add_func ("/jobs/import/a-file-called-by-another-body", test_a_file_called_by_another_body);
  g_test_add_func ("/jobs/import/a-roster-in-a-thread", test_roster_in_a_thread);
  g_test_add_func ("/jobs/import/a-roster-among-the-reports", test_a_roster_among_the_reports);
  g_test_add_func ("/jobs/import/table-of-statistics", test_table_of_statistics);
  g_test_add_func ("/jobs/import/a-pipe", test_a_pipe);
  g_test_add_func ("/jobs/import/ledger-without-year", test_ledger_without_year);

  return g_test_run ();
}
