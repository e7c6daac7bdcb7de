/* dz-figure-draw.c - how a cell of the figure matrix looks: number, bar, dot, signs
 *
 * Bars begin at zero, the largest value of the column that is no outlier fills
 * the width; rates are a dot on a track. Bounds by the drawing as well as by
 * the sign: exact solid, ≥ dashed, ≈ outlined, ≤ dotted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-draw.h"

#include "dz-format.h"
#include "dz-text-scale.h"
#include "dz-theme.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _DzFigurePen
{
  cairo_t *cr;
  PangoLayout *layout;
  PangoFontDescription *font;
  PangoFontDescription *bold;
  GdkRGBA text;
  GdkRGBA secondary;
  GdkRGBA error;
  GdkRGBA warning;
  GdkRGBA accent;
  GdkRGBA rule;
  double scale;
};

static void
look_up (GtkStyleContext *style,
         const char      *name,
         const char      *fallback,
         GdkRGBA         *colour)
{
  if (!gtk_style_context_lookup_color (style, name, colour))
    gdk_rgba_parse (colour, fallback);
}

/**
 * dz_figure_pen_new:
 * @cr: (nullable): %NULL only to measure
 *
 * Returns: (transfer full): fonts and colours of @widget for one drawing
 */
DzFigurePen *
dz_figure_pen_new (GtkWidget *widget,
                   cairo_t   *cr)
{
  DzFigurePen *self = g_new0 (DzFigurePen, 1);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  PangoAttrList *attributes = pango_attr_list_new ();

  self->cr = cr;
  self->scale = dz_text_scale (widget);
  self->layout = gtk_widget_create_pango_layout (widget, NULL);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  self->font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  self->bold = pango_font_description_copy (self->font);
  pango_font_description_set_weight (self->bold, PANGO_WEIGHT_SEMIBOLD);
  gtk_style_context_get_color (style, &self->text);
  look_up (style, "dz_secondary", "#5f5f62", &self->secondary);
  look_up (style, "dz_error", "#c01c28", &self->error);
  look_up (style, "dz_warning", "#8f5a00", &self->warning);
  look_up (style, "accent_bg_color", "#3584e4", &self->accent);
  look_up (style, "dz_rule", "#e1e1e1", &self->rule);

  return self;
}

void
dz_figure_pen_free (DzFigurePen *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->layout);
  pango_font_description_free (self->font);
  pango_font_description_free (self->bold);
  g_free (self);
}

/**
 * dz_figure_pen_get_cairo:
 *
 * Returns: (transfer none): for what the pen cannot draw
 */
cairo_t *
dz_figure_pen_get_cairo (DzFigurePen *self)
{
  return self->cr;
}

static void
set_colour (DzFigurePen *self,
            DzPenColour  colour)
{
  GdkRGBA tint = self->accent;

  switch (colour)
    {
    case DZ_PEN_SECONDARY: gdk_cairo_set_source_rgba (self->cr, &self->secondary); break;
    case DZ_PEN_ERROR: gdk_cairo_set_source_rgba (self->cr, &self->error); break;
    case DZ_PEN_WARNING: gdk_cairo_set_source_rgba (self->cr, &self->warning); break;
    case DZ_PEN_SELECTED:
      tint.alpha = 0.10f;
      gdk_cairo_set_source_rgba (self->cr, &tint);
      break;
    case DZ_PEN_HOVER:
      tint = self->text;
      tint.alpha = 0.04f;
      gdk_cairo_set_source_rgba (self->cr, &tint);
      break;
    case DZ_PEN_TEXT:
    default: gdk_cairo_set_source_rgba (self->cr, &self->text); break;
    }
}

/**
 * dz_figure_pen_measure:
 *
 * Returns: the pixels @text takes on one line, uncut
 */
double
dz_figure_pen_measure (DzFigurePen *self,
                       const char  *text)
{
  int width;

  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);

  return width;
}

/* Draws one line and gives back its width. */
static double
put_text (DzFigurePen *self,
          const char  *text,
          double       x,
          double       y,
          double       width,
          double       height,
          DzPenColour  colour,
          double       align,
          gboolean     bold)
{
  int w, h;

  pango_layout_set_font_description (self->layout, bold ? self->bold : self->font);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &w, &h);
  if (w > width)
    {
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
      w = (int) width;
    }
  else
    pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  set_colour (self, colour);
  cairo_move_to (self->cr, x + (width - w) * align, y + (height - h) / 2);
  pango_cairo_show_layout (self->cr, self->layout);

  return w;
}

/**
 * dz_figure_pen_text:
 * @align: 0 left, 1 right
 *
 * One line in a box, cut with an ellipsis where it does not fit.
 */
void
dz_figure_pen_text (DzFigurePen *self,
                    const char  *text,
                    double       x,
                    double       y,
                    double       width,
                    double       height,
                    DzPenColour  colour,
                    double       align,
                    gboolean     bold)
{
  put_text (self, text, x, y, width, height, colour, align, bold);
}

void
dz_figure_pen_fill (DzFigurePen *self,
                    double       x,
                    double       y,
                    double       width,
                    double       height,
                    DzPenColour  colour)
{
  set_colour (self, colour);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

void
dz_figure_pen_line (DzFigurePen *self,
                    double       x1,
                    double       y1,
                    double       x2,
                    double       y2)
{
  gdk_cairo_set_source_rgba (self->cr, &self->rule);
  cairo_set_line_width (self->cr, 1);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

/* The frame of the selected cell. */
void
dz_figure_pen_frame (DzFigurePen *self,
                     double       x,
                     double       y,
                     double       width,
                     double       height)
{
  gdk_cairo_set_source_rgba (self->cr, &self->accent);
  cairo_set_line_width (self->cr, 2);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_stroke (self->cr);
}

/**
 * dz_figure_pen_head:
 *
 * The name of an indicator with its unit; long names on two lines.
 */
void
dz_figure_pen_head (DzFigurePen   *self,
                    const DzEntry *entry,
                    DzPer          per,
                    double         x,
                    double         y,
                    double         width,
                    double         height,
                    const char    *sort_sign)
{
  const char *name = entry->short_name != NULL ? entry->short_name : entry->name;
  g_autofree char *unit = per == DZ_PER_THOUSAND ? g_strdup_printf (_("%s per 1,000"), entry->unit)
                          : per == DZ_PER_VILLAGE ? g_strdup_printf (_("%s per village"), entry->unit)
                                                  : g_strdup (entry->unit != NULL ? entry->unit : "");
  g_autofree char *below = sort_sign != NULL ? g_strdup_printf ("%s %s", unit, sort_sign)
                                             : g_strdup (unit);

  put_text (self, name, x, y + 3, width, height / 2, DZ_PEN_TEXT, 1, FALSE);
  put_text (self, below, x, y + height / 2 - 2, width, height / 2, DZ_PEN_SECONDARY, 1, FALSE);
}

/* The hollow dash: not reported. */
static void
put_dash (DzFigurePen *self,
          double       right,
          double       y)
{
  GdkRGBA ink = self->secondary;

  ink.alpha = 0.75f;
  gdk_cairo_set_source_rgba (self->cr, &ink);
  cairo_set_line_width (self->cr, 1.5);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, right - 14.5 * self->scale, y, 3.2 * self->scale, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (self->cr, right - 4 * self->scale, y, 3.2 * self->scale, -G_PI / 2, G_PI / 2);
  cairo_close_path (self->cr);
  cairo_stroke (self->cr);
}

static void
put_rate (DzFigurePen        *self,
          const DzFigureCell *cell,
          double              value,
          double              least,
          double              x,
          double              y,
          double              width)
{
  double from = least < 90 ? 0 : 90;
  double at = x + 4 + CLAMP ((value - from) / (100 - from), 0, 1) * (width - 8);

  dz_figure_pen_line (self, x, y, x + width, y);
  gdk_cairo_set_source_rgba (self->cr, &self->accent);
  cairo_arc (self->cr, at, y, 3.4, 0, 2 * G_PI);
  if (dz_figure_cell_is_inexact (cell))
    {
      cairo_set_line_width (self->cr, 1.5);
      cairo_stroke (self->cr);
    }
  else
    cairo_fill (self->cr);
}

static void
put_bar (DzFigurePen        *self,
         const DzFigureCell *cell,
         double              value,
         double              full,
         double              x,
         double              y,
         double              width)
{
  static const double dashes[] = { 6, 4 };
  static const double dots[] = { 1.5, 2 };
  gboolean outlier = full > 0 && value > full * 1.0001;
  double length = full > 0 ? MIN (value / full, 1) * width : 0;
  GdkRGBA ink = self->accent;

  ink.alpha = dz_theme_is_dark () ? 0.9f : 0.55f;
  gdk_cairo_set_source_rgba (self->cr, &ink);
  length = MAX (length, value > 0 ? 1.5 : 0);
  switch (cell->bound)
    {
    case DZ_BOUND_AT_LEAST:
    case DZ_BOUND_AT_MOST:
      cairo_set_line_width (self->cr, 4);
      cairo_set_dash (self->cr, cell->bound == DZ_BOUND_AT_LEAST ? dashes : dots, 2, 0);
      cairo_move_to (self->cr, x, y);
      cairo_line_to (self->cr, x + length, y);
      cairo_stroke (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
      break;

    case DZ_BOUND_ABOUT:
      cairo_set_line_width (self->cr, 1.2);
      cairo_rectangle (self->cr, x + 0.6, y - 2, MAX (length - 1.2, 1), 4);
      cairo_stroke (self->cr);
      break;

    case DZ_BOUND_EXACT:
    default:
      cairo_rectangle (self->cr, x, y - 2, length, 4);
      cairo_fill (self->cr);
      break;
    }
  if (outlier)
    {
      cairo_set_operator (self->cr, CAIRO_OPERATOR_DEST_OUT);
      cairo_rectangle (self->cr, x + width * 0.72, y - 3, 4, 6);
      cairo_fill (self->cr);
      cairo_set_operator (self->cr, CAIRO_OPERATOR_OVER);
    }
}

static gboolean
is_rate (const DzEntry *entry)
{
  return g_strcmp0 (entry->kind, "rate") == 0;
}

static char *
make_number (const DzFigureCell *cell,
             double              value,
             DzPer               per)
{
  g_autofree char *number = NULL;
  g_autofree char *second = NULL;

  if (cell->mark == DZ_CELL_TWO_VALUES)
    {
      number = dz_format_number (cell->value);
      second = dz_format_number (cell->second);
      return g_strdup_printf ("⚠ %s%s%s", number, cell->listed == 0 ? "/" : cell->listed == 2 ? "+" : "+…+", second);
    }
  number = per == DZ_PER_NONE ? dz_format_number (value) : dz_format_decimals (value, 1);

  return g_strdup_printf ("%s%s%s%s", dz_figure_cell_is_undecided (cell) ? "⚠ " : "",
                          dz_format_bound_sign (cell->bound), number, cell->derived ? "＊" : "");
}

/* 〔806〕 under the dash: the county counted it, the report does not tell it. */
static void
put_known (DzFigurePen     *self,
           const DzAccount *known,
           double           x,
           double           y,
           double           width,
           double           height)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  if (known == NULL || (known->state != DZ_ACCOUNT_UNREPORTED && known->state != DZ_ACCOUNT_NO_REPORT))
    return;
  number = dz_format_number (known->value->value);
  words = g_strdup_printf ("〔%s〕", number);
  put_text (self, words, x, y + height / 2 + 1, width, height / 2 - 2, DZ_PEN_SECONDARY, 1, FALSE);
}

/**
 * dz_figure_pen_cell:
 *
 * One cell: the number above, its mark below, or the dash of what was not reported.
 */
void
dz_figure_pen_cell (DzFigurePen   *self,
                    DzFigureTable *table,
                    DzFigureRow   *row,
                    guint          column,
                    double         x,
                    double         y,
                    double         width,
                    double         height)
{
  const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
  const DzEntry *entry = dz_figure_table_get_entry (table, column);
  const DzColumnStatistics *statistics = dz_figure_table_get_statistics (table, column);
  double value = dz_figure_row_get_number (row, column);
  double mark_y = y + height - 8 * self->scale;
  g_autofree char *number = NULL;
  gboolean undecided;

  if (cell->mark == DZ_CELL_NOT_APPLICABLE)
    {
      put_text (self, "不适用", x, y, width, height - 8 * self->scale, DZ_PEN_SECONDARY, 1, FALSE);
      return;
    }
  if (dz_figure_row_get_report (row) == NULL && dz_figure_row_get_known (row, column) == NULL)
    {
      put_text (self, "无报告", x, y, width, height - 8 * self->scale, DZ_PEN_SECONDARY, 1, FALSE);
      return;
    }
  if (!dz_figure_cell_is_reported (cell) || isnan (value))
    {
      const DzAccount *known = dz_figure_row_get_known (row, column);

      put_dash (self, x + width, known != NULL ? y + height / 4 + 1 : y + height / 2 - 2);
      put_known (self, known, x, y, width, height);
      return;
    }
  undecided = dz_figure_cell_is_undecided (cell);
  number = make_number (cell, value, dz_figure_table_get_per (table));
  put_text (self, number, x, y + 2, width, height - 14 * self->scale, undecided ? DZ_PEN_ERROR : DZ_PEN_TEXT, 1,
            cell->confirmed || undecided);
  if (cell->mark == DZ_CELL_TWO_VALUES)
    return;
  if (is_rate (entry))
    put_rate (self, cell, value, statistics->least, x, mark_y, width);
  else /* the largest that is no outlier fills the width */
    put_bar (self, cell, value, statistics->largest, x, mark_y, width);
}

/**
 * dz_figure_pen_statistics:
 *
 * Three lines at the foot of a column: median, quartiles, counted / not reported.
 */
void
dz_figure_pen_statistics (DzFigurePen              *self,
                          const DzColumnStatistics *statistics,
                          double                    x,
                          double                    y,
                          double                    width,
                          double                    row_height)
{
  g_autofree char *counts = g_strdup_printf ("%u / %u", statistics->n_reported - statistics->n_undecided,
                                             statistics->n_missing);
  g_autofree char *all = statistics->n_undecided > 0
                           ? g_strdup_printf (C_("narrow cell", "%s · ?%u"), counts, statistics->n_undecided)
                           : g_strdup (counts);
  g_autofree char *median = isnan (statistics->usable.median) ? g_strdup ("—")
                                                       : dz_format_number (statistics->usable.median);
  g_autofree char *marked = g_strdup_printf ("%s%s", statistics->median_at_least ? "≥" : "", median);
  g_autofree char *q1 = isnan (statistics->usable.lower) ? NULL : dz_format_number (statistics->usable.lower);
  g_autofree char *q3 = isnan (statistics->usable.upper) ? NULL : dz_format_number (statistics->usable.upper);
  g_autofree char *quartiles = q1 != NULL && q3 != NULL ? g_strdup_printf ("%s–%s", q1, q3)
                                                        : g_strdup ("—");

  put_text (self, marked, x, y, width, row_height, DZ_PEN_TEXT, 1, TRUE);
  put_text (self, quartiles, x, y + row_height, width, row_height, DZ_PEN_SECONDARY, 1, FALSE);
  put_text (self, all, x, y + 2 * row_height, width, row_height,
            statistics->n_undecided > 0 ? DZ_PEN_WARNING : DZ_PEN_SECONDARY, 1, FALSE);
}
