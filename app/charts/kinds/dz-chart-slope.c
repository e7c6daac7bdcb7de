/* dz-chart-slope.c - last year to this year: two upright axes, one scale from 0
 *
 * Every point bears its number, so there is no grid. Labels keep the order of the values and
 * spread by pooling; a label that had to move is joined by a leader. Up to 15 bodies; more are
 * drawn as rows (dz-chart-dumbbell.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-change.h"
#include "dz-chart-kind.h"
#include "dz-label-layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BODIES 15
#define PITCH 1.32
#define HEAD 2.2
#define NUMBER_GAP 1.7 /* of the numbers from their axis */

typedef struct
{
  guint row;
  double value; /* wished: the value, or the middle of two */
  double y;     /* of the point */
} Point;

typedef struct
{
  DzChartCanvas *canvas;
  DzSeries *series;
  DzAxis axis;            /* x0 is the bottom, x1 the top: upright */
  double x[2];
  double number_width[2];
  Point *points[2];
  guint n[2];
} Slope;

static int
compare_points (const void *a,
                const void *b)
{
  const Point *p = a, *q = b;

  if (p->value != q->value)
    return p->value > q->value ? -1 : 1;
  return (p->row > q->row) - (p->row < q->row);
}

static gboolean
is_doubtful (Slope *self,
             guint  row)
{
  return dz_change_is_doubtful (dz_series_get_cell (self->series, row, 0),
                                dz_series_get_cell (self->series, row, 1));
}

static gboolean
is_alone (Slope *self,
          guint  row,
          guint  side)
{
  return !dz_cell_has_value (dz_series_get_cell (self->series, row, 1 - side));
}

static void
collect_points (Slope *self,
                guint  side)
{
  guint n = dz_series_get_n_rows (self->series);

  self->points[side] = g_new0 (Point, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, side);

      if (dz_cell_has_value (cell))
        self->points[side][self->n[side]++] =
          (Point) { i, (cell->value + dz_cell_draw_end (cell)) / 2, 0 };
    }
  qsort (self->points[side], self->n[side], sizeof (Point), compare_points);
}

/* What follows the number on the left, what follows the name on the right. */
static char *
dup_words (Slope *self,
           guint  row,
           guint  side)
{
  const char *name = dz_series_get_row (self->series, row)->name;
  g_autofree char *change = dz_change_dup_label (self->series, row);

  if (side == 0 && !is_alone (self, row, 0))
    return g_strdup (name);
  if (is_alone (self, row, side))
    return g_strconcat (name, change, NULL);
  return g_strconcat (name, " ", change, NULL);
}

static char *
dup_number (Slope *self,
            guint  row,
            guint  side)
{
  return dz_cell_dup_label (dz_series_get_cell (self->series, row, side), self->axis.wan);
}

static gboolean
has_two_values (Slope *self,
                guint  row,
                guint  side)
{
  return dz_series_get_cell (self->series, row, side)->mark == DZ_MARK_TWO_VALUES;
}

static double
measure_side (Slope *self,
              guint  side)
{
  double words = 0, beside = 0;

  for (guint i = 0; i < self->n[side]; i++)
    {
      g_autofree char *number = dup_number (self, self->points[side][i].row, side);
      g_autofree char *text = dup_words (self, self->points[side][i].row, side);

      double width = dz_canvas_measure (self->canvas, number, DZ_SIZE_LABEL, TRUE);

      if (has_two_values (self, self->points[side][i].row, side))
        beside = MAX (beside, width);
      else
        self->number_width[side] = MAX (self->number_width[side], width);
      words = MAX (words, dz_canvas_measure (self->canvas, text, DZ_SIZE_LABEL, FALSE));
    }
  return words + MAX (self->number_width[side], beside) + (NUMBER_GAP + 0.7) * self->canvas->u;
}

static void
place_axes (Slope *self)
{
  DzChartCanvas *canvas = self->canvas;
  double width = canvas->right - canvas->left, left = measure_side (self, 0), right = measure_side (self, 1);
  double between = CLAMP (width - left - right, 4 * canvas->u, 24 * canvas->u);
  double spare = MAX (width - left - right - between, 0);

  self->x[0] = canvas->left + left + spare / 2;
  self->x[1] = self->x[0] + between;
}

static void
draw_axes (Slope *self,
           double top,
           double bottom)
{
  DzChartCanvas *canvas = self->canvas;
  DzInk zero = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_RIGHT);

  zero.colour = canvas->style.secondary;
  dz_canvas_line (canvas, self->x[0], bottom, self->x[1], bottom, dz_canvas_hair (canvas),
                  canvas->style.grid, 0);
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *year = g_strdup_printf ("%d年", dz_change_year (self->series, side));
      DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_CENTRE);
      double x = self->x[side];

      ink.bold = TRUE;
      dz_canvas_text (canvas, year, ink, x, top - 1.2 * canvas->u);
      dz_canvas_line (canvas, x, top - 0.4 * canvas->u, x, bottom, dz_canvas_hair (canvas) * 1.3,
                      canvas->style.axis, 0);
      zero.align = side == 0 ? DZ_ALIGN_RIGHT : DZ_ALIGN_LEFT;
      dz_canvas_text (canvas, "0", zero, x + (side == 0 ? -0.5 : 0.5) * canvas->u, bottom);
    }
}

static void
draw_lines (Slope *self)
{
  DzChartCanvas *canvas = self->canvas;
  double hair = dz_canvas_hair (canvas);

  for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
    {
      const DzCell *before = dz_series_get_cell (self->series, i, 0);
      const DzCell *now = dz_series_get_cell (self->series, i, 1);
      gboolean sure = dz_change_is_sure (before, now);
      gint64 body = dz_series_get_row (self->series, i)->body_id;
      double chosen = body != 0 && body == canvas->view.selected_body ? 2 : 1;

      if (!dz_cell_has_value (before) || !dz_cell_has_value (now))
        continue;
      for (int a = 0; a < (before->mark == DZ_MARK_TWO_VALUES ? 2 : 1); a++)
        for (int b = 0; b < (now->mark == DZ_MARK_TWO_VALUES ? 2 : 1); b++)
          dz_canvas_line (canvas, self->x[0], dz_axis_place (&self->axis, a ? before->high : before->value),
                          self->x[1], dz_axis_place (&self->axis, b ? now->high : now->value),
                          hair * (sure ? 1.7 : 1) * chosen, canvas->style.strong, sure ? 0 : 3 * hair);
    }
}

static void
draw_point (Slope *self,
            guint  side,
            guint  place)
{
  DzChartCanvas *canvas = self->canvas;
  Point *point = &self->points[side][place];
  const DzCell *cell = dz_series_get_cell (self->series, point->row, side);
  double radius = 0.3 * canvas->u, x = self->x[side], y = dz_axis_place (&self->axis, cell->value);
  double low = dz_axis_place (&self->axis, dz_cell_draw_end (cell));
  DzChartMark *mark = dz_canvas_add_mark (canvas, self->series, (int) point->row);

  mark->panel = side;
  mark->line = place;
  dz_canvas_say_cell (mark, self->series, side);
  mark->hollow = !dz_cell_is_usable (cell) || is_alone (self, point->row, side);
  if (mark->hollow)
    dz_canvas_ring (canvas, x, y, radius, canvas->style.strong, 0);
  else
    dz_canvas_dot (canvas, x, y, radius, canvas->style.strong);
  if (cell->mark == DZ_MARK_TWO_VALUES)
    dz_canvas_ring (canvas, x, low, radius, canvas->style.strong, 0);
  mark->ink = (DzRect) { x - radius, MIN (y, low) - radius, 2 * radius, fabs (y - low) + 2 * radius };
  mark->open_right = cell->bound == DZ_BOUND_AT_LEAST;
  mark->open_left = cell->bound == DZ_BOUND_AT_MOST;
}

/* On the left the whole part ends at the same place and ＊ hangs out. */
static double
draw_number (Slope      *self,
             const char *number,
             DzInk       ink,
             double      x,
             double      y)
{
  g_autofree char *bare = g_str_has_suffix (number, "＊")
                            ? g_strndup (number, strlen (number) - strlen ("＊")) : g_strdup (number);

  if (ink.align == DZ_ALIGN_LEFT || g_str_equal (bare, number))
    return dz_canvas_text (self->canvas, number, ink, x, y);
  dz_canvas_text (self->canvas, bare, ink, x, y);
  ink.align = DZ_ALIGN_LEFT;
  ink.halo = FALSE; /* it would cut the number */
  dz_canvas_text (self->canvas, "＊", ink, x, y);
  return dz_canvas_measure (self->canvas, bare, DZ_SIZE_LABEL, TRUE);
}

/* Number bold beside the axis, then the name; on the left in mirror order. */
static void
draw_label (Slope *self,
            guint  side,
            guint  place,
            double y)
{
  DzChartCanvas *canvas = self->canvas;
  Point *point = &self->points[side][place];
  g_autofree char *number = dup_number (self, point->row, side), *words = dup_words (self, point->row, side);
  double u = canvas->u, out = side == 0 ? -1 : 1, x = self->x[side] + out * NUMBER_GAP * u;
  double height = MAX (PITCH * u, canvas->style.min_hit), width, far;
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  DzChartMark *mark = &g_array_index (canvas->geometry->marks, DzChartMark, canvas->geometry->marks->len - 1);

  if (is_doubtful (self, point->row) && !dz_cell_is_usable (dz_series_get_cell (self->series, point->row, side)))
    ink.colour = canvas->style.doubt;
  else if (is_alone (self, point->row, side))
    ink.colour = canvas->style.secondary;
  if (fabs (y - point->y) > 1.5)
    dz_canvas_line (canvas, self->x[side] + out * 0.5 * u, point->y, x - out * 0.15 * u, y,
                    dz_canvas_hair (canvas) * 0.8, canvas->style.axis, 0);
  ink.bold = TRUE;
  ink.halo = TRUE;
  ink.align = side == 0 ? DZ_ALIGN_RIGHT : DZ_ALIGN_LEFT;
  far = x + out * draw_number (self, number, ink, x, y);
  if (!has_two_values (self, point->row, side))
    far = x + out * self->number_width[side];
  far += out * 0.7 * u;
  ink.bold = FALSE;
  width = dz_canvas_text (canvas, words, ink, far, y);
  far += out * width;
  mark->hit = (DzRect) { MIN (far, self->x[side] - 0.4 * u), y - height / 2,
                         MAX (far, self->x[side] + 0.4 * u) - MIN (far, self->x[side] - 0.4 * u), height };
}

static void
draw_side (Slope *self,
           guint  side,
           double top,
           double bottom)
{
  g_autofree double *places = g_new (double, self->n[side] + 1);

  for (guint i = 0; i < self->n[side]; i++)
    {
      self->points[side][i].y = dz_axis_place (&self->axis, self->points[side][i].value);
      places[i] = self->points[side][i].y;
    }
  dz_labels_spread (places, self->n[side], PITCH * self->canvas->u, top, bottom);
  for (guint i = 0; i < self->n[side]; i++)
    {
      draw_point (self, side, i);
      draw_label (self, side, i, places[i]);
    }
}

/* The panel's height; u goes down where the labels need more than there is. */
static double
choose_height (Slope   *self,
               DzFrame *frame,
               double  *top)
{
  DzChartCanvas *canvas = self->canvas;
  double least = dz_canvas_is_paper (canvas) ? MIN (canvas->style.min_text, canvas->u)
                                             : canvas->u * 11.5 / 14;
  guint most = MAX (self->n[0], self->n[1]);

  for (;;)
    {
      double needs = (most + 1) * PITCH * canvas->u, room;

      *top = dz_frame_draw_head (frame, canvas, FALSE) + HEAD * canvas->u;
      if (canvas->natural)
        return MAX (needs, 26 * canvas->u);
      room = canvas->bottom - dz_frame_draw_foot (frame, canvas, 0, FALSE) - 0.9 * canvas->u - *top;
      if (room >= needs || canvas->u <= least + 1e-6)
        {
          canvas->geometry->crowded = room < needs;
          return MAX (room, most * PITCH * canvas->u);
        }
      dz_canvas_set_u (canvas, MAX (canvas->u * 0.97, least));
    }
}

static void
add_notes (DzFrame *frame,
           Slope   *slope)
{
  gboolean alone = FALSE, doubtful = FALSE;

  for (guint i = 0; i < dz_series_get_n_rows (slope->series); i++)
    {
      alone = alone || is_alone (slope, i, 0) || is_alone (slope, i, 1);
      doubtful = doubtful || is_doubtful (slope, i);
    }
  if (alone)
    dz_frame_note (frame, "空心圆为只有一年的数。");
  if (doubtful)
    dz_frame_note (frame, "虚线为待核。");
  dz_frame_note (frame, "标签与点错开时用细线连接，标签上下次序与数值一致。");
}

static double
find_largest (DzSeries *series)
{
  double high = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    for (guint m = 0; m < 2; m++)
      if (dz_cell_has_value (dz_series_get_cell (series, i, m)))
        high = MAX (high, dz_cell_draw_end (dz_series_get_cell (series, i, m)));
  return high > 0 ? high : 1;
}

/* No room for two columns of labels and lines between them. */
static gboolean
is_too_narrow (DzChartCanvas *canvas,
               DzSeries      *series)
{
  Slope slope = { .canvas = canvas, .series = series };
  double needs = 6 * canvas->u;

  for (guint side = 0; side < 2; side++)
    {
      collect_points (&slope, side);
      needs += measure_side (&slope, side);
    }
  g_free (slope.points[0]);
  g_free (slope.points[1]);
  return needs > canvas->right - canvas->left;
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  g_autofree char *subtitle = NULL;
  g_auto(DzFrame) frame = { 0 };
  Slope slope = { .canvas = canvas, .series = series };
  double top, height;
  DzRect plot;

  if (dz_series_get_n_rows (series) > MOST_BODIES || is_too_narrow (canvas, series))
    return dz_dumbbell_draw (canvas, series);

  subtitle = dz_change_dup_subtitle (series);
  dz_frame_init (&frame, series, subtitle);
  add_notes (&frame, &slope);
  collect_points (&slope, 0);
  collect_points (&slope, 1);
  dz_change_init_axis (&slope.axis, series);
  height = choose_height (&slope, &frame, &top);
  slope.axis.end = find_largest (series) * 1.05; /* no ticks, so no need of a round end */
  slope.axis.x0 = top + height;
  slope.axis.x1 = top;
  place_axes (&slope);
  dz_frame_draw_head (&frame, canvas, TRUE);
  plot = (DzRect) { slope.x[0], top, slope.x[1] - slope.x[0], height };
  g_array_append_val (canvas->geometry->panels, plot);
  draw_axes (&slope, top, top + height);
  draw_lines (&slope);
  for (guint side = 0; side < 2; side++)
    draw_side (&slope, side, top, top + height - canvas->u);
  g_free (slope.points[0]);
  g_free (slope.points[1]);
  return dz_frame_draw_foot (&frame, canvas, top + height + 0.9 * canvas->u, TRUE);
}

extern const DzChart dz_chart_slope;
const DzChart dz_chart_slope = { "slope", "年度对比图", dz_change_can_draw, draw, NULL };
