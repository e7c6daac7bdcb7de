/* dz-roster-view.h - 报送: a row for each body that must report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_ROSTER_VIEW (dz_roster_view_get_type ())
G_DECLARE_FINAL_TYPE (DzRosterView, dz_roster_view, DZ, ROSTER_VIEW, DzView)

G_END_DECLS
