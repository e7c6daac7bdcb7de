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
  DzSharedTables *previous;
  int wanted_year;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_object_unref (request->previous);
  g_free (request);
}

void
dz_snapshot_free (DzSnapshot *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_error (&self->refusal);
  g_clear_object (&self->tables);
  g_free (self);
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

/* The tables of the view that opens first: they are not to be computed while the window waits. */
static void
make_tables (DzSnapshot *snapshot,
             Request    *request)
{
  int year = dz_review_choose_year (snapshot->review, request->wanted_year,
                                    dz_shared_tables_get_year (request->previous));

  snapshot->tables = dz_shared_tables_new (snapshot->review, snapshot->codebook, year,
                                           dz_shared_tables_get_scope (request->previous), request->previous);
  dz_shared_tables_get_roster (snapshot->tables);
  dz_checks_table_get_by_body (dz_shared_tables_get_checks (snapshot->tables));
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Request *request = task_data;
  DzReview *previous = dz_shared_tables_get_review (request->previous);
  g_autoptr(DzSnapshot) snapshot = g_new0 (DzSnapshot, 1);
  GError *error = NULL;

  snapshot->review = dz_review_load (request->path, previous, &error);
  if (snapshot->review == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  snapshot->is_new = g_strcmp0 (previous->county->codebook_xml, snapshot->review->county->codebook_xml) != 0;
  snapshot->codebook = snapshot->is_new
                         ? dz_codebook_load_stored (snapshot->review->county->codebook_xml, &snapshot->refusal, &error)
                         : dz_codebook_ref (dz_shared_tables_get_codebook (request->previous));
  if (snapshot->codebook == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  make_tables (snapshot, request);
  g_task_return_pointer (task, g_steal_pointer (&snapshot), (GDestroyNotify) dz_snapshot_free);
}

/**
 * dz_review_load_async:
 * @previous: of an earlier snapshot: its unchanged reports are shared, and its scope is the one computed for
 * @wanted_year: as in dz_review_choose_year()
 */
void
dz_review_load_async (const char         *path,
                      DzSharedTables     *previous,
                      int                 wanted_year,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->previous = g_object_ref (previous);
  request->wanted_year = wanted_year;
  g_task_set_source_tag (task, dz_review_load_async);
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, load_thread);
}

/**
 * dz_review_load_finish:
 *
 * Returns: (transfer full) (nullable): the review as it is now, or %NULL with @error of dz_store_open()
 */
DzSnapshot *
dz_review_load_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

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
