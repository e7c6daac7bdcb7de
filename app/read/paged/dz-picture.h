/* dz-picture.h - a page as a gray picture, ready to be recognised
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzPicture:
 * @gray: a byte a pixel, row after row
 */
typedef struct
{
  int width, height;
  guint8 *gray;
} DzPicture;

DzPicture *dz_picture_new_plain        (cairo_surface_t *surface);
DzPicture *dz_picture_new_from_surface (cairo_surface_t *surface);
DzPicture *dz_picture_new_from_bytes   (GBytes          *bytes,
                                        int              most);
DzPicture *dz_picture_turn             (const DzPicture *self,
                                        guint            quarters);
DzPicture *dz_picture_scale            (const DzPicture *self,
                                        double           factor);
DzPicture *dz_picture_straighten       (const DzPicture *self,
                                        double           radians);
void       dz_picture_free             (DzPicture       *self);
double     dz_picture_find_skew        (const DzPicture *self);
int        dz_picture_find_line_height (const DzPicture *self);
GBytes    *dz_picture_to_pnm           (const DzPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPicture, dz_picture_free)

G_END_DECLS
