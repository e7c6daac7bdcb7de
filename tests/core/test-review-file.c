/* test-review-file.c - a review handled like a file: copied, renamed, removed, replaced, made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-scratch.h"
#include "dz-store.h"

#include <glib/gstdio.h>
#include <string.h>

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
    g_autoptr(DzStore) reader = dz_store_open (path, NULL);
    g_autoptr(DzReview) review = NULL;

    dz_store_begin_step (crashed, "import");
    dz_store_add_report (crashed, report, NULL);
    review = dz_store_load (reader, NULL, NULL);
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
  g_assert_false (dz_store_undo (scratch->store, &error));
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-file/copy/all-handles", test_copy_holds_all_handles);
  g_test_add_func ("/review-file/copy/refused", test_copy_refused);
  g_test_add_func ("/review-file/copy/left-log", test_copy_over_a_left_log);
  g_test_add_data_func ("/review-file/moved/renamed", GINT_TO_POINTER (RENAMED), test_moved);
  g_test_add_data_func ("/review-file/moved/removed", GINT_TO_POINTER (REMOVED), test_moved);
  g_test_add_data_func ("/review-file/moved/replaced", GINT_TO_POINTER (REPLACED), test_moved);
  g_test_add_func ("/review-file/moved/inside-a-change", test_moved_inside_a_change);

  return g_test_run ();
}
