/* dz-scan.c - a page that is a picture: turned upright, recognised, judged
 *
 * A page the wrong way up gives signs too, but the program is not sure of them:
 * some .15 of 1, and .85 for the same page turned. So a page of which it is not
 * sure is read the other ways too, and the best one stands, if it is good
 * enough to be text at all. Characters the file itself has at a place are not
 * read a second time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-scan.h"

#include "dz-ocr.h"

#include <math.h>

#define OWN_DPI 300 /* what a picture without a page is taken to be scanned at */
#define MOST_PIXELS 5000 /* of a side */
#define GOOD 0.65
#define READABLE 0.45
#define LINE_PIXELS 45 /* recognition is best with lines of this height: 16 points at 200 dpi */

typedef struct
{
  DzOcrPage *page; /* (nullable) */
  GPtrArray *pages;
  guint quarters;
  double scale; /* from its pixels to those of the picture */
} Reading;

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->pages, g_ptr_array_unref);
  reading->page = NULL;
}

/* A few signs are no page, however sure. */
static double
get_worth (const DzOcrPage *page)
{
  return page == NULL || page->glyphs->len < 3 ? 0 : page->confidence;
}

/* Makes @picture another one, where it is not good enough as it is. */
static void
replace (DzPicture **picture,
         DzPicture  *better)
{
  dz_picture_free (*picture);
  *picture = better;
}

/* Upright, straight, and with lines of the best height. */
static DzPicture *
prepare (const DzPicture *picture,
         guint            quarters)
{
  DzPicture *ready = dz_picture_turn (picture, quarters);
  double skew = dz_picture_find_skew (ready);
  int line;

  if (skew != 0)
    replace (&ready, dz_picture_straighten (ready, skew));
  line = dz_picture_find_line_height (ready);
  if (line > LINE_PIXELS * 5 / 4 && line < LINE_PIXELS * 5 / 2)
    replace (&ready, dz_picture_scale (ready, (double) LINE_PIXELS / line));
  else if (line > 0 && line < LINE_PIXELS * 3 / 5)
    replace (&ready, dz_picture_scale (ready, MIN (2, (double) LINE_PIXELS / line)));

  return ready;
}

static gboolean
read_turned (const DzPicture *picture,
             guint            quarters,
             Reading         *reading,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr(DzPicture) ready = prepare (picture, quarters);
  g_autoptr(GBytes) pnm = dz_picture_to_pnm (ready);

  reading->quarters = quarters;
  reading->scale = (double) (quarters % 2 == 0 ? picture->width : picture->height) / ready->width;
  g_clear_pointer (&ready, dz_picture_free);
  reading->pages = dz_ocr_read (pnm, cancellable, error);
  if (reading->pages == NULL)
    return FALSE;
  if (reading->pages->len > 0)
    reading->page = reading->pages->pdata[0];

  return TRUE;
}

/* Where the box stood before the picture was turned, in pixels. */
static void
turn_back (DzGlyph         *glyph,
           const DzPicture *picture,
           guint            quarters)
{
  float w = (float) picture->width;
  float h = (float) picture->height;
  DzGlyph old = *glyph;

  if (quarters == 1)
    {
      glyph->x1 = old.y1;
      glyph->x2 = old.y2;
      glyph->y1 = h - old.x2;
      glyph->y2 = h - old.x1;
    }
  else if (quarters == 2)
    {
      glyph->x1 = w - old.x2;
      glyph->x2 = w - old.x1;
      glyph->y1 = h - old.y2;
      glyph->y2 = h - old.y1;
    }
  else if (quarters == 3)
    {
      glyph->x1 = w - old.y2;
      glyph->x2 = w - old.y1;
      glyph->y1 = old.x1;
      glyph->y2 = old.x2;
    }
}

static gboolean
is_covered (GArray        *own,
            guint          n_own,
            const DzGlyph *glyph)
{
  float x = (glyph->x1 + glyph->x2) / 2;
  float y = (glyph->y1 + glyph->y2) / 2;

  for (guint i = 0; i < n_own; i++)
    {
      const DzGlyph *other = &g_array_index (own, DzGlyph, i);

      if (x > other->x1 - 1 && x < other->x2 + 1 && y > other->y1 - 1 && y < other->y2 + 1)
        return TRUE;
    }

  return FALSE;
}

static void
scale_glyph (DzGlyph *glyph,
             double   scale)
{
  glyph->x1 = (float) (glyph->x1 * scale);
  glyph->x2 = (float) (glyph->x2 * scale);
  glyph->y1 = (float) (glyph->y1 * scale);
  glyph->y2 = (float) (glyph->y2 * scale);
  glyph->size = (float) (glyph->size * scale);
}

/* @picture: (nullable): what was turned; @scale: from its pixels to points */
static void
add_glyphs (DzLayout          *layout,
            const Reading     *reading,
            const DzPicture   *picture,
            const DzScanPlace *place,
            double             scale)
{
  const DzOcrPage *page = reading->page;
  GArray *own = dz_layout_peek_glyphs (layout);
  guint n_own = own->len;
  gboolean apart = FALSE;

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      DzGlyph glyph = g_array_index (page->glyphs, DzGlyph, i);

      scale_glyph (&glyph, reading->scale);
      if (picture != NULL)
        turn_back (&glyph, picture, reading->quarters);
      scale_glyph (&glyph, scale);
      glyph.x1 += (float) place->x;
      glyph.x2 += (float) place->x;
      glyph.y1 += (float) place->y;
      glyph.y2 += (float) place->y;
      glyph.apart |= apart;
      apart = is_covered (own, n_own, &glyph);
      if (!apart)
        dz_layout_add_glyph (layout, &glyph);
    }
}

static DzScanVerdict
judge (const DzOcrPage *page)
{
  if (page == NULL || page->glyphs->len == 0)
    return DZ_SCAN_BLANK;

  return get_worth (page) >= READABLE ? DZ_SCAN_READ : DZ_SCAN_UNREADABLE;
}

/* A page nearly all black is a picture, whatever signs may be seen in it. */
static gboolean
is_dark (const DzPicture *picture)
{
  gsize n = (gsize) picture->width * (gsize) picture->height;
  gsize dark = 0;

  for (gsize i = 0; i < n; i += 7)
    dark += picture->gray[i] < 128;

  return dark * 7 > n * 6 / 10;
}

/**
 * dz_scan_add:
 * @layout: has a page under way, unless the picture is to begin one
 * @place: where the picture stands on the page
 * @verdict: (out): whether it could be read; if not, nothing is added
 *
 * Adds the characters seen in @picture to @layout.
 *
 * Returns: %FALSE with @error set if the program failed or was cancelled
 */
gboolean
dz_scan_add (DzScanner          *self,
             DzLayout           *layout,
             const DzPicture    *picture,
             const DzScanPlace  *place,
             DzScanVerdict      *verdict,
             GCancellable       *cancellable,
             GError            **error)
{
  static const guint order[] = { 0, 2, 1, 3 };
  Reading best = { NULL };
  double scale = place->width > 0 ? place->width / picture->width : 72.0 / OWN_DPI;

  for (guint i = 0; i < G_N_ELEMENTS (order) && get_worth (best.page) < GOOD && !is_dark (picture); i++)
    {
      Reading now = { NULL };

      if (!read_turned (picture, (self->quarters + order[i]) % 4, &now, cancellable, error))
        {
          clear_reading (&best);
          return FALSE;
        }
      if (best.pages != NULL && get_worth (now.page) <= get_worth (best.page))
        clear_reading (&now);
      else
        {
          clear_reading (&best);
          best = now;
        }
    }
  *verdict = judge (best.page);
  if (place->width <= 0)
    dz_layout_begin_page (layout, picture->width * scale, picture->height * scale);
  if (*verdict == DZ_SCAN_READ)
    {
      self->quarters = best.quarters;
      add_glyphs (layout, &best, picture, place, scale);
    }
  clear_reading (&best);

  return TRUE;
}

/* What cannot be unpacked here (several pages, rare kinds) the program reads as it lies. */
static gboolean
add_whole_file (DzLayout           *layout,
                GBytes             *file,
                const DzScanPlace  *place,
                DzScanVerdict      *verdict,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr(GPtrArray) pages = dz_ocr_read (file, cancellable, error);

  if (pages == NULL)
    return FALSE;
  *verdict = DZ_SCAN_BLANK;
  for (guint i = 0; i < pages->len && (i == 0 || place->width <= 0); i++)
    {
      DzOcrPage *page = pages->pdata[i];
      double scale = place->width > 0 ? place->width / page->width : 72.0 / OWN_DPI;
      DzScanVerdict now = judge (page);

      if (i > 0)
        dz_layout_end_page (layout);
      if (place->width <= 0)
        dz_layout_begin_page (layout, page->width * scale, page->height * scale);
      if (now == DZ_SCAN_READ)
        add_glyphs (layout, &(Reading){ page, NULL, 0, 1 }, NULL, place, scale);
      if (now == DZ_SCAN_READ || *verdict == DZ_SCAN_BLANK)
        *verdict = now;
    }

  return TRUE;
}

static gboolean
has_several_pages (GBytes *file)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (file, &len);

  return len > 4 && ((data[0] == 'I' && data[1] == 'I') || (data[0] == 'M' && data[1] == 'M'));
}

/**
 * dz_scan_add_file:
 * @file: a picture file; one of several pages begins as many, where @place has no width
 *
 * As dz_scan_add(), for a picture still packed.
 *
 * Returns: %FALSE with @error set if the program failed or was cancelled
 */
gboolean
dz_scan_add_file (DzScanner          *self,
                  DzLayout           *layout,
                  GBytes             *file,
                  const DzScanPlace  *place,
                  DzScanVerdict      *verdict,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr(DzPicture) picture = has_several_pages (file) ? NULL : dz_picture_new_from_bytes (file, MOST_PIXELS);

  if (picture == NULL)
    return add_whole_file (layout, file, place, verdict, cancellable, error);

  return dz_scan_add (self, layout, picture, place, verdict, cancellable, error);
}
