/* dz-briefing-view.h - 简报: the briefing as live pages, its contents by ticks, and the ways out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_BRIEFING_VIEW (dz_briefing_view_get_type ())
G_DECLARE_FINAL_TYPE (DzBriefingView, dz_briefing_view, DZ, BRIEFING_VIEW, DzView)

G_END_DECLS
