/* dz-life-view.h - 历年: one body over all its years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_LIFE_VIEW (dz_life_view_get_type ())
G_DECLARE_FINAL_TYPE (DzLifeView, dz_life_view, DZ, LIFE_VIEW, DzView)

G_END_DECLS
