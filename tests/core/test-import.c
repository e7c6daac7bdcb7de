/* test-import.c - files into a review: what is told of each, and what a kill leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-file-list.h"
#include "dz-import.h"
#include "dz-import-place.h"
#include "dz-journal.h"
#include "dz-overlap.h"
#include "dz-overlaps-job.h"
#include "dz-reread.h"
#include "dz-review-job.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void
test_a_folder_in_name_order (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *b = write_report (place, "in/b.txt", "青禾镇", 2024, 5);
  g_autofree char *a = write_report (place, "in/z/a.txt", "澜桥镇", 2024, 6);
  g_autofree char *c = write_file (place, "in/c.txt", "", 0);
  g_autofree char *hidden = write_file (place, "in/.hidden.txt", "x", 1);
  g_autofree char *folder = g_build_filename (place->folder, "in", NULL);
  g_autoptr(GPtrArray) records = run (place, NULL, folder, NULL);
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(DzStore) store = NULL;
  const DzImportRecord *failed;

  g_assert_cmpuint (records->len, ==, 3);
  g_assert_cmpstr (((DzImportRecord *) g_ptr_array_index (records, 0))->township, ==, "青禾镇");
  check_record (records, 1, DZ_OUTCOME_FAILED, FALSE);
  failed = g_ptr_array_index (records, 1);
  g_assert_cmpint (failed->error_code, ==, DZ_ERROR_EMPTY);
  g_assert_cmpstr (failed->source->path, ==, c);
  g_assert_cmpstr (((DzImportRecord *) g_ptr_array_index (records, 2))->township, ==, "澜桥镇");

  store = dz_store_open (place->review, NULL);
  kept = dz_store_list_records (store, 0, NULL);
  g_assert_cmpuint (kept->len, ==, 3);
  g_assert_cmpstr (((DzImportRecord *) g_ptr_array_index (kept, 1))->error, ==, failed->error);
  g_assert_cmpuint (dz_store_count_bodies (store), ==, 2);
}

static void
test_duplicates_and_older (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *one = write_report (place, "one.txt", "青禾镇", 2024, 5);
  g_autofree char *copy = write_report (place, "copy.txt", "青禾镇", 2024, 5);
  g_autofree char *newer = write_report (place, "newer.txt", "青禾镇", 2024, 7);
  g_autofree char *newest = write_report (place, "newest.txt", "青禾镇", 2024, 8);
  DzImportOptions replace = { .replace_older = TRUE };
  g_autoptr(GPtrArray) first = run (place, NULL, one, copy);
  g_autoptr(GPtrArray) second = run (place, NULL, newer, NULL);
  g_autoptr(GPtrArray) third = run (place, &replace, newest, NULL);
  g_autoptr(DzReview) review = NULL;
  const DzImportRecord *record;

  check_record (first, 1, DZ_OUTCOME_DUPLICATE, FALSE);
  check_record (second, 0, DZ_OUTCOME_OLDER, TRUE);
  record = g_ptr_array_index (second, 0);
  g_assert_cmpint (record->older_id, ==, ((DzImportRecord *) g_ptr_array_index (first, 0))->report_id);
  record = g_ptr_array_index (third, 0);
  g_assert_cmpint (record->report_id, ==, record->older_id);
  review = dz_review_load (place->review, NULL, NULL);
  g_assert_cmpuint (review->reports->len, ==, 2);
}

/* The day somebody opened a file is no reproach: it is the day of receipt only where that was in time. */
static void
test_day_of_receipt (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *one = write_report (place, "one.txt", "青禾镇", 2024, 5);
  g_autofree char *two = write_report (place, "two.txt", "澜桥镇", 2024, 6);
  g_autofree char *three = write_report (place, "three.txt", "万榆镇", 2024, 7);
  DzImportOptions in_time = { .today = "2025-01-10" };
  DzImportOptions later = { .today = "2026-11-29" };
  DzImportOptions told = { .received = "2025-03-09", .today = "2026-11-29" };
  g_autoptr(GPtrArray) first = run (place, &in_time, one, NULL);
  g_autoptr(GPtrArray) second = run (place, &later, two, NULL);
  g_autoptr(GPtrArray) third = run (place, &told, three, NULL);
  g_autoptr(DzReview) review = dz_review_load (place->review, NULL, NULL);

  g_assert_cmpuint (first->len + second->len + third->len, ==, 3);
  g_assert_cmpuint (review->reports->len, ==, 3);
  g_assert_cmpstr (((DzReport *) g_ptr_array_index (review->reports, 0))->received, ==, "2025-01-10");
  g_assert_cmpstr (((DzReport *) g_ptr_array_index (review->reports, 1))->received, ==, NULL);
  g_assert_cmpstr (((DzReport *) g_ptr_array_index (review->reports, 2))->received, ==, "2025-03-09");
}

static void
test_undo_takes_all_back (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *one = write_report (place, "one.txt", "青禾镇", 2024, 5);
  g_autofree char *two = write_report (place, "two.txt", "澜桥镇", 2024, 7);
  g_autoptr(GPtrArray) records = run (place, NULL, one, two);
  g_autoptr(DzStore) store = dz_store_open (place->review, NULL);

  g_assert_cmpuint (dz_store_count_reports (store), ==, 2);
  g_assert_true (dz_store_undo (store, 0, NULL));
  g_assert_cmpuint (dz_store_count_reports (store), ==, 0);
  g_assert_cmpuint (dz_store_count_bodies (store), ==, 0);
  g_assert_false (dz_store_can_undo (store));
}

/* Told in the thread that asked; what the main loop had no time for is left out, the last is told. */
static void
note_progress (const char *name,
               guint       done,
               guint       total,
               gpointer    user_data)
{
  guint *last = user_data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_nonnull (name);
  g_assert_cmpuint (done, >, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_second_door (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *one = write_report (place, "one.txt", "青禾镇", 2024, 5);
  g_autofree char *two = write_report (place, "two.txt", "澜桥镇", 2024, 7);
  const char *paths[] = { one, two, "/nowhere", NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) records = NULL;
  DzImportOrder order = { place->review, paths, NULL };
  guint last = 0;

  dz_import_async (&order, note_progress, &last, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  records = dz_import_finish (result, NULL);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_cmpuint (last, ==, 3);
  check_record (records, 2, DZ_OUTCOME_FAILED, FALSE);
}

static void
test_cancelled (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *one = write_report (place, "one.txt", "青禾镇", 2024, 5);
  const char *paths[] = { one, NULL };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dz_import_run (place->review, paths, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_pasted_text (void)
{
  g_autoptr(Place) place = place_new ();
  g_autoptr(DzStore) store = dz_store_create (place->review, NULL);
  g_autofree char *text = make_report ("青禾镇", 2024, 5);
  g_autoptr(DzImportRecord) record = dz_import_text (store, NULL, text, NULL);

  g_assert_cmpint (record->report_id, >, 0);
  g_assert_cmpstr (record->township, ==, "青禾镇");
}

static void
test_read_anew_keeps_the_work (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *one = write_report (place, "one.txt", "青禾镇", 2024, 5);
  g_autoptr(GPtrArray) records = run (place, NULL, one, NULL);
  g_autoptr(DzStore) store = dz_store_open (place->review, NULL);
  gint64 id = ((DzImportRecord *) g_ptr_array_index (records, 0))->report_id;
  g_autoptr(DzReport) before = dz_store_load_report (store, id, NULL);
  g_autoptr(DzReport) after = NULL;
  DzReread count;

  if (before->figures->len == 0)
    {
      g_test_skip ("the engine finds no figure yet");
      return;
    }
  g_assert_true (dz_store_set_figure_state (store, g_array_index (before->figures, DzFigure, 0).id,
                                            DZ_STATE_CONFIRMED, NULL));
  g_assert_true (dz_reread_run (place->review, NULL, NULL, &count, NULL, NULL));
  g_assert_cmpuint (count.reread, ==, 1);
  g_assert_cmpuint (count.unplaced, ==, 0);
  after = dz_store_load_report (store, id, NULL);
  g_assert_cmpuint (after->figures->len, ==, before->figures->len);
  g_assert_cmpint (g_array_index (after->figures, DzFigure, 0).state, ==, DZ_STATE_CONFIRMED);
}

/* What a browser keeps beside a page is the page's and counted, a document in it is not; a folder of such a name alone is a folder. */
static void
test_saved_with_a_page (void)
{
  static const struct { const char *name, *body; } files[] = {
    { "青禾.htm", "青禾镇" }, { "青禾_files/frame.html", "甲镇" }, { "青禾_files/deep/frame.html", "乙镇" },
    { "红岩.files/附件.csv", "丙镇" }, { "红岩.html", "红岩乡" }, { "红岩.files/header.htm", "丁镇" }, { "报送_文件/白杨.html", "白杨镇" },
  };
  g_autoptr(Place) place = place_new ();
  guint n_skipped;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (write_report (place, files[i].name, files[i].body, 2024, i + 1));
  list = dz_file_list_new (place->folder, &n_skipped);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (names, "%s ", (char *) list->pdata[i] + strlen (place->folder) + 1);
  g_assert_cmpstr (names->str, ==, "报送_文件/白杨.html 红岩.files/附件.csv 红岩.html 青禾.htm ");
  g_assert_cmpuint (n_skipped, ==, 3);
}

/* Reports of several counties: the name of one of them would be false for the others. */
static void
test_title_of_several_counties (void)
{
  static const char *const titles[] = { "望泽县青禾镇", "白河县澜桥镇", "栖山县万榆镇", "石竺镇", "苇洲镇" };
  g_autoptr(Place) place = place_new ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) records = NULL;
  const char *const paths[] = { place->folder, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *text = g_strdup_printf ("%s2024年度法治政府建设情况报告\n一、主要做法\n开展普法%u场。\n",
                                               titles[i], i + 3);
      g_autofree char *path = write_file (place, name, text, -1);
    }
  records = dz_import_run (place->review, paths, NULL, NULL, NULL, NULL, NULL);
  g_assert_nonnull (records);
  review = dz_review_load (place->review, NULL, NULL);
  g_assert_cmpuint (review->reports->len, ==, G_N_ELEMENTS (titles));
  g_assert_null (review->county->name);
  g_assert_null (review->county->title);
}

/* One county's reports first, and its name with them; then others put beside it take the name back, but
 * not one that a person gave. */
static void
test_title_is_taken_back (void)
{
  g_autoptr(Place) place = place_new ();
  const char *paths[] = { NULL, NULL };

  for (guint i = 0; i < 4; i++)
    {
      static const char *const titles[] = { "望泽县青禾镇", "白河县澜桥镇", "栖山县万榆镇", "望泽县石竺镇" };
      static const char *const names[] = { "望泽县", NULL, NULL, "望泽县" };
      static const char *const all[] = { NULL, "望泽县 1、白河县 1", "望泽县 1、白河县 1、栖山县 1",
                                         "望泽县 2、白河县 1、栖山县 1" };
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *text = g_strdup_printf ("%s2024年度法治政府建设情况报告\n一、主要做法\n开展普法%u场。\n",
                                               titles[i], i + 3);
      g_autofree char *path = write_file (place, name, text, -1);
      g_autofree char *counties = NULL;
      g_autoptr(GPtrArray) records = NULL;
      g_autoptr(DzStore) store = NULL;
      g_autoptr(DzCounty) county = NULL;

      if (i == 3)
        {
          g_autoptr(DzStore) own = dz_store_open (place->review, NULL);
          g_autoptr(DzCounty) given = dz_store_dup_county (own, NULL);

          given->name = g_strdup ("望泽县");
          g_assert_true (dz_store_set_county (own, given, NULL, NULL));
        }
      paths[0] = path;
      records = dz_import_run (place->review, paths, NULL, NULL, NULL, NULL, NULL);
      g_assert_nonnull (records);
      store = dz_store_open (place->review, NULL);
      county = dz_store_dup_county (store, NULL);
      counties = dz_store_dup_counties (store);
      g_assert_cmpstr (county->name, ==, names[i]);
      g_assert_cmpstr (counties, ==, all[i]);
      g_assert_cmpint (county->title != NULL, ==, i == 0);
    }
}

/* Only one report of five names a county at all: that is not more than half. */
static void
test_title_of_one_report (void)
{
  g_autoptr(Place) place = place_new ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) records = NULL;
  const char *const paths[] = { place->folder, NULL };

  for (guint i = 0; i < 5; i++)
    {
      static const char *const bodies[] = { "望泽县青禾镇", "澜桥镇", "万榆镇", "石竺镇", "苇洲镇" };
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *text = g_strdup_printf ("%s2024年度法治政府建设情况报告\n一、主要做法\n开展普法%u场。\n",
                                               bodies[i], i + 3);
      g_autofree char *path = write_file (place, name, text, -1);
    }
  records = dz_import_run (place->review, paths, NULL, NULL, NULL, NULL, NULL);
  g_assert_nonnull (records);
  review = dz_review_load (place->review, NULL, NULL);
  g_assert_null (review->county->name);
}

/* The program killed in the middle: the file opens, and every report in it is whole. */
static void
test_kill_leaves_finished_reports (void)
{
  const char *cli = g_getenv ("DZ_CLI");

  if (cli == NULL || !g_file_test (cli, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("duizhao-cli is not built");
      return;
    }
  for (guint round = 1; round <= 4; round++)
    {
      g_autoptr(Place) place = place_new ();
      g_autofree char *in = g_build_filename (place->folder, "in", NULL);
      const char *argv[] = { cli, "import", place->review, in, NULL };
      g_autoptr(GSubprocess) process = NULL;
      g_autoptr(DzReview) review = NULL;
      g_autoptr(GDataInputStream) lines = NULL;
      g_autoptr(GPtrArray) again = NULL;
      guint told = 0;

      for (guint i = 0; i < 300; i++)
        {
          g_autofree char *name = g_strdup_printf ("in/%03u.txt", i);
          g_autofree char *path = write_report (place, name, i % 2 ? "青禾镇" : "澜桥镇", 1900 + (int) i, i);
        }
      process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                   NULL);
      g_assert_nonnull (process);
      lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      /* a line is printed once its report is stored */
      while (told < round * 40)
        {
          g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

          if (line == NULL)
            break;
          told++;
        }
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);

      review = dz_review_load (place->review, NULL, NULL);
      g_assert_nonnull (review);
      g_assert_cmpuint (review->reports->len, >=, told);
      for (guint i = 0; i < review->reports->len; i++)
        {
          DzReport *report = g_ptr_array_index (review->reports, i);

          g_assert_cmpuint (report->sections->len, >, 0);
          g_assert_cmpuint (dz_text_get_length (report->text), >, 100);
        }
      /* going on where it stopped */
      again = run (place, NULL, in, NULL);
      g_assert_cmpuint (again->len, ==, 300);
      {
        g_autoptr(DzReview) whole = dz_review_load (place->review, NULL, NULL);

        g_assert_cmpuint (whole->reports->len, ==, 300);
      }
    }
}

/* What an inspection wrote is nobody's report, wherever it stands among the reports: its problems go on the ledger, and
 * all of it goes with one undo. */
static void
test_paper_of_an_inspection (void)
{
  static const char paper[] = "关于2024年度法治政府建设督察情况的通报\n二、发现的主要问题\n（一）青禾镇案卷不规范。\n"
                              "（二）澜桥镇、新岭镇执法力量不足。\n三、整改要求\n于2025年3月31日前报送整改情况。\n2024年11月15日\n";
  g_autoptr(Place) place = place_new ();
  g_autofree char *first = write_file (place, "in/a-通报.txt", paper, -1);
  g_autofree char *report = write_report (place, "in/b.txt", "青禾镇", 2024, 5);
  g_autofree char *other = write_report (place, "in/c.txt", "澜桥镇", 2024, 6);
  g_autofree char *in = g_build_filename (place->folder, "in", NULL);
  g_autoptr(GPtrArray) records = run (place, NULL, in, NULL);
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(DzReview) review = dz_review_load (place->review, NULL, NULL);
  g_autoptr(DzReview) undone = NULL;
  g_autoptr(DzStore) store = NULL;
  g_autofree char *words = NULL;
  const DzLedgerEntry *entry;
  DzReport *kept;

  check_record (records, 0, DZ_OUTCOME_READ, TRUE);
  check_record (records, 1, DZ_OUTCOME_READ, TRUE);
  g_assert_true (dz_import_record_is_paper (g_ptr_array_index (records, 0)));
  g_assert_false (dz_import_record_is_paper (g_ptr_array_index (records, 1)));
  words = dz_import_record_explain (g_ptr_array_index (records, 0), g_ptr_array_index (review->reports, 0));
  g_assert_cmpstr (words, ==, "Document of an inspection: 3 problems put on the ledger");
  g_assert_cmpuint (review->bodies->len, ==, 2);
  g_assert_cmpuint (review->ledger->len, ==, 3);
  entry = g_ptr_array_index (review->ledger, 0);
  g_assert_cmpstr (dz_review_find_body (review, entry->body_id)->name, ==, "青禾镇");
  g_assert_cmpstr (entry->problem, ==, "青禾镇案卷不规范。");
  g_assert_cmpstr (entry->deadline, ==, "2025-03-31");
  kept = dz_review_find_report (review, entry->report_id);
  g_assert_nonnull (kept);
  g_assert_cmpint (kept->body_id, ==, 0);
  g_assert_null (kept->identity.township);
  g_assert_cmpint (dz_review_choose_year (review, 0, 0), ==, 2024);
  g_assert_cmpstr (((DzLedgerEntry *) g_ptr_array_index (review->ledger, 2))->asked, ==, "新岭镇");

  again = run (place, NULL, first, NULL);
  check_record (again, 0, DZ_OUTCOME_DUPLICATE, FALSE);
  store = dz_store_open (place->review, NULL);
  g_assert_true (dz_store_undo (store, 0, NULL));
  undone = dz_store_load (store, NULL, NULL);
  g_assert_cmpuint (undone->reports->len, ==, 0);
  g_assert_cmpuint (undone->ledger->len, ==, 0);
}

static void
check_progress (const DzImportRecord *record,
                guint                 done,
                guint                 total,
                gpointer              user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, last[0]);
  last[0] = done;
  last[1] = total;
}

/* Papers of inspections are read last: what is done never grows less for it, nor larger than all there is. */
static void
test_progress (void)
{
  static const char paper[] = "关于2024年度法治政府建设督察情况的通报\n二、发现的主要问题\n（一）青禾镇案卷不规范。\n";
  g_autoptr(Place) place = place_new ();
  g_autofree char *first = write_file (place, "in/a-通报.txt", paper, -1);
  g_autofree char *report = write_report (place, "in/b.txt", "青禾镇", 2024, 5);
  g_autofree char *other = write_report (place, "in/c.txt", "澜桥镇", 2024, 6);
  g_autofree char *in = g_build_filename (place->folder, "in", NULL);
  const char *const paths[] = { in, NULL };
  g_autoptr(GError) error = NULL;
  guint last[2] = { 0, 0 };
  g_autoptr(GPtrArray) records = dz_import_run (place->review, paths, NULL, check_progress, last, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_true (dz_import_record_is_paper (g_ptr_array_index (records, 0)));
  g_assert_cmpuint (last[0], ==, 3);
  g_assert_cmpuint (last[1], ==, 3);
}

static void
count_told (const DzImportRecord *record,
            guint                 done,
            guint                 total,
            gpointer              user_data)
{
  *(guint *) user_data += record->report_id != 0;
}

/* No file grows over @bytes, as on a disk that is full. Returns what held before. */
static struct rlimit
limit_files (rlim_t bytes)
{
  struct rlimit before, limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  return before;
}

/* Many reports go into one transaction: where that has no room, those that have one for themselves are kept, and what is
 * told as kept is there. */
static void
test_no_room_for_many (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *in = g_build_filename (place->folder, "in", NULL);
  const char *const paths[] = { in, NULL };
  g_autoptr(DzStore) store = dz_store_create (place->review, NULL);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GError) error = NULL;
  struct rlimit before;
  guint told = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%02u.txt", i);
      g_autofree char *body = g_strdup_printf ("%s%s镇", i % 2 ? "青" : "澜", (const char *[]) { "禾", "桥", "河", "山", "石" }[i / 2 % 5]);
      g_autofree char *path = write_report (place, name, body, 2015 + (int) i / 10, 5 + i);
    }
  signal (SIGXFSZ, SIG_IGN);
  before = limit_files (160 * 1024);
  records = dz_import_run (place->review, paths, NULL, count_told, &told, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_null (records);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  g_assert_cmpuint (told, >, 0);
  g_assert_cmpuint (told, <, 40);
  g_assert_cmpuint (dz_store_count_reports (store), ==, told);
  kept = dz_store_list_records (store, 0, NULL);
  g_assert_cmpuint (kept->len, ==, told);
}

/* Sentences nobody else has. */
static void
append_own_words (GString *text,
                  guint    seed,
                  guint    n)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 1; i <= n; i++)
    {
      g_string_append_unichar (text, (gunichar) g_rand_int_range (random, 0x4e00, 0x9000));
      if (i % 20 == 0)
        g_string_append (text, i % 40 == 0 ? "。" : "，");
    }
}

/* Years are compared one after the other, from what little is loaded for it: the pairs are those of the review as a whole, also
 * one of which only a part is the neighbour's of last year, less than a twentieth of the text. */
static void
test_overlaps_from_the_file (void)
{
  static const char copied[] =
    "二、存在的问题\n（一）执法队伍薄弱。山区村落分散，出警一趟往返要走三个钟头，遇到雨季道路中断，只能由村干部先行劝阻，队员轮休几乎没有保证。\n"
    "（二）普法形式单一。仍以发传单、挂横幅为主，外出务工的年轻人几乎听不到，留守老人又看不懂条文，课后没有人再去问一问听懂了多少。\n"
    "（三）案卷质量不高。部分案卷缺少审批表，装订顺序前后颠倒，送达回证没有日期，评查以后也没有把问题返给办案的人。\n";
  static const struct { const char *body; int year; guint seed; gboolean copies; } bodies[] = {
    { "青禾镇", 2022, 3, FALSE }, { "澜桥镇", 2023, 4, TRUE }, { "青禾镇", 2024, 5, TRUE }, { "万榆镇", 2024, 6, FALSE },
    { "苇洲镇", 2024, 4, FALSE },
  };
  g_autoptr(Place) place = place_new ();
  g_autofree char *folder = g_build_filename (place->folder, "in", NULL);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzCodebook) codebook = dz_codebook_load (NULL, NULL);
  g_autoptr(GPtrArray) wanted = NULL;
  guint n_small = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u.txt", i);
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *path = NULL;

      g_string_append_printf (text, "%s%d年度法治政府建设情况报告\n\n现将有关情况报告如下。\n\n一、主要举措和成效\n", bodies[i].body, bodies[i].year);
      append_own_words (text, bodies[i].seed, 3600);
      g_string_append_printf (text, "\n%s\n三、下一步打算\n", bodies[i].copies ? copied : "");
      append_own_words (text, 100 + i, 100);
      path = write_file (place, name, text->str, -1);
    }
  records = run (place, NULL, folder, NULL);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (bodies));
  g_assert_true (dz_overlaps_run (place->review, NULL, NULL));
  review = dz_review_load (place->review, NULL, NULL);
  wanted = dz_overlap_find_all (review, codebook, dz_overlap_get_least (review->county), NULL, NULL, NULL);
  g_assert_cmpuint (wanted->len, ==, 2);
  g_assert_cmpuint (review->overlaps->len, ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      const DzOverlap *one = g_ptr_array_index (wanted, i), *stored = g_ptr_array_index (review->overlaps, i);

      g_assert_cmpint (stored->report_a, ==, one->report_a);
      g_assert_cmpint (stored->report_b, ==, one->report_b);
      g_assert_cmpfloat (stored->share, ==, one->share);
      g_assert_cmpuint (stored->passages->len, ==, one->passages->len);
      n_small += one->share < 0.05;
    }
  g_assert_cmpuint (n_small, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/jobs/import/a-folder-in-name-order", test_a_folder_in_name_order);
  g_test_add_func ("/jobs/import/duplicates-and-older", test_duplicates_and_older);
  g_test_add_func ("/jobs/import/day-of-receipt", test_day_of_receipt);
  g_test_add_func ("/jobs/import/undo-takes-all-back", test_undo_takes_all_back);
  g_test_add_func ("/jobs/import/second-door", test_second_door);
  g_test_add_func ("/jobs/import/cancelled", test_cancelled);
  g_test_add_func ("/jobs/import/no-room-for-many", test_no_room_for_many);
  g_test_add_func ("/jobs/import/pasted-text", test_pasted_text);
  g_test_add_func ("/jobs/reread/keeps-the-work", test_read_anew_keeps_the_work);
  g_test_add_func ("/jobs/import/title-of-several-counties", test_title_of_several_counties);
  g_test_add_func ("/jobs/import/title-is-taken-back", test_title_is_taken_back);
  g_test_add_func ("/jobs/import/saved-with-a-page", test_saved_with_a_page);
  g_test_add_func ("/jobs/import/title-of-one-report", test_title_of_one_report);
  g_test_add_func ("/jobs/import/paper-of-an-inspection", test_paper_of_an_inspection);
  g_test_add_func ("/jobs/import/overlaps-from-the-file", test_overlaps_from_the_file);
  g_test_add_func ("/jobs/import/progress", test_progress);
  g_test_add_func ("/jobs/import/kill-leaves-finished-reports", test_kill_leaves_finished_reports);

  return g_test_run ();
}
