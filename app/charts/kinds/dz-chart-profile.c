/* dz-chart-profile.c - one body among all: a cell an indicator, each with its own scale
 *
 * Cells do not compare with each other, and the note says so. Other bodies are thin strokes, the
 * median a thick one, the body itself a dot with its number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-kind.h"

#include "dz-format.h"

#include <math.h>

#define MOST_CELLS 15
#define CELL_HEIGHT 6.3
#define LEAST_CELL 5.4

typedef struct
{
  DzChartCanvas *canvas;
  DzSeries *series;
  guint body; /* row */
  guint measures[MOST_CELLS];
  guint n;
  guint n_columns;
  double width, height, gap;
} Profile;

static guint
count_reported (DzSeries *series,
                guint     measure)
{
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    n += dz_cell_has_value (dz_series_get_cell (series, i, measure));
  return n;
}

/* An indicator that nobody but this body reports says nothing here. */
static void
choose_measures (Profile *self)
{
  for (guint m = 0; m < dz_series_get_n_measures (self->series) && self->n < MOST_CELLS; m++)
    {
      guint n = count_reported (self->series, m);

      n -= dz_cell_has_value (dz_series_get_cell (self->series, self->body, m));
      if (n > 0)
        self->measures[self->n++] = m;
    }
}

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  Profile profile = { .series = series };
  int body = dz_series_find_body (series, series->focus_body);

  if (!dz_chart_need_figures (series, refusal))
    return FALSE;
  if (dz_series_get_n_measures (series) == 2 && dz_chart_are_years (series))
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE, g_strdup ("单位概况图画的是一个年度的各项指标。"),
                            "请换成年度对比图或两年对照图。");
  if (series->focus_body == 0 || body < 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE, g_strdup ("没有选定单位。"),
                            "请在名册里选一个单位。");
  profile.body = (guint) body;
  choose_measures (&profile);
  if (profile.n == 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_SEE_TABLE,
                            g_strdup ("没有可画的数据：其他单位都没有报这些指标。"), "请看表。");
  return TRUE;
}

static double
draw_title (Profile *self,
            guint    measure,
            double   x,
            double   y)
{
  DzChartCanvas *canvas = self->canvas;
  const DzMeasure *info = dz_series_get_measure (self->series, measure);
  g_autofree char *unit = g_strdup_printf ("（%s）", info->unit);
  g_autofree char *n = g_strdup_printf ("n＝%u", count_reported (self->series, measure));
  DzInk ink = dz_ink (canvas, DZ_SIZE_HEAD, DZ_ALIGN_LEFT);
  double n_width = dz_canvas_measure (canvas, n, DZ_SIZE_TICK, FALSE), width;

  ink.bold = TRUE;
  width = dz_canvas_text (canvas, info->short_name, ink, x, y);
  ink.bold = FALSE;
  ink.size = DZ_SIZE_TICK;
  ink.colour = canvas->style.secondary;
  if (info->unit[0] != '\0' &&
      width + dz_canvas_measure (canvas, unit, DZ_SIZE_TICK, FALSE) + n_width + canvas->u < self->width)
    dz_canvas_text (canvas, unit, ink, x + width + 0.15 * canvas->u, y);
  ink.align = DZ_ALIGN_RIGHT;
  if (width + n_width + 0.6 * canvas->u < self->width)
    dz_canvas_text (canvas, n, ink, x + self->width, y);
  return y;
}

static void
draw_ends (Profile      *self,
           const DzAxis *axis,
           double        y)
{
  DzChartCanvas *canvas = self->canvas;
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_LEFT);
  g_autofree char *start = dz_axis_dup_label (axis, 0);
  g_autofree char *end = dz_format_number (axis->end);

  ink.colour = canvas->style.secondary;
  dz_canvas_text (canvas, start, ink, axis->x0, y);
  ink.align = DZ_ALIGN_RIGHT;
  dz_canvas_text (canvas, end, ink, axis->x1, y);
}

/* Under the axis, lower if it would touch the number at an end. */
static void
draw_median (Profile      *self,
             const DzAxis *axis,
             double        median,
             double        y)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, x = dz_axis_place (axis, median), half, left, drop = 1.0 * u;
  g_autofree char *number = dz_format_number (median), *text = g_strconcat ("中位 ", number, NULL);
  g_autofree char *start = dz_axis_dup_label (axis, 0), *end = dz_format_number (axis->end);
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_LEFT);

  ink.colour = canvas->style.secondary;
  half = dz_canvas_measure (canvas, text, DZ_SIZE_TICK, FALSE) / 2;
  left = CLAMP (x - half, axis->x0, MAX (axis->x1 - 2 * half, axis->x0));
  if (left < axis->x0 + dz_canvas_measure (canvas, start, DZ_SIZE_TICK, FALSE) + 0.5 * u ||
      left + 2 * half > axis->x1 - dz_canvas_measure (canvas, end, DZ_SIZE_TICK, FALSE) - 0.5 * u)
    drop = 1.95 * u;
  dz_canvas_line (canvas, x, y - 0.8 * u, x, y + 0.45 * u, dz_canvas_hair (canvas) * 2.4, canvas->style.text, 0);
  dz_canvas_text (canvas, text, ink, left, y + drop);
}

static void
draw_others (Profile      *self,
             guint         measure,
             const DzAxis *axis,
             double        y)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u;

  for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, measure);
      double x = dz_axis_place (axis, cell->value);

      if (i != self->body && dz_cell_has_value (cell))
        dz_canvas_line (canvas, x, y - 0.45 * u, x, y + 0.45 * u, dz_canvas_hair (canvas),
                        canvas->style.axis, 0);
    }
}

static void
draw_body (Profile      *self,
           guint         measure,
           const DzAxis *axis,
           double        y,
           DzChartMark  *mark)
{
  DzChartCanvas *canvas = self->canvas;
  const DzCell *cell = dz_series_get_cell (self->series, self->body, measure);
  g_autofree char *label = dz_cell_dup_label (cell, FALSE);
  const char *word = dz_mark_word (cell);
  g_autofree char *text = word != NULL ? g_strconcat (label, " ", word, NULL) : g_strdup (label);
  double u = canvas->u, half = dz_canvas_measure (canvas, text, DZ_SIZE_LABEL, TRUE) / 2, x;
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);

  ink.halo = TRUE;
  if (!dz_cell_has_value (cell))
    {
      ink.colour = canvas->style.secondary;
      x = axis->x0;
      if (cell->mark != DZ_MARK_NOT_APPLICABLE)
        {
          dz_mark_missing_ring (canvas, x + DZ_DOT_RADIUS * u, y - 1.25 * u, mark);
          x += 1.0 * u;
        }
      dz_canvas_text (canvas, text, ink, x, y - 1.25 * u);
      return;
    }
  ink.bold = TRUE;
  ink.colour = canvas->style.dot;
  x = CLAMP (dz_axis_place (axis, cell->value) - half, axis->x0, MAX (axis->x1 - 2 * half, axis->x0));
  dz_canvas_text (canvas, text, ink, x, y - 1.25 * u);
  dz_mark_dot (canvas, axis, cell, FALSE, y, canvas->style.dot, mark);
}

/* A dot at the end of its axis, and its arrow, stay in the cell. */
static double
room_at_end (Profile *self,
             guint    measure)
{
  const DzCell *cell = dz_series_get_cell (self->series, self->body, measure);

  return dz_cell_has_value (cell) ? dz_mark_dot_tail (self->canvas, cell, FALSE) : 0;
}

static void
draw_cell (Profile *self,
           guint    i,
           double   top)
{
  DzChartCanvas *canvas = self->canvas;
  guint measure = self->measures[i], column = i % self->n_columns, line = i / self->n_columns;
  double x = canvas->left + column * (self->width + self->gap), y = top + line * self->height, axis_y;
  DzStatistics stats = dz_series_get_statistics (self->series, measure, NULL);
  DzChartMark *mark = dz_canvas_add_mark (canvas, self->series, (int) self->body);
  DzAxis axis;

  mark->line = line;
  mark->column = column;
  mark->hit = (DzRect) { x, y, self->width, self->height };
  dz_canvas_say_cell (mark, self->series, measure);
  dz_axis_init (&axis, self->series, measure, TRUE, 4);
  if (axis.wan) /* numbers as the reports give them: there is room for them here */
    axis.wan = FALSE;
  axis.x0 = x;
  axis.x1 = x + self->width - room_at_end (self, measure);
  axis_y = y + 3.0 * canvas->u;
  draw_title (self, measure, x, y + 0.6 * canvas->u);
  dz_canvas_line (canvas, x, axis_y, x + self->width, axis_y, dz_canvas_hair (canvas), canvas->style.axis, 0);
  draw_others (self, measure, &axis, axis_y);
  draw_ends (self, &axis, axis_y + 1.0 * canvas->u);
  if (stats.has_median)
    draw_median (self, &axis, stats.median, axis_y);
  draw_body (self, measure, &axis, axis_y, mark);
}

static double
choose_height (Profile *self,
               DzFrame *frame)
{
  DzChartCanvas *canvas = self->canvas;
  double least = dz_canvas_is_paper (canvas) ? MIN (canvas->style.min_text, canvas->u)
                                             : canvas->u * 11.5 / 14;

  for (;;)
    {
      guint n_lines;
      double top = dz_frame_draw_head (frame, canvas, FALSE) + 0.6 * canvas->u, width = canvas->right - canvas->left;

      self->n_columns = dz_canvas_is_paper (canvas) ? 4 : 3;
      while (self->n_columns > 1 && width / self->n_columns < 11 * canvas->u)
        self->n_columns--;
      self->gap = 2.1 * canvas->u;
      self->width = (width - (self->n_columns - 1) * self->gap) / self->n_columns;
      n_lines = (self->n + self->n_columns - 1) / self->n_columns;
      self->height = CELL_HEIGHT * canvas->u;
      if (!canvas->natural)
        self->height = MIN ((canvas->bottom - dz_frame_draw_foot (frame, canvas, 0, FALSE) - top) / n_lines,
                            7.5 * canvas->u);
      if (self->height >= LEAST_CELL * canvas->u || canvas->u <= least + 1e-6)
        {
          canvas->geometry->crowded = self->height < LEAST_CELL * canvas->u;
          self->height = MAX (self->height, LEAST_CELL * canvas->u);
          return top;
        }
      dz_canvas_set_u (canvas, MAX (canvas->u * 0.97, least));
    }
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  Profile profile = { .canvas = canvas, .series = series,
                      .body = (guint) dz_series_find_body (series, series->focus_body) };
  g_autofree char *subtitle = g_strdup_printf ("每格一项指标，横轴自0起（比率轴可不自0起），各格刻度不同；"
                                               "细竖线为其他单位，粗竖线为全县中位数，圆点为%s",
                                               dz_series_get_row (series, profile.body)->name);
  g_auto(DzFrame) frame = { 0 };
  double top;
  DzRect plot;

  choose_measures (&profile);
  dz_frame_init (&frame, series, subtitle);
  dz_frame_note (&frame, "n 为已报单位数，含不准确数（≥按下限、≈按所写数）；待核的数不进中位数。"
                         "n 少于5的，或过半数不是准确数的，不画中位数。");
  dz_frame_add_incomparable (&frame, "各格刻度不同，格与格之间不能比长短");
  top = choose_height (&profile, &frame);
  dz_frame_draw_head (&frame, canvas, TRUE);
  plot = (DzRect) { canvas->left, top, canvas->right - canvas->left,
                    (profile.n + profile.n_columns - 1) / profile.n_columns * profile.height };
  g_array_append_val (canvas->geometry->panels, plot);
  for (guint i = 0; i < profile.n; i++)
    draw_cell (&profile, i, top);
  return dz_frame_draw_foot (&frame, canvas, top + plot.height, TRUE);
}

extern const DzChart dz_chart_profile;
const DzChart dz_chart_profile = { "profile", "单位概况图", can_draw, draw, NULL };
