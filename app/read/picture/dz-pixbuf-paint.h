/* dz-pixbuf-paint.h - a picture of a file as pixels to draw with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

cairo_surface_t *dz_pixbuf_paint       (GdkPixbuf *pixbuf);
cairo_surface_t *dz_pixbuf_paint_bytes (GBytes    *bytes,
                                        int        most);

G_END_DECLS
