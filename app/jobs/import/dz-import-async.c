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
  char *today;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->review_path);
  g_strfreev (request->paths);
  g_free (request->received);
  g_free (request->today);
  g_free (request);
}

static void
progress_cb (const DzImportRecord *record,
             guint                 done,
             guint                 total,
             gpointer              task)
{
  g_autofree char *name = NULL;

  if (record != NULL)
    name = dz_source_dup_name (record->source);
  dz_progress_tell (task, name, done, total);
}

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GPtrArray *records = dz_import_run (request->review_path, (const char *const *) request->paths,
                                      &request->options, progress_cb, task, cancellable, &error);

  if (records == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dz_import_async:
 * @order: copied
 * @progress: (nullable): @progress_data must live until @callback
 *
 * dz_import_run() in a thread, with a handle of its own on the review: dz_store_load() meanwhile
 * shows the reports that are in already.
 */
void
dz_import_async (const DzImportOrder *order,
                 DzProgressFunc       progress,
                 gpointer             progress_data,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (order != NULL && order->review_path != NULL && order->paths != NULL);

  request = g_new0 (Request, 1);
  request->review_path = g_strdup (order->review_path);
  request->paths = g_strdupv ((char **) order->paths);
  if (order->options != NULL)
    request->options = *order->options;
  request->received = g_strdup (request->options.received);
  request->options.received = request->received;
  request->today = g_strdup (request->options.today);
  request->options.today = request->today;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dz_import_async);
  g_task_set_name (task, "duizhao import");
  g_task_set_task_data (task, request, request_free);
  dz_progress_watch (task, progress, progress_data);
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

typedef struct
{
  char *review_path;
  char *name;
  char *text;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_free (paste->review_path);
  g_free (paste->name);
  g_free (paste->text);
  g_free (paste);
}

static void
paste_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Paste *paste = task_data;
  GError *error = NULL;
  g_autoptr(DzStore) store = dz_store_open (paste->review_path, &error);
  DzImportRecord *record = store != NULL ? dz_import_text (store, paste->name, paste->text, &error) : NULL;

  if (record == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, record, (GDestroyNotify) dz_import_record_free);
}

/**
 * dz_import_text_async:
 *
 * dz_import_text() in a thread.
 */
void
dz_import_text_async (const char          *review_path,
                      const char          *name,
                      const char          *text,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Paste *paste = g_new0 (Paste, 1);

  paste->review_path = g_strdup (review_path);
  paste->name = g_strdup (name);
  paste->text = g_strdup (text);
  g_task_set_source_tag (task, dz_import_text_async);
  g_task_set_task_data (task, paste, paste_free);
  dz_job_run (task, paste_thread);
}

/**
 * dz_import_text_finish:
 *
 * Returns: (transfer full) (nullable): as dz_import_text()
 */
DzImportRecord *
dz_import_text_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
