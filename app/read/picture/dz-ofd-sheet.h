/* dz-ofd-sheet.h - a page of an OFD, to be drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _DzOfdSheet DzOfdSheet;

DzOfdSheet *dz_ofd_sheet_new         (GBytes      *bytes,
                                      guint        page,
                                      GError     **error);
void        dz_ofd_sheet_free        (DzOfdSheet  *self);
void        dz_ofd_sheet_get_size    (DzOfdSheet  *self,
                                      double      *width,
                                      double      *height);
guint       dz_ofd_sheet_get_n_pages (DzOfdSheet  *self);
void        dz_ofd_sheet_draw        (DzOfdSheet  *self,
                                      cairo_t     *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOfdSheet, dz_ofd_sheet_free)

G_END_DECLS
