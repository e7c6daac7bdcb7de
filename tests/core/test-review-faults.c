/* test-review-faults.c - a full disk, a broken one and a kill at every write: nothing lost or pretended
 *
 * A file system of SQLite's that passes everything on, counts what changes the disk, and from the
 * nth time on fails, or ends the process.
 *
 * The first twenty writes of each deed and then every fourth; with DZ_EVERY_WRITE set, each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-backup.h"
#include "dz-merge.h"
#include "dz-old-review.h"
#include "dz-review-check.h"
#include "dz-scratch.h"
#include "dz-store.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum { FULL, BROKEN, KILLED, N_FAULTS } Fault;

/* left: writes that still go well; G_MAXUINT: all of them */
static Fault fault;
static guint left = G_MAXUINT;
static sqlite3_vfs *below;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultyFile;

static int
next_write (void)
{
  if (left == G_MAXUINT)
    return SQLITE_OK;
  if (left > 0)
    {
      left--;
      return SQLITE_OK;
    }
  if (fault == KILLED)
    _exit (9);

  return fault == FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

#define REAL(file) (((FaultyFile *) (file))->real)
#define PASS(name, params, args)                                                                   \
  static int name params                                                                           \
  {                                                                                                \
    return REAL (file)->pMethods->name args;                                                       \
  }
#define WRITE(name, params, args)                                                                  \
  static int name params                                                                           \
  {                                                                                                \
    int code = next_write ();                                                                      \
                                                                                                   \
    return code == SQLITE_OK ? REAL (file)->pMethods->name args : code;                            \
  }

PASS (xClose, (sqlite3_file *file), (REAL (file)))
PASS (xRead, (sqlite3_file *file, void *to, int n, sqlite3_int64 at), (REAL (file), to, n, at))
WRITE (xWrite, (sqlite3_file *file, const void *from, int n, sqlite3_int64 at),
       (REAL (file), from, n, at))
WRITE (xTruncate, (sqlite3_file *file, sqlite3_int64 size), (REAL (file), size))
WRITE (xSync, (sqlite3_file *file, int flags), (REAL (file), flags))
PASS (xFileSize, (sqlite3_file *file, sqlite3_int64 *size), (REAL (file), size))
PASS (xLock, (sqlite3_file *file, int lock), (REAL (file), lock))
PASS (xUnlock, (sqlite3_file *file, int lock), (REAL (file), lock))
PASS (xCheckReservedLock, (sqlite3_file *file, int *out), (REAL (file), out))
PASS (xFileControl, (sqlite3_file *file, int op, void *arg), (REAL (file), op, arg))
PASS (xSectorSize, (sqlite3_file *file), (REAL (file)))
PASS (xDeviceCharacteristics, (sqlite3_file *file), (REAL (file)))
PASS (xShmMap, (sqlite3_file *file, int page, int size, int extend, void volatile **out),
      (REAL (file), page, size, extend, out))
PASS (xShmLock, (sqlite3_file *file, int at, int n, int flags), (REAL (file), at, n, flags))
PASS (xShmUnmap, (sqlite3_file *file, int drop), (REAL (file), drop))

static void
xShmBarrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static const sqlite3_io_methods methods = {
  2, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock, xCheckReservedLock,
  xFileControl, xSectorSize, xDeviceCharacteristics, xShmMap, xShmLock, xShmBarrier, xShmUnmap,
  NULL, NULL
};

static int
open_faulty (sqlite3_vfs  *vfs,
             const char   *name,
             sqlite3_file *file,
             int           flags,
             int          *out_flags)
{
  FaultyFile *self = (FaultyFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  code = below->xOpen (below, name, self->real, flags, out_flags);
  self->base.pMethods = code == SQLITE_OK ? &methods : NULL;

  return code;
}

static void
install (void)
{
  static sqlite3_vfs faulty;

  below = sqlite3_vfs_find (NULL);
  faulty = *below;
  faulty.zName = "dz-faulty";
  faulty.szOsFile = (int) sizeof (FaultyFile) + below->szOsFile;
  faulty.xOpen = open_faulty;
  sqlite3_vfs_register (&faulty, TRUE);
}

/* One thing a person may do. Returns whether the program told that it is done. */
typedef struct
{
  const char *name;
  gboolean (*run) (DzScratch *scratch);
  gboolean fresh;      /* begins without the review */
  const char *is_done; /* words of the dump that tell it from before */
} Deed;

static gboolean
run_create (DzScratch *scratch)
{
  scratch->store = dz_store_open_or_create (scratch->path, NULL);

  return scratch->store != NULL;
}

static gboolean
run_decision (DzScratch *scratch)
{
  return dz_store_set_note (scratch->store, 1, "已经核过", NULL);
}

static gboolean
run_undo (DzScratch *scratch)
{
  return dz_store_undo (scratch->store, 0, NULL);
}

/* The last of three reports stands for the import: those before it may be kept without it. */
static gboolean
run_import (DzScratch *scratch)
{
  gboolean ok = TRUE;

  dz_store_begin_step (scratch->store, "import");
  for (guint i = 0; ok && i < 3; i++)
    {
      g_autoptr(DzReport) report = dz_scratch_report (i == 2 ? "末尾镇" : "中间镇", 2024, 100 + i);

      ok = dz_store_add_report (scratch->store, report, NULL) != 0;
    }
  dz_store_end_step (scratch->store);

  return ok;
}

static char *
name_copy (DzScratch *scratch)
{
  return g_build_filename (scratch->folder, "副本.duizhao", NULL);
}

/* Over an older copy, which the first call made. */
static gboolean
run_copy (DzScratch *scratch)
{
  g_autofree char *path = name_copy (scratch);

  return dz_store_save_copy (scratch->store, path, NULL, NULL, NULL, NULL);
}

static char *
name_other (DzScratch *scratch)
{
  return g_build_filename (scratch->folder, "另一人.duizhao", NULL);
}

/* A report this review lacks, and a note on the one both have. */
static gboolean
run_merge (DzScratch *scratch)
{
  g_autofree char *path = name_other (scratch);
  g_auto(DzMerged) merged = { 0 };

  return dz_store_merge (scratch->store, path, NULL, &merged, NULL);
}

/* An older program's file: opening it is the deed. */
static gboolean
run_update (DzScratch *scratch)
{
  g_clear_object (&scratch->store);
  scratch->store = dz_store_open (scratch->path, NULL);

  return scratch->store != NULL && !dz_store_is_read_only (scratch->store);
}

static gboolean
run_backup (DzScratch *scratch)
{
  return dz_backup_keep_day (scratch->store, NULL, NULL);
}

static gboolean
run_restore (DzScratch *scratch)
{
  g_autoptr(GPtrArray) list = dz_backup_list (scratch->path);

  g_clear_object (&scratch->store);

  return dz_backup_restore (((DzBackup *) g_ptr_array_index (list, 0))->path, scratch->path, NULL);
}

static gboolean
run_repair (DzScratch *scratch)
{
  g_autofree char *to = name_copy (scratch);
  g_autoptr(GPtrArray) told = dz_review_repair (scratch->path, to, NULL);

  return told != NULL;
}

static void
drop_backups (DzScratch *scratch)
{
  g_autoptr(GPtrArray) list = dz_backup_list (scratch->path);

  for (guint i = 0; i < list->len; i++)
    g_unlink (((DzBackup *) g_ptr_array_index (list, i))->path);
}

static const Deed deeds[] = {
  { "create", run_create, TRUE, "county" },
  { "decision", run_decision, FALSE, "已经核过" },
  { "undo", run_undo, FALSE, NULL },
  { "import", run_import, FALSE, "末尾镇" },
  { "copy", run_copy, FALSE, NULL },
  { "merge", run_merge, FALSE, "末尾镇" },
  { "update", run_update, FALSE, NULL },
  { "backup", run_backup, FALSE, NULL },
  { "restore", run_restore, FALSE, NULL },
  { "repair", run_repair, FALSE, NULL },
};

static void
prepare_care (const Deed *deed,
              DzScratch  *scratch)
{
  g_autofree char *path = name_other (scratch);
  g_autoptr(DzStore) other = NULL;
  g_autoptr(DzReport) late = dz_scratch_report ("末尾镇", 2024, 77);

  if (deed->run == run_merge)
    {
      g_assert_true (dz_store_save_copy (scratch->store, path, NULL, NULL, NULL, NULL));
      other = dz_store_open (path, NULL);
      g_assert_cmpint (dz_store_add_report (other, late, NULL), !=, 0);
      g_assert_true (dz_store_set_note (other, 1, "另一人核过", NULL));
    }
  if (deed->run == run_restore)
    {
      g_assert_true (run_backup (scratch));
      g_assert_true (dz_store_set_note (scratch->store, 1, "备份之后", NULL));
    }
  if (deed->run == run_update)
    {
      g_clear_object (&scratch->store);
      g_unlink (scratch->path);
      dz_old_review_unpack (scratch->path);
    }
}

static DzScratch *
prepare (const Deed *deed)
{
  DzScratch *scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);

  drop_backups (scratch);
  if (deed->fresh)
    {
      g_clear_object (&scratch->store);
      g_unlink (scratch->path);
      return scratch;
    }
  g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), ==, 1);
  if (deed->run == run_copy)
    {
      g_assert_true (run_copy (scratch));
      g_assert_true (dz_store_set_note (scratch->store, 1, "副本之后", NULL));
    }
  prepare_care (deed, scratch);

  return scratch;
}

/* The deed with the fault at its @n-th write. Returns whether it was told as done. */
static gboolean
run_once (const Deed *deed,
          DzScratch  *scratch,
          guint       n,
          gboolean   *fired)
{
  gboolean told;
  int status;
  pid_t child;

  if (fault != KILLED)
    {
      left = n;
      told = deed->run (scratch);
      *fired = left == 0;
      g_clear_object (&scratch->store); /* closing meets the same disk */
      left = G_MAXUINT;
      return told;
    }
  child = fork ();
  if (child == 0)
    {
      left = n;
      told = deed->run (scratch);
      _exit (left == 0 ? 2 + told : told); /* without closing: killed afterwards */
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_clear_object (&scratch->store);
  *fired = WEXITSTATUS (status) >= 2;

  return WEXITSTATUS (status) == 1 || WEXITSTATUS (status) == 3;
}

static void
check_copy (DzScratch *scratch,
            gboolean   told)
{
  g_autofree char *path = name_copy (scratch);
  g_autoptr(DzStore) copy = dz_store_open (path, NULL);
  g_autofree char *dump = NULL;

  g_assert_nonnull (copy);
  dump = dz_scratch_dump (copy);
  g_assert_cmpint (strstr (dump, "副本之后") != NULL, ==, told);
}

/* Whatever a backup was told of opens; what was restored is there, or what was there before. */
static void
check_care (const Deed *deed,
            DzScratch  *scratch,
            gboolean    told)
{
  g_autoptr(GPtrArray) list = dz_backup_list (scratch->path);
  g_autofree char *dump = dz_scratch_dump (scratch->store);
  g_autofree char *to = name_copy (scratch);

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr(DzStore) backup = dz_store_open (((DzBackup *) g_ptr_array_index (list, i))->path, NULL);

      g_assert_nonnull (backup);
      g_assert_cmpuint (dz_store_count_reports (backup), ==, 1);
    }
  if (told && (deed->run == run_backup || deed->run == run_update))
    g_assert_cmpuint (list->len, >, 0);
  if (deed->run == run_restore && fault != KILLED)
    g_assert_cmpint (strstr (dump, "备份之后") == NULL, ==, told);
  if (deed->run == run_update)
    g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, 1);
  if (deed->run == run_repair && told)
    g_assert_true (g_file_test (to, G_FILE_TEST_EXISTS));
  if (deed->run == run_merge && told)
    g_assert_nonnull (strstr (dump, "另一人核过"));
  drop_backups (scratch);
}

/* What a person finds afterwards: a review that is whole, and in it what was told and no less. */
static void
check_after (const Deed *deed,
             DzScratch  *scratch,
             gboolean    told)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = NULL;

  if (deed->run == run_copy)
    check_copy (scratch, told);
  if (deed->fresh)
    g_assert_true (told || !g_file_test (scratch->path, G_FILE_TEST_EXISTS) || fault == KILLED);
  scratch->store = deed->fresh ? dz_store_open_or_create (scratch->path, &error)
                               : dz_store_open (scratch->path, &error);
  g_assert_no_error (error);
  dump = dz_scratch_dump (scratch->store);
  if (!deed->fresh && deed->run != run_undo && deed->run != run_update)
    g_assert_nonnull (strstr (dump, "青禾镇"));
  if (deed->is_done != NULL && told)
    g_assert_nonnull (strstr (dump, deed->is_done));
  /* a kill may come between the deed and its telling, a refusal not */
  if (deed->is_done != NULL && !told && !deed->fresh && fault != KILLED)
    g_assert_null (strstr (dump, deed->is_done));
  check_care (deed, scratch, told);
  if (deed->run == run_undo && (told || fault != KILLED))
    g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, told ? 0 : 1);
}

static void
test_deed (gconstpointer data)
{
  const Deed *deed = data;
  gboolean every = g_getenv ("DZ_EVERY_WRITE") != NULL;

  for (fault = FULL; fault < N_FAULTS; fault++)
    {
      gboolean fired = TRUE;
      guint n;

      for (n = 0; fired; n += n < 20 || every ? 1 : 4)
        {
          g_autoptr(DzScratch) scratch = prepare (deed);
          gboolean told = run_once (deed, scratch, n, &fired);

          if (!fired)
            g_assert_true (told);
          check_after (deed, scratch, told);
        }
      g_test_message ("%s: about %u writes", deed->name, n);
      g_assert_cmpuint (n, >, 3);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  install ();
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/review-faults/%s", deeds[i].name);

      g_test_add_data_func (path, &deeds[i], test_deed);
    }

  return g_test_run ();
}
