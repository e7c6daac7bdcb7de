/* dz-block-picture.h - a block's drawing as SVG and PNG, for documents others edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-block.h"

G_BEGIN_DECLS

GBytes *dz_block_picture_svg (DzBlock *block,
                              guint    slice,
                              double   width,
                              double   height,
                              char   **words);
GBytes *dz_block_picture_png (DzBlock *block,
                              guint    slice,
                              double   width,
                              double   height);

G_END_DECLS
