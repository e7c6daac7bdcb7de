/* dz-checks-view.h - 核查: what the tests say of the reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_CHECKS_VIEW (dz_checks_view_get_type ())
G_DECLARE_FINAL_TYPE (DzChecksView, dz_checks_view, DZ, CHECKS_VIEW, DzView)

G_END_DECLS
