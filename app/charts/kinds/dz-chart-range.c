/* dz-chart-range.c - dots with the range they may stand for: arrows, whiskers, two rings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-kind.h"

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  return dz_chart_need_measures (series, 1, refusal);
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  g_auto(DzRows) rows = { 0 };
  DzPanel *panel;

  dz_rows_init (&rows, canvas, series, NULL);
  panel = dz_rows_add_dots (&rows, 0);
  panel->shows_median = panel->stats.has_median;
  dz_rows_note_median (&rows, panel);
  dz_legend_add_dots (&rows.frame, series, 0, NULL);
  return dz_rows_draw (&rows);
}

extern const DzChart dz_chart_range;
const DzChart dz_chart_range = { "range", N_("Dots with Range"), "圆点范围图", can_draw, draw, NULL };
