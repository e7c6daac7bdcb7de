/* dz-common-matrix.h - weaknesses × bodies, drawn: frozen ranks and names, heat cells that scroll
 *
 * Drawn like the figure matrix, for the same reason: GTK 4.8 freezes no
 * columns. It is one tab stop; the arrow keys move a cell, whose words are the
 * accessible label. Columns narrower than a name show dots for the marks.
 *
 * Signals:
 *   row-selected (row): another row is the current one
 *   cell-activated (row, column, n_press): clicked, or Enter; 0 presses: gone to by key; the column
 *     is a place in @columns, -1: only the row
 *   bar-clicked (row, x, y): the bar of a row, in coordinates of the matrix
 *   head-clicked (column): a column of bodies, or one of DzCommonHead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_COMMON_HEAD_COUNT = -1,
  DZ_COMMON_HEAD_NAME = -2
} DzCommonHead;

#define DZ_TYPE_COMMON_MATRIX (dz_common_matrix_get_type ())
G_DECLARE_FINAL_TYPE (DzCommonMatrix, dz_common_matrix, DZ, COMMON_MATRIX, GtkWidget)

void         dz_common_matrix_set_rows     (DzCommonMatrix     *self,
                                            DzCommonWeaknesses *common,
                                            GListModel         *ranked,
                                            GPtrArray          *rows,
                                            GArray             *columns,
                                            GPtrArray          *kinds,
                                            int                 sort);
void         dz_common_matrix_set_heat     (DzCommonMatrix     *self,
                                            gboolean            heat);
void         dz_common_matrix_select       (DzCommonMatrix     *self,
                                            int                 row,
                                            int                 column);
int          dz_common_matrix_get_row      (DzCommonMatrix     *self);

char      *dz_common_matrix_say_cell (const DzWeaknessCell *cell);

G_END_DECLS
