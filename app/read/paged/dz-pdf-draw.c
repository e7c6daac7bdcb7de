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
#define DARK 160
#define THICKEST 3       /* points of the small picture: no line of a table is thicker */
#define SHORTEST_LINE 16 /* no letter has a stroke as long, at 20 points and less */
#define FAINT 12 /* of 255: no eye tells two grays that are nearer to each other */
#define TINT 40 /* of 255 in one colour: no eye misses it */
#define RULE_SIDE 1700 /* two pixels a point of A4: the thinnest line shows */

/* @seen: as it is seen, with stamps and what was stuck onto it, and no line too thin; else what is to be read of it. */
static cairo_surface_t *
draw_surface (PopplerPage *page,
              double       scale,
              gboolean     seen)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX ((int) ceil (width * scale), 1),
                                        MAX ((int) ceil (height * scale), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  /* What is typed or stuck onto the page is read as notes. */
  if (seen)
    poppler_page_render (page, cr);
  else
    poppler_page_render_for_printing_with_options (page, cr, POPPLER_PRINT_DOCUMENT);
  cairo_destroy (cr);

  return surface;
}

static DzPicture *
draw_page (PopplerPage *page,
           double       scale)
{
  cairo_surface_t *surface = draw_surface (page, scale, FALSE);
  DzPicture *picture = dz_picture_new_from_surface (surface);

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

/* Two colours of one gray: red words in the blue head of a table. */
static gboolean
are_other_colours (guint32 one,
                   guint32 other)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (one >> shift & 0xff) - (int) (other >> shift & 0xff)) > TINT)
      return TRUE;

  return FALSE;
}

/* Whether anything is drawn where the character stands. @surface: what @picture was made of */
static gboolean
shows_glyph (const DzPicture *picture,
             cairo_surface_t *surface,
             double           scale,
             const DzGlyph   *glyph)
{
  int x1 = CLAMP ((int) floor (glyph->x1 * scale), 0, picture->width);
  int x2 = CLAMP ((int) ceil (glyph->x2 * scale), 0, picture->width);
  int y1 = CLAMP ((int) floor (glyph->y1 * scale), 0, picture->height);
  int y2 = CLAMP ((int) ceil (glyph->y2 * scale), 0, picture->height);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guint8 lightest = 0;
  guint8 darkest = 255;
  guint32 first = 0;

  for (int y = y1; y < y2; y++)
    {
      const guint8 *gray = picture->gray + (gsize) y * (gsize) picture->width;
      const guint32 *row = (const guint32 *) (gconstpointer) (pixels + (gsize) y * stride);

      for (int x = x1; x < x2; x++)
        {
          lightest = MAX (lightest, gray[x]);
          darkest = MIN (darkest, gray[x]);
          if (y == y1 && x == x1)
            first = row[x];
          if (lightest > darkest + FAINT || are_other_colours (first, row[x]))
            return TRUE;
        }
    }

  return x2 <= x1 || y2 <= y1;
}

typedef struct
{
  guint first, end; /* characters */
  gboolean white;
} Piece;

/* Pieces of text of which nearly nothing is drawn are seen by nobody: over a scan, what it shows is drawn where they stand.
 * Where that is most of a page, and not white, its fonts are lacking, or the scan cannot be drawn. */
static void
mark_unseen (const DzPicture *picture,
             cairo_surface_t *surface,
             double           scale,
             GArray          *glyphs)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint n_seen = 0;
  guint n_undrawn = 0;
  guint next;

  for (guint i = 0; i < glyphs->len; i = next)
    {
      const DzGlyph *first = &g_array_index (glyphs, DzGlyph, i);
      Piece piece = { .first = i, .white = first->unseen };
      guint n = 0;

      for (next = i; next < glyphs->len; next++)
        {
          const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, next);

          if (glyph->style != first->style || fabsf (glyph->y1 + glyph->y2 - first->y1 - first->y2) > first->size)
            break;
          n += glyph->style == 0 || shows_glyph (picture, surface, scale, glyph); /* what was filled in is not drawn */
        }
      n_seen += n;
      for (guint k = i; k < next; k++)
        g_array_index (glyphs, DzGlyph, k).unseen = FALSE;
      piece.end = next;
      if (n * 10 >= next - i)
        continue;
      n_undrawn += piece.white ? 0 : next - i;
      g_array_append_val (pieces, piece);
    }
  for (guint i = 0; n_seen > 0 && i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      for (guint k = piece->first; k < piece->end; k++)
        g_array_index (glyphs, DzGlyph, k).unseen = piece->white || n_undrawn <= n_seen;
    }
}

/**
 * dz_pdf_page_look:
 *
 * Looks at what is drawn of the page under way in @layout, for the library does not tell: its lines are added where
 * @rules says so, what is struck out or seen by nobody is left out.
 */
void
dz_pdf_page_look (PopplerPage *page,
                  gboolean     rules,
                  DzLayout    *layout)
{
  double width, height, scale;
  cairo_surface_t *surface;
  g_autoptr(DzPicture) picture = NULL;
  g_autoptr(GArray) strikes = NULL;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0 && height > 0))
    return;
  scale = MIN (RULE_SIDE / MAX (width, height), 2);
  surface = draw_surface (page, scale, TRUE);
  picture = dz_picture_new_plain (surface);
  if (picture != NULL && rules)
    dz_rules_find (picture, scale, layout);
  if (picture != NULL)
    mark_unseen (picture, surface, scale, dz_layout_peek_glyphs (layout));
  cairo_surface_destroy (surface);
  if (picture == NULL)
    return;
  dz_layout_drop_unseen (layout);
  strikes = dz_rules_list_strikes (picture, scale, dz_layout_peek_glyphs (layout));
  dz_layout_drop_struck (layout, strikes);
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

/* Dark from @at on along a row or a column of the picture, and light three points beside it: how many points. */
static int
measure_line (const DzPicture *picture,
              gboolean         level,
              int              along,
              int              across)
{
  int length = level ? picture->width : picture->height;
  int n = level ? picture->height : picture->width;
  gsize step = level ? 1 : (gsize) picture->width;
  gsize beside = THICKEST * (level ? (gsize) picture->width : 1);
  const guint8 *at = picture->gray + (gsize) along * step + (gsize) across * (level ? (gsize) picture->width : 1);
  int found = 0;
  int light = 0;

  for (; along + found < length && *at < DARK; at += step, found++)
    light += (across < THICKEST || *(at - beside) >= DARK) && (across + THICKEST >= n || *(at + beside) >= DARK);

  return light * 10 >= found * 6 ? found : -found;
}

/* The lines of a table are no ink that is still to be read. */
static void
cover_lines (DzPicture *picture)
{
  gsize n = (gsize) picture->width * (gsize) picture->height;
  g_autofree guint8 *left = g_memdup2 (picture->gray, n);

  for (int level = 0; level < 2; level++)
    {
      int length = level == 1 ? picture->width : picture->height;
      int n_across = level == 1 ? picture->height : picture->width;
      gsize step = level == 1 ? 1 : (gsize) picture->width;

      for (int across = 0; across < n_across; across++)
        for (int along = 0; along < length; along++)
          {
            int found = measure_line (picture, level == 1, along, across);
            gsize start = (gsize) along * step + (gsize) across * (level == 1 ? (gsize) picture->width : 1);

            for (int i = 0; found >= SHORTEST_LINE && i < found; i++)
              left[start + (gsize) i * step] = 255;
            along += ABS (found);
          }
    }
  memcpy (picture->gray, left, n);
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
  cover_lines (picture);
  for (int i = 0; i < n; i++)
    all += picture->gray[i] < DARK;
  for (guint i = 0; i < glyphs->len; i++)
    cover_box (picture, &g_array_index (glyphs, DzGlyph, i), scale);
  for (int i = 0; i < n; i++)
    left += picture->gray[i] < DARK;

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
