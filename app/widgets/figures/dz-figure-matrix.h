/* dz-figure-matrix.h - bodies × indicators: numbers with their bars, statistics at the foot
 *
 * Signals, besides those of DzMatrix (head -1 is the column of names):
 *   column-moved (from, to): its head was dragged onto another
 *   quantity-dropped (DzEvidenceItem, column): onto the head of a column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-matrix.h"

G_BEGIN_DECLS

#define DZ_TYPE_FIGURE_MATRIX (dz_figure_matrix_get_type ())
G_DECLARE_FINAL_TYPE (DzFigureMatrix, dz_figure_matrix, DZ, FIGURE_MATRIX, DzMatrix)

void dz_figure_matrix_set_table (DzFigureMatrix *self,
                                 DzFigureTable  *table,
                                 GArray         *order,
                                 int             sort_column,
                                 gboolean        descending);

G_END_DECLS
