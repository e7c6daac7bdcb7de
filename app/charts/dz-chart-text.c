/* dz-chart-text.c - text on a canvas, and the cache behind it
 *
 * The font map is asked in Chinese (zh-cn), whatever the locale: otherwise 骨 and 直
 * come in their Japanese form. Metrics are not hinted, so a line is as wide in a
 * file as on the screen; of two marks that follow each
 * other the first closes up, as in print. A halo is a box in the colour of the ground.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-canvas.h"

#include <math.h>
#include <string.h>

#define CACHE_SIZE 3000

/* Centre of a Chinese character over its baseline, in its size. */
#define HAN_CENTRE 0.375

typedef struct
{
  PangoLayout *layout;
  double width;
} Laid;

typedef struct
{
  PangoContext *context;
  GHashTable *laid; /* key -> Laid */
} Cache;

static void
free_laid (gpointer data)
{
  Laid *laid = data;

  g_object_unref (laid->layout);
  g_free (laid);
}

static void
free_cache (gpointer data)
{
  Cache *cache = data;

  g_hash_table_unref (cache->laid);
  g_object_unref (cache->context);
  g_free (cache);
}

static GPrivate thread_cache = G_PRIVATE_INIT (free_cache);

static Cache *
get_cache (void)
{
  Cache *cache = g_private_get (&thread_cache);
  cairo_font_options_t *options;

  if (cache != NULL)
    return cache;

  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cache = g_new0 (Cache, 1);
  cache->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (cache->context, options);
  pango_cairo_context_set_resolution (cache->context, 72);
  pango_context_set_language (cache->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (cache->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (cache->context, FALSE);
  cache->laid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_laid);
  cairo_font_options_destroy (options);
  g_private_set (&thread_cache, cache);
  return cache;
}

static void
set_font (PangoLayout        *layout,
          const DzChartStyle *style,
          double              size,
          gboolean            bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, style->family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static gboolean
is_one_of (const char *marks,
           gunichar    c)
{
  return c != 0 && g_utf8_strchr (marks, -1, c) != NULL;
}

/* Of two marks in a row one gives up its empty half: ）； and ”“ are one and a half wide. */
static void
close_marks_up (PangoLayout *layout,
                const char  *text)
{
  const char *const closing = "，。；：、）》】”’", *const opening = "（《【“‘";
  PangoAttrList *attributes = NULL;
  gunichar last = 0;

  for (const char *p = text, *before = text; *p != '\0'; before = p, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean squeezes_last = is_one_of (closing, last) &&
                               (is_one_of (closing, c) || is_one_of (opening, c));
      PangoAttribute *attribute;

      if (squeezes_last || (is_one_of (opening, last) && is_one_of (opening, c)))
        {
          attribute = pango_attr_font_features_new ("halt");
          attribute->start_index = (guint) ((squeezes_last ? before : p) - text);
          attribute->end_index = (guint) (g_utf8_next_char (squeezes_last ? before : p) - text);
          if (attributes == NULL)
            attributes = pango_attr_list_new ();
          pango_attr_list_insert (attributes, attribute);
        }
      last = c;
    }
  pango_layout_set_attributes (layout, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

#define LEAST_LAST 3 /* characters of a last line */

static double
measure_last_line (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1), NULL,
                                 &logical);

  return (double) logical.width / PANGO_SCALE;
}

/* 孤字不成行: a character and its full stop make no line; the lines before are set narrower, as long as they stay as many. */
static void
give_company (PangoLayout *layout,
              double       size,
              double       width)
{
  int n = pango_layout_get_line_count (layout);

  if (n < 2 || measure_last_line (layout) >= LEAST_LAST * size)
    return;
  for (int step = 1; step <= LEAST_LAST && width - step * size > LEAST_LAST * size; step++)
    {
      pango_layout_set_width (layout, (int) ((width - step * size) * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) > n)
        break;
      if (measure_last_line (layout) >= LEAST_LAST * size)
        return;
    }
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
}

/* width < 0: one line. */
static Laid *
lay_out (DzChartCanvas *self,
         const char    *text,
         double         size,
         gboolean       bold,
         double         width)
{
  Cache *cache = get_cache ();
  char head[64];
  g_autofree char *key = NULL;
  Laid *laid;
  int units;

  g_snprintf (head, sizeof head, "%d:%d:%d:%p:", (int) lround (size * 1024), bold,
              (int) lround (width * 64), (gconstpointer) self->style.family);
  key = g_strconcat (head, text, NULL);
  laid = g_hash_table_lookup (cache->laid, key);
  if (laid != NULL)
    return laid;

  if (g_hash_table_size (cache->laid) >= CACHE_SIZE)
    g_hash_table_remove_all (cache->laid);
  laid = g_new (Laid, 1);
  laid->layout = pango_layout_new (cache->context);
  set_font (laid->layout, &self->style, size, bold);
  close_marks_up (laid->layout, text);
  if (width >= 0)
    {
      pango_layout_set_width (laid->layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (laid->layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_text (laid->layout, text, -1);
  if (width >= 0)
    give_company (laid->layout, size, width);
  pango_layout_get_size (laid->layout, &units, NULL);
  laid->width = (double) units / PANGO_SCALE;
  g_hash_table_insert (cache->laid, g_steal_pointer (&key), laid);
  return laid;
}

/* The usual ink: text colour, not bold, no halo. */
DzInk
dz_ink (DzChartCanvas *self,
        double         size,
        DzAlign        align)
{
  return (DzInk) { .size = size, .align = align, .colour = self->style.text };
}

/* A size of text in user units: never under the least of the style. */
double
dz_canvas_size (DzChartCanvas *self,
                double         size)
{
  return MAX (size * self->u, self->style.min_text);
}

double
dz_canvas_measure (DzChartCanvas *self,
                   const char    *text,
                   double         size,
                   gboolean       bold)
{
  return lay_out (self, text, dz_canvas_size (self, size), bold, -1)->width;
}

static void
record_text (DzChartCanvas *self,
             const char    *text,
             gsize          len,
             DzRect         rect)
{
  DzChartText record = { rect, g_strndup (text, len) };

  g_array_append_val (self->geometry->texts, record);
}

static void
show_line (DzChartCanvas   *self,
           PangoLayoutLine *line,
           DzColour         colour,
           double           x,
           double           baseline)
{
  if (self->cr == NULL)
    return;
  cairo_set_source_rgba (self->cr, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_move_to (self->cr, x, baseline);
  pango_cairo_show_layout_line (self->cr, line);
}

/**
 * dz_canvas_text:
 * @x: the side or the middle the ink is aligned to
 * @y: middle of the line
 *
 * Returns: the width
 */
double
dz_canvas_text (DzChartCanvas *self,
                const char    *text,
                DzInk          ink,
                double         x,
                double         y)
{
  double size = dz_canvas_size (self, ink.size);
  Laid *laid = lay_out (self, text, size, ink.bold, -1);
  DzRect rect;

  if (ink.align == DZ_ALIGN_RIGHT)
    x -= laid->width;
  else if (ink.align == DZ_ALIGN_CENTRE)
    x -= laid->width / 2;
  rect = (DzRect) { x, y - size / 2, laid->width, size };
  record_text (self, text, strlen (text), rect);
  if (ink.halo && self->cr != NULL)
    dz_canvas_fill (self, (DzRect) { x - 1.5, rect.y - 1, rect.width + 3, size + 2 }, self->ground);
  show_line (self, pango_layout_get_line_readonly (laid->layout, 0), ink.colour, x,
             y + HAN_CENTRE * size);
  return laid->width;
}

/**
 * dz_canvas_paragraph:
 * @place: where: x, y (top) and width count
 * @draws: FALSE: measure only
 *
 * Pango breaks Chinese so that no line begins with a closing mark.
 *
 * Returns: the height
 */
double
dz_canvas_paragraph (DzChartCanvas *self,
                     const char    *text,
                     DzInk          ink,
                     DzRect         place,
                     double         line_height,
                     gboolean       draws)
{
  double size = dz_canvas_size (self, ink.size), y = place.y + line_height / 2;
  Laid *laid = lay_out (self, text, size, ink.bold, MAX (place.width, size));
  int n = pango_layout_get_line_count (laid->layout);

  for (int i = 0; draws && i < n; i++, y += line_height)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (laid->layout, i);
      PangoRectangle logical;

      pango_layout_line_get_extents (line, NULL, &logical);
      record_text (self, text + line->start_index, (gsize) line->length,
                   (DzRect) { place.x, y - size / 2, (double) logical.width / PANGO_SCALE, size });
      show_line (self, line, ink.colour, place.x, y + HAN_CENTRE * size);
    }
  return n * line_height;
}
