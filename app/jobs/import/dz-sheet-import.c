/* dz-sheet-import.c - a spreadsheet on its way into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sheet-import.h"

#include "dz-input-file.h"
#include "dz-job-thread.h"
#include "dz-table-file.h"

#include <glib/gi18n-lib.h>

/**
 * dz_sheet_import_read:
 * @path: xlsx, csv, xls, et, or docx with tables
 *
 * Returns: (transfer full) (nullable) (element-type DzSheet): its tables
 */
GPtrArray *
dz_sheet_import_read (const char *path,
                      GError    **error)
{
  g_autoptr(GBytes) bytes = dz_input_file_read (path, error);
  g_autoptr(DzSource) source = dz_source_new (path);

  return bytes != NULL ? dz_table_file_read (bytes, source, error) : NULL;
}

static void
order_free (gpointer data)
{
  DzSheetImport *order = data;

  g_free ((char *) order->review_path);
  dz_codebook_unref (order->codebook);
  g_free ((char *) order->path);
  g_free (order);
}

/**
 * dz_sheet_import_name_file:
 * @error: (transfer full): why the file at @path is of no use
 *
 * A window says it while the next file is already tried: it must say which one it was.
 *
 * Returns: (transfer full): the same, with the name of the file before it; being cancelled needs none
 */
GError *
dz_sheet_import_name_file (GError     *error,
                           const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (&error, _("“%s”: "), name);

  return error;
}

/**
 * dz_sheet_import_async:
 * @order: copied
 * @func: gets the copy as its task data
 */
void
dz_sheet_import_async (const DzSheetImport *order,
                       GTaskThreadFunc      func,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  DzSheetImport *copy = g_memdup2 (order, sizeof *order);

  copy->review_path = g_strdup (order->review_path);
  copy->codebook = dz_codebook_ref (order->codebook);
  copy->path = g_strdup (order->path);
  g_task_set_task_data (task, copy, order_free);
  dz_job_run (task, func);
}
