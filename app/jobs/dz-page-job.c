/* dz-page-job.c - a page of a report's file drawn, if the file is still the one that was read
 *
 * A review keeps the words of a report and where each stood, not the file. So
 * the file is looked for where it was read from; one that was changed since is
 * not shown as if it were the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-job.h"

#include "dz-digest.h"
#include "dz-error.h"
#include "dz-job-thread.h"
#include "dz-page-aside.h"

#include <glib/gi18n-lib.h>

#define MOST_BYTES (256 * 1024 * 1024)

typedef struct
{
  DzSource *source;
  guint page;
  int width;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  dz_source_free (request->source);
  g_free (request);
}

/* The file's bytes, where they are those that were read. */
static GBytes *
load (const DzSource  *source,
      GError         **error)
{
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *sum = NULL;

  if (!dz_page_image_can (source->format))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_UNKNOWN_FORMAT, "%s",
                   _("This report came from a file without pages that could be shown."));
      return NULL;
    }
  if (source->member != NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_UNSAFE, _("This report came out of the archive %s: unpack it to see its pages."),
                   source->path);
      return NULL;
    }
  if (source->path == NULL || !g_file_test (source->path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("The file is not there any more: %s"),
                   source->path != NULL ? source->path : "");
      return NULL;
    }
  file = g_mapped_file_new (source->path, FALSE, error);
  if (file == NULL)
    return NULL;
  bytes = g_mapped_file_get_bytes (file);
  if (g_bytes_get_size (bytes) > MOST_BYTES)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_TOO_LARGE, "%s", _("The file is too large to be shown."));
      return NULL;
    }
  sum = dz_digest_dup_hex (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_strcmp0 (sum, source->sha256) != 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_MOVED, _("The file was changed since the report was read: %s"), source->path);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

static void
page_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = load (request->source, &error);
  DzPageImage *image =
    bytes != NULL
      ? dz_page_aside_new (bytes, request->source->format, request->page, request->width, cancellable, &error)
      : NULL;

  if (image != NULL)
    g_task_return_pointer (task, image, (GDestroyNotify) dz_page_image_free);
  else
    g_task_return_error (task, error);
}

/**
 * dz_page_draw_async:
 * @source: where the report was read from
 * @page: from 1
 * @width: pixels wanted
 */
void
dz_page_draw_async (const DzSource      *source,
                    guint                page,
                    int                  width,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->source = dz_source_copy (source);
  request->page = page;
  request->width = width;
  g_task_set_source_tag (task, dz_page_draw_async);
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, page_thread);
}

/**
 * dz_page_draw_finish:
 *
 * Returns: (transfer full): the page; %NULL with @error set, in the user's words, if it cannot be shown
 */
DzPageImage *
dz_page_draw_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == dz_page_draw_async, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
