/* dz-change-view.h - 年度对比: this year against last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_CHANGE_VIEW (dz_change_view_get_type ())
G_DECLARE_FINAL_TYPE (DzChangeView, dz_change_view, DZ, CHANGE_VIEW, DzView)

G_END_DECLS
