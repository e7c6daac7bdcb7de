/* dz-chart-marks.c - one value in ink: bar, dot, label
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-marks.h"

#include <math.h>
#include <string.h>

#define MISSING_WIDTH 1.3
#define ABOUT_WIDTH 0.9
#define OPEN_LENGTH 0.5  /* of the bar's height */
#define ARROW 1.5
#define WHISKER 0.95

static double
outline (DzChartCanvas *canvas)
{
  return dz_canvas_hair (canvas) * 4 / 3;
}

/* The value the drawing reaches to: the higher one of two. */
double
dz_cell_draw_end (const DzCell *cell)
{
  return cell->mark == DZ_MARK_TWO_VALUES ? cell->high : cell->value;
}

static gboolean
is_stated_zero (const DzCell *cell)
{
  return cell->value == 0 && cell->bound == DZ_BOUND_EXACT && cell->mark != DZ_MARK_TWO_VALUES;
}

static void
stroke_open (DzChartCanvas *canvas,
             DzColour       colour,
             gboolean       closed)
{
  DzColour g = canvas->ground;

  cairo_set_source_rgba (canvas->cr, g.red, g.green, g.blue, g.alpha);
  cairo_fill_preserve (canvas->cr);
  cairo_set_source_rgba (canvas->cr, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
  cairo_set_line_width (canvas->cr, dz_canvas_hair (canvas));
  if (closed)
    cairo_close_path (canvas->cr);
  cairo_stroke (canvas->cr);
}

/* The open point of ≥: white, outlined, without a line where it leaves the bar. */
static void
draw_open_point (DzChartCanvas *canvas,
                 DzRect         bar,
                 DzColour       colour)
{
  double x = bar.x + bar.width, length = OPEN_LENGTH * bar.height, edge = dz_canvas_hair (canvas) / 2;

  if (canvas->cr == NULL)
    return;
  cairo_new_path (canvas->cr);
  cairo_move_to (canvas->cr, x, bar.y + edge);
  cairo_line_to (canvas->cr, x + length * 0.45, bar.y + edge);
  cairo_line_to (canvas->cr, x + length, bar.y + bar.height / 2);
  cairo_line_to (canvas->cr, x + length * 0.45, bar.y + bar.height - edge);
  cairo_line_to (canvas->cr, x, bar.y + bar.height - edge);
  stroke_open (canvas, colour, FALSE);
}

/* ≤: outlined, with a point to the left at the value. */
static void
draw_at_most (DzChartCanvas *canvas,
              DzRect         bar,
              DzColour       colour)
{
  double right = bar.x + MAX (bar.width, OPEN_LENGTH * bar.height), edge = dz_canvas_hair (canvas) / 2;

  if (canvas->cr == NULL)
    return;
  cairo_new_path (canvas->cr);
  cairo_move_to (canvas->cr, bar.x + edge, bar.y + edge);
  cairo_line_to (canvas->cr, right, bar.y + edge);
  cairo_line_to (canvas->cr, right - OPEN_LENGTH * bar.height, bar.y + bar.height / 2);
  cairo_line_to (canvas->cr, right, bar.y + bar.height - edge);
  cairo_line_to (canvas->cr, bar.x + edge, bar.y + bar.height - edge);
  stroke_open (canvas, colour, TRUE);
}

/* ≈: the last part hatched with a dashed edge, centred on the value. */
static void
draw_about (DzChartCanvas *canvas,
            const DzAxis  *axis,
            DzRect         bar,
            DzColour       colour)
{
  double value = bar.x + bar.width, half = ABOUT_WIDTH * canvas->u / 2;
  double left = MAX (value - half, bar.x);
  DzRect end = { left, bar.y, value + half - left, bar.height };

  dz_canvas_fill (canvas, (DzRect) { bar.x, bar.y, left - bar.x, bar.height }, colour);
  dz_canvas_fill (canvas, end, canvas->ground);
  dz_canvas_hatch (canvas, end, colour, 0.32 * canvas->u);
  dz_canvas_box (canvas, end, colour, 2 * dz_canvas_hair (canvas));
}

/* What a bar needs beyond its last value. */
double
dz_mark_bar_tail (DzChartCanvas *canvas,
                  const DzCell  *cell,
                  double         height)
{
  if (!dz_cell_has_value (cell))
    return MISSING_WIDTH * canvas->u;
  if (is_stated_zero (cell))
    return 1.5;
  if (cell->bound == DZ_BOUND_AT_LEAST)
    return OPEN_LENGTH * height;
  return cell->bound == DZ_BOUND_ABOUT ? ABOUT_WIDTH * canvas->u / 2 : 0;
}

static double
draw_missing_box (DzChartCanvas *canvas,
                  const DzAxis  *axis,
                  double         y,
                  double         height,
                  DzChartMark   *mark)
{
  double x = dz_axis_place (axis, MAX (axis->start, 0));
  DzRect box = dz_canvas_bar_rect (canvas, x, x + MISSING_WIDTH * canvas->u, y, height * 0.64);

  dz_canvas_box (canvas, box, canvas->style.axis, 2 * dz_canvas_hair (canvas));
  mark->ink = box;
  mark->hollow = TRUE;
  return box.x + box.width;
}

static double
draw_zero (DzChartCanvas *canvas,
           double         x,
           double         y,
           double         height,
           DzChartMark   *mark)
{
  double width = dz_canvas_is_paper (canvas) ? 1.65 : 2.2;

  mark->ink = (DzRect) { x - width / 2, y - height / 2 - 1, width, height + 2 };
  dz_canvas_fill (canvas, mark->ink, canvas->style.text);
  return x + width / 2;
}

/**
 * dz_mark_bar:
 * @mark: (inout): gets ink and form
 *
 * Returns: the right end of the ink, where a label may follow
 */
double
dz_mark_bar (DzChartCanvas *canvas,
             const DzAxis  *axis,
             const DzCell  *cell,
             double         y,
             double         height,
             DzColour       colour,
             DzChartMark   *mark)
{
  double zero = dz_axis_place (axis, MAX (axis->start, 0)), value, end;
  DzRect bar;

  if (cell->mark == DZ_MARK_NOT_APPLICABLE)
    return zero;
  if (!dz_cell_has_value (cell))
    return draw_missing_box (canvas, axis, y, height, mark);
  if (is_stated_zero (cell))
    return draw_zero (canvas, zero, y, height, mark);

  value = dz_axis_place (axis, cell->value);
  bar = dz_canvas_bar_rect (canvas, zero, value, y, height);
  mark->ink = bar;
  if (cell->bound == DZ_BOUND_ABOUT)
    draw_about (canvas, axis, bar, colour);
  else if (cell->bound == DZ_BOUND_AT_MOST)
    draw_at_most (canvas, bar, colour);
  else
    dz_canvas_fill (canvas, bar, colour);

  mark->open_right = cell->bound == DZ_BOUND_AT_LEAST;
  mark->open_left = cell->bound == DZ_BOUND_AT_MOST;
  if (mark->open_right)
    draw_open_point (canvas, bar, colour);
  end = MAX (zero, value) + dz_mark_bar_tail (canvas, cell, bar.height);
  if (cell->mark == DZ_MARK_TWO_VALUES)
    {
      DzRect second = bar;

      end = dz_axis_place (axis, cell->high);
      second.x = value;
      second.width = end - value;
      dz_canvas_box (canvas, second, colour, 2.2 * dz_canvas_hair (canvas));
    }
  mark->ink.width = end - mark->ink.x;
  return end;
}

/* A line with an open head at x2. */
void
dz_mark_arrow (DzChartCanvas *canvas,
               double         x1,
               double         x2,
               double         y,
               DzColour       colour)
{
  double head = 0.26 * canvas->u * (x2 > x1 ? 1 : -1);

  dz_canvas_line (canvas, x1, y, x2, y, outline (canvas), colour, 0);
  if (canvas->cr == NULL)
    return;
  y = dz_canvas_snap (canvas, y);
  cairo_move_to (canvas->cr, x2 - head, y - fabs (head));
  cairo_line_to (canvas->cr, x2, y);
  cairo_line_to (canvas->cr, x2 - head, y + fabs (head));
  cairo_stroke (canvas->cr);
}

/* What a dot needs to the right of its last value. */
double
dz_mark_dot_tail (DzChartCanvas *canvas,
                  const DzCell  *cell,
                  gboolean       rate)
{
  if (cell->bound == DZ_BOUND_AT_LEAST && !rate)
    return ARROW * canvas->u;
  if (cell->bound == DZ_BOUND_ABOUT)
    return WHISKER * canvas->u;
  return DZ_DOT_RADIUS * canvas->u;
}

/**
 * dz_mark_dot:
 * @rate: the arrow of ≥ runs to the end of the axis
 *
 * A cell without a value draws nothing: its ring stands outside the scale.
 *
 * Returns: the right end of the ink
 */
double
dz_mark_dot (DzChartCanvas *canvas,
             const DzAxis  *axis,
             const DzCell  *cell,
             gboolean       rate,
             double         y,
             DzColour       colour,
             DzChartMark   *mark)
{
  double x = dz_axis_place (axis, cell->value), radius = DZ_DOT_RADIUS * canvas->u, end = x + radius;
  double left = x - radius;

  if (!dz_cell_has_value (cell))
    return axis->x0;
  if (cell->bound == DZ_BOUND_AT_LEAST && (!rate || cell->value < axis->end))
    {
      end = rate ? axis->x1 : x + ARROW * canvas->u;
      dz_mark_arrow (canvas, x, end, y, colour);
      mark->open_right = TRUE;
    }
  if (cell->bound == DZ_BOUND_AT_MOST)
    {
      left = MAX (x - ARROW * canvas->u, axis->x0 - radius);
      dz_mark_arrow (canvas, x, left, y, colour);
      mark->open_left = TRUE;
    }
  if (cell->bound == DZ_BOUND_ABOUT)
    {
      left = x - WHISKER * canvas->u;
      end = x + WHISKER * canvas->u;
      dz_canvas_line (canvas, left, y, end, y, outline (canvas), colour, 2 * dz_canvas_hair (canvas));
    }
  if (cell->mark == DZ_MARK_TWO_VALUES)
    dz_canvas_line (canvas, x, y, dz_axis_place (axis, cell->high), y, dz_canvas_hair (canvas), colour,
                    2 * dz_canvas_hair (canvas));
  mark->hollow = cell->mark == DZ_MARK_CONFLICT || cell->mark == DZ_MARK_TWO_VALUES;
  if (mark->hollow)
    dz_canvas_ring (canvas, x, y, radius, colour, 0);
  else
    dz_canvas_dot (canvas, x, y, radius, colour);
  if (cell->mark == DZ_MARK_TWO_VALUES)
    {
      dz_canvas_ring (canvas, dz_axis_place (axis, cell->high), y, radius, colour, 0);
      end = dz_axis_place (axis, cell->high) + radius;
    }
  mark->ink = (DzRect) { left, y - radius, end - left, 2 * radius };
  return end;
}

void
dz_mark_missing_ring (DzChartCanvas *canvas,
                      double         x,
                      double         y,
                      DzChartMark   *mark)
{
  double radius = DZ_DOT_RADIUS * canvas->u;

  dz_canvas_ring (canvas, x, y, radius, canvas->style.axis, 2 * dz_canvas_hair (canvas));
  mark->ink = (DzRect) { x - radius, y - radius, 2 * radius, 2 * radius };
  mark->hollow = TRUE;
}

/* 待核, or NULL. */
const char *
dz_mark_word (const DzCell *cell)
{
  return cell->mark == DZ_MARK_TWO_VALUES || cell->mark == DZ_MARK_CONFLICT || cell->mark == DZ_MARK_UNDECIDED
           ? "待核" : NULL;
}

/* Where two columns share the width, as in the tables: 核. */
static const char *
pick_word (DzChartCanvas *canvas,
           const DzCell  *cell)
{
  const char *word = dz_mark_word (cell);

  return word != NULL && canvas->short_words ? word + strlen ("待") : word;
}

static gboolean
shows_note (const DzCell *cell)
{
  return cell->note != NULL && dz_mark_word (cell) == NULL;
}

double
dz_mark_label_width (DzChartCanvas *canvas,
                     const DzCell  *cell,
                     gboolean       wan)
{
  g_autofree char *label = dz_cell_dup_label (cell, wan);
  double width = dz_canvas_measure (canvas, label, DZ_SIZE_LABEL, FALSE);
  const char *word = pick_word (canvas, cell);

  if (word != NULL)
    width += 0.3 * canvas->u + dz_canvas_measure (canvas, word, DZ_SIZE_NOTE, FALSE);
  if (shows_note (cell))
    width += 0.8 * canvas->u + dz_canvas_measure (canvas, cell->note, DZ_SIZE_NOTE, FALSE);
  return width;
}

/* The number with its signs, 待核, and plain words. Returns the width. */
double
dz_mark_label (DzChartCanvas *canvas,
               const DzCell  *cell,
               gboolean       wan,
               double         x,
               double         y)
{
  g_autofree char *label = dz_cell_dup_label (cell, wan);
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  double width;
  const char *word = pick_word (canvas, cell);

  ink.halo = TRUE;
  if (!dz_cell_has_value (cell))
    ink.colour = canvas->style.secondary;
  width = dz_canvas_text (canvas, label, ink, x, y);
  ink.size = DZ_SIZE_NOTE;
  if (word != NULL)
    {
      ink.colour = canvas->style.doubt;
      width += 0.3 * canvas->u;
      width += dz_canvas_text (canvas, word, ink, x + width, y);
    }
  if (shows_note (cell))
    {
      ink.colour = canvas->style.secondary;
      width += 0.8 * canvas->u;
      width += dz_canvas_text (canvas, cell->note, ink, x + width, y);
    }
  return width;
}
