/* dz-store-copy.c - a second copy of the review, made while it stays open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db-copy.h"
#include "dz-db-file.h"
#include "dz-store-private.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

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
  if (!dz_db_copy (self->db, aside, progress, progress_data, cancellable, error))
    {
      dz_db_file_drop (aside);
      return FALSE;
    }

  return dz_db_file_put (aside, path, TRUE, NULL, error);
}
