/* dz-sheet-file.h - the tables a file holds: csv, a workbook, a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-sheet.h"
#include "dz-source.h"

G_BEGIN_DECLS

DzSheet   *dz_sheet_read_csv  (GBytes    *bytes,
                               DzSource  *source,
                               GError   **error);
GPtrArray *dz_sheet_read_xlsx (GBytes    *bytes,
                               GError   **error);
GPtrArray *dz_sheet_read_docx (GBytes    *bytes,
                               GError   **error);

G_END_DECLS
