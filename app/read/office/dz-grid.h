/* dz-grid.h - the cells of a csv file or of the sheets of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"

G_BEGIN_DECLS

/**
 * DzGridRow:
 * @number: as the file counts it, from 1
 * @cells: (element-type utf8): may hold %NULL
 */
typedef struct
{
  guint number;
  GPtrArray *cells;
} DzGridRow;

/* DzGrid: the rows of one sheet; those without any cell are left out. */
typedef struct
{
  char *name; /* (nullable) */
  GPtrArray *rows;
} DzGrid;

DzGrid     *dz_grid_new       (const char  *name);
void        dz_grid_free      (DzGrid      *self);
DzGridRow  *dz_grid_add_row   (DzGrid      *self,
                               guint        number);
gboolean    dz_grid_row_set   (DzGridRow   *row,
                               guint        column,
                               const char  *text);
const char *dz_grid_row_peek  (const DzGridRow *row,
                               guint        column);

DzGrid     *dz_grid_read_csv  (GBytes      *bytes,
                               DzSource    *source,
                               GError     **error);
GPtrArray  *dz_grid_read_xlsx (GBytes      *bytes,
                               GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzGrid, dz_grid_free)

G_END_DECLS
