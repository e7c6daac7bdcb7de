/* dz-briefing-rows.h - which bodies have a row in the tables of numbers, and what parts the rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing-private.h"

G_BEGIN_DECLS

gboolean    dz_briefing_parts_kinds   (DzBriefing         *self);
DzTableRule dz_briefing_rule_before   (const DzTableBlock *block,
                                       const DzBody       *body,
                                       const DzBody       *last,
                                       gboolean            parts_kinds);
gboolean    dz_briefing_rows_left_out (GPtrArray          *bodies);

G_END_DECLS
