/* dz-watermark.c - what lies over or under the text of a page is not the text
 *
 * A watermark has letters of its own, other than those of the text: one font,
 * size and colour. It is known by lying where other characters are, or by
 * being pale, and by being the same few characters over and over, or one word
 * as large as the page. No single sign is enough: a table has the same word in
 * each row, a heading is large, a note may be gray.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-layout-private.h"

#include <math.h>
#include <string.h>

#define MAX_STYLES 64
#define MAX_DISTINCT 40 /* characters of one watermark */

typedef struct
{
  guint style;
  guint n;
  guint n_pale;
  guint n_crossed;  /* characters that lie on others' */
  guint n_slanted;  /* steps to the next character that go neither along nor down */
  guint n_steps;
  float top, bottom;
  double size;
  gboolean drop;
} Style;

static Style *
find_style (GArray *styles,
            guint   style)
{
  for (guint i = 0; i < styles->len; i++)
    if (g_array_index (styles, Style, i).style == style)
      return &g_array_index (styles, Style, i);

  return NULL;
}

static gboolean
is_slanted (const DzGlyph *a,
            const DzGlyph *b)
{
  float dx = fabsf (b->x1 + b->x2 - a->x1 - a->x2) / 2;
  float dy = fabsf (b->y1 + b->y2 - a->y1 - a->y2) / 2;

  return dx < 2 * b->size && dy < 2 * b->size && dx > 0.25f * b->size && dy > 0.25f * b->size;
}

static GArray *
list_styles (GArray *glyphs)
{
  GArray *styles = g_array_new (FALSE, TRUE, sizeof (Style));

  for (guint i = 0; i < glyphs->len; i++)
    {
      const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);
      Style *style = find_style (styles, glyph->style);

      if (style == NULL && styles->len < MAX_STYLES)
        {
          Style fresh = { .style = glyph->style, .top = glyph->y1, .bottom = glyph->y2 };

          g_array_append_val (styles, fresh);
          style = &g_array_index (styles, Style, styles->len - 1);
        }
      if (style == NULL)
        continue;
      style->n++;
      style->n_pale += glyph->pale;
      style->size = MAX (style->size, glyph->size);
      style->top = MIN (style->top, glyph->y1);
      style->bottom = MAX (style->bottom, glyph->y2);
      if (i > 0 && (glyph - 1)->style == glyph->style)
        {
          style->n_steps++;
          style->n_slanted += is_slanted (glyph - 1, glyph);
        }
    }

  return styles;
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const DzGlyph *one = *(const DzGlyph *const *) a;
  const DzGlyph *other = *(const DzGlyph *const *) b;

  return one->y1 < other->y1 ? -1 : one->y1 > other->y1;
}

/* Whether the two share room; the same character printed twice is bold, not crossed. The boxes of
 * fonts are higher than their strokes and reach into the lines above and below. */
static gboolean
cross (const DzGlyph *a,
       const DzGlyph *b)
{
  float w = MIN (a->x2, b->x2) - MAX (a->x1, b->x1);
  float a_edge = 0.2f * (a->y2 - a->y1);
  float b_edge = 0.2f * (b->y2 - b->y1);
  float h = MIN (a->y2 - a_edge, b->y2 - b_edge) - MAX (a->y1 + a_edge, b->y1 + b_edge);
  float least = MIN ((a->x2 - a->x1) * (a->y2 - a->y1), (b->x2 - b->x1) * (b->y2 - b->y1));

  return w > 0 && h > 0 && w * h > 0.1f * least && (a->ch != b->ch || fabsf (a->x1 - b->x1) > 0.3f * a->size);
}

/* Counts for each style the characters that lie on others of another style. */
static void
count_crossings (GArray *glyphs,
                 GArray *styles)
{
  g_autoptr(GPtrArray) order = g_ptr_array_sized_new (glyphs->len);
  float tallest = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);

      tallest = MAX (tallest, glyph->y2 - glyph->y1);
      g_ptr_array_add (order, glyph);
    }
  g_ptr_array_sort (order, compare_tops);
  for (guint i = 0; i < order->len; i++)
    {
      const DzGlyph *glyph = order->pdata[i];
      Style *style = find_style (styles, glyph->style);
      guint looked = 0;
      gboolean crossed = FALSE;

      for (guint k = i + 1; k < order->len && !crossed && looked < 2000; k++, looked++)
        {
          const DzGlyph *other = order->pdata[k];

          if (other->y1 > glyph->y2)
            break;
          crossed = other->style != glyph->style && cross (glyph, other);
        }
      for (guint k = i; k > 0 && !crossed && looked < 4000; k--, looked++)
        {
          const DzGlyph *other = order->pdata[k - 1];

          if (other->y1 + tallest < glyph->y1)
            break;
          crossed = other->style != glyph->style && cross (glyph, other);
        }
      if (style != NULL)
        style->n_crossed += crossed;
    }
}

/* How many times the same few characters stand there: the least count of those that occur. */
static guint
count_copies (GArray      *glyphs,
              const Style *style)
{
  struct { gunichar ch; guint n; } seen[MAX_DISTINCT];
  guint n_seen = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);
      guint k = 0;

      if (glyph->style != style->style)
        continue;
      while (k < n_seen && seen[k].ch != glyph->ch)
        k++;
      if (k == MAX_DISTINCT)
        return 0;
      if (k == n_seen)
        {
          seen[k].ch = glyph->ch;
          seen[k].n = 0;
          n_seen++;
        }
      seen[k].n++;
    }
  for (guint k = 0; k < n_seen; k++)
    least = MIN (least, seen[k].n);

  return n_seen > 1 ? least : 0;
}

static gboolean
is_watermark (GArray      *glyphs,
              const Style *style,
              double       body_size)
{
  gboolean pale = style->n_pale * 10 >= style->n * 9;
  gboolean crossing = style->n_crossed * 4 >= style->n;
  gboolean slanted = style->n_steps > 0 && style->n_slanted * 2 > style->n_steps;
  gboolean wide = style->bottom - style->top > 200;
  guint copies;

  if (!pale && !crossing && !slanted)
    return FALSE;
  /* One large word across the page. */
  if (style->n <= MAX_DISTINCT && crossing && (style->size > 1.8 * body_size || slanted || pale))
    return TRUE;
  copies = count_copies (glyphs, style);

  return copies >= 3 && (wide || slanted || copies >= 6) && (crossing || slanted || (pale && copies >= 6));
}

/* The style most characters have is the text's. */
static Style *
find_body (GArray *styles)
{
  Style *most = NULL;

  for (guint i = 0; i < styles->len; i++)
    {
      Style *style = &g_array_index (styles, Style, i);

      if (!(style->n_pale * 2 > style->n) && (most == NULL || style->n > most->n))
        most = style;
    }

  return most;
}

/**
 * dz_watermark_drop:
 * @glyphs: (element-type DzGlyph): of one page; loses those of watermarks
 *
 * Returns: how many words of watermarks were left out
 */
guint
dz_watermark_drop (GArray *glyphs)
{
  g_autoptr(GArray) styles = NULL;
  Style *body;
  guint n_words = 0;
  guint kept = 0;

  if (glyphs->len < 4)
    return 0;
  styles = list_styles (glyphs);
  body = find_body (styles);
  if (styles->len < 2 && body != NULL)
    return 0;
  count_crossings (glyphs, styles);
  for (guint i = 0; i < styles->len; i++)
    {
      Style *style = &g_array_index (styles, Style, i);

      style->drop = style != body && is_watermark (glyphs, style, body != NULL ? body->size : 12);
      if (style->drop)
        n_words += MAX (1, count_copies (glyphs, style));
    }
  for (guint i = 0; i < glyphs->len; i++)
    {
      DzGlyph glyph = g_array_index (glyphs, DzGlyph, i);
      const Style *style = find_style (styles, glyph.style);

      if (style == NULL || !style->drop)
        g_array_index (glyphs, DzGlyph, kept++) = glyph;
    }
  g_array_set_size (glyphs, kept);

  return n_words;
}
