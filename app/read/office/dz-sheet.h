/* dz-sheet.h - the cells of a csv file or of the sheets of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"

G_BEGIN_DECLS

/**
 * DzSheetRow:
 * @number: as the file counts it, from 1
 * @cells: (element-type utf8): may hold %NULL
 */
typedef struct
{
  guint number;
  GPtrArray *cells;
} DzSheetRow;

/* DzSheet: the rows of one sheet; those without any cell are left out. */
typedef struct
{
  char *name; /* (nullable) */
  GPtrArray *rows;
} DzSheet;

DzSheet     *dz_sheet_new       (const char  *name);
void        dz_sheet_free      (DzSheet      *self);
DzSheetRow  *dz_sheet_add_row   (DzSheet      *self,
                                 guint        number);
gboolean    dz_sheet_row_set   (DzSheetRow   *row,
                                guint        column,
                                const char  *text);
const char *dz_sheet_row_peek  (const DzSheetRow *row,
                                guint        column);

DzSheet     *dz_sheet_read_csv  (GBytes      *bytes,
                                 DzSource    *source,
                                 GError     **error);
GPtrArray  *dz_sheet_read_xlsx (GBytes  *bytes,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSheet, dz_sheet_free)

G_END_DECLS
