/* dz-db-file.c - a review file as a file: made aside, put in its place whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "dz-db-file.h"

#include "dz-db.h"

#include "dz-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (GError **error)
{
  int code = errno;

  switch (code)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("You may not write to this folder. Choose another one."));
      break;

    case ENAMETOOLONG:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("The name is too long. Choose a shorter one."));
      break;

    case ENOENT:
    case ENOTDIR:
      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("The folder is not there. Choose another one."));
      break;

    case ENOSPC:
    case EDQUOT:
      dz_db_set_error (error, SQLITE_FULL, NULL);
      break;

    default:
      dz_db_set_error (error, SQLITE_IOERR, NULL);
    }

  return FALSE;
}

static gint64
get_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_size : -1;
}

/* On disk as it is in memory; a folder too, so that a new name in it outlives a power cut. */
static gboolean
sync_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok;

  if (fd < 0)
    return FALSE;
  ok = fsync (fd) == 0 || errno == EINVAL; /* some folders cannot be synced */
  close (fd);

  return ok;
}

/**
 * dz_db_file_check_name:
 *
 * Returns: whether there is room in the name for what SQLite puts beside a file
 */
gboolean
dz_db_file_check_name (const char *path,
                       GError    **error)
{
  g_autofree char *base = g_path_get_basename (path);

  if (strlen (base) + strlen ("-journal") <= NAME_MAX)
    return TRUE;
  errno = ENAMETOOLONG;

  return fail (error);
}

/**
 * dz_db_file_make_aside:
 * @path: of the review that is to be
 *
 * Returns: (transfer full) (nullable): an empty file in the same folder, for the user alone; to be
 *   given to dz_db_file_put() or dz_db_file_drop()
 */
char *
dz_db_file_make_aside (const char *path,
                       GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = g_build_filename (folder, ".duizhao-XXXXXX", NULL);
  int fd;

  if (!dz_db_file_check_name (path, error))
    return NULL;
  fd = g_mkstemp_full (aside, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      fail (error);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&aside);
}

void
dz_db_file_drop (const char *aside)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *name = g_strconcat (aside, tails[i], NULL);

      g_unlink (name);
    }
}

/**
 * dz_db_file_is_blank:
 *
 * Returns: whether nothing was ever put into the file: it is empty, or a database without a table,
 *   as a creation that was killed left it
 */
gboolean
dz_db_file_is_blank (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean blank = FALSE;

  if (sqlite3_open_v2 (full, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
        SQLITE_OK &&
      sqlite3_prepare_v2 (handle, "SELECT 1 FROM sqlite_schema", -1, &statement, NULL) == SQLITE_OK)
    blank = sqlite3_step (statement) == SQLITE_DONE;
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return blank;
}

static int
take_in_log (const char *path)
{
  sqlite3 *handle = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  /* the log is only looked for once something is read */
  if (code == SQLITE_OK)
    code = sqlite3_exec (handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_close (handle);

  return code & 0xff;
}

/*
 * What a crash left beside a review goes into it or, beside none, out of the way: it would come
 * alive in the file that takes the name. Where another program is at work on it, an error.
 */
static gboolean
settle_log (const char *path,
            GError    **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *log = g_strconcat (full, "-wal", NULL);
  g_autofree char *map = g_strconcat (full, "-shm", NULL);
  g_autofree char *old = g_strconcat (full, "-wal.old", NULL);
  int code = SQLITE_NOTADB;

  if (get_size (log) <= 0)
    return TRUE;
  if (get_size (full) > 0)
    code = take_in_log (full);
  if (get_size (log) <= 0)
    return TRUE;
  if (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      dz_db_set_error (error, SQLITE_BUSY, NULL);
      return FALSE;
    }
  g_unlink (map);

  return g_rename (log, old) == 0 || fail (error);
}

/* Gives the file its name unless the name is taken; not every file system knows both ways. */
static gboolean
rename_new (const char *aside,
            const char *path)
{
  if (renameat2 (AT_FDCWD, aside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (aside, path) != 0)
    return FALSE;
  unlink (aside);

  return TRUE;
}

/**
 * dz_db_file_put:
 * @aside: of dz_db_file_make_aside(), closed; gone afterwards, whatever comes of it
 * @replace: a file of that name gives way
 * @there: (out) (optional): without @replace: there is a file of that name already
 *
 * Puts a finished file in its place: on disk with its name once this returns %TRUE.
 */
gboolean
dz_db_file_put (const char *aside,
                const char *path,
                gboolean    replace,
                gboolean   *there,
                GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean ok = sync_path (aside) || fail (error);

  if (ok && (replace || !g_file_test (path, G_FILE_TEST_EXISTS)))
    {
      ok = settle_log (path, error);
      /* the log in the way is of a review that came here meanwhile and is at work */
      if (!ok && !replace && there != NULL)
        *there = g_file_test (path, G_FILE_TEST_EXISTS);
    }
  if (ok)
    {
      ok = replace ? g_rename (aside, path) == 0 : rename_new (aside, path);
      if (there != NULL)
        *there = !ok && errno == EEXIST;
      ok = ok || fail (error);
    }
  if (ok)
    sync_path (folder);
  else
    dz_db_file_drop (aside);

  return ok;
}
