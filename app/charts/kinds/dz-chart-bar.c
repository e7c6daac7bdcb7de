/* dz-chart-bar.c - ranked bars of any indicator
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

/* “近万份” among others: neither limit of a sum is known, so none is printed. */
static void
note_sum (DzRows *rows)
{
  const DzStatistics *stats = &rows->panels[0].stats;

  if (stats->n_inexact * 2 <= stats->n)
    return;
  for (guint i = 0; i < rows->n; i++)
    {
      const DzCell *cell = dz_series_get_cell (rows->series, rows->order[i], 0);
      g_autofree char *label = NULL;

      if (!dz_cell_is_usable (cell) || cell->bound == DZ_BOUND_EXACT ||
          cell->bound == DZ_BOUND_AT_LEAST)
        continue;
      label = dz_cell_dup_label (cell, rows->panels[0].wan);
      dz_frame_note (&rows->frame, "合计不印：含“%s”一项，上下限都不能确定。", label);
      return;
    }
}

/* A share of a hundred is a place on a track, never a length from zero; an increase in per cent is none. */
static gboolean
is_share (DzSeries *series)
{
  if (!g_str_equal (dz_series_get_measure (series, 0)->unit, "%"))
    return FALSE;
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      const DzCell *cell = dz_series_get_cell (series, i, 0);

      if (dz_cell_is_usable (cell) && (cell->value < 0 || cell->value > 100))
        return FALSE;
    }

  return TRUE;
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  const DzMeasure *info = dz_series_get_measure (series, 0);
  g_autofree char *body = dz_series_dup_subtitle (series);
  g_autofree char *subtitle = g_strdup_printf ("单位：%s%s%s。%s",
                                               dz_series_uses_wan (series, 0) ? "万" : "", info->unit,
                                               series->per_thousand ? "（每千人）" : "", body);
  g_auto(DzRows) rows = { 0 };
  DzPanel *panel;

  dz_rows_init (&rows, canvas, series, info->unit[0] != '\0' ? subtitle : NULL);
  panel = is_share (series) ? dz_rows_add_dots (&rows, 0) : dz_rows_add_bars (&rows, 0);
  g_clear_pointer (&panel->head, g_free);
  if (!is_share (series))
    note_sum (&rows);
  if (is_share (series))
    dz_legend_add_dots (&rows.frame, series, 0, NULL);
  else
    dz_legend_add_bars (&rows.frame, series, 0, NULL);
  return dz_rows_draw (&rows);
}

extern const DzChart dz_chart_bar;
const DzChart dz_chart_bar = { "bar", "排列条形图", can_draw, draw, NULL, TRUE };
