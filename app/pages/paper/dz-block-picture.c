/* dz-block-picture.c - a block's drawing as SVG and PNG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-block-picture.h"

#include "dz-picture-words.h"

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

/* @words: (out) (optional) (nullable): what the picture says */
static void
paint (cairo_surface_t *surface,
       DzBlock         *block,
       guint            slice,
       double           scale,
       char           **words)
{
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GPtrArray) said = dz_picture_words_watch (cr);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  block->klass->draw_picture (block, cr, slice);
  if (words != NULL)
    *words = said->len > 0 ? g_strdup (g_ptr_array_index (said, 0)) : NULL;
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

/**
 * dz_block_picture_svg:
 * @words: (out) (transfer full) (nullable): what it says, for whoever cannot see it
 *
 * Returns: (transfer full): slice @slice of @block as SVG
 */
GBytes *
dz_block_picture_svg (DzBlock *block,
                      guint    slice,
                      double   width,
                      double   height,
                      char   **words)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);

  paint (surface, block, slice, 1, words);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return steady_ids (bytes);
}

/* The same dots in shades of grey, a third of the bytes: what is printed has no colours. Returns: (transfer full)
 * (nullable): %NULL where a dot has one */
static cairo_surface_t *
grey_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  cairo_surface_t *grey = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  gboolean is_grey = TRUE;

  cairo_surface_flush (surface);
  cairo_surface_flush (grey);
  for (int y = 0; y < height && is_grey; y++)
    {
      const guint32 *from = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                                              y * cairo_image_surface_get_stride (surface));
      guint8 *to = cairo_image_surface_get_data (grey) + y * cairo_image_surface_get_stride (grey);

      for (int x = 0; x < width; x++)
        {
          guint32 dot = from[x] & 0xFFFFFF;

          is_grey &= dot == (dot & 0xFF) * 0x010101;
          to[x] = (guint8) dot;
        }
    }
  cairo_surface_mark_dirty (grey);
  if (!is_grey)
    g_clear_pointer (&grey, cairo_surface_destroy);

  return grey;
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
  cairo_surface_t *grey;

  paint (surface, block, slice, PNG_SCALE, NULL);
  grey = grey_surface (surface);
  cairo_surface_write_to_png_stream (grey != NULL ? grey : surface, append_bytes, bytes);
  g_clear_pointer (&grey, cairo_surface_destroy);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
