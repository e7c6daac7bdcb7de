/* dz-score-shows.h - what a head of the 评分表 is shown beside: ids on the sheet, names for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-score-sheet.h"

G_BEGIN_DECLS

char       *dz_score_shows_dup_names (DzCodebook  *codebook,
                                      const char  *shows);
char       *dz_score_shows_read      (DzCodebook  *codebook,
                                      const char  *names,
                                      GPtrArray   *unknown);
GPtrArray  *dz_score_shows_list      (DzCodebook  *codebook,
                                      const char  *shows,
                                      DzEntryKind  kind);
gboolean    dz_score_shows_has       (const char  *shows,
                                      const char  *id);

G_END_DECLS
