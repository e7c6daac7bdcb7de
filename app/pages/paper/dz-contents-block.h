/* dz-contents-block.h - 目录: headings and the pages they stand on
 *
 * A slice is a line: one heading, or two or three names of one-page sheets beside each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-block.h"

G_BEGIN_DECLS

typedef struct _DzContentsBlock DzContentsBlock;

/* Called for each heading, where it stands. @item: place in the outline it was made of. */
typedef void (*DzContentsFunc) (guint    item,
                                double   x,
                                double   y,
                                double   width,
                                double   height,
                                gpointer user_data);

DzBlock    *dz_contents_block_new       (GPtrArray       *outline,
                                         double           pitch);
void        dz_contents_block_foreach   (DzContentsBlock *self,
                                         double           x,
                                         double           y,
                                         guint            from,
                                         guint            to,
                                         DzContentsFunc   func,
                                         gpointer         user_data);
guint       dz_contents_block_get_n     (DzContentsBlock *self);
const char *dz_contents_block_get_title (DzContentsBlock *self,
                                         guint            item,
                                         guint           *level,
                                         guint           *folio);

G_END_DECLS
