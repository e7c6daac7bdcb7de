/* dz-common-draw.h - how the parts of the matrix of common weaknesses look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From this width on a column has room for its name and for marks in words. */
#define DZ_COMMON_WORDS_WIDTH 24

double dz_common_draw_vertical_height (GtkWidget             *widget,
                                       const char            *name);
void   dz_common_draw_vertical        (GtkWidget             *widget,
                                       cairo_t               *cr,
                                       const char            *name,
                                       double                 x,
                                       double                 width,
                                       double                 height,
                                       gboolean               pale);
void   dz_common_draw_cell            (GtkWidget             *widget,
                                       cairo_t               *cr,
                                       const DzWeaknessCell  *cell,
                                       const char            *theme,
                                       double                 x,
                                       double                 y,
                                       double                 width,
                                       double                 height);
void   dz_common_draw_solid           (cairo_t               *cr,
                                       const char            *theme,
                                       double                 x,
                                       double                 y,
                                       double                 width,
                                       double                 height,
                                       double                 radius);
void   dz_common_draw_waiting         (cairo_t               *cr,
                                       const char            *theme,
                                       double                 x,
                                       double                 y,
                                       double                 width,
                                       double                 height);
void   dz_common_draw_hatched         (GtkWidget             *widget,
                                       cairo_t               *cr,
                                       double                 x,
                                       double                 y,
                                       double                 width,
                                       double                 height);

G_END_DECLS
