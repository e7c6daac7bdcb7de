/* dz-sheet-import.h - a spreadsheet on its way into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzSheetImport: the data of its task
 * @review_path: the thread opens a handle of its own
 * @year: of a file that tells none
 */
typedef struct
{
  const char *review_path;
  DzCodebook *codebook;
  const char *path;
  int year;
} DzSheetImport;

GPtrArray *dz_sheet_import_read  (const char          *path,
                                  GError             **error);
GError    *dz_sheet_import_name_file (GError     *error,
                                      const char *path);
void       dz_sheet_import_async (const DzSheetImport *order,
                                  GTaskThreadFunc      func,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

G_END_DECLS
