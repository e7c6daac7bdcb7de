/* dz-common-matrix.h - weaknesses × bodies: ranks, names and bars, heat cells that scroll
 *
 * Columns narrower than a name show dots for the marks.
 *
 * Signals, besides those of DzMatrix (heads are columns of bodies, or one of DzCommonHead):
 *   row-selected (row): another row is the current one
 *   bar-clicked (row, x, y): the bar of a row, in coordinates of the matrix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"
#include "dz-matrix.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_COMMON_HEAD_COUNT = -1,
  DZ_COMMON_HEAD_NAME = -2
} DzCommonHead;

#define DZ_TYPE_COMMON_MATRIX (dz_common_matrix_get_type ())
G_DECLARE_FINAL_TYPE (DzCommonMatrix, dz_common_matrix, DZ, COMMON_MATRIX, DzMatrix)

void  dz_common_matrix_set_rows (DzCommonMatrix       *self,
                                 DzCommonWeaknesses   *common,
                                 GListModel           *ranked,
                                 GPtrArray            *rows,
                                 GArray               *columns,
                                 GPtrArray            *kinds,
                                 int                   sort);
char *dz_common_matrix_say_cell (const DzWeaknessCell *cell);

G_END_DECLS
