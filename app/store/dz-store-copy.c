/* dz-store-copy.c - a second copy of the review, made while it stays open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db-file.h"
#include "dz-store-private.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PAGES_AT_ONCE 256 /* a megabyte: cancelling and the bar wait no longer */

static gboolean
copy_pages (DzDb            *from,
            sqlite3         *to,
            DzCopyProgress   progress,
            gpointer         progress_data,
            GCancellable    *cancellable,
            GError         **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from->handle, "main");
  int code = SQLITE_OK;

  while (backup != NULL && code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    {
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      if (progress != NULL)
        progress ((guint) (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup)),
                  (guint) sqlite3_backup_pagecount (backup), progress_data);
    }
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    dz_db_set_error (error, code != SQLITE_OK ? code : sqlite3_errcode (to), sqlite3_errmsg (to));

  return FALSE;
}

/* One moment of the review, whatever other handles write meanwhile. */
static gboolean
copy_moment (DzDb            *from,
             const char      *aside,
             DzCopyProgress   progress,
             gpointer         progress_data,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autofree char *full = g_canonicalize_filename (aside, NULL);
  sqlite3 *to = NULL;
  gboolean ok;

  if (!dz_db_script (from, "BEGIN; SELECT count(*) FROM sqlite_schema", error))
    {
      dz_db_script (from, "ROLLBACK", NULL);
      return FALSE;
    }
  ok = sqlite3_open_v2 (full, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
       /* a copy that fails is thrown away, one that is made is synced whole */
       sqlite3_exec (to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL) ==
         SQLITE_OK;
  if (!ok)
    dz_db_set_error (error, sqlite3_errcode (to), sqlite3_errmsg (to));
  ok = ok && copy_pages (from, to, progress, progress_data, cancellable, error);
  sqlite3_close (to);
  dz_db_script (from, "COMMIT", NULL);

  return ok;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf of_a, of_b;

  return g_stat (a, &of_a) == 0 && g_stat (b, &of_b) == 0 && of_a.st_dev == of_b.st_dev &&
         of_a.st_ino == of_b.st_ino;
}

/**
 * dz_store_save_copy:
 * @path: where the copy goes; a file of that name gives way once the copy is whole and on disk
 * @progress: (nullable) (scope call): told pages done of all
 * @cancellable: (nullable): stops it; nothing is left then
 *
 * Copies the review with all that any handle has committed. It stays open and may be renamed or
 * removed by now: what it holds is still read. Not inside dz_store_hold().
 *
 * Returns: whether the copy is on disk; if not, an older file at @path is as it was
 */
gboolean
dz_store_save_copy (DzStore         *self,
                    const char      *path,
                    DzCopyProgress   progress,
                    gpointer         progress_data,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autofree char *aside = NULL;

  g_return_val_if_fail (DZ_IS_STORE (self) && path != NULL, FALSE);
  g_return_val_if_fail (self->depth == 0 && self->owner == g_thread_self (), FALSE);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("There is a folder of that name. Choose another name."));
      return FALSE;
    }
  if (!dz_store_has_moved (self) && is_same_file (path, self->db->path))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("This is the review itself. Choose another name for the copy."));
      return FALSE;
    }
  aside = dz_db_file_make_aside (path, error);
  if (aside == NULL)
    return FALSE;
  if (!copy_moment (self->db, aside, progress, progress_data, cancellable, error))
    {
      dz_db_file_drop (aside);
      return FALSE;
    }

  return dz_db_file_put (aside, path, TRUE, NULL, error);
}
