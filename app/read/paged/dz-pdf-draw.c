/* dz-pdf-draw.c - a page of a PDF as a picture
 *
 * Drawn small to see whether there is more on it than its characters, drawn
 * large to be recognised; never larger than a sheet of A3 at 300 dpi, whatever
 * size the page says it has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pdf-draw.h"

#include "dz-rules.h"

#include <math.h>
#include <string.h>

#define OCR_DPI 300
#define MAX_SIDE 5000 /* pixels */
#define MAX_AREA 17.5e6
#define SMALL_SIDE 800
#define RULE_SIDE 1700 /* two pixels a point of A4: the thinnest line shows */

static DzPicture *
draw_page (PopplerPage *page,
           double       scale)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  DzPicture *picture;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX ((int) ceil (width * scale), 1),
                                        MAX ((int) ceil (height * scale), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  /* What is typed or stuck onto the page is read as notes. */
  poppler_page_render_for_printing_with_options (page, cr, POPPLER_PRINT_DOCUMENT);
  cairo_destroy (cr);
  picture = dz_picture_new_from_surface (surface);
  cairo_surface_destroy (surface);

  return picture;
}

static DzPicture *
draw_small (PopplerPage *page,
            double      *scale)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0 && height > 0))
    return NULL;
  *scale = SMALL_SIDE / MAX (width, height);

  return draw_page (page, *scale);
}

/**
 * dz_pdf_page_shows_something:
 *
 * Returns: whether the page, drawn small, is anything but blank
 */
gboolean
dz_pdf_page_shows_something (PopplerPage *page)
{
  double scale;
  g_autoptr(DzPicture) picture = draw_small (page, &scale);
  guint dark = 0;

  if (picture == NULL)
    return FALSE;
  for (int i = 0; i < picture->width * picture->height; i++)
    dark += picture->gray[i] < 230;

  return dark > 32;
}

/**
 * dz_pdf_page_find_rules:
 *
 * Adds the lines drawn on the page to @layout: the library tells of none.
 */
void
dz_pdf_page_find_rules (PopplerPage *page,
                        DzLayout    *layout)
{
  double width, height, scale;
  g_autoptr(DzPicture) picture = NULL;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0 && height > 0))
    return;
  scale = MIN (RULE_SIDE / MAX (width, height), 2);
  picture = draw_page (page, scale);
  if (picture != NULL)
    dz_rules_find (picture, scale, layout);
}

/* A point of the picture that lies in the box of a character of the file itself is counted as its. */
static void
cover_box (DzPicture     *picture,
           const DzGlyph *glyph,
           double         scale)
{
  int x1 = (int) floor ((glyph->x1 - 1) * scale);
  int x2 = (int) ceil ((glyph->x2 + 1) * scale);
  int y1 = (int) floor ((glyph->y1 - 1) * scale);
  int y2 = (int) ceil ((glyph->y2 + 1) * scale);

  x1 = CLAMP (x1, 0, picture->width);
  x2 = CLAMP (x2, 0, picture->width);
  for (int y = CLAMP (y1, 0, picture->height); y < CLAMP (y2, 0, picture->height); y++)
    memset (picture->gray + (gsize) y * (gsize) picture->width + x1, 255, (gsize) MAX (x2 - x1, 0));
}

/**
 * dz_pdf_page_shows_more:
 * @glyphs: (element-type DzGlyph): the characters the file itself gives
 *
 * Returns: whether most of the ink of the page lies elsewhere: a scan with a stamp or a page number
 *   on it, letters drawn as lines, words the library left out
 */
gboolean
dz_pdf_page_shows_more (PopplerPage *page,
                        GArray      *glyphs)
{
  double scale;
  g_autoptr(DzPicture) picture = draw_small (page, &scale);
  guint all = 0;
  guint left = 0;
  int n;

  if (picture == NULL)
    return FALSE;
  n = picture->width * picture->height;
  for (int i = 0; i < n; i++)
    all += picture->gray[i] < 160;
  for (guint i = 0; i < glyphs->len; i++)
    cover_box (picture, &g_array_index (glyphs, DzGlyph, i), scale);
  for (int i = 0; i < n; i++)
    left += picture->gray[i] < 160;

  return left > 200 && left * 2 > all;
}

/**
 * dz_pdf_page_draw:
 * @glyphs: (element-type DzGlyph): characters the file itself gives: their places are left white
 * @points: (out): width of the picture on the page
 *
 * Returns: (transfer full) (nullable): the page as large as recognition needs it
 */
DzPicture *
dz_pdf_page_draw (PopplerPage *page,
                  GArray      *glyphs,
                  double      *points)
{
  double width, height, scale;
  DzPicture *picture;

  poppler_page_get_size (page, &width, &height);
  width = MAX (width, 1);
  height = MAX (height, 1);
  scale = MIN (OCR_DPI / 72.0, MIN (MAX_SIDE / MAX (width, height), sqrt (MAX_AREA / (width * height))));
  *points = ceil (width * scale) / scale;
  picture = draw_page (page, scale);
  if (picture != NULL)
    for (guint i = 0; i < glyphs->len; i++)
      cover_box (picture, &g_array_index (glyphs, DzGlyph, i), scale);

  return picture;
}
