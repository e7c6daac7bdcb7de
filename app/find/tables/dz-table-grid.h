/* dz-table-grid.h - where a table says what: title, heads, the column of bodies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-body-names.h"
#include "dz-sheet.h"

G_BEGIN_DECLS

/**
 * DzTableGrid:
 * @cells: row by row; the cells that are merged all have the same words
 * @turned: bodies stand side by side in the file: rows and columns are exchanged here
 * @body_column: where bodies are named
 * @first_head: the first row of heads; @first_row: the first below them
 * @title: (nullable): the lines above the heads
 * @unit: (nullable): 单位：万元 above the table
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  char **cells;
  guint *numbers; /* of the rows in the file */
  gboolean turned;
  guint body_column;
  guint first_head;
  guint first_row;
  char *title;
  char *unit;
} DzTableGrid;

DzTableGrid *dz_table_grid_new      (const DzSheet     *sheet,
                                     DzBodyNames       *names);
void         dz_table_grid_free     (DzTableGrid       *self);
const char  *dz_table_grid_peek     (const DzTableGrid *self,
                                     guint              row,
                                     guint              column);
char        *dz_table_grid_place    (const DzTableGrid *self,
                                     guint              row,
                                     guint              column);
GPtrArray   *dz_table_grid_list_heads (const DzTableGrid *self,
                                       guint              column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzTableGrid, dz_table_grid_free)

G_END_DECLS
