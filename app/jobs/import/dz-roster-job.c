/* dz-roster-job.c - the county's roster from a table file into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-job.h"

#include "dz-input-file.h"
#include "dz-roster-file.h"
#include "dz-sheet-import.h"

/* What reports are read by: the names, and what the bodies were called before; empty without a roster. */
static char *
dup_names (DzStore  *store,
           GError  **error)
{
  g_autoptr(GPtrArray) bodies = dz_store_list_bodies (store, error);
  g_autoptr(GString) names = g_string_new (NULL);

  if (bodies == NULL)
    return NULL;
  for (guint i = 0; dz_store_has_roster (store) && i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);

      g_string_append_printf (names, "%s\t%s\n", body->name, body->past != NULL ? body->past : "");
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * dz_roster_import:
 * @n_bodies: (out) (optional): how many the file lists
 * @names_changed: (out) (optional): whether reports would now be read by other names than before; those that are in
 *   the review are to be read anew (dz_reread_run()), or their checks depend on which came first
 *
 * Makes the file's list the roster of the review (dz_store_set_roster()).
 */
gboolean
dz_roster_import (DzStore    *store,
                  const char *path,
                  guint      *n_bodies,
                  gboolean   *names_changed,
                  GError    **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GPtrArray) bodies = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (DZ_IS_STORE (store) && path != NULL, FALSE);

  bytes = dz_input_file_read (path, error);
  if (bytes == NULL)
    return FALSE;
  source = dz_source_new (path);
  bodies = dz_roster_file_read (bytes, source, error);
  before = bodies != NULL ? dup_names (store, error) : NULL;
  if (before == NULL || !dz_store_set_roster (store, bodies, error))
    return FALSE;
  after = dup_names (store, error);
  if (n_bodies != NULL)
    *n_bodies = bodies->len;
  if (names_changed != NULL)
    *names_changed = after != NULL && !g_str_equal (before, after);

  return after != NULL;
}

typedef struct
{
  guint n_bodies;
  gboolean names_changed;
} Listed;

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const DzSheetImport *order = task_data;
  GError *error = NULL;
  g_autoptr(DzStore) store = dz_store_open (order->review_path, &error);
  g_autofree Listed *listed = g_new0 (Listed, 1);

  if (store == NULL || !dz_roster_import (store, order->path, &listed->n_bodies, &listed->names_changed, &error))
    g_task_return_error (task, dz_sheet_import_name_file (error, order->path));
  else
    g_task_return_pointer (task, g_steal_pointer (&listed), g_free);
}

/**
 * dz_roster_import_async:
 * @codebook: kept while the job lasts
 *
 * dz_roster_import() in a thread, through a handle of its own: an old workbook goes through LibreOffice, which takes
 * seconds.
 */
void
dz_roster_import_async (const char          *review_path,
                        DzCodebook          *codebook,
                        const char          *path,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  DzSheetImport order = { review_path, codebook, path, 0 };

  dz_sheet_import_async (&order, import_thread, callback, user_data);
}

gboolean
dz_roster_import_finish (GAsyncResult  *result,
                         guint         *n_bodies,
                         gboolean      *names_changed,
                         GError       **error)
{
  g_autofree Listed *listed = g_task_propagate_pointer (G_TASK (result), error);

  if (listed == NULL)
    return FALSE;
  *n_bodies = listed->n_bodies;
  *names_changed = listed->names_changed;

  return TRUE;
}
