/* dz-score-reader.h - score sheets of a county, and what scorers wrote into them, out of spreadsheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"
#include "dz-score-cell.h"
#include "dz-score-words.h"

G_BEGIN_DECLS

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
