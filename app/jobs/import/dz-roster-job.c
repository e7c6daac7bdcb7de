/* dz-roster-job.c - the county's roster from a table file into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-job.h"

#include "dz-input-file.h"
#include "dz-roster-file.h"

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
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GPtrArray) bodies = NULL;

  g_return_val_if_fail (DZ_IS_STORE (store) && path != NULL, FALSE);

  bytes = dz_input_file_read (path, error);
  if (bytes == NULL)
    return FALSE;
  source = dz_source_new (path);
  bodies = dz_roster_file_read (bytes, source, error);
  if (bodies == NULL)
    return FALSE;
  if (n_bodies != NULL)
    *n_bodies = bodies->len;

  return dz_store_set_roster (store, bodies, error);
}
