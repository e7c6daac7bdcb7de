/* dz-rules.h - the lines drawn on a page, found in its picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"
#include "dz-picture.h"

G_BEGIN_DECLS

void    dz_rules_find         (const DzPicture *picture,
                               double           scale,
                               DzLayout        *layout);
GArray *dz_rules_list_strikes (const DzPicture *picture,
                               double           scale,
                               GArray          *glyphs);

G_END_DECLS
