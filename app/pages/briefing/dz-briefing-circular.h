/* dz-briefing-circular.h - what the parts of a circular share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing-private.h"

G_BEGIN_DECLS

#define DZ_MOST_MISSING 60 /* named where they are asked to report */

GPtrArray  *dz_briefing_list_problems   (DzBriefing       *self);
void        dz_briefing_add_practice    (DzBriefing       *self,
                                         DzChapter        *chapter,
                                         guint             n);
void        dz_briefing_add_demands     (DzBriefing       *self,
                                         DzChapter        *chapter);

char       *dz_briefing_dup_circular_title (DzBriefing    *self);
const char *dz_briefing_get_whom        (DzBriefing       *self);

G_END_DECLS
