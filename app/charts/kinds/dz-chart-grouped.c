/* dz-chart-grouped.c - two or three measures of one unit as bars under each other, one scale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-kind.h"

#include <math.h>

#define MOST_BARS 3

static guint
count_bars (DzSeries *series)
{
  return MIN (dz_series_get_n_measures (series), MOST_BARS);
}

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  if (!dz_chart_need_measures (series, 2, refusal))
    return FALSE;
  for (guint m = 1; m < count_bars (series); m++)
    if (dz_series_get_measure (series, m)->unit != dz_series_get_measure (series, 0)->unit)
      return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                              g_strdup_printf ("“%s”与“%s”计量单位不同，不能合并。",
                                               dz_series_get_measure (series, 0)->short_name,
                                               dz_series_get_measure (series, m)->short_name),
                              "可以换成条形与圆点并列图。");
  return TRUE;
}

static DzColour
pick_colour (DzChartCanvas *canvas,
             guint          measure)
{
  return measure == 0 ? canvas->style.bar : measure == 1 ? canvas->style.strong : canvas->style.rest;
}

static double
bar_height (DzRows *rows)
{
  return rows->pitch * 0.78 / count_bars (rows->series);
}

/* Labels are only as large as the bar's share of the row allows: over that they are left out. */
static double
label_size (DzRows *rows)
{
  double fits = rows->pitch / count_bars (rows->series) / rows->canvas->u;

  return fits >= 0.95 ? DZ_SIZE_NOTE : fits >= 0.72 ? 0.72 : 0;
}

static void
measure_group (DzRows  *rows,
               DzPanel *panel,
               guint    row,
               double  *value,
               double  *beyond)
{
  for (guint m = 0; m < count_bars (rows->series); m++)
    {
      const DzCell *cell = dz_series_get_cell (rows->series, row, m);
      double end = dz_cell_has_value (cell) ? dz_cell_draw_end (cell) : 0;
      double needs = dz_mark_bar_tail (rows->canvas, cell, bar_height (rows)) +
                     dz_mark_label_width (rows->canvas, cell, panel->wan) + 0.6 * rows->canvas->u;

      *value = MAX (*value, end);
      *beyond = MAX (*beyond, needs);
    }
}

static void
draw_label (DzRows       *rows,
            DzPanel      *panel,
            const DzCell *cell,
            double        x,
            double        y)
{
  DzChartCanvas *canvas = rows->canvas;
  g_autofree char *label = dz_cell_dup_label (cell, panel->wan);
  DzInk ink = dz_ink (canvas, label_size (rows), DZ_ALIGN_LEFT);
  const char *word = dz_mark_word (cell);

  if (ink.size <= 0 || dz_canvas_size (canvas, ink.size) > rows->pitch / count_bars (rows->series) + 0.5)
    return;
  ink.halo = TRUE;
  if (!dz_cell_has_value (cell))
    ink.colour = canvas->style.secondary;
  x += dz_canvas_text (canvas, label, ink, x, y) + 0.3 * canvas->u;
  ink.colour = canvas->style.doubt;
  if (word != NULL)
    dz_canvas_text (canvas, word, ink, x, y);
}

static void
draw_group (DzRows      *rows,
            DzPanel     *panel,
            guint        row,
            double       y,
            DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  guint n = count_bars (rows->series), line = mark->line;
  DzRect hit = mark->hit;
  double step = rows->pitch * 0.86 / n;

  for (guint m = 0; m < n; m++)
    {
      const DzCell *cell = dz_series_get_cell (rows->series, row, m);
      double middle = y + (m - (n - 1) / 2.0) * step, end;

      if (m > 0)
        {
          mark = dz_canvas_add_mark (canvas, rows->series, (int) row);
          mark->line = line;
          mark->column = m;
        }
      mark->hit = (DzRect) { hit.x, middle - step / 2, hit.width, step };
      dz_canvas_say_cell (mark, rows->series, m);
      end = dz_mark_bar (canvas, &panel->axis, cell, middle, bar_height (rows),
                         pick_colour (canvas, m), mark);
      if (m == 2 && dz_cell_has_value (cell))
        dz_canvas_box (canvas, mark->ink, canvas->style.rest_edge, 0);
      draw_label (rows, panel, cell, end + 0.4 * canvas->u, middle);
    }
}

static void
init_axis (DzAxis   *axis,
           DzSeries *series,
           gboolean  wan)
{
  double low = 0, high = 0;
  gboolean whole = !series->per_thousand;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    for (guint m = 0; m < count_bars (series); m++)
      {
        const DzCell *cell = dz_series_get_cell (series, i, m);

        if (!dz_cell_has_value (cell))
          continue;
        low = MIN (low, cell->value);
        high = MAX (high, dz_cell_draw_end (cell));
        whole = whole && cell->value == floor (cell->value);
      }
  if (g_str_equal (dz_series_get_measure (series, 0)->unit, "%"))
    dz_axis_init_rate (axis, low, high, FALSE);
  else if (wan)
    dz_axis_init_wan (axis, high, 5);
  else
    dz_axis_init_count (axis, low, high, whole, 5);
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  static const DzSign signs[] = { DZ_SIGN_BAR, DZ_SIGN_BAR_SECOND, DZ_SIGN_BAR_THIRD };
  const char *unit = dz_series_get_measure (series, 0)->unit;
  g_autofree char *body = dz_series_dup_subtitle (series), *subtitle = NULL;
  g_auto(DzRows) rows = { 0 };
  DzPanel *panel;
  gboolean wan = FALSE;

  for (guint m = 0; m < count_bars (series); m++)
    wan = wan || dz_series_uses_wan (series, m);
  subtitle = g_strdup_printf ("单位：%s%s。%s", wan ? "万" : "", unit, body);
  dz_rows_init (&rows, canvas, series, unit[0] != '\0' ? subtitle : NULL);
  rows.slots = count_bars (series);
  panel = dz_rows_add_panel (&rows, 0, NULL);
  panel->share = 1;
  panel->has_axis = TRUE;
  panel->wan = wan;
  panel->extent = measure_group;
  panel->draw = draw_group;
  init_axis (&panel->axis, series, wan);
  for (guint m = 0; m < count_bars (series); m++)
    dz_frame_add_sign (&rows.frame, signs[m], dz_series_get_measure (series, m)->short_name);
  for (guint m = 0; m < count_bars (series); m++)
    dz_legend_add_bars (&rows.frame, series, m, NULL);
  return dz_rows_draw (&rows);
}

extern const DzChart dz_chart_grouped;
const DzChart dz_chart_grouped = { "grouped", N_("Grouped Bars"), "分组条形图", can_draw, draw, NULL };
