/* dz-backup-job.c - the review as it was before this day's work is kept, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-backup-job.h"

#include "dz-backup.h"
#include "dz-job-thread.h"

static void
day_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(DzStore) store = dz_store_open (task_data, &error);

  if (store != NULL && dz_backup_keep_day (store, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dz_backup_day_async:
 * @path: of a review
 *
 * dz_backup_keep_day() in a thread.
 */
void
dz_backup_day_async (const char          *path,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, dz_backup_day_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  dz_job_run (task, day_thread);
}

gboolean
dz_backup_day_finish (GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
