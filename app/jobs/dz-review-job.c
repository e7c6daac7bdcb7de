/* dz-review-job.c - a review loaded, or copied to another file, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-review-job.h"

#include "dz-codebook-job.h"
#include "dz-job-thread.h"

typedef struct
{
  char *path;
  DzReview *previous;
  DzCodebook *codebook; /* (nullable) found on the way; likewise @refusal */
  GError *refusal;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_clear_pointer (&request->previous, dz_review_unref);
  g_clear_pointer (&request->codebook, dz_codebook_unref);
  g_clear_error (&request->refusal);
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
  DzReview *previous = request->previous;
  GError *error = NULL;
  DzReview *review = dz_review_load (request->path, previous, &error);

  if (review != NULL && (previous == NULL || g_strcmp0 (previous->county->codebook_xml,
                                                        review->county->codebook_xml) != 0))
    request->codebook = dz_codebook_load_stored (review->county->codebook_xml, &request->refusal, &error);
  if (error != NULL)
    {
      g_clear_pointer (&review, dz_review_unref);
      g_task_return_error (task, error);
    }
  else
    g_task_return_pointer (task, review, (GDestroyNotify) dz_review_unref);
}

/**
 * dz_review_load_async:
 * @previous: (nullable): as in dz_review_load()
 */
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
 * @codebook: (out) (nullable) (transfer full): the review's codebook; %NULL if it is that of @previous
 * @refusal: (out) (nullable) (transfer full): why it was made without the county's additions
 *
 * Returns: (transfer full) (nullable): as dz_review_load()
 */
DzReview *
dz_review_load_finish (GAsyncResult *result,
                       DzCodebook  **codebook,
                       GError      **refusal,
                       GError      **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  request = g_task_get_task_data (G_TASK (result));
  *codebook = g_steal_pointer (&request->codebook);
  *refusal = g_steal_pointer (&request->refusal);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dz_review_save_copy:
 * @progress: (nullable): called in this thread
 *
 * dz_store_save_copy() of the review at @path, through a handle of its own.
 */
gboolean
dz_review_save_copy (const char      *path,
                     const char      *copy_path,
                     DzCopyProgress   progress,
                     gpointer         progress_data,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autoptr(DzStore) store = dz_store_open (path, error);

  return store != NULL && dz_store_save_copy (store, copy_path, progress, progress_data, cancellable, error);
}

typedef struct
{
  char *path;
  char *copy_path;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->path);
  g_free (copy->copy_path);
  g_free (copy);
}

static void
step_cb (guint    done,
         guint    total,
         gpointer task)
{
  dz_progress_tell (task, NULL, done, total);
}

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Copy *copy = task_data;
  GError *error = NULL;

  if (dz_review_save_copy (copy->path, copy->copy_path, step_cb, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dz_review_save_copy_async:
 * @progress: (nullable): in parts of the file; @progress_data must live until @callback
 */
void
dz_review_save_copy_async (const char          *path,
                           const char          *copy_path,
                           DzProgressFunc       progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Copy *copy = g_new0 (Copy, 1);

  copy->path = g_strdup (path);
  copy->copy_path = g_strdup (copy_path);
  g_task_set_source_tag (task, dz_review_save_copy_async);
  g_task_set_task_data (task, copy, copy_free);
  dz_progress_watch (task, progress, progress_data);
  dz_job_run (task, copy_thread);
}

gboolean
dz_review_save_copy_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
