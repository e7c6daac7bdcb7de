/* dz-split.h - several reports in one text, told apart only where that is certain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

GArray *dz_split_find (DzText *text);

G_END_DECLS
