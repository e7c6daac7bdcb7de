/* test-care.c - a review kept from harm: backups, a look through it, what is left of a broken one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-backup.h"
#include "dz-error.h"
#include "dz-old-review.h"
#include "dz-review-check.h"
#include "dz-worked-review.h"

#include <gio/gio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static guint
count_backups (const char *path)
{
  g_autoptr(GPtrArray) list = dz_backup_list (path);

  return list->len;
}

static void
test_once_a_day (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(DzStore) copy = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = NULL, *copied = NULL;
  const DzBackup *backup;
  gboolean made = FALSE;
  struct stat info;

  g_assert_true (dz_backup_keep_day (scratch->store, &made, &error));
  g_assert_no_error (error);
  g_assert_true (made);
  /* the work of the day goes on: its beginning is kept already */
  g_assert_true (dz_store_set_note (scratch->store, 1, "再核", NULL));
  g_assert_true (dz_backup_keep_day (scratch->store, &made, &error));
  g_assert_false (made);
  list = dz_backup_list (scratch->path);
  g_assert_cmpuint (list->len, ==, 1);
  backup = g_ptr_array_index (list, 0);
  g_assert_cmpuint (backup->n_reports, ==, 2);
  g_assert_cmpuint (backup->n_decisions, >=, 2);
  g_assert_cmpint (stat (backup->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  copy = dz_store_open (backup->path, &error);
  g_assert_no_error (error);
  copied = dz_scratch_dump (copy);
  g_assert_nonnull (strstr (copied, "note=已核"));
}

/* A day on which nothing was done needs no further one; a review of nothing needs none at all. */
static void
test_unchanged_needs_none (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *older = NULL;
  gboolean made = TRUE;

  g_assert_true (dz_backup_keep_day (scratch->store, &made, NULL));
  g_assert_false (made);
  dz_store_add_report (scratch->store, report, NULL);
  g_assert_true (dz_backup_keep_day (scratch->store, &made, NULL));
  g_assert_true (made);
  list = dz_backup_list (scratch->path);
  older = g_path_get_dirname (((DzBackup *) g_ptr_array_index (list, 0))->path);
  g_clear_pointer (&older, g_free);
  {
    const DzBackup *backup = g_ptr_array_index (list, 0);
    g_autofree char *folder = g_path_get_dirname (backup->path);

    older = g_build_filename (folder, "2020-03-02 080000 day.duizhao", NULL);
    g_assert_cmpint (g_rename (backup->path, older), ==, 0);
  }
  g_assert_true (dz_backup_keep_day (scratch->store, &made, NULL));
  g_assert_false (made);
  g_assert_true (dz_store_set_note (scratch->store, 1, "次日", NULL));
  g_assert_true (dz_backup_keep_day (scratch->store, &made, NULL));
  g_assert_true (made);
  g_assert_cmpuint (count_backups (scratch->path), ==, 2);
}

/* 400 days of work: the last seven, then four weeks, then months; what is not ours stays. */
static void
test_rule (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *foreign = NULL;
  guint n_last = 0;

  g_assert_true (dz_backup_keep_day (scratch->store, NULL, NULL));
  list = dz_backup_list (scratch->path);
  folder = g_path_get_dirname (((DzBackup *) g_ptr_array_index (list, 0))->path);
  g_clear_pointer (&list, g_ptr_array_unref);
  foreign = g_build_filename (folder, "我自己的.duizhao", NULL);
  g_assert_true (g_file_set_contents (foreign, "x", 1, NULL));
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr(GDateTime) first = g_date_time_new_utc (2024, 1, 1, 8, 0, 0);
      g_autoptr(GDateTime) day = g_date_time_add_days (first, (int) i);
      g_autofree char *name = g_date_time_format (day, "%Y-%m-%d %H%M%S day.duizhao");
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("2024-05-%02u 080000 update.duizhao", i + 1);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  dz_backup_prune (scratch->path);
  list = dz_backup_list (scratch->path);
  /* today's and the six days before it in the list, 4 weeks, the months from 2024-01 to 2024-12, 5 */
  g_assert_cmpuint (list->len, >=, 7 + 4 + 10 + 5);
  g_assert_cmpuint (list->len, <=, 7 + 4 + 13 + 5);
  for (guint i = 0; i < list->len; i++)
    n_last += strcmp (((DzBackup *) g_ptr_array_index (list, i))->at, "2025-01-29") > 0 &&
              strcmp (((DzBackup *) g_ptr_array_index (list, i))->at, "2025-03") < 0;
  g_assert_cmpuint (n_last, ==, 6);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  dz_backup_prune (scratch->path);
  g_assert_cmpuint (count_backups (scratch->path), ==, list->len);
}

static void
test_restore (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *dump = dz_scratch_dump (scratch->store);
  g_autofree char *now = NULL, *back = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (dz_backup_keep_day (scratch->store, NULL, NULL));
  g_assert_true (dz_store_set_note (scratch->store, 1, "写错了", NULL));
  list = dz_backup_list (scratch->path);
  g_clear_object (&scratch->store);
  g_assert_true (dz_backup_restore (((DzBackup *) g_ptr_array_index (list, 0))->path, scratch->path, &error));
  g_assert_no_error (error);
  scratch->store = dz_store_open (scratch->path, &error);
  g_assert_no_error (error);
  now = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (now, ==, dump);
  /* and back again: nothing was thrown away */
  g_clear_pointer (&list, g_ptr_array_unref);
  list = dz_backup_list (scratch->path);
  g_assert_cmpuint (list->len, ==, 2);
  for (guint i = 0; i < list->len; i++)
    if (((DzBackup *) g_ptr_array_index (list, i))->kind == 2)
      {
        g_autoptr(DzStore) store =
          dz_store_open (((DzBackup *) g_ptr_array_index (list, i))->path, NULL);

        back = dz_scratch_dump (store);
      }
  g_assert_nonnull (back);
  g_assert_nonnull (strstr (back, "写错了"));
}

/* A handle that is open meanwhile keeps nothing in the wrong file, and spoils nothing when it closes. */
static void
test_restore_under_a_handle (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *dump = dz_scratch_dump (scratch->store);
  g_autofree char *now = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (dz_backup_keep_day (scratch->store, NULL, NULL));
  g_assert_true (dz_store_set_note (scratch->store, 1, "写错了", NULL));
  list = dz_backup_list (scratch->path);
  g_assert_true (dz_backup_restore (((DzBackup *) g_ptr_array_index (list, 0))->path, scratch->path, &error));
  g_assert_false (dz_store_set_note (scratch->store, 1, "落空", &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_MOVED);
  g_clear_error (&error);
  {
    g_autoptr(DzStore) store = dz_store_open (scratch->path, &error);

    g_assert_no_error (error);
    g_assert_true (dz_store_set_note (store, 2, "另一处", &error));
    g_clear_object (&scratch->store);
    g_assert_true (dz_store_set_note (store, 2, NULL, &error));
  }
  scratch->store = dz_store_open (scratch->path, &error);
  g_assert_no_error (error);
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  now = dz_scratch_dump (scratch->store);
  g_assert_nonnull (strstr (now, "note=已核"));
  g_assert_null (strstr (now, "落空"));
}

static void
test_restore_over_a_broken_one (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *dump = dz_scratch_dump (scratch->store);
  g_autofree char *now = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GError) error = NULL;
  const char *name;
  guint n_kept = 0;

  g_assert_true (dz_backup_keep_day (scratch->store, NULL, NULL));
  g_clear_object (&scratch->store);
  g_assert_true (g_file_set_contents (scratch->path, "整个文件都坏了，一个字节也不对", -1, NULL));
  list = dz_backup_list (scratch->path);
  g_assert_true (dz_backup_restore (((DzBackup *) g_ptr_array_index (list, 0))->path, scratch->path, &error));
  g_assert_no_error (error);
  scratch->store = dz_store_open (scratch->path, &error);
  now = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (now, ==, dump);
  dir = g_dir_open (scratch->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_kept += strstr (name, "damaged") != NULL;
  g_assert_cmpuint (n_kept, ==, 1);
  /* a backup that is none is refused, and nothing is touched */
  g_assert_true (g_file_set_contents (((DzBackup *) g_ptr_array_index (list, 0))->path, "坏", -1, NULL));
  g_assert_false (dz_backup_restore (((DzBackup *) g_ptr_array_index (list, 0))->path, scratch->path, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  g_assert_false (dz_store_has_moved (scratch->store));
}

static int
get_version (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  int version = -1;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return version;
}

static void
test_before_an_update (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *path = g_build_filename (scratch->folder, "old.duizhao", NULL);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) told = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = NULL;

  dz_old_review_unpack (path);
  store = dz_store_open (path, &error);
  g_assert_no_error (error);
  list = dz_backup_list (path);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (((DzBackup *) g_ptr_array_index (list, 0))->kind, ==, 1);
  g_assert_cmpint (get_version (((DzBackup *) g_ptr_array_index (list, 0))->path), ==, 1);
  /* the older program's review is summed up at once */
  told = dz_store_check (store, &error);
  g_assert_cmpuint (told->len, ==, 0);
  g_clear_object (&store);
  dz_run_sql (path, "UPDATE figure SET value = value + 1 WHERE id = (SELECT min(id) FROM figure)");
  store = dz_store_open (path, &error);
  g_clear_pointer (&told, g_ptr_array_unref);
  told = dz_store_check (store, &error);
  g_assert_cmpuint (told->len, ==, 1);
}

/* The page some rows of a table stand on is gone. */
static void
break_table (const char *path,
             const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  g_autofree char *contents = NULL;
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gsize len, at = 0;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    at = (gsize) (sqlite3_column_int64 (statement, 0) - 1) * 4096;
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  g_assert_cmpuint (at, >, 0);
  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  memset (contents + at, 0, 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) len, NULL));
}

static void
test_repair (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autofree char *repaired = g_build_filename (scratch->folder, "修复.duizhao", NULL);
  g_autoptr(GPtrArray) told = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = NULL;

  g_clear_object (&scratch->store);
  break_table (scratch->path, "weakness");
  told = dz_review_repair (scratch->path, repaired, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->len, >, 0);
  g_clear_pointer (&told, g_ptr_array_unref);
  scratch->store = dz_store_open (repaired, &error);
  g_assert_no_error (error);
  dump = dz_scratch_dump (scratch->store);
  g_assert_nonnull (strstr (dump, "note=已核"));
  g_assert_nonnull (strstr (dump, "figure disputes_mediated"));
  g_assert_nonnull (strstr (dump, "澜桥镇"));
  told = dz_store_check (scratch->store, &error);
  g_assert_cmpuint (told->len, ==, 0);
  /* over a file that is there already, or from one that is nothing: refused */
  g_assert_null (dz_review_repair (scratch->path, repaired, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  g_clear_error (&error);
  g_unlink (scratch->path);
  g_assert_true (g_file_set_contents (scratch->path, "无", -1, NULL));
  g_unlink (repaired);
  g_assert_null (dz_review_repair (scratch->path, repaired, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (repaired, G_FILE_TEST_EXISTS));
}

/* The last work of a program that was killed stands in the log beside the file only. */
static void
note_in_the_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  pid_t child = fork ();
  struct stat info;

  if (child == 0)
    {
      sqlite3 *handle = NULL;

      _exit (sqlite3_open (path, &handle) != SQLITE_OK ||
             sqlite3_exec (handle, "PRAGMA wal_autocheckpoint = 0; UPDATE report SET note = '只在日志里' WHERE id = 1",
                           NULL, NULL, NULL) != SQLITE_OK);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_cmpint (stat (log, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 0);
}

static void
test_repair_with_a_log (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autofree char *repaired = g_build_filename (scratch->folder, "修复.duizhao", NULL);
  g_autofree char *dump = NULL;
  g_autoptr(GPtrArray) told = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&scratch->store);
  break_table (scratch->path, "weakness");
  note_in_the_log (scratch->path);
  told = dz_review_repair (scratch->path, repaired, &error);
  g_assert_no_error (error);
  scratch->store = dz_store_open (repaired, &error);
  g_assert_no_error (error);
  dump = dz_scratch_dump (scratch->store);
  g_assert_nonnull (strstr (dump, "note=只在日志里"));
}

/* One to three pages that hold anything at all, of a file the program itself closed. */
static void
break_pages (GRand      *random,
             const char *pristine,
             gsize       len,
             const char *path)
{
  g_autofree char *bytes = g_memdup2 (pristine, len);
  int n_pages = (int) (len / 4096);

  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, n_pages) * 4096;

      for (gsize i = 0; i < 4096; i++)
        bytes[at + i] = (char) g_rand_int_range (random, 0, 256);
    }
  g_assert_true (g_file_set_contents (path, bytes, (gssize) len, NULL));
}

/* Whichever pages are gone: the file is refused, or what is left of it is whole and what is lost is told. */
static void
test_repair_any_pages (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (40);
  g_autofree char *repaired = g_build_filename (scratch->folder, "修复.duizhao", NULL);
  g_autofree char *dump = dz_scratch_dump (scratch->store);
  g_autofree char *pristine = NULL;
  guint n_repaired = 0, n_reports = 0;
  gsize len;

  g_clear_object (&scratch->store);
  g_assert_true (g_file_get_contents (scratch->path, &pristine, &len, NULL));
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(GPtrArray) told = NULL, again = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *now = NULL;

      break_pages (random, pristine, len, scratch->path);
      told = dz_review_repair (scratch->path, repaired, &error);
      if (told == NULL)
        {
          g_test_message ("refused: %s", error->message);
          g_assert_false (g_file_test (repaired, G_FILE_TEST_EXISTS));
          continue;
        }
      scratch->store = dz_store_open (repaired, &error);
      g_assert_no_error (error);
      again = dz_store_check (scratch->store, &error);
      g_assert_no_error (error);
      now = dz_scratch_dump (scratch->store);
      g_assert_cmpuint (again->len, ==, 0);
      if (told->len == 0)
        g_assert_cmpstr (now, ==, dump);
      n_repaired++;
      n_reports += dz_store_count_reports (scratch->store);
      g_clear_object (&scratch->store);
      g_unlink (repaired);
    }
  g_test_message ("40 files: %u repaired, %u of their %u reports saved", n_repaired, n_reports, n_repaired * 2);
  g_assert_cmpuint (n_repaired, >=, 20);
}

/* Any review may be put in the place of another, with the log beside it. */
static void
test_restore_with_a_log (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(DzScratch) other = dz_worked_review_new ();
  g_autofree char *dump = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&scratch->store);
  g_clear_object (&other->store);
  note_in_the_log (other->path);
  g_assert_true (dz_backup_restore (other->path, scratch->path, &error));
  g_assert_no_error (error);
  scratch->store = dz_store_open (scratch->path, &error);
  g_assert_no_error (error);
  dump = dz_scratch_dump (scratch->store);
  g_assert_nonnull (strstr (dump, "note=只在日志里"));
}

/* What somebody finds who may write nowhere, in a process of its own. */
static int
look_as_nobody (const char *path,
                const char *wanted)
{
  g_autoptr(DzStore) store = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = NULL;

  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    return 1;
  store = dz_store_open (path, &error);
  if (store == NULL || !dz_store_is_read_only (store))
    return 2;
  dump = dz_scratch_dump (store);
  if (strcmp (dump, wanted) != 0)
    return 3;
  if (dz_store_set_note (store, 1, "不行", &error) || error == NULL ||
      strstr (error->message, "write-protected") == NULL)
    return 4;
  g_clear_error (&error);
  if (dz_store_undo (store, 0, &error))
    return 5;

  return 0;
}

/* A stick, a folder one may only read: beside the file there is nothing, or what a crash left. */
static void
test_read_only (gconstpointer data)
{
  gboolean with_log = GPOINTER_TO_INT (data);
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(DzStore) second = NULL;
  g_autofree char *log = g_strconcat (scratch->path, "-wal", NULL);
  g_autofree char *dump = NULL;
  int status = -1;
  pid_t child;

  if (with_log)
    {
      g_autoptr(DzReport) late = dz_scratch_report ("夜归镇", 2024, 9);
      g_autofree char *left = NULL, *main = NULL;
      gsize left_len, main_len;

      dz_store_begin_step (scratch->store, "import");
      dz_store_add_report (scratch->store, late, NULL);
      g_assert_true (g_file_get_contents (log, &left, &left_len, NULL));
      g_assert_true (g_file_get_contents (scratch->path, &main, &main_len, NULL));
      dump = dz_scratch_dump (scratch->store);
      dz_store_end_step (scratch->store);
      g_clear_object (&scratch->store);
      g_assert_true (g_file_set_contents (scratch->path, main, (gssize) main_len, NULL));
      g_assert_true (g_file_set_contents (log, left, (gssize) left_len, NULL));
      g_assert_cmpuint (left_len, >, 0);
      g_assert_nonnull (strstr (dump, "夜归镇"));
    }
  else
    {
      dump = dz_scratch_dump (scratch->store);
      g_clear_object (&scratch->store);
    }
  g_assert_cmpint (g_chmod (scratch->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (scratch->folder, 0555), ==, 0);
  if (with_log)
    g_assert_cmpint (g_chmod (log, 0444), ==, 0);
  child = fork ();
  if (child == 0)
    _exit (look_as_nobody (scratch->path, dump));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (g_chmod (scratch->folder, 0755), ==, 0);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_long_name (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *stem = g_strnfill (246, 'x');
  g_autofree char *path = g_strdup_printf ("%s/%s.duizhao", scratch->folder, stem);
  g_autoptr(GError) error = NULL;

  g_assert_null (dz_store_open_or_create (path, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "name is too long"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (dz_store_save_copy (scratch->store, path, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "name is too long"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/care/backup/once-a-day", test_once_a_day);
  g_test_add_func ("/care/backup/unchanged-needs-none", test_unchanged_needs_none);
  g_test_add_func ("/care/backup/rule", test_rule);
  g_test_add_func ("/care/backup/before-an-update", test_before_an_update);
  g_test_add_func ("/care/restore/there-and-back", test_restore);
  g_test_add_func ("/care/restore/under-a-handle", test_restore_under_a_handle);
  g_test_add_func ("/care/restore/over-a-broken-one", test_restore_over_a_broken_one);
  g_test_add_func ("/care/repair", test_repair);
  g_test_add_func ("/care/repair-any-pages", test_repair_any_pages);
  g_test_add_func ("/care/repair-with-a-log", test_repair_with_a_log);
  g_test_add_func ("/care/restore/with-a-log", test_restore_with_a_log);
  g_test_add_data_func ("/care/read-only/alone", GINT_TO_POINTER (FALSE), test_read_only);
  g_test_add_data_func ("/care/read-only/left-log", GINT_TO_POINTER (TRUE), test_read_only);
  g_test_add_func ("/care/long-name", test_long_name);

  return g_test_run ();
}
