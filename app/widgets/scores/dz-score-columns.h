/* dz-score-columns.h - the table of bodies of 评分
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-row-table.h"
#include "dz-score-table.h"

G_BEGIN_DECLS

#define DZ_TYPE_SCORE_ITEM (dz_score_item_get_type ())
G_DECLARE_FINAL_TYPE (DzScoreItem, dz_score_item, DZ, SCORE_ITEM, GObject)

DzScoreItem *dz_score_item_new      (const DzScoreRow *row,
                                     const char       *scorer);
gint64       dz_score_item_get_body (DzScoreItem      *self);

extern const DzRowTableKind dz_score_columns;

G_END_DECLS
