/* dz-common-draw.c - how the parts of the matrix of common weaknesses look
 *
 * Theme solid where a body names the code, an empty frame where its words wait
 * to be confirmed, hatched where the whole report declares nothing, the hollow
 * dash of 未报 where there is no report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-draw.h"

#include "dz-text-scale.h"
#include "dz-theme.h"

#include <glib/gi18n-lib.h>

#define MARK_SIZE 0.893 /* of the interface font */
#define MOST_CHARACTERS 6
#define LINE 14.5
#define TIGHT_LINE 13 /* of names longer than most: the head stays low */
#define FEW_CHARACTERS 4

static void
add_rounded (cairo_t *cr,
             double   x,
             double   y,
             double   width,
             double   height,
             double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -(G_PI / 2), 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, (G_PI / 2));
  cairo_arc (cr, x + radius, y + height - radius, radius, (G_PI / 2), G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
set_secondary (GtkWidget *widget,
               cairo_t   *cr,
               double     alpha)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "dz_secondary", &colour))
    gdk_rgba_parse (&colour, "#5f5f62");
  colour.alpha = (float) alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
put_centred (GtkWidget  *widget,
             cairo_t    *cr,
             const char *text,
             double      x,
             double      y,
             double      width,
             double      height,
             double      scale)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int w, h;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &w, &h);
  cairo_move_to (cr, x + (width - w) / 2, y + (height - h) / 2);
  pango_cairo_show_layout (cr, layout);
}

/**
 * dz_common_draw_vertical_height:
 *
 * Returns: the height @name takes when its characters stand one under the other
 */
double
dz_common_draw_vertical_height (GtkWidget  *widget,
                                const char *name)
{
  glong n = MIN (g_utf8_strlen (name, -1), MOST_CHARACTERS);

  return (double) n * (n > FEW_CHARACTERS ? TIGHT_LINE : LINE) * dz_text_scale (widget);
}

/**
 * dz_common_draw_vertical:
 * @pale: the body has no report
 *
 * A name with its characters one under the other, standing on the lower end of the head.
 */
void
dz_common_draw_vertical (GtkWidget  *widget,
                         cairo_t    *cr,
                         const char *name,
                         double      x,
                         double      width,
                         double      height,
                         gboolean    pale)
{
  glong n = g_utf8_strlen (name, -1);
  double line = (n > FEW_CHARACTERS ? TIGHT_LINE : LINE) * dz_text_scale (widget);
  double y = height - dz_common_draw_vertical_height (widget, name) - 6;
  const char *p = name;

  for (glong i = 0; i < MIN (n, MOST_CHARACTERS); i++, p = g_utf8_next_char (p))
    {
      char one[8] = { 0 };

      if (n > MOST_CHARACTERS && i == MOST_CHARACTERS - 1)
        g_strlcpy (one, "⋮", sizeof one);
      else
        g_utf8_strncpy (one, p, 1);
      if (pale)
        set_secondary (widget, cr, 0.7);
      else
        {
          GdkRGBA text;

          gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
          gdk_cairo_set_source_rgba (cr, &text);
        }
      put_centred (widget, cr, one, x, y + (double) i * line, width, line, 0.893);
    }
}

/* A block in the theme's solid colour. */
void
dz_common_draw_solid (cairo_t    *cr,
                      const char *theme,
                      double      x,
                      double      y,
                      double      width,
                      double      height,
                      double      radius)
{
  DzThemePaint colours;

  dz_theme_get_paint (theme, dz_theme_is_dark (), &colours);
  gdk_cairo_set_source_rgba (cr, &colours.solid);
  add_rounded (cr, x, y, width, height, radius);
  cairo_fill (cr);
}

/* A dashed frame: words that wait to be confirmed. */
void
dz_common_draw_waiting (cairo_t    *cr,
                        const char *theme,
                        double      x,
                        double      y,
                        double      width,
                        double      height)
{
  DzThemePaint colours;

  dz_theme_get_paint (theme, dz_theme_is_dark (), &colours);
  gdk_cairo_set_source_rgba (cr, &colours.solid);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, (const double[]){ 4, 3 }, 2, 0);
  add_rounded (cr, x, y, width, height, 3);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Diagonal lines: this report declares no weakness at all. */
void
dz_common_draw_hatched (GtkWidget *widget,
                        cairo_t   *cr,
                        double     x,
                        double     y,
                        double     width,
                        double     height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  set_secondary (widget, cr, 0.28);
  cairo_set_line_width (cr, 1);
  for (double at = x - height; at < x + width; at += 8)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_dash (GtkWidget *widget,
           cairo_t   *cr,
           double     x,
           double     y,
           double     width,
           double     height)
{
  double scale = dz_text_scale (widget);
  double w = MIN (18 * scale, width - 4);
  double h = (w < 14 ? 5 : 8) * scale;

  set_secondary (widget, cr, 0.75);
  cairo_set_line_width (cr, w < 14 ? 1 : 1.5);
  add_rounded (cr, x + (width - w) / 2, y + (height - h) / 2, w, h, h / 2);
  cairo_stroke (cr);
}

/* 续, 同: where the words of a language are longer than the cell their first characters, which the legend explains. */
static char *
dup_marks (GtkWidget *widget,
           gboolean   last_year,
           gboolean   same,
           double     width)
{
  gboolean both = last_year && same && width >= 36 * dz_text_scale (widget);
  char *words = g_strconcat (last_year ? _("Again") : "", both ? " " : "", same && (both || !last_year) ? _("Same") : "", NULL);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  g_auto(GStrv) each = NULL;
  int natural;

  pango_layout_get_pixel_size (layout, &natural, NULL);
  if (natural * MARK_SIZE <= width)
    return words;
  each = g_strsplit (words, " ", -1);
  for (guint i = 0; each[i] != NULL; i++)
    *g_utf8_next_char (each[i]) = '\0';
  g_free (words);

  return g_strjoinv (" ", each);
}

static void
draw_marks (GtkWidget            *widget,
            cairo_t              *cr,
            const DzWeaknessCell *cell,
            const char           *theme,
            double                x,
            double                y,
            double                width,
            double                height)
{
  gboolean same = cell->same_as != NULL && cell->same_as->len > 0;
  double scale = dz_text_scale (widget);
  g_autofree char *words = dup_marks (widget, cell->last_year, same, width);
  DzThemePaint colours;
  GdkRGBA ink = { 1, 1, 1, 1 };

  if (!cell->last_year && !same)
    return;
  dz_theme_get_paint (theme, dz_theme_is_dark (), &colours);
  if (0.299 * colours.solid.red + 0.587 * colours.solid.green + 0.114 * colours.solid.blue > 0.6)
    ink = (GdkRGBA){ 0.1f, 0.1f, 0.1f, 1 };
  gdk_cairo_set_source_rgba (cr, &ink);
  if (width >= DZ_COMMON_WORDS_WIDTH * scale)
    put_centred (widget, cr, words, x, y, width, height, MARK_SIZE);
  else if (cell->last_year)
    {
      cairo_arc (cr, x + width / 2, y + height / 2, 2.2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else
    {
      cairo_set_line_width (cr, 1.2);
      cairo_arc (cr, x + width / 2, y + height / 2, 2.4, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

/* One code in one body's report. */
void
dz_common_draw_cell (GtkWidget            *widget,
                     cairo_t              *cr,
                     const DzWeaknessCell *cell,
                     const char           *theme,
                     double                x,
                     double                y,
                     double                width,
                     double                height)
{
  switch (cell->naming)
    {
    case DZ_NAMING_NAMED:
      dz_common_draw_solid (cr, theme, x + 1, y + 2, width - 2.5, height - 4, 3);
      draw_marks (widget, cr, cell, theme, x, y, width, height);
      break;
    case DZ_NAMING_SUGGESTED:
      dz_common_draw_waiting (cr, theme, x + 2, y + 3, width - 4.5, height - 6);
      break;
    case DZ_NAMING_NO_PART:
      dz_common_draw_hatched (widget, cr, x + 1, y + 2, width - 2, height - 4);
      break;
    case DZ_NAMING_NO_REPORT:
      draw_dash (widget, cr, x, y, width, height);
      break;
    case DZ_NAMING_SILENT:
    default:
      break;
    }
}
