/* dz-score-reader.h - score sheets of a county, and what scorers wrote into them, out of spreadsheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"
#include "dz-score-words.h"
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

DzScoreSheet *dz_score_sheet_read      (DzScoreWords       *words,
                                        DzCodebook         *codebook,
                                        GPtrArray          *sheets,
                                        int                 year,
                                        gboolean           *says_shows,
                                        GPtrArray          *told,
                                        GError            **error);
GPtrArray    *dz_score_marks_read      (DzScoreWords       *words,
                                        const DzScoreSheet *sheet,
                                        GPtrArray          *bodies,
                                        GPtrArray          *sheets,
                                        GPtrArray          *told,
                                        GError            **error);

G_END_DECLS
