/* dz-pixbuf-paint.c - a picture of a file as pixels to draw with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pixbuf-paint.h"

#define MOST_AREA 100000000.0 /* pixels of a file: most are unpacked whole, four bytes each, before they are made smaller */

/**
 * dz_pixbuf_paint:
 *
 * Returns: (transfer full): the same on white
 */
cairo_surface_t *
dz_pixbuf_paint (GdkPixbuf *pixbuf)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_pixbuf_get_width (pixbuf),
                                                         gdk_pixbuf_get_height (pixbuf));
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guchar *in = from + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *out = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                             (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, in += channels)
        {
          guint32 alpha = channels == 4 ? in[3] : 255;
          guint32 red = (in[0] * alpha + 255 * (255 - alpha)) / 255;
          guint32 green = (in[1] * alpha + 255 * (255 - alpha)) / 255;
          guint32 blue = (in[2] * alpha + 255 * (255 - alpha)) / 255;

          out[x] = 0xff000000u | red << 16 | green << 8 | blue;
        }
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

static void
prepare_cb (GdkPixbufLoader *loader,
            int              width,
            int              height,
            gpointer         most)
{
  double scale = MIN ((double) GPOINTER_TO_INT (most) / MAX (MAX (width, height), 1), 1);

  if ((double) width * height > MOST_AREA)
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* which ends it */
  else
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

/**
 * dz_pixbuf_paint_bytes:
 * @bytes: a picture file
 * @most: pixels of its longer side
 *
 * Returns: (transfer full) (nullable): the picture, %NULL if it cannot be read or is far larger than any page
 */
cairo_surface_t *
dz_pixbuf_paint_bytes (GBytes *bytes,
                       int     most)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepare_cb), GINT_TO_POINTER (most));
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !written)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);

  return pixbuf != NULL ? dz_pixbuf_paint (pixbuf) : NULL;
}
