/* dz-overlap-level.h - two texts that stay at the same passage while one of them is scrolled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-overlap-map.h"

G_BEGIN_DECLS

typedef struct _DzOverlapLevel DzOverlapLevel;

DzOverlapLevel *dz_overlap_level_new        (GtkTextView       *texts[2],
                                             GtkScrolledWindow *scrolls[2],
                                             DzOverlapMap      *map);
void            dz_overlap_level_free       (DzOverlapLevel    *self);
void            dz_overlap_level_set_bands  (DzOverlapLevel    *self,
                                             GArray            *bands,
                                             const double       lengths[2]);
gboolean        dz_overlap_level_has_bands  (DzOverlapLevel    *self,
                                             GArray            *bands);
void            dz_overlap_level_show_band  (DzOverlapLevel    *self,
                                             guint              i);
void            dz_overlap_level_show_place (DzOverlapLevel    *self,
                                             int                side,
                                             double             fraction);
void            dz_overlap_level_hold       (DzOverlapLevel    *self);

G_END_DECLS
