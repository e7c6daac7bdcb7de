/* dz-make-briefing.c - briefing, letters and pictures of charts to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-make-briefing.h"

#include "dz-error.h"
#include "dz-job-thread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One call's arguments, owned, on their way to a thread. */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzBriefingOptions *options;
  DzLetterOrder letters;
  GPtrArray *charts;
  char *path;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_clear_pointer (&call->review, dz_review_unref);
  g_clear_pointer (&call->codebook, dz_codebook_unref);
  g_clear_pointer (&call->options, dz_briefing_options_free);
  g_clear_pointer (&call->letters.bodies, g_array_unref);
  g_free ((char *) call->letters.options.number);
  g_free ((char *) call->letters.options.date);
  g_free ((char *) call->letters.options.issuer);
  g_free ((char *) call->letters.options.reply_by);
  g_clear_pointer (&call->charts, g_ptr_array_unref);
  g_free (call->path);
  g_free (call);
}

static Call *
call_new (const DzBriefingOrder *order)
{
  Call *call = g_new0 (Call, 1);

  call->review = dz_review_ref (order->review);
  call->codebook = dz_codebook_ref (order->codebook);
  call->options = dz_briefing_options_copy (order->options);
  call->path = g_strdup (order->path);

  return call;
}

static void
step_cb (guint    done,
         guint    total,
         gpointer task)
{
  dz_progress_tell (task, NULL, done, total);
}

typedef struct
{
  DzBriefing *briefing;
  const DzBriefingOrder *order;
} Making;

static void
give_up_briefing (gpointer data)
{
  Making *making = data;

  g_clear_pointer (&making->briefing, dz_briefing_unref);
  if (making->order->drawn != NULL)
    making->order->drawn (making->order->drawn_data);
}

/**
 * dz_make_briefing:
 * @progress: (nullable): called in this thread, where the format has pages to count
 *
 * Returns: %FALSE with @error set if it could not be written
 */
gboolean
dz_make_briefing (const DzBriefingOrder *order,
                  DzExportProgress       progress,
                  gpointer               progress_data,
                  GCancellable          *cancellable,
                  GError               **error)
{
  const char *path = order->path;
  g_autofree char *name = g_ascii_strdown (path, -1);
  Making making = { NULL, order };
  gboolean ok = FALSE;

  if (!g_str_has_suffix (name, ".pdf") && !g_str_has_suffix (name, ".docx") &&
      !g_str_has_suffix (name, ".xlsx") && !g_str_has_suffix (name, ".csv"))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE,
                   _("“%s”: a briefing is written as .pdf, .docx, .xlsx or .csv."), path);
      return FALSE;
    }
  making.briefing = dz_briefing_new (order->review, order->codebook, order->options);
  /* its tables and its copy of the review are not held while fonts are written */
  dz_document_set_once (dz_briefing_get_document (making.briefing), give_up_briefing, &making);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    ok = FALSE;
  else if (g_str_has_suffix (name, ".pdf"))
    ok = dz_export_pdf (dz_briefing_get_document (making.briefing), path, progress, progress_data, cancellable, error);
  else if (g_str_has_suffix (name, ".docx"))
    ok = dz_export_docx (dz_briefing_get_document (making.briefing), path, cancellable, error);
  else if (g_str_has_suffix (name, ".xlsx"))
    ok = dz_export_xlsx (making.briefing, path, cancellable, error);
  else
    ok = dz_export_csv (making.briefing, DZ_TABLE_FIGURES, path, error);
  g_clear_pointer (&making.briefing, dz_briefing_unref);

  return ok;
}

static void
make_briefing_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Call *call = task_data;
  DzBriefingOrder order = { call->review, call->codebook, call->options, call->path };
  g_autoptr(GError) error = NULL;

  if (dz_make_briefing (&order, step_cb, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * dz_make_briefing_async:
 * @order: copied
 * @progress: (nullable): @progress_data must live until @callback
 */
void
dz_make_briefing_async (const DzBriefingOrder *order,
                        DzProgressFunc         progress,
                        gpointer               progress_data,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dz_make_briefing_async);
  g_task_set_task_data (task, call_new (order), call_free);
  dz_progress_watch (task, progress, progress_data);
  dz_job_run (task, make_briefing_thread);
}

gboolean
dz_make_briefing_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
build_briefing_thread (GTask        *task,
                       gpointer      source_object,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  Call *call = task_data;

  g_task_return_pointer (task, dz_briefing_new (call->review, call->codebook, call->options),
                         (GDestroyNotify) dz_briefing_unref);
}

/**
 * dz_build_briefing_async:
 * @order: copied; its path does not matter
 *
 * Makes a briefing to be shown. A document belongs to the thread that made it: this one's ends before
 * dz_build_briefing_finish() returns, and the document is the caller's from then on.
 */
void
dz_build_briefing_async (const DzBriefingOrder *order,
                         GAsyncReadyCallback    callback,
                         gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, dz_build_briefing_async);
  g_task_set_task_data (task, call_new (order), call_free);
  dz_job_run_alone (task, build_briefing_thread);
}

/**
 * dz_build_briefing_finish:
 *
 * Returns: (transfer full): the briefing
 */
DzBriefing *
dz_build_briefing_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  dz_job_join (G_TASK (result));

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
return_count (GTask  *task,
              int     n,
              GError *error)
{
  if (n >= 0)
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

static void
make_letters_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  Call *call = task_data;
  GError *error = NULL;
  int n = dz_export_letters (&call->letters, step_cb, task, cancellable, &error);

  return_count (task, n, error);
}

/**
 * dz_make_letters_async:
 * @order: copied
 * @progress: (nullable): @progress_data must live until @callback
 *
 * dz_export_letters() in a thread.
 */
void
dz_make_letters_async (const DzLetterOrder *order,
                       DzProgressFunc       progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);
  DzLetterOptions *options = &call->letters.options;

  call->review = dz_review_ref (order->review);
  call->codebook = dz_codebook_ref (order->codebook);
  call->path = g_strdup (order->folder);
  call->letters = *order;
  call->letters.bodies = order->bodies != NULL ? g_array_copy (order->bodies) : NULL;
  call->letters.folder = call->path;
  options->number = g_strdup (options->number);
  options->date = g_strdup (options->date);
  options->issuer = g_strdup (options->issuer);
  options->reply_by = g_strdup (options->reply_by);
  g_task_set_source_tag (task, dz_make_letters_async);
  g_task_set_task_data (task, call, call_free);
  dz_progress_watch (task, progress, progress_data);
  dz_job_run (task, make_letters_thread);
}

/**
 * dz_make_letters_finish:
 *
 * Returns: as dz_export_letters()
 */
int
dz_make_letters_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
chart_order_free (gpointer data)
{
  DzChartOrder *order = data;

  dz_series_unref (order->series);
  g_free (order->path);
  g_free (order);
}

/**
 * dz_chart_order_list_new:
 *
 * Returns: (transfer full) (element-type DzChartOrder): an empty list of pictures to write
 */
GPtrArray *
dz_chart_order_list_new (void)
{
  return g_ptr_array_new_with_free_func (chart_order_free);
}

/**
 * dz_chart_order_list_add:
 * @path: (transfer full)
 */
void
dz_chart_order_list_add (GPtrArray     *orders,
                         const DzChart *chart,
                         DzSeries      *series,
                         char          *path)
{
  DzChartOrder *order = g_new (DzChartOrder, 1);

  *order = (DzChartOrder) { chart, dz_series_ref (series), path };
  g_ptr_array_add (orders, order);
}

static void
make_charts_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  GPtrArray *orders = ((Call *) task_data)->charts;
  GError *error = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < orders->len; i++)
    {
      const DzChartOrder *order = g_ptr_array_index (orders, i);

      ok = !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
           dz_export_chart_file (order->chart, order->series, order->path, &error);
      dz_progress_tell (task, NULL, i + 1, orders->len);
    }
  return_count (task, ok ? (int) orders->len : -1, error);
}

/**
 * dz_make_charts_async:
 * @orders: (element-type DzChartOrder): not to be changed any more
 * @progress: (nullable): @progress_data must live until @callback
 *
 * Writes pictures. Cancelled or failed, those written before are whole.
 */
void
dz_make_charts_async (GPtrArray           *orders,
                      DzProgressFunc       progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  call->charts = g_ptr_array_ref (orders);
  g_task_set_source_tag (task, dz_make_charts_async);
  g_task_set_task_data (task, call, call_free);
  dz_progress_watch (task, progress, progress_data);
  dz_job_run (task, make_charts_thread);
}

/**
 * dz_make_charts_finish:
 *
 * Returns: how many pictures were written, -1 with @error set
 */
int
dz_make_charts_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}
