/* dz-import-async.c - the import's second door: a thread, progress in the caller's main context
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import.h"

#include "dz-job-thread.h"

typedef struct
{
  char *review_path;
  char **paths;
  DzImportOptions options;
  char *received;
  DzImportProgress progress;
  gpointer progress_data;
  GMainContext *context; /* borrowed from the task */
} Request;

typedef struct
{
  DzImportProgress progress;
  gpointer progress_data;
  DzImportRecord *record;
  guint done;
  guint total;
} Note;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->review_path);
  g_strfreev (request->paths);
  g_free (request->received);
  g_free (request);
}

static gboolean
tell_cb (gpointer data)
{
  Note *note = data;

  note->progress (note->record, note->done, note->total, note->progress_data);

  return G_SOURCE_REMOVE;
}

static void
note_free (gpointer data)
{
  Note *note = data;

  dz_import_record_free (note->record);
  g_free (note);
}

static void
progress_cb (const DzImportRecord *record,
             guint                 done,
             guint                 total,
             gpointer              user_data)
{
  Request *request = user_data;
  Note *note = g_new0 (Note, 1);

  note->progress = request->progress;
  note->progress_data = request->progress_data;
  note->record = record != NULL ? dz_import_record_copy (record) : NULL;
  note->done = done;
  note->total = total;
  g_main_context_invoke_full (request->context, G_PRIORITY_DEFAULT, tell_cb, note, note_free);
}

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GPtrArray *records =
    dz_import_run (request->review_path, (const char *const *) request->paths, &request->options,
                   request->progress != NULL ? progress_cb : NULL, request, cancellable, &error);

  if (records == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dz_import_async:
 * @options: (nullable): copied
 * @progress: (nullable): called in the thread-default main context of the caller; @progress_data
 *   must live until @callback
 *
 * dz_import_run() in a thread, with a handle of its own on the review: dz_store_load() in
 * @progress shows the reports that are in already.
 */
void
dz_import_async (const char            *review_path,
                 const char *const     *paths,
                 const DzImportOptions *options,
                 DzImportProgress       progress,
                 gpointer               progress_data,
                 GCancellable          *cancellable,
                 GAsyncReadyCallback    callback,
                 gpointer               user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (review_path != NULL && paths != NULL);

  request = g_new0 (Request, 1);
  request->review_path = g_strdup (review_path);
  request->paths = g_strdupv ((char **) paths);
  if (options != NULL)
    request->options = *options;
  request->received = g_strdup (request->options.received);
  request->options.received = request->received;
  request->progress = progress;
  request->progress_data = progress_data;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dz_import_async);
  g_task_set_name (task, "duizhao import");
  request->context = g_task_get_context (task);
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, import_thread);
}

/**
 * dz_import_finish:
 *
 * Returns: (transfer full) (element-type DzImportRecord) (nullable): as dz_import_run()
 */
GPtrArray *
dz_import_finish (GAsyncResult *result,
                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
