/* dz-score-cell.h - what is written where points stand: 9.5分, -2, +3, 不超过5分
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-sheet.h"

G_BEGIN_DECLS

/**
 * DzScoreCell: what a cell says of points
 * @value: without its sign; NAN: it says none
 * @sign: '+', '-' or 0
 */
typedef struct
{
  double value;
  char sign;
  gboolean per_cent;
} DzScoreCell;

DzScoreCell   dz_score_cell_read       (const char         *cell);
gboolean      dz_score_cell_is_empty   (const char         *cell);
const char   *dz_score_row_find_first  (const DzSheetRow   *row);

G_END_DECLS
