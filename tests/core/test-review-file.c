/* test-review-file.c - a review handled like a file: copied, renamed, removed, replaced, made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-import-record.h"
#include "dz-worked-review.h"
#include "dz-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
sibling (DzScratch  *scratch,
         const char *name)
{
  return g_build_filename (scratch->folder, name, NULL);
}

static char *
dump_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = dz_store_open (path, &error);

  g_assert_no_error (error);

  return dz_scratch_dump (store);
}

static void
assert_nothing_aside (DzScratch *scratch)
{
  g_autoptr(GDir) dir = g_dir_open (scratch->folder, 0, NULL);
  const char *found;

  while ((found = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (found, ".duizhao-"));
}

static void
count_progress (guint    done,
                guint    total,
                gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  ++*(guint *) data;
}

static void
test_copy_holds_all_handles (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzStore) second = dz_store_open (scratch->path, NULL);
  g_autofree char *path = sibling (scratch, "副本.duizhao");
  g_autofree char *wanted = NULL, *got = NULL;
  g_autoptr(GError) error = NULL;
  guint told = 0;

  dz_store_add_report (second, report, NULL);
  g_assert_true (dz_store_set_note (second, report->id, "已核", NULL));
  g_assert_true (dz_store_save_copy (scratch->store, path, count_progress, &told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told, >, 0);
  wanted = dz_scratch_dump (scratch->store);
  got = dump_file (path);
  g_assert_cmpstr (got, ==, wanted);
  g_assert_nonnull (strstr (got, "已核"));
  /* and over the older copy, as often as one likes */
  g_assert_true (dz_store_set_note (second, report->id, "再核", NULL));
  g_assert_true (dz_store_save_copy (scratch->store, path, NULL, NULL, NULL, &error));
  g_clear_pointer (&got, g_free);
  got = dump_file (path);
  g_assert_nonnull (strstr (got, "再核"));
  assert_nothing_aside (scratch);
}

static void
test_copy_refused (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *path = sibling (scratch, "副本.duizhao");
  g_autofree char *nowhere = sibling (scratch, "没有/副本.duizhao");
  g_autofree char *contents = NULL;
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "旧的", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (dz_store_save_copy (scratch->store, path, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "旧的");
  g_assert_false (dz_store_save_copy (scratch->store, scratch->path, NULL, NULL, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (dz_store_save_copy (scratch->store, scratch->folder, NULL, NULL, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (dz_store_save_copy (scratch->store, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_IO);
  assert_nothing_aside (scratch);
}

/* What a crashed program left beside the older copy must not come alive in the new one. */
static void
test_copy_over_a_left_log (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autofree char *path = sibling (scratch, "副本.duizhao");
  g_autofree char *log = sibling (scratch, "副本.duizhao-wal");
  g_autofree char *wanted = NULL, *got = NULL;
  g_autofree char *left = NULL;
  gsize len;

  g_assert_true (dz_store_save_copy (scratch->store, path, NULL, NULL, NULL, NULL));
  {
    g_autoptr(DzStore) crashed = dz_store_open (path, NULL);

    dz_store_begin_step (crashed, "import");
    dz_store_add_report (crashed, report, NULL);
    g_assert_true (g_file_get_contents (log, &left, &len, NULL));
    dz_store_end_step (crashed);
  }
  g_assert_cmpuint (len, >, 0);
  g_assert_true (g_file_set_contents (log, left, (gssize) len, NULL));
  g_assert_true (dz_store_save_copy (scratch->store, path, NULL, NULL, NULL, NULL));
  wanted = dz_scratch_dump (scratch->store);
  got = dump_file (path);
  g_assert_cmpstr (got, ==, wanted);
  /* beside no file at all */
  g_unlink (path);
  g_assert_true (g_file_set_contents (log, left, (gssize) len, NULL));
  g_assert_true (dz_store_save_copy (scratch->store, path, NULL, NULL, NULL, NULL));
  g_clear_pointer (&got, g_free);
  got = dump_file (path);
  g_assert_cmpstr (got, ==, wanted);
}

typedef enum { RENAMED, REMOVED, REPLACED } Fate;

static void
test_moved (gconstpointer data)
{
  Fate fate = (Fate) GPOINTER_TO_INT (data);
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) late = dz_scratch_report ("澜桥镇", 2024, 6);
  g_autofree char *away = sibling (scratch, "改名.duizhao");
  g_autofree char *kept = sibling (scratch, "另存.duizhao");
  g_autofree char *before = NULL, *after = NULL, *copied = NULL;
  g_autoptr(GError) error = NULL;

  dz_store_add_report (scratch->store, report, NULL);
  g_assert_true (dz_store_set_note (scratch->store, report->id, "已核", NULL));
  before = dz_scratch_dump (scratch->store);
  if (fate == REPLACED)
    g_assert_true (dz_store_save_copy (scratch->store, away, NULL, NULL, NULL, NULL));
  g_assert_false (dz_store_has_moved (scratch->store));
  if (fate == REMOVED)
    g_assert_cmpint (g_unlink (scratch->path), ==, 0);
  else if (fate == RENAMED)
    g_assert_cmpint (g_rename (scratch->path, away), ==, 0);
  else
    g_assert_cmpint (g_rename (away, scratch->path), ==, 0);

  g_assert_true (dz_store_has_moved (scratch->store));
  g_assert_false (dz_store_set_note (scratch->store, report->id, "丢失", &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_MOVED);
  g_clear_error (&error);
  g_assert_cmpint (dz_store_add_report (scratch->store, late, &error), ==, 0);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_MOVED);
  g_clear_error (&error);
  g_assert_false (dz_store_undo (scratch->store, 0, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_MOVED);
  g_clear_error (&error);
  after = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (dz_store_save_copy (scratch->store, kept, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  copied = dump_file (kept);
  g_assert_cmpstr (copied, ==, before);
}

/* The file goes while a change of several verbs is under way. */
static void
test_moved_inside_a_change (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autofree char *away = sibling (scratch, "改名.duizhao");
  g_autoptr(GError) error = NULL;

  g_assert_true (dz_store_hold (scratch->store, "import", NULL));
  g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), !=, 0);
  g_assert_cmpint (g_rename (scratch->path, away), ==, 0);
  g_assert_false (dz_store_release (scratch->store, TRUE, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_MOVED);
  g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, 0);
}

/* The file alone, without what stands beside it: what a person copies to a stick. */
static char *
dump_alone (const char *path,
            const char *copy)
{
  g_autofree char *contents = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  g_assert_true (g_file_set_contents (copy, contents, (gssize) len, NULL));

  return dump_file (copy);
}

static void
test_file_alone_holds_decisions (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzStore) second = dz_store_open (scratch->path, NULL);
  g_autofree char *copy = sibling (scratch, "U盘.duizhao");

  dz_store_add_report (scratch->store, report, NULL);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *note = g_strdup_printf ("第%u次", i);
      g_autofree char *told = NULL, *found = NULL;
      g_autoptr(DzReview) seen = NULL;

      g_assert_true (dz_store_set_note (i % 3 == 0 ? second : scratch->store, report->id, note, NULL));
      seen = dz_store_load (second, NULL, NULL);
      if (i % 10 > 0)
        continue;
      told = dz_scratch_dump (scratch->store);
      g_assert_nonnull (strstr (told, note));
      found = dump_alone (scratch->path, copy);
      g_assert_cmpstr (found, ==, told);
    }
}

typedef struct
{
  DzScratch *scratch;
  DzReport *report;
  gboolean closes;
} Evening;

/* As a button of the window does it, in the main loop. */
static gboolean
decide_cb (gpointer user_data)
{
  Evening *self = user_data;

  g_assert_true (dz_store_set_note (self->scratch->store, self->report->id, "第1次", NULL));
  g_assert_true (dz_store_set_note (self->scratch->store, self->report->id, "下班前", NULL));
  if (self->closes)
    g_clear_object (&self->scratch->store);
  self->report = NULL;

  return G_SOURCE_REMOVE;
}

/* Where a main loop runs the file alone holds a decision a moment later, or once the review is closed. */
static void
test_file_alone_in_a_window (gconstpointer data)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzStore) second = dz_store_open (scratch->path, NULL);
  g_autofree char *copy = sibling (scratch, "U盘.duizhao");
  g_autofree char *told = NULL;
  Evening evening = { scratch, report, data != NULL };
  gboolean there = FALSE;

  dz_store_add_report (scratch->store, report, NULL);
  g_idle_add (decide_cb, &evening);
  while (evening.report != NULL)
    g_main_context_iteration (NULL, TRUE);
  told = dz_scratch_dump (second);
  g_assert_nonnull (strstr (told, "下班前"));
  while (!there)
    {
      g_autofree char *found = dump_alone (scratch->path, copy);

      there = g_strcmp0 (found, told) == 0;
      if (!there)
        {
          g_assert_false (evening.closes);
          g_main_context_iteration (NULL, TRUE);
        }
    }
  if (evening.closes)
    scratch->store = dz_store_open (scratch->path, NULL);
}

/* An import, too, once it is through. */
static void
test_file_alone_holds_an_import (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *copy = sibling (scratch, "U盘.duizhao");
  g_autofree char *told = NULL, *found = NULL;

  dz_store_begin_step (scratch->store, "import");
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, i);

      g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), !=, 0);
    }
  dz_store_end_step (scratch->store);
  told = dz_scratch_dump (scratch->store);
  found = dump_alone (scratch->path, copy);
  g_assert_cmpstr (found, ==, told);
}

/* What a killed creation of an older program left: no byte, or a database without a table. */
static void
test_blank_is_taken_over (gconstpointer data)
{
  const char *sql = data;
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GError) error = NULL;

  g_clear_object (&scratch->store);
  g_unlink (scratch->path);
  g_assert_true (g_file_set_contents (scratch->path, "", 0, NULL));
  if (sql != NULL)
    dz_run_sql (scratch->path, sql);
  g_assert_null (dz_store_open (scratch->path, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW);
  g_clear_error (&error);
  scratch->store = dz_store_open_or_create (scratch->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (scratch->store);
  g_assert_null (dz_store_create (scratch->path, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
}

static void
test_made_by_many_at_once (gconstpointer data)
{
  gboolean blank = GPOINTER_TO_INT (data);
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  pid_t children[20];

  g_clear_object (&scratch->store);
  g_unlink (scratch->path);
  if (blank)
    g_assert_true (g_file_set_contents (scratch->path, "", 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if ((children[i] = fork ()) == 0)
      {
        g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, i);
        g_autoptr(GError) error = NULL;
        g_autoptr(DzStore) store = dz_store_open_or_create (scratch->path, &error);
        gboolean ok = store != NULL && dz_store_add_report (store, report, &error) != 0;

        if (!ok)
          g_printerr ("%s\n", error->message);
        _exit (ok ? 0 : 1);
      }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  scratch->store = dz_store_open (scratch->path, NULL);
  g_assert_nonnull (scratch->store);
  g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, G_N_ELEMENTS (children));
  assert_nothing_aside (scratch);
}

static void
test_foreign_schema (gconstpointer sql)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GError) error = NULL;

  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, sql);
  scratch->store = dz_store_open (scratch->path, &error);
  g_assert_null (scratch->store);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW);
  g_assert_nonnull (strstr (error->message, "another program changed it. Use your last copy of it."));
}

static void
test_name_is_a_name (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *old = g_get_current_dir ();
  g_autoptr(DzStore) store = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_chdir (scratch->folder), ==, 0);
  store = dz_store_create ("file:x?mode=memory", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test ("./file:x?mode=memory", G_FILE_TEST_IS_REGULAR));
  g_assert_true (dz_store_save_copy (store, "file:y?mode=ro", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test ("./file:y?mode=ro", G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_chdir (old), ==, 0);
}

/* Another program may list a file without its name; whoever shows the list asks for the last part of it. */
static void
test_record_without_a_path (void)
{
  static const char sql[] = "INSERT INTO import_file (run, position, outcome) VALUES (1, 1, 0)";
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GPtrArray) records = NULL;

  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, sql);
  scratch->store = dz_store_open (scratch->path, NULL);
  records = dz_store_list_records (scratch->store, 0, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_nonnull (((DzImportRecord *) g_ptr_array_index (records, 0))->source->path);
}

/* Another program may let many reports claim one version: a pair that shares text stays one, and does not grow with each reading. */
static void
test_version_of_many (void)
{
  static const char sql[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
                            " INSERT INTO report (live, version, revision, body, year, kind, reviewing, guess_confirmed)"
                            " SELECT live, version, revision, body, year, kind, reviewing, guess_confirmed FROM report, n"
                            " WHERE id = (SELECT min(id) FROM report)";
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) one = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) two = dz_scratch_report ("澜桥镇", 2024, 6);
  g_autoptr(GPtrArray) overlaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_overlap_free);
  g_autoptr(DzReview) review = NULL;

  dz_store_add_report (scratch->store, one, NULL);
  dz_store_add_report (scratch->store, two, NULL);
  g_ptr_array_add (overlaps, dz_overlap_new (one->id, two->id, 0.37));
  g_assert_true (dz_store_set_overlaps (scratch->store, overlaps, NULL));
  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, sql);
  scratch->store = dz_store_open (scratch->path, NULL);
  review = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpuint (review->reports->len, ==, 42);
  g_assert_cmpuint (review->overlaps->len, ==, 1);
}

/* A name of megabytes, in which a chart would be drawn for minutes, is left out and told. */
static void
test_name_without_end (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzBody) body = dz_body_new ("青禾镇", NULL);
  g_autoptr(DzBody) other = dz_body_new ("澜桥镇", NULL);
  g_autoptr(DzReview) review = NULL;
  g_autofree char *told = NULL;

  g_assert_cmpint (dz_store_set_body (scratch->store, body, NULL), !=, 0);
  g_assert_cmpint (dz_store_set_body (scratch->store, other, NULL), !=, 0);
  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, "UPDATE body SET name = printf ('%.*c', 2000000, 'x') WHERE name = '青禾镇'");
  scratch->store = dz_store_open (scratch->path, NULL);
  review = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpuint (review->bodies->len, ==, 1);
  told = dz_store_describe_untrue (scratch->store);
  g_assert_nonnull (told);
}

/* An offset beyond what a span holds is behind the text, not the place that is left of it when its upper half goes. */
static void
test_offset_without_end (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReview) review = NULL;
  g_autofree char *told = NULL;
  DzReport *read;

  dz_store_add_report (scratch->store, report, NULL);
  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, "UPDATE figure SET span_start = span_start + 4294967296, span_end = span_end + 4294967296"
                             " WHERE id = (SELECT min(id) FROM figure)");
  scratch->store = dz_store_open (scratch->path, NULL);
  review = dz_store_load (scratch->store, NULL, NULL);
  read = g_ptr_array_index (review->reports, 0);
  g_assert_cmpuint (read->figures->len, <, report->figures->len);
  told = dz_store_describe_untrue (scratch->store);
  g_assert_nonnull (told);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-file/offset-without-end", test_offset_without_end);
  g_test_add_func ("/review-file/copy/all-handles", test_copy_holds_all_handles);
  g_test_add_func ("/review-file/copy/refused", test_copy_refused);
  g_test_add_func ("/review-file/copy/left-log", test_copy_over_a_left_log);
  g_test_add_data_func ("/review-file/moved/renamed", GINT_TO_POINTER (RENAMED), test_moved);
  g_test_add_data_func ("/review-file/moved/removed", GINT_TO_POINTER (REMOVED), test_moved);
  g_test_add_data_func ("/review-file/moved/replaced", GINT_TO_POINTER (REPLACED), test_moved);
  g_test_add_func ("/review-file/moved/inside-a-change", test_moved_inside_a_change);
  g_test_add_func ("/review-file/alone/decisions", test_file_alone_holds_decisions);
  g_test_add_data_func ("/review-file/alone/in-a-window", NULL, test_file_alone_in_a_window);
  g_test_add_data_func ("/review-file/alone/closed-in-a-window", "closes", test_file_alone_in_a_window);
  g_test_add_func ("/review-file/alone/import", test_file_alone_holds_an_import);
  g_test_add_data_func ("/review-file/blank/empty", NULL, test_blank_is_taken_over);
  g_test_add_data_func ("/review-file/blank/no-table",
                        "PRAGMA journal_mode = WAL; CREATE TABLE a (b); DROP TABLE a",
                        test_blank_is_taken_over);
  g_test_add_data_func ("/review-file/many-at-once/none", GINT_TO_POINTER (FALSE),
                        test_made_by_many_at_once);
  g_test_add_data_func ("/review-file/many-at-once/empty", GINT_TO_POINTER (TRUE),
                        test_made_by_many_at_once);
  g_test_add_func ("/review-file/foreign/version-of-many", test_version_of_many);
  g_test_add_data_func ("/review-file/foreign/trigger",
                        "CREATE TRIGGER t AFTER INSERT ON report BEGIN DELETE FROM figure; END",
                        test_foreign_schema);
  g_test_add_data_func ("/review-file/foreign/view",
                        "DROP TABLE loss; CREATE VIEW loss AS WITH RECURSIVE n (i) AS (VALUES (1)"
                        " UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 1 AS version, 'cut' AS kind,"
                        " 1 AS count, '' AS place FROM n",
                        test_foreign_schema);
  g_test_add_data_func ("/review-file/foreign/table", "CREATE TABLE more (id INTEGER)",
                        test_foreign_schema);
  g_test_add_data_func ("/review-file/foreign/column", "ALTER TABLE figure ADD COLUMN more TEXT",
                        test_foreign_schema);
  g_test_add_data_func ("/review-file/foreign/version", "PRAGMA user_version = -1",
                        test_foreign_schema);
  g_test_add_data_func ("/review-file/foreign/version-0", "PRAGMA user_version = 0",
                        test_foreign_schema);
  g_test_add_func ("/review-file/name", test_name_is_a_name);
  g_test_add_func ("/review-file/record-without-a-path", test_record_without_a_path);
  g_test_add_func ("/review-file/name-without-end", test_name_without_end);

  return g_test_run ();
}
