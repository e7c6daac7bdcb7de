/* dz-strip-others.h - what all bodies say of one indicator, as thin strokes on the strips of their sheets
 *
 * Each sheet shows all bodies but its own, so of a thousand sheets nearly all show the same strokes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _DzStripOthers DzStripOthers;

DzStripOthers *dz_strip_others_new     (void);
DzStripOthers *dz_strip_others_ref     (DzStripOthers *self);
void           dz_strip_others_unref   (DzStripOthers *self);
void           dz_strip_others_add     (DzStripOthers *self,
                                        double         value);
double         dz_strip_others_get_max (DzStripOthers *self);
void           dz_strip_others_draw    (DzStripOthers *self,
                                        guint          own,
                                        cairo_t       *cr,
                                        double         x,
                                        double         y,
                                        double         width,
                                        double         most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzStripOthers, dz_strip_others_unref)

G_END_DECLS
