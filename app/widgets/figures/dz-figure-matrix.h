/* dz-figure-matrix.h - bodies × indicators, drawn: frozen heads and names, statistics at the foot
 *
 * GTK 4.8 can freeze neither columns nor a footer, so the matrix is drawn in
 * four areas that scroll together. It is one tab stop; the arrow keys move a
 * cell, whose words are the widget's accessible label.
 *
 * Signals:
 *   cell-activated (row, column, n_press): clicked, or Enter; 0 presses: gone to by key
 *   head-clicked (column): -1 is the column of names
 *   column-moved (from, to): its head was dragged onto another
 *   quantity-dropped (DzEvidenceItem, column): onto the head of a column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_FIGURE_MATRIX (dz_figure_matrix_get_type ())
G_DECLARE_FINAL_TYPE (DzFigureMatrix, dz_figure_matrix, DZ, FIGURE_MATRIX, GtkWidget)

void  dz_figure_matrix_set_table (DzFigureMatrix *self,
                                  DzFigureTable  *table,
                                  GArray         *order,
                                  int             sort_column,
                                  gboolean        descending);
void  dz_figure_matrix_select    (DzFigureMatrix *self,
                                  int             row,
                                  int             column);
void  dz_figure_matrix_set_chosen (DzFigureMatrix *self,
                                   int             row,
                                   int             column);
void  dz_figure_matrix_get_selected (DzFigureMatrix *self,
                                     int            *row,
                                     int            *column);

G_END_DECLS
