/* dz-review-job.c - a snapshot of a review loaded off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-review-job.h"

#include "dz-job-thread.h"

typedef struct
{
  char *path;
  DzReview *previous;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_clear_pointer (&request->previous, dz_review_unref);
  g_free (request);
}

/**
 * dz_review_load:
 * @previous: (nullable): an earlier snapshot, whose unchanged reports are shared
 *
 * Returns: (transfer full) (nullable): the review as it is now, or %NULL with @error of dz_store_open()
 */
DzReview *
dz_review_load (const char *path,
                DzReview   *previous,
                GError    **error)
{
  g_autoptr(DzStore) store = dz_store_open (path, error);

  return store != NULL ? dz_store_load (store, previous, error) : NULL;
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  DzReview *review = dz_review_load (request->path, request->previous, &error);

  if (review == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, review, (GDestroyNotify) dz_review_unref);
}

void
dz_review_load_async (const char         *path,
                      DzReview           *previous,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->previous = previous != NULL ? dz_review_ref (previous) : NULL;
  g_task_set_source_tag (task, dz_review_load_async);
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, load_thread);
}

/**
 * dz_review_load_finish:
 *
 * Returns: (transfer full) (nullable): as dz_review_load()
 */
DzReview *
dz_review_load_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
