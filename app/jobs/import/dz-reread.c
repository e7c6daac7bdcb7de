/* dz-reread.c - every report read anew from its stored text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reread.h"

#include "dz-codebook-job.h"
#include "dz-job-thread.h"
#include "dz-journal.h"
#include "dz-reading.h"

/* A reading of the stored text; what the file said about itself stays. */
static DzReport *
read_anew (DzReading *reading,
           DzReport  *older)
{
  DzReport *newer = dz_report_new (older->text, dz_source_copy (older->source));

  dz_reading_read (reading, newer);

  return newer;
}

/**
 * dz_reread_run:
 * @progress: (nullable): called in this thread after every report
 * @result: (out) (optional): how many, and how many corrections found no place
 *
 * Returns: %FALSE with @error set if the codebook is wrong or the work was cancelled; reports
 *   already read anew keep their new reading, undo takes all back
 */
gboolean
dz_reread_run (const char       *review_path,
               DzProgressFunc    progress,
               gpointer          progress_data,
               DzReread         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  g_autoptr(DzStore) store = dz_store_open (review_path, error);
  g_autoptr(DzReview) review = store != NULL ? dz_store_load (store, NULL, error) : NULL;
  g_autoptr(DzCodebook) codebook =
    review != NULL ? dz_codebook_load_for (store, error) : NULL;
  g_autoptr(DzReading) reading = codebook != NULL ? dz_reading_new (codebook, error) : NULL;
  DzReread count = { 0 };
  gboolean ok = reading != NULL;

  if (!ok)
    return FALSE;
  dz_store_join_step (store, "county", "reread");
  for (guint i = 0; ok && i < review->reports->len; i++)
    {
      DzReport *older = g_ptr_array_index (review->reports, i);
      g_autoptr(DzReport) newer = read_anew (reading, older);
      guint unplaced = 0;

      ok = dz_store_replace_report (store, older->id, newer, &unplaced, error) &&
           !g_cancellable_set_error_if_cancelled (cancellable, error);
      count.reread++;
      count.unplaced += unplaced;
      if (progress != NULL)
        progress (newer->identity.township, i + 1, review->reports->len, progress_data);
    }
  dz_store_end_step (store);
  if (result != NULL)
    *result = count;

  return ok;
}

typedef struct
{
  char *review_path;
  DzReread result;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->review_path);
  g_free (request);
}

static void
step_cb (const char *name,
         guint       done,
         guint       total,
         gpointer    task)
{
  dz_progress_tell (task, name, done, total);
}

static void
reread_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;

  if (dz_reread_run (request->review_path, step_cb, task, &request->result, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dz_reread_async:
 * @progress: (nullable): @progress_data must live until @callback
 */
void
dz_reread_async (const char         *review_path,
                 DzProgressFunc      progress,
                 gpointer            progress_data,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->review_path = g_strdup (review_path);
  g_task_set_source_tag (task, dz_reread_async);
  g_task_set_task_data (task, request, request_free);
  dz_progress_watch (task, progress, progress_data);
  dz_job_run (task, reread_thread);
}

/**
 * dz_reread_finish:
 * @result: (out) (optional): as dz_reread_run()
 */
gboolean
dz_reread_finish (GAsyncResult *async_result,
                  DzReread     *result,
                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (async_result, NULL), FALSE);

  if (result != NULL)
    *result = ((Request *) g_task_get_task_data (G_TASK (async_result)))->result;

  return g_task_propagate_boolean (G_TASK (async_result), error);
}
