/* dz-giving.h - words that go where there is no room for them, instead of taking it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_GIVING (dz_giving_get_type ())
G_DECLARE_FINAL_TYPE (DzGiving, dz_giving, DZ, GIVING, AdwBin)

G_END_DECLS
