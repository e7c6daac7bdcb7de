/* dz-db-copy.c - the pages of a review, of one moment, into another database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db-copy.h"

#include "dz-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define PAGES_AT_ONCE 256 /* a megabyte: cancelling and the bar wait no longer */

static gboolean
copy_pages (sqlite3         *from,
            sqlite3         *to,
            DzDbCopied       copied,
            gpointer         user_data,
            GCancellable    *cancellable,
            GError         **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code = SQLITE_OK;

  while (backup != NULL && code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    {
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      if (copied != NULL)
        copied ((guint) (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup)),
                (guint) sqlite3_backup_pagecount (backup), user_data);
    }
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    dz_db_set_error (error, code != SQLITE_OK ? code : sqlite3_errcode (to), sqlite3_errmsg (to));

  return FALSE;
}

/**
 * dz_db_copy:
 * @aside: an empty file; what is in it after an error is to be thrown away
 * @copied: (nullable) (scope call): told pages done of all
 *
 * One moment of the review, whatever other handles write meanwhile.
 */
gboolean
dz_db_copy (DzDb          *self,
            const char    *aside,
            DzDbCopied     copied,
            gpointer       user_data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *full = g_canonicalize_filename (aside, NULL);
  sqlite3 *to = NULL;
  gboolean ok;

  if (!dz_db_script (self, "BEGIN; SELECT count(*) FROM sqlite_schema", error))
    {
      dz_db_script (self, "ROLLBACK", NULL);
      return FALSE;
    }
  ok = sqlite3_open_v2 (full, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
       /* a copy that fails is thrown away, one that is made is synced whole */
       sqlite3_exec (to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL) ==
         SQLITE_OK;
  if (!ok)
    dz_db_set_error (error, sqlite3_errcode (to), sqlite3_errmsg (to));
  ok = ok && copy_pages (self->handle, to, copied, user_data, cancellable, error);
  sqlite3_close (to);
  dz_db_script (self, "COMMIT", NULL);

  return ok;
}

/* The file and its log in a folder where SQLite may work with both. */
static char *
copy_with_log (const char  *path,
               const char  *folder,
               GError     **error)
{
  static const char *const tails[] = { "", "-wal" };
  g_autofree char *copy = g_build_filename (folder, "review", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *name = g_strconcat (path, tails[i], NULL);
      g_autofree char *to = g_strconcat (copy, tails[i], NULL);
      g_autofree char *contents = NULL;
      gsize len;

      if (!g_file_get_contents (name, &contents, &len, error) ||
          !g_file_set_contents (to, contents, (gssize) len, error))
        return NULL;
    }

  return g_steal_pointer (&copy);
}

static void
drop_folder (const char *folder)
{
  static const char *const names[] = { "review", "review-wal", "review-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename (folder, names[i], NULL);

      g_unlink (name);
    }
  g_rmdir (folder);
}

/**
 * dz_db_open_still:
 * @path: of a file nobody writes to
 *
 * Returns: (transfer full) (nullable): a handle that reads it and leaves nothing beside it
 */
sqlite3 *
dz_db_open_still (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *file = g_filename_to_uri (full, NULL, NULL);
  g_autofree char *address = g_strconcat (file != NULL ? file : "", "?immutable=1", NULL);
  sqlite3 *handle = NULL;

  if (file != NULL && sqlite3_open_v2 (address, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI |
                                                           SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    return handle;
  sqlite3_close (handle);

  return NULL;
}

static gboolean
read_from (sqlite3  *from,
           sqlite3  *into,
           GError  **error)
{
  gboolean ok = FALSE;

  if (from == NULL)
    dz_db_set_error (error, SQLITE_CANTOPEN, NULL);
  else
    ok = copy_pages (from, into, NULL, NULL, NULL, error);
  sqlite3_close (from);

  return ok;
}

/* Beside its log, in a folder of our own. */
static sqlite3 *
open_with_log (const char *path)
{
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    return handle;
  sqlite3_close (handle);

  return NULL;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/**
 * dz_db_read_file:
 * @path: of a review in a place where nothing may be written
 * @into: an empty database in memory
 *
 * What stands in the log beside the file, as a crash leaves it, is read too.
 */
gboolean
dz_db_read_file (const char  *path,
                 sqlite3     *into,
                 GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  gboolean ok;

  if (!has_log (path))
    return read_from (dz_db_open_still (path), into, error);

  folder = g_dir_make_tmp ("duizhao-read-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  copy = copy_with_log (path, folder, error);
  ok = copy != NULL && read_from (open_with_log (copy), into, error);
  drop_folder (folder);

  return ok;
}

/**
 * dz_db_open_whole:
 * @path: of a file nobody writes to
 *
 * Returns: (transfer full) (nullable): as dz_db_open_still(), with what a crash left in the log beside
 *   the file; %NULL where the two cannot be read together
 */
sqlite3 *
dz_db_open_whole (const char *path)
{
  sqlite3 *handle = NULL;

  if (!has_log (path))
    return dz_db_open_still (path);
  if (sqlite3_open_v2 (":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
      dz_db_read_file (path, handle, NULL))
    return handle;
  sqlite3_close (handle);

  return NULL;
}
