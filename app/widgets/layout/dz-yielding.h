/* dz-yielding.h - what leaves its height to what stands above it while that is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_YIELDING (dz_yielding_get_type ())
G_DECLARE_FINAL_TYPE (DzYielding, dz_yielding, DZ, YIELDING, AdwBin)

G_END_DECLS
