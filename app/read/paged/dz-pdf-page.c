/* dz-pdf-page.c - what one page of a PDF holds
 *
 * Each poppler function is called once a page: the first builds its text page,
 * which costs as much as everything else together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pdf-page.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define OCR_DPI 300
#define LINE_PIXELS 45 /* recognition is best with lines of this height: 16 points at 200 dpi */
#define MAX_SIDE 6000 /* pixels */

/**
 * dz_pdf_text_new:
 *
 * Returns: (transfer full): the page's characters
 */
DzPdfText *
dz_pdf_text_new (PopplerPage *page)
{
  DzPdfText *self = g_new0 (DzPdfText, 1);

  self->chars = poppler_page_get_text (page);
  if (self->chars == NULL || !g_utf8_validate (self->chars, -1, NULL))
    {
      g_free (self->chars);
      self->chars = g_strdup ("");
    }
  for (const char *at = self->chars; *at != '\0'; at = g_utf8_next_char (at))
    self->n_visible += *at != ' ' && *at != '\n' && *at != '\f';

  return self;
}

void
dz_pdf_text_free (DzPdfText *self)
{
  g_free (self->chars);
  g_free (self->rectangles);
  g_free (self);
}

/**
 * dz_pdf_text_add:
 * @page: the page @self was made from
 *
 * Adds the characters to @layout with their places and sizes.
 */
void
dz_pdf_text_add (DzPdfText   *self,
                 PopplerPage *page,
                 DzLayout    *layout)
{
  GList *attributes;
  const GList *now;
  gboolean space = FALSE;
  gboolean apart = FALSE;
  guint i = 0;

  if (self->n_visible == 0 ||
      !poppler_page_get_text_layout (page, &self->rectangles, &self->n_rectangles))
    return;

  attributes = poppler_page_get_text_attributes (page);
  now = attributes;
  for (const char *at = self->chars; *at != '\0' && i < self->n_rectangles;
       at = g_utf8_next_char (at), i++)
    {
      const PopplerRectangle *box = &self->rectangles[i];
      DzGlyph glyph = { .ch = g_utf8_get_char (at), .confidence = 1 };

      if (*at == '\n' || *at == '\f' || g_unichar_isspace (glyph.ch))
        {
          apart |= *at == '\n' || *at == '\f';
          space |= *at == ' ';
          continue;
        }
      while (now != NULL && (guint) ((PopplerTextAttributes *) now->data)->end_index < i)
        now = now->next;
      glyph.x1 = (float) box->x1;
      glyph.y1 = (float) box->y1;
      glyph.x2 = (float) box->x2;
      glyph.y2 = (float) box->y2;
      glyph.size = now != NULL ? (float) ((PopplerTextAttributes *) now->data)->font_size : 0;
      glyph.space = space;
      glyph.apart = apart;
      dz_layout_add_glyph (layout, &glyph);
      space = apart = FALSE;
    }
  poppler_page_free_text_attributes (attributes);
}

/**
 * dz_pdf_page_find_pictures:
 *
 * Draws the page to nowhere, so it is asked only where the file has pictures.
 */
DzPdfPicture
dz_pdf_page_find_pictures (PopplerPage *page)
{
  GList *mapping = poppler_page_get_image_mapping (page);
  DzPdfPicture pictures = { 0 };
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (const GList *l = mapping; l != NULL; l = l->next)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *) l->data)->area;
      double cover = fabs ((area->x2 - area->x1) * (area->y2 - area->y1)) / (width * height);

      pictures.n++;
      if (isfinite (cover))
        pictures.cover = MAX (pictures.cover, MIN (cover, 1));
    }
  poppler_page_free_image_mapping (mapping);

  return pictures;
}

static cairo_surface_t *
draw_page (PopplerPage *page,
           double       scale,
           int          width,
           int          height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint8
gray_at (const guint8 *row,
         int           x)
{
  const guint8 *pixel = row + 4 * x;

  return (guint8) ((pixel[0] * 29 + pixel[1] * 150 + pixel[2] * 77) >> 8);
}

/**
 * dz_pdf_page_read_notes:
 * @layout: gets what was typed onto the page, which a reader of the page sees
 *
 * Returns: how many comments the page has: sticky notes, marks with a remark
 */
guint
dz_pdf_page_read_notes (PopplerPage *page,
                        DzLayout    *layout)
{
  GList *mappings = poppler_page_get_annot_mapping (page);
  guint n_comments = 0;

  for (GList *at = mappings; at != NULL; at = at->next)
    {
      PopplerAnnot *annot = ((PopplerAnnotMapping *) at->data)->annot;
      g_autofree char *contents = NULL;

      if (!POPPLER_IS_ANNOT_MARKUP (annot) || (poppler_annot_get_flags (annot) & POPPLER_ANNOT_FLAG_HIDDEN) != 0)
        continue;
      contents = poppler_annot_get_contents (annot);
      if (contents == NULL || *g_strstrip (contents) == '\0')
        continue;
      if (poppler_annot_get_annot_type (annot) == POPPLER_ANNOT_FREE_TEXT)
        dz_layout_add_note (layout, contents);
      else
        n_comments++;
    }
  poppler_page_free_annot_mapping (mappings);

  return n_comments;
}

/**
 * dz_pdf_page_shows_something:
 *
 * Returns: whether the page, drawn small, is anything but blank
 */
gboolean
dz_pdf_page_shows_something (PopplerPage *page)
{
  cairo_surface_t *surface;
  double width, height, scale;
  guint dark = 0;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0 && height > 0))
    return FALSE;
  scale = 400 / MAX (width, height);
  surface = draw_page (page, scale, (int) ceil (width * scale), (int) ceil (height * scale));
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) +
                          y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        dark += gray_at (row, x) < 230;
    }
  cairo_surface_destroy (surface);

  return dark > 8;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Height of most lines, by rows of pixels with ink; 0 if the picture shows none that stand apart,
 * as when it is turned a little. */
static int
find_line_height (cairo_surface_t *surface)
{
  g_autoptr(GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
  int width = cairo_image_surface_get_width (surface);
  int height = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) +
                          y * cairo_image_surface_get_stride (surface);
      int dark = 0;

      for (int x = 0; x < width; x += 2)
        dark += gray_at (row, x) < 128;
      if (dark > 3)
        {
          height++;
        }
      else if (height > 0)
        {
          if (height > 12)
            g_array_append_val (heights, height);
          height = 0;
        }
    }
  g_array_sort (heights, compare_ints);

  return heights->len >= 4 ? g_array_index (heights, int, heights->len / 2) : 0;
}

static GBytes *
write_gray (cairo_surface_t *surface)
{
  int w = cairo_image_surface_get_width (surface);
  int h = cairo_image_surface_get_height (surface);
  g_autofree char *head = g_strdup_printf ("P5\n%d %d\n255\n", w, h);
  GByteArray *out = g_byte_array_new ();
  guint at = (guint) strlen (head);

  g_byte_array_append (out, (const guint8 *) head, at);
  g_byte_array_set_size (out, at + (guint) (w * h));
  for (int y = 0; y < h; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) +
                          y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < w; x++)
        out->data[at++] = gray_at (row, x);
    }

  return g_byte_array_free_to_bytes (out);
}

/**
 * dz_pdf_page_draw:
 * @points: (out): width of the picture on the page
 *
 * Returns: (transfer full) (nullable): the page as a gray PNM picture
 */
GBytes *
dz_pdf_page_draw (PopplerPage *page,
                  double      *points)
{
  cairo_surface_t *surface;
  double width, height, scale;
  GBytes *picture = NULL;
  int line;

  poppler_page_get_size (page, &width, &height);
  width = MAX (width, 1);
  height = MAX (height, 1);
  scale = MIN (OCR_DPI / 72.0, MAX_SIDE / MAX (width, height));
  surface = draw_page (page, scale, (int) ceil (width * scale), (int) ceil (height * scale));
  line = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS ? find_line_height (surface) : 0;
  if (line > LINE_PIXELS * 5 / 4 && line < LINE_PIXELS * 5 / 2)
    {
      cairo_surface_destroy (surface);
      scale = scale * LINE_PIXELS / line;
      surface = draw_page (page, scale, (int) ceil (width * scale), (int) ceil (height * scale));
    }
  *points = ceil (width * scale) / scale;
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    picture = write_gray (surface);
  cairo_surface_destroy (surface);

  return picture;
}
