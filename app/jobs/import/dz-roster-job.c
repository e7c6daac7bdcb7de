/* dz-roster-job.c - the county's roster from a table file into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-job.h"

#include "dz-roster-file.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>

/**
 * dz_roster_import:
 * @n_bodies: (out) (optional): how many the file lists
 *
 * Makes the file's list the roster of the review (dz_store_set_roster()).
 */
gboolean
dz_roster_import (DzStore    *store,
                  const char *path,
                  guint      *n_bodies,
                  GError    **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GPtrArray) bodies = NULL;
  gsize len;

  g_return_val_if_fail (DZ_IS_STORE (store) && path != NULL, FALSE);

  if (!g_file_get_contents (path, &contents, &len, &local))
    {
      dz_set_error (error, DZ_ERROR_IO, _("The file cannot be read: %s"), local->message);
      return FALSE;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&contents), len);
  source = dz_source_new (path);
  bodies = dz_roster_file_read (bytes, source, error);
  if (bodies == NULL)
    return FALSE;
  if (n_bodies != NULL)
    *n_bodies = bodies->len;

  return dz_store_set_roster (store, bodies, error);
}
