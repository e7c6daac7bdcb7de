/* dz-common-matrix-private.h - what handling and drawing of the matrix share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-matrix.h"

G_BEGIN_DECLS

/* Pixels at 100 %. */
#define RANK_WIDTH (36 * dz_matrix_get_scale (DZ_MATRIX (self)))
#define NAME_WIDTH (dz_common_matrix_get_name_width (DZ_COMMON_MATRIX (self)))
#define FULL_BAR 54 /* of any text size: a bar is no text */
#define COUNT_WIDTH (FULL_BAR + 66 * dz_matrix_get_scale (DZ_MATRIX (self)))
#define KIND_WIDTH (62 * dz_matrix_get_scale (DZ_MATRIX (self)))

#define DZ_COMMON_ROW_HEIGHT 25

struct _DzCommonMatrix
{
  DzMatrix parent_instance;

  DzCommonWeaknesses *common;
  GPtrArray *rows;  /* DzCommonRow, as shown */
  GArray *places;   /* guint: of each row in the ranked list, from 1 */
  GArray *columns;  /* guint: bodies of common, as shown */
  GPtrArray *kinds; /* (nullable) const char *: counts by kind in place of the bar */
  guint most;       /* the largest M: its bar is full */
  int sort;
};

static inline DzCommonRow *
get_row (DzCommonMatrix *self,
         int             row)
{
  return g_ptr_array_index (self->rows, row);
}

static inline const DzBody *
get_body (DzCommonMatrix *self,
          int             column)
{
  return g_ptr_array_index (dz_common_weaknesses_get_bodies (self->common),
                            g_array_index (self->columns, guint, column));
}

static inline const DzWeaknessCell *
get_cell (DzCommonMatrix *self,
          int             row,
          int             column)
{
  return dz_common_row_get_cell (get_row (self, row), g_array_index (self->columns, guint, column));
}

void   dz_common_matrix_draw_with      (DzMatrixClass  *klass);
double dz_common_matrix_get_name_width (DzCommonMatrix *self);
char  *dz_common_matrix_describe_cell  (DzCommonMatrix *self,
                                        int             row,
                                        int             column);
char  *dz_common_matrix_describe_row   (DzCommonMatrix *self,
                                        int             row);

G_END_DECLS
