/* dz-scores-view.h - 评分: bodies, the points of a scorer, and what is held beside each head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_SCORES_VIEW (dz_scores_view_get_type ())
G_DECLARE_FINAL_TYPE (DzScoresView, dz_scores_view, DZ, SCORES_VIEW, DzView)

G_END_DECLS
