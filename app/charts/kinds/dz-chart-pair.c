/* dz-chart-pair.c - bars and dots in two panels that share rows: cases and rate, sessions and people
 *
 * Two panels, each with its own axis: never two scales on one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-kind.h"

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  if (!dz_chart_need_measures (series, 2, refusal))
    return FALSE;
  if (dz_chart_are_years (series)) /* each panel would have an axis of its own */
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE, g_strdup ("同一指标的两个年度不分两栏画。"),
                            "请换成年度对比图或两年对照图。");
  return TRUE;
}

/* Whether 核 stands at any number. */
static gboolean
has_doubtful (DzSeries *series)
{
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    if (dz_mark_word (dz_series_get_cell (series, i, 0)) != NULL ||
        dz_mark_word (dz_series_get_cell (series, i, 1)) != NULL)
      return TRUE;

  return FALSE;
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  /* over 120 only the first and the last are drawn, in one column */
  gboolean two_columns = dz_series_get_n_rows (series) > 30 &&
                         dz_series_get_n_rows (series) <= (dz_canvas_is_paper (canvas) ? 120 : 60);
  g_autofree char *subtitle = dz_series_dup_subtitle (series);
  g_auto(DzRows) rows = { 0 };
  DzPanel *bars, *dots;

  canvas->short_words = two_columns && dz_canvas_is_paper (canvas);
  dz_rows_init (&rows, canvas, series, subtitle);
  bars = dz_rows_add_bars (&rows, 0);
  dots = dz_rows_add_dots (&rows, 1);
  bars->share = canvas->short_words ? 0.72 : dots->numbers > 0 ? 0.66 : 0.6;
  dots->share = 1 - bars->share;
  if (canvas->short_words && has_doubtful (series))
    dz_frame_note (&rows.frame, "核＝待核。");
  dz_legend_add_bars (&rows.frame, series, 0, dz_series_get_measure (series, 0)->short_name);
  dz_legend_add_dots (&rows.frame, series, 1, dz_series_get_measure (series, 1)->short_name);
  return dz_rows_draw (&rows);
}

extern const DzChart dz_chart_pair;
const DzChart dz_chart_pair = { "pair", "条形与圆点并列图", can_draw, draw, NULL };
