/* dz-session-scores.h - the score sheet of a year, and what scorers give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

G_BEGIN_DECLS

gboolean dz_session_set_score_sheet  (DzSession          *self,
                                      const DzScoreSheet *sheet);
gboolean dz_session_take_sample_sheet (DzSession         *self);
gboolean dz_session_set_score        (DzSession          *self,
                                      const DzScore      *score);

G_END_DECLS
