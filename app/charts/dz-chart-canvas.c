/* dz-chart-canvas.c - lines, shapes and patterns on a canvas
 *
 * Patterns are vector strokes in user space, anchored at the origin, so that
 * neighbours join and a printer draws them as sharp as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-canvas.h"

#include <math.h>

#define CELL 0.34 /* of a pattern, in u: 3 pt on paper */

/* Sets the size of a row label; the margin goes with it. */
void
dz_canvas_set_u (DzChartCanvas *self,
                 double         u)
{
  double margin = self->style.margin * u / self->style.u;

  self->u = u;
  self->left = self->rect.x + margin;
  self->right = self->rect.x + self->rect.width - margin;
  self->top = self->rect.y + margin;
  self->bottom = self->rect.y + self->rect.height - margin;
}

gboolean
dz_canvas_is_paper (DzChartCanvas *self)
{
  return dz_chart_style_is_paper (&self->style);
}

/* 0.75 pt: one pixel on screen. */
double
dz_canvas_hair (DzChartCanvas *self)
{
  return dz_canvas_is_paper (self) ? 0.75 : 1.0;
}

/* The middle of a pixel on screen, where a hairline is sharp. */
double
dz_canvas_snap (DzChartCanvas *self,
                double         place)
{
  return dz_canvas_is_paper (self) ? place : floor (place) + 0.5;
}

static void
set_colour (DzChartCanvas *self,
            DzColour       c)
{
  cairo_set_source_rgba (self->cr, c.red, c.green, c.blue, c.alpha);
}

static void
set_dash (DzChartCanvas *self,
          double         dash)
{
  double dashes[2] = { dash, dash };

  cairo_set_dash (self->cr, dashes, dash > 0 ? 2 : 0, 0);
}

void
dz_canvas_line (DzChartCanvas *self,
                double         x1,
                double         y1,
                double         x2,
                double         y2,
                double         width,
                DzColour       colour,
                double         dash)
{
  if (self->cr == NULL)
    return;
  if (x1 == x2)
    x1 = x2 = dz_canvas_snap (self, x1);
  if (y1 == y2)
    y1 = y2 = dz_canvas_snap (self, y1);
  set_colour (self, colour);
  cairo_set_line_width (self->cr, width);
  set_dash (self, dash);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

void
dz_canvas_fill (DzChartCanvas *self,
                DzRect         rect,
                DzColour       colour)
{
  if (self->cr == NULL)
    return;
  set_colour (self, colour);
  cairo_rectangle (self->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (self->cr);
}

/* An outline inside the rectangle. */
void
dz_canvas_box (DzChartCanvas *self,
               DzRect         rect,
               DzColour       colour,
               double         dash)
{
  double width = dz_canvas_hair (self);

  if (self->cr == NULL)
    return;
  set_colour (self, colour);
  cairo_set_line_width (self->cr, width);
  set_dash (self, dash);
  cairo_rectangle (self->cr, rect.x + width / 2, rect.y + width / 2,
                   MAX (rect.width - width, 0), MAX (rect.height - width, 0));
  cairo_stroke (self->cr);
}

static void
clip_to (DzChartCanvas *self,
         DzRect         rect)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_clip (self->cr);
}

/* Rising strokes (distance > 0) or falling ones (< 0), distance apart along x. */
static void
add_strokes (DzChartCanvas *self,
             DzRect         rect,
             double         distance)
{
  double step = fabs (distance), slope = distance > 0 ? 1 : -1;
  double first = rect.x + slope * rect.y - (slope > 0 ? 0 : rect.height);
  double last = first + rect.width + rect.height;

  for (double at = floor (first / step) * step; at <= last; at += step)
    {
      cairo_move_to (self->cr, at - slope * rect.y, rect.y);
      cairo_line_to (self->cr, at - slope * (rect.y + rect.height), rect.y + rect.height);
    }
}

/* Diagonal hatching of a rectangle. */
void
dz_canvas_hatch (DzChartCanvas *self,
                 DzRect         rect,
                 DzColour       colour,
                 double         distance)
{
  if (self->cr == NULL || rect.width <= 0)
    return;
  clip_to (self, rect);
  set_colour (self, colour);
  cairo_set_line_width (self->cr, dz_canvas_hair (self) * 0.9);
  set_dash (self, 0);
  add_strokes (self, rect, distance);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

void
dz_canvas_dot (DzChartCanvas *self,
               double         x,
               double         y,
               double         radius,
               DzColour       colour)
{
  if (self->cr == NULL)
    return;
  set_colour (self, colour);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

/* A ring on the ground; its outer edge has the radius. */
void
dz_canvas_ring (DzChartCanvas *self,
                double         x,
                double         y,
                double         radius,
                DzColour       colour,
                double         dash)
{
  double width = dz_canvas_hair (self) * (dash > 0 ? 1 : 1.5);

  if (self->cr == NULL)
    return;
  dz_canvas_dot (self, x, y, radius, self->ground);
  set_colour (self, colour);
  cairo_set_line_width (self->cr, width);
  set_dash (self, dash);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius - width / 2, 0, 2 * G_PI);
  cairo_stroke (self->cr);
}

static void
add_level_lines (DzChartCanvas *self,
                 DzRect         rect,
                 double         step)
{
  for (double y = ceil (rect.y / step) * step; y <= rect.y + rect.height; y += step)
    {
      cairo_move_to (self->cr, rect.x, y);
      cairo_line_to (self->cr, rect.x + rect.width, y);
    }
}

static void
add_upright_lines (DzChartCanvas *self,
                   DzRect         rect,
                   double         step)
{
  for (double x = ceil (rect.x / step) * step; x <= rect.x + rect.width; x += step)
    {
      cairo_move_to (self->cr, x, rect.y);
      cairo_line_to (self->cr, x, rect.y + rect.height);
    }
}

static void
fill_points (DzChartCanvas *self,
             DzRect         rect,
             double         step)
{
  double radius = step * 0.2;

  for (double y = floor (rect.y / step) * step + step / 2; y < rect.y + rect.height; y += step)
    for (double x = floor (rect.x / step) * step + step / 2; x < rect.x + rect.width; x += step)
      {
        cairo_new_sub_path (self->cr);
        cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
      }
  cairo_fill (self->cr);
}

/* The pattern of a theme for a grey copier. */
static void
fill_pattern (DzChartCanvas     *self,
              DzRect             rect,
              const DzThemeLook *look)
{
  double step = MIN (CELL * self->u, MIN (rect.width, rect.height) * 0.6);

  clip_to (self, rect);
  set_colour (self, self->style.background);
  cairo_paint (self->cr);
  set_colour (self, self->style.text);
  set_dash (self, 0);
  cairo_set_line_width (self->cr, dz_canvas_hair (self) * 0.8);
  switch (look->hatching)
    {
    case DZ_HATCHING_SOLID:
      dz_canvas_fill (self, rect, dz_chart_style_theme (&self->style, look));
      break;
    case DZ_HATCHING_RISING:
      cairo_set_line_width (self->cr, dz_canvas_hair (self) * 1.5);
      add_strokes (self, rect, step * 1.5);
      break;
    case DZ_HATCHING_FALLING:
      add_strokes (self, rect, -step * 0.75);
      break;
    case DZ_HATCHING_DOTS:
      fill_points (self, rect, step);
      break;
    case DZ_HATCHING_LEVEL:
      add_level_lines (self, rect, step);
      break;
    case DZ_HATCHING_UPRIGHT:
      add_upright_lines (self, rect, step);
      break;
    case DZ_HATCHING_SQUARES:
    default:
      add_level_lines (self, rect, step * 1.3);
      add_upright_lines (self, rect, step * 1.3);
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* A rectangle in the solid or, on grey paper, the pattern of a theme; no edge. */
void
dz_canvas_theme (DzChartCanvas     *self,
                 DzRect             rect,
                 const DzThemeLook *look)
{
  if (self->cr == NULL)
    return;
  if (self->style.patterns)
    fill_pattern (self, rect, look);
  else
    dz_canvas_fill (self, rect, dz_chart_style_theme (&self->style, look));
}

/* One square of the ranking, one cell of the map: solid, or dashed and hollow. */
void
dz_canvas_swatch (DzChartCanvas     *self,
                  DzRect             rect,
                  const DzThemeLook *look,
                  gboolean           hollow)
{
  DzColour edge = self->style.patterns ? self->style.text : dz_chart_style_theme (&self->style, look);

  if (!hollow)
    dz_canvas_theme (self, rect, look);
  if (hollow || self->style.patterns)
    dz_canvas_box (self, rect, edge, hollow ? 2.5 * dz_canvas_hair (self) : 0);
}

/* A band behind a selected row; text in it has its halo in the same colour. */
void
dz_canvas_select (DzChartCanvas *self,
                  DzRect         rect)
{
  DzColour s = self->style.selection, b = self->style.background;

  dz_canvas_fill (self, rect, s);
  self->ground = (DzColour) { b.red + (s.red - b.red) * s.alpha,
                              b.green + (s.green - b.green) * s.alpha,
                              b.blue + (s.blue - b.blue) * s.alpha, 1 };
}

/* A bar's rectangle around a row's middle; whole pixels on screen. */
DzRect
dz_canvas_bar_rect (DzChartCanvas *self,
                    double         x1,
                    double         x2,
                    double         y,
                    double         height)
{
  if (!dz_canvas_is_paper (self))
    {
      height = MAX (round (height), 2);
      return (DzRect) { MIN (x1, x2), round (y - height / 2), fabs (x2 - x1), height };
    }
  return (DzRect) { MIN (x1, x2), y - height / 2, fabs (x2 - x1), height };
}

/**
 * dz_canvas_add_mark:
 * @row: row of the series, or -1
 *
 * Returns: (transfer none): a new record, valid until the next is added
 */
DzChartMark *
dz_canvas_add_mark (DzChartCanvas *self,
                    DzSeries      *series,
                    int            row)
{
  DzChartMark mark = { .row = row, .measure = -1, .code = -1, .evidence = { 0, -1, { 0, 0 } } };

  if (row >= 0)
    mark.body_id = dz_series_get_row (series, (guint) row)->body_id;
  g_array_append_val (self->geometry->marks, mark);
  return &g_array_index (self->geometry->marks, DzChartMark, self->geometry->marks->len - 1);
}

/* Fills in what a mark stands for from its figure. */
void
dz_canvas_say_cell (DzChartMark *mark,
                    DzSeries    *series,
                    guint        measure)
{
  const DzCell *cell = dz_series_get_cell (series, (guint) mark->row, measure);

  mark->measure = (int) measure;
  mark->indicator = dz_series_get_measure (series, measure)->id;
  mark->mark = cell->mark;
  mark->bound = cell->bound;
  mark->value = cell->value;
  mark->evidence = cell->evidence;
  g_free (mark->spoken);
  mark->spoken = dz_series_dup_spoken (series, (guint) mark->row, measure);
  g_free (mark->words);
  mark->words = g_strdup (cell->words);
}

/* Fills in what a mark stands for from a weakness. */
void
dz_canvas_say_naming (DzChartMark *mark,
                      DzSeries    *series,
                      guint        code)
{
  static const char *const answers[] = { "计划中没有措施", "计划为一般表述", "计划有部分措施", "计划有直接措施" };
  const DzSeriesRow *row = dz_series_get_row (series, (guint) mark->row);
  const DzSeriesCode *info = dz_series_get_code (series, code);
  const DzNaming *naming = dz_series_get_naming (series, (guint) mark->row, code);

  mark->code = (int) code;
  mark->indicator = info->id;
  mark->naming = naming->named;
  mark->evidence = naming->evidence;
  mark->hollow = naming->named == DZ_NAMED_SUGGESTED;
  g_free (mark->words);
  mark->words = g_strdup (naming->words);
  g_free (mark->spoken);
  if (!row->has_report || row->no_problems)
    mark->spoken = g_strdup_printf ("%s，%s", row->name,
                                    row->has_report ? "报告中未读出问题" : "无报告");
  else if (naming->named == DZ_NAMED)
    mark->spoken = g_strdup_printf ("%s，提出%s，%s", row->name, info->name,
                                    naming->open ? "计划中的措施待核" : answers[naming->grade]);
  else
    mark->spoken = g_strdup_printf ("%s，%s，%s", row->name, info->name,
                                    mark->hollow ? "待确认" : "未提出");
}
