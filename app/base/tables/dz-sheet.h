/* dz-sheet.h - the cells of a table: of a csv file, of a sheet of a workbook, of a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

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

/* Cells that are one: rows by their number, columns from 0, both ends included. */
typedef struct
{
  guint top;
  guint left;
  guint bottom;
  guint right;
} DzSheetMerge;

/* DzSheet: the rows of one sheet; those without any cell are left out. */
typedef struct
{
  char *name;  /* (nullable) */
  char *title; /* (nullable): of a table in a document: the paragraph above it */
  GPtrArray *rows;
  GArray *merges; /* DzSheetMerge */
} DzSheet;

DzSheet     *dz_sheet_new       (const char  *name);
void        dz_sheet_free      (DzSheet      *self);
DzSheetRow  *dz_sheet_add_row   (DzSheet      *self,
                                 guint        number);
gboolean    dz_sheet_row_set   (DzSheetRow   *row,
                                guint        column,
                                const char  *text);
void        dz_sheet_spread_merges (DzSheet  *self);
const char *dz_sheet_row_peek  (const DzSheetRow *row,
                                guint        column);
char       *dz_sheet_cell_key  (const char  *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSheet, dz_sheet_free)

G_END_DECLS
