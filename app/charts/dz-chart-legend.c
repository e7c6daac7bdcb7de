/* dz-chart-legend.c - which signs the legend of a measure explains
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-legend.h"

static gboolean
has_bound (DzSeries *series,
           guint     measure,
           DzBound   bound)
{
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      const DzCell *cell = dz_series_get_cell (series, i, measure);

      if (dz_cell_has_value (cell) && cell->bound == bound)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_mark (DzSeries *series,
          guint     measure,
          DzMark    mark)
{
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    if (dz_series_get_cell (series, i, measure)->mark == mark)
      return TRUE;
  return FALSE;
}

static gboolean
has_zero (DzSeries *series,
          guint     measure)
{
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      const DzCell *cell = dz_series_get_cell (series, i, measure);

      if (cell->mark == DZ_MARK_VALUE && cell->value == 0 && cell->bound == DZ_BOUND_EXACT)
        return TRUE;
    }
  return FALSE;
}

/**
 * dz_legend_add_missing:
 *
 * Adds the hollow dash: the report does not say it, or there is none.
 */
void
dz_legend_add_missing (DzFrame  *frame,
                       DzSeries *series,
                       guint     measure)
{
  gboolean untold = has_mark (series, measure, DZ_MARK_MISSING), without = has_mark (series, measure, DZ_MARK_NO_REPORT);

  if (untold || without)
    dz_frame_add_sign (frame, DZ_SIGN_MISSING, !without ? "未报" : untold ? "未报或无报告" : "无报告");
}

/**
 * dz_legend_add_bars:
 * @name: (nullable): what the plain bar stands for, where the chart needs it told
 *
 * Adds the signs of bars that occur in the measure.
 */
void
dz_legend_add_bars (DzFrame    *frame,
                    DzSeries   *series,
                    guint       measure,
                    const char *name)
{
  if (name != NULL)
    dz_frame_add_sign (frame, DZ_SIGN_BAR, name);
  if (has_bound (series, measure, DZ_BOUND_AT_LEAST))
    dz_frame_add_sign (frame, DZ_SIGN_BAR_OPEN, "≥（报告写“余、以上”）");
  if (has_bound (series, measure, DZ_BOUND_ABOUT))
    dz_frame_add_sign (frame, DZ_SIGN_BAR_ABOUT, "≈（报告写“约、近”）");
  if (has_bound (series, measure, DZ_BOUND_AT_MOST))
    dz_frame_add_sign (frame, DZ_SIGN_BAR_AT_MOST, "≤（报告写“以内、不超过”）");
  if (has_mark (series, measure, DZ_MARK_TWO_VALUES))
    dz_frame_add_sign (frame, DZ_SIGN_BAR_TWO, "报告内有两个数");
  if (has_zero (series, measure))
    dz_frame_add_sign (frame, DZ_SIGN_ZERO, "报告为 0");
  dz_legend_add_missing (frame, series, measure);
}

/* Likewise for dots. */
void
dz_legend_add_dots (DzFrame    *frame,
                    DzSeries   *series,
                    guint       measure,
                    const char *name)
{
  if (name != NULL)
    dz_frame_add_sign (frame, DZ_SIGN_DOT, name);
  if (has_bound (series, measure, DZ_BOUND_AT_LEAST))
    dz_frame_add_sign (frame, DZ_SIGN_DOT_OPEN, "≥");
  if (has_bound (series, measure, DZ_BOUND_ABOUT))
    dz_frame_add_sign (frame, DZ_SIGN_DOT_ABOUT, "≈");
  if (has_mark (series, measure, DZ_MARK_TWO_VALUES))
    dz_frame_add_sign (frame, DZ_SIGN_RINGS, "报告内有两个数");
  if (has_mark (series, measure, DZ_MARK_CONFLICT))
    dz_frame_add_sign (frame, DZ_SIGN_RING, "与其他数不符，待核");
}
