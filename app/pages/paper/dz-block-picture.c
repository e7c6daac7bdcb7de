/* dz-block-picture.c - a block's drawing as SVG and PNG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-block-picture.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define PNG_SCALE 2.5 /* 180 dots an inch: only programs without SVG show it */

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
paint (cairo_surface_t *surface,
       DzBlock         *block,
       guint            slice,
       double           scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  block->klass->draw_picture (block, cr, slice);
  cairo_destroy (cr);
}

/* cairo numbers its surfaces through the life of the process: the number must not reach the file. */
static GBytes *
steady_ids (GByteArray *bytes)
{
  g_autoptr(GString) text = g_string_sized_new (bytes->len);
  const char *at = (const char *) bytes->data, *end = at + bytes->len;

  while (at < end)
    {
      const char *hit = g_strstr_len (at, end - at, "surface");

      if (hit == NULL)
        break;
      hit += strlen ("surface");
      g_string_append_len (text, at, hit - at);
      at = hit;
      if (at < end && g_ascii_isdigit (*at))
        g_string_append_c (text, '0');
      while (at < end && g_ascii_isdigit (*at))
        at++;
    }
  g_string_append_len (text, at, end - at);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* Returns: (transfer full): slice @slice of @block as SVG */
GBytes *
dz_block_picture_svg (DzBlock *block,
                      guint    slice,
                      double   width,
                      double   height)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);

  paint (surface, block, slice, 1);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return steady_ids (bytes);
}

/* Returns: (transfer full): the same in dots */
GBytes *
dz_block_picture_png (DzBlock *block,
                      guint    slice,
                      double   width,
                      double   height)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * PNG_SCALE),
                                                         (int) ceil (height * PNG_SCALE));

  paint (surface, block, slice, PNG_SCALE);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
