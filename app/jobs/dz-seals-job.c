/* dz-seals-job.c - a review that was opened held against its checksums, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-seals-job.h"

#include "dz-job-thread.h"
#include "dz-store.h"

static void
seals_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(DzStore) store = dz_store_open (task_data, &error);

  if (store != NULL)
    g_task_return_pointer (task, dz_store_list_broken (store, cancellable), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * dz_seals_check_async:
 * @path: of a review
 *
 * dz_store_list_broken() in a thread, by a handle of its own.
 */
void
dz_seals_check_async (const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dz_seals_check_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  dz_job_run (task, seals_thread);
}

/**
 * dz_seals_check_finish:
 *
 * Returns: (transfer full) (nullable): for dz_store_take_broken(); %NULL where the file could not be read
 */
GArray *
dz_seals_check_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
