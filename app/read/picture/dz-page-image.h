/* dz-page-image.h - a page of a file as it looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DzPageImage:
 * @pixels: four bytes a pixel as cairo's ARGB32 has them, row after row without gaps
 * @page_width, @page_height: in points
 * @n_pages: of the file
 */
typedef struct
{
  int width, height;
  GBytes *pixels;
  double page_width, page_height;
  guint n_pages;
} DzPageImage;

gboolean     dz_page_image_can  (const char   *format);
DzPageImage *dz_page_image_new  (GBytes       *bytes,
                                 const char   *format,
                                 guint         page,
                                 int           width,
                                 GError      **error);
void         dz_page_image_free (DzPageImage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPageImage, dz_page_image_free)

G_END_DECLS
