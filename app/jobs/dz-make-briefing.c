/* dz-make-briefing.c - briefing and letters to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-make-briefing.h"

#include "dz-error.h"
#include "dz-job-thread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One call's arguments, owned, on their way to a thread and its progress back. */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzBriefingOptions *options;
  GArray *bodies;
  DzLetterOptions letter;
  gboolean as_docx;
  char *path;
  DzExportProgress progress;
  gpointer progress_data;
} Call;

typedef struct
{
  DzExportProgress progress;
  gpointer data;
  guint done;
  guint total;
} Step;

static void
call_free (gpointer data)
{
  Call *call = data;

  dz_review_unref (call->review);
  dz_codebook_unref (call->codebook);
  g_clear_pointer (&call->options, dz_briefing_options_free);
  g_clear_pointer (&call->bodies, g_array_unref);
  g_free ((char *) call->letter.date);
  g_free ((char *) call->letter.issuer);
  g_free ((char *) call->letter.reply_by);
  g_free (call->path);
  g_free (call);
}

static gboolean
tell_step (gpointer data)
{
  Step *step = data;

  step->progress (step->done, step->total, step->data);

  return G_SOURCE_REMOVE;
}

/* Progress is told where the call was made, in the main context. */
static void
pass_step (guint    done,
           guint    total,
           gpointer user_data)
{
  Call *call = user_data;
  Step *step;

  if (call->progress == NULL)
    return;
  step = g_new0 (Step, 1);
  *step = (Step) { call->progress, call->progress_data, done, total };
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, tell_step, step, g_free);
}

/**
 * dz_make_briefing:
 * @path: its ending says the format
 *
 * Returns: %FALSE with @error set if it could not be written
 */
gboolean
dz_make_briefing (DzReview                *review,
                  DzCodebook              *codebook,
                  const DzBriefingOptions *options,
                  const char              *path,
                  DzExportProgress         progress,
                  gpointer                 progress_data,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  g_autofree char *name = g_ascii_strdown (path, -1);
  g_autoptr(DzBriefing) briefing = NULL;

  if (!g_str_has_suffix (name, ".pdf") && !g_str_has_suffix (name, ".docx") &&
      !g_str_has_suffix (name, ".xlsx") && !g_str_has_suffix (name, ".csv"))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE,
                   _("“%s”: a briefing is written as .pdf, .docx, .xlsx or .csv."), path);
      return FALSE;
    }
  briefing = dz_briefing_new (review, codebook, options);
  if (g_str_has_suffix (name, ".pdf"))
    return dz_export_pdf (dz_briefing_get_document (briefing), path, progress, progress_data, cancellable, error);
  if (g_str_has_suffix (name, ".docx"))
    return dz_export_docx (dz_briefing_get_document (briefing), path, cancellable, error);
  if (g_str_has_suffix (name, ".xlsx"))
    return dz_export_xlsx (briefing, path, cancellable, error);

  return dz_export_csv (briefing, DZ_TABLE_FIGURES, path, error);
}

static void
make_briefing_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Call *call = task_data;
  g_autoptr(GError) error = NULL;

  if (dz_make_briefing (call->review, call->codebook, call->options, call->path, pass_step, call, cancellable,
                        &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GTask *
new_task (DzReview            *review,
          DzCodebook          *codebook,
          const char          *path,
          DzExportProgress     progress,
          gpointer             progress_data,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          Call               **call)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  *call = g_new0 (Call, 1);
  (*call)->review = dz_review_ref (review);
  (*call)->codebook = dz_codebook_ref (codebook);
  (*call)->path = g_strdup (path);
  (*call)->progress = progress;
  (*call)->progress_data = progress_data;
  g_task_set_task_data (task, *call, call_free);

  return task;
}

void
dz_make_briefing_async (DzReview                *review,
                        DzCodebook              *codebook,
                        const DzBriefingOptions *options,
                        const char              *path,
                        DzExportProgress         progress,
                        gpointer                 progress_data,
                        GCancellable            *cancellable,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  Call *call;
  g_autoptr(GTask) task = new_task (review, codebook, path, progress, progress_data, cancellable, callback,
                                    user_data, &call);

  call->options = dz_briefing_options_copy (options);
  g_task_set_source_tag (task, dz_make_briefing_async);
  dz_job_run (task, make_briefing_thread);
}

gboolean
dz_make_briefing_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dz_make_letters:
 * @bodies: (nullable) (element-type gint64): %NULL: every body with a confirmed finding
 *
 * Returns: the number of letters written, -1 with @error set
 */
int
dz_make_letters (DzReview              *review,
                 DzCodebook            *codebook,
                 GArray                *bodies,
                 const DzLetterOptions *options,
                 gboolean               as_docx,
                 const char            *folder,
                 DzExportProgress       progress,
                 gpointer               progress_data,
                 GCancellable          *cancellable,
                 GError               **error)
{
  return dz_export_letters (review, codebook, bodies, options, as_docx, folder, progress, progress_data,
                            cancellable, error);
}

static void
make_letters_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  Call *call = task_data;
  g_autoptr(GError) error = NULL;
  int n = dz_make_letters (call->review, call->codebook, call->bodies, &call->letter, call->as_docx, call->path,
                           pass_step, call, cancellable, &error);

  if (n >= 0)
    g_task_return_int (task, n);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
dz_make_letters_async (DzReview              *review,
                       DzCodebook            *codebook,
                       GArray                *bodies,
                       const DzLetterOptions *options,
                       gboolean               as_docx,
                       const char            *folder,
                       DzExportProgress       progress,
                       gpointer               progress_data,
                       GCancellable          *cancellable,
                       GAsyncReadyCallback    callback,
                       gpointer               user_data)
{
  Call *call;
  g_autoptr(GTask) task = new_task (review, codebook, folder, progress, progress_data, cancellable, callback,
                                    user_data, &call);

  call->bodies = bodies != NULL ? g_array_copy (bodies) : NULL;
  call->letter = *options;
  call->letter.date = g_strdup (options->date);
  call->letter.issuer = g_strdup (options->issuer);
  call->letter.reply_by = g_strdup (options->reply_by);
  call->as_docx = as_docx;
  g_task_set_source_tag (task, dz_make_letters_async);
  dz_job_run (task, make_letters_thread);
}

int
dz_make_letters_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}
