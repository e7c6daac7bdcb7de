/* dz-common-view.h - 共性问题: which weaknesses how many bodies name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_COMMON_VIEW (dz_common_view_get_type ())
G_DECLARE_FINAL_TYPE (DzCommonView, dz_common_view, DZ, COMMON_VIEW, DzView)

G_END_DECLS
