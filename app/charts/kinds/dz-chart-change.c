/* dz-chart-change.c - two years of one indicator: what slope and dumbbell share
 *
 * A line joins two years only where both are single, usable values. No report of a year and a
 * report that does not say are two different reasons, and both are not 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-change.h"

#include "dz-chart-kind.h"
#include "dz-format.h"

#include <math.h>

#define LEAST_FOR_PERCENT 20

gboolean
dz_change_is_sure (const DzCell *before,
                   const DzCell *now)
{
  return dz_cell_is_usable (before) && dz_cell_is_usable (now);
}

gboolean
dz_change_is_doubtful (const DzCell *before,
                       const DzCell *now)
{
  return (dz_cell_has_value (before) && !dz_cell_is_usable (before)) ||
         (dz_cell_has_value (now) && !dz_cell_is_usable (now));
}

gboolean
dz_change_can_draw (DzSeries       *series,
                    DzChartRefusal *refusal)
{
  guint both = 0;

  if (!dz_chart_need_measures (series, 2, refusal))
    return FALSE;
  if (dz_series_get_measure (series, 0)->unit != dz_series_get_measure (series, 1)->unit)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("“%s”与“%s”计量单位不同，不能合并。",
                                             dz_series_get_measure (series, 0)->short_name,
                                             dz_series_get_measure (series, 1)->short_name),
                            "请选同一指标的两个年度。");
  if (!dz_chart_are_years (series))
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("“%s”与“%s”不是同一指标，不能画成两个年度。",
                                             dz_series_get_measure (series, 0)->name,
                                             dz_series_get_measure (series, 1)->name),
                            "请选同一指标的两个年度。");
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    both += dz_cell_has_value (dz_series_get_cell (series, i, 0)) &&
            dz_cell_has_value (dz_series_get_cell (series, i, 1));
  if (both < 2)
    return dz_chart_refuse (refusal, DZ_ADVICE_SEE_TABLE,
                            g_strdup ("两年都报的单位不足2个，请看表。"), NULL);
  return TRUE;
}

/* The year of a measure; the first is the year before the series' own unless it says so. */
int
dz_change_year (DzSeries *series,
                guint     measure)
{
  int year = dz_series_get_measure (series, measure)->year;

  return year > 0 ? year : series->year - (measure == 0 ? 1 : 0);
}

static char *
print_change (double before,
              double now,
              int    decimals)
{
  double change = now - before;
  g_autofree char *number = dz_format_decimals (fabs (change), decimals);
  g_autofree char *percent = NULL;
  const char *sign = change > 0 ? "+" : change < 0 ? "−" : "±";

  if (before < LEAST_FOR_PERCENT)
    return g_strconcat (sign, number, NULL);
  percent = dz_format_decimals (floor (fabs (change) / before * 1000 + 0.5) / 10, 1);
  return g_strdup_printf ("%s%s（%s%s%%）", sign, number, sign, percent);
}

/**
 * dz_change_dup_label:
 *
 * Returns: (transfer full): "+28（+11.3%）", or why there is no change to tell
 */
char *
dz_change_dup_label (DzSeries *series,
                     guint     row)
{
  const DzCell *before = dz_series_get_cell (series, row, 0), *now = dz_series_get_cell (series, row, 1);
  gboolean rate = g_str_equal (dz_series_get_measure (series, 1)->unit, "%");

  if (dz_change_is_doubtful (before, now))
    return g_strdup ("待核");
  if (!dz_cell_has_value (before))
    return g_strdup_printf ("（%d年%s）", dz_change_year (series, 0),
                            before->mark == DZ_MARK_NO_REPORT ? "无报告"
                            : before->mark == DZ_MARK_NOT_APPLICABLE ? "不适用" : "未报");
  if (!dz_cell_has_value (now))
    return g_strdup_printf ("（%d年%s）", dz_change_year (series, 1),
                            now->mark == DZ_MARK_NO_REPORT ? "无报告"
                            : now->mark == DZ_MARK_NOT_APPLICABLE ? "不适用" : "未报");
  if (before->bound != DZ_BOUND_EXACT || now->bound != DZ_BOUND_EXACT)
    return g_strdup ("（不是准确数）");
  if (rate)
    {
      g_autofree char *points = dz_format_number (floor (fabs (now->value - before->value) * 100 + 0.5) / 100);

      return g_strdup_printf ("%s%s个百分点", now->value > before->value ? "+"
                              : now->value < before->value ? "−" : "±", points);
    }
  return print_change (before->value, now->value, MAX (before->decimals, now->decimals));
}

/**
 * dz_change_dup_subtitle:
 *
 * Returns: (transfer full): how many bodies can be compared over the two years, and why the others cannot
 */
char *
dz_change_dup_subtitle (DzSeries *series)
{
  const char *unit = dz_series_get_measure (series, 1)->unit;
  guint sure = 0, no_before = 0, missing_before = 0, no_now = 0, missing_now = 0, doubtful = 0;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      const DzCell *before = dz_series_get_cell (series, i, 0), *now = dz_series_get_cell (series, i, 1);

      sure += dz_change_is_sure (before, now);
      doubtful += dz_change_is_doubtful (before, now);
      no_before += before->mark == DZ_MARK_NO_REPORT;
      missing_before += before->mark == DZ_MARK_MISSING;
      no_now += now->mark == DZ_MARK_NO_REPORT;
      missing_now += now->mark == DZ_MARK_MISSING;
    }
  if (unit[0] != '\0')
    g_string_append_printf (out, "单位：%s。", unit);
  g_string_append_printf (out, "应报%u个单位，两年都报且数值确定的%u个（连线）",
                          series->due > 0 ? series->due : dz_series_get_n_rows (series), sure);
  if (no_before > 0)
    g_string_append_printf (out, "；%d年无报告的%u个", dz_change_year (series, 0), no_before);
  if (missing_before > 0)
    g_string_append_printf (out, "，%d年未报的%u个", dz_change_year (series, 0), missing_before);
  if (no_now > 0)
    g_string_append_printf (out, "；%d年无报告的%u个", dz_change_year (series, 1), no_now);
  if (missing_now > 0)
    g_string_append_printf (out, "，%d年未报的%u个", dz_change_year (series, 1), missing_now);
  if (doubtful > 0)
    g_string_append_printf (out, "，待核的%u个", doubtful);
  return g_string_free (out, FALSE);
}

/* One scale from 0 for both years. */
void
dz_change_init_axis (DzAxis   *axis,
                     DzSeries *series)
{
  double low = 0, high = 0;
  gboolean whole = TRUE;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    for (guint m = 0; m < 2; m++)
      {
        const DzCell *cell = dz_series_get_cell (series, i, m);

        if (!dz_cell_has_value (cell))
          continue;
        low = MIN (low, cell->value);
        high = MAX (high, isnan (cell->high) ? cell->value : cell->high);
        whole = whole && cell->value == floor (cell->value);
      }
  if (dz_series_uses_wan (series, 0) || dz_series_uses_wan (series, 1))
    dz_axis_init_wan (axis, high, 5);
  else
    dz_axis_init_count (axis, low, high, whole, 5);
}
