/* dz-series-words.c - the words of a series: labels, subtitle, source, speech
 *
 * What stands on paper is Chinese and the same bytes in any locale, so numbers are
 * printed here and not by the C library's locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-series.h"

#include "dz-format.h"

#include <math.h>
#include <string.h>

#define MAX_NAMED 3

static char *
print_value (const DzCell *self,
             double        value,
             gboolean      wan)
{
  if (wan)
    return dz_format_wan (value, 2);

  return dz_format_decimals (value, self->decimals);
}

/**
 * dz_cell_dup_label:
 * @wan: print in units of 10 000
 *
 * Returns: (transfer full): "≥87", "249＊", "163／185", "未报"; without 待核 and unit
 */
char *
dz_cell_dup_label (const DzCell *self,
                   gboolean      wan)
{
  g_autofree char *low = NULL, *high = NULL;

  if (self->mark == DZ_MARK_MISSING)
    return g_strdup ("未报");
  if (self->mark == DZ_MARK_NO_REPORT)
    return g_strdup ("无报告");
  if (self->mark == DZ_MARK_NOT_APPLICABLE)
    return g_strdup ("不适用");

  low = print_value (self, self->value, wan);
  if (self->mark == DZ_MARK_TWO_VALUES)
    {
      high = print_value (self, self->high, wan);
      return g_strconcat (low, self->between != NULL ? self->between : "／", high, NULL);
    }
  return g_strconcat (dz_format_bound_sign (self->bound), low, self->derived ? "＊" : "", NULL);
}

/**
 * dz_series_uses_wan:
 *
 * Returns: whether the measure is shown in 万: copies, people or money, the largest 10 000 or more
 */
gboolean
dz_series_uses_wan (DzSeries *self,
                    guint     measure)
{
  static const char *const units[] = { "份", "人次", "人", "元", NULL };
  const DzMeasure *info = dz_series_get_measure (self, measure);

  if (self->per_thousand || !g_strv_contains (units, info->unit))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DzCell *cell = dz_series_get_cell (self, i, measure);

      if (dz_cell_has_value (cell) && MAX (cell->value, isnan (cell->high) ? 0 : cell->high) >= 10000)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  guint reported, missing, no_report, not_applicable, undecided;
  GString *names; /* of the missing */
} Count;

static Count
count_measure (DzSeries *self,
               guint     measure)
{
  Count count = { .names = g_string_new (NULL) };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const DzCell *cell = dz_series_get_cell (self, i, measure);

      count.reported += dz_cell_has_value (cell);
      count.undecided += cell->mark == DZ_MARK_UNDECIDED;
      count.not_applicable += cell->mark == DZ_MARK_NOT_APPLICABLE;
      count.no_report += cell->mark == DZ_MARK_NO_REPORT;
      if (cell->mark != DZ_MARK_MISSING)
        continue;
      if (count.missing++ > 0)
        g_string_append (count.names, "、");
      g_string_append (count.names, dz_series_get_row (self, i)->name);
    }
  return count;
}

static void
append_measure (DzSeries *self,
                guint     measure,
                GString  *out)
{
  Count count = count_measure (self, measure);

  g_string_append_printf (out, "%s%u个已报", dz_series_get_measure (self, measure)->short_name,
                          count.reported);
  if (count.undecided > 0)
    g_string_append_printf (out, "（其中%u个归类待核）", count.undecided);
  if (count.missing > 0)
    g_string_append_printf (out, "、%u个未报", count.missing);
  if (count.missing > 0 && count.missing <= MAX_NAMED && measure == 0)
    g_string_append_printf (out, "（%s）", count.names->str);
  if (count.no_report > 0)
    g_string_append_printf (out, "、%u个无报告", count.no_report);
  if (count.not_applicable > 0)
    g_string_append_printf (out, "、%u个不适用", count.not_applicable);
  g_string_free (count.names, TRUE);
}

static void
append_order (DzSeries *self,
              GString  *out)
{
  const DzMeasure *first = dz_series_get_measure (self, 0);
  const char *how = g_str_equal (first->kind, "rate") ? "从高到低" : "从多到少";

  if (self->side_by_side)
    g_string_append (out, "年度不同，只并列，不排名次、不算中位数");
  else if (self->order == DZ_ORDER_ROSTER)
    g_string_append (out, "按名册顺序排");
  else if (self->order == DZ_ORDER_KIND)
    g_string_append_printf (out, "按单位类别排，同类按%s%s排", first->short_name, how);
  else
    g_string_append_printf (out, "按%s%s排", first->short_name, how);
}

/**
 * dz_series_dup_subtitle:
 *
 * Words the subtitle of a series of figures: who should report, who did, in which order.
 *
 * Returns: (transfer full): @subtitle if it is set, else the wording by the rules
 */
char *
dz_series_dup_subtitle (DzSeries *self)
{
  GString *out;
  guint due = self->due > 0 ? self->due : self->rows->len;

  if (self->subtitle != NULL || self->measures->len == 0)
    return g_strdup (self->subtitle != NULL ? self->subtitle : "");

  out = g_string_new (NULL);
  g_string_append_printf (out, "应报%u个单位，", due);
  for (guint i = 0; i < MIN (self->measures->len, 2); i++)
    {
      if (i > 0)
        g_string_append (out, "；");
      append_measure (self, i, out);
    }
  g_string_append (out, "。");
  if (self->rows->len <= 4 && !self->side_by_side)
    g_string_append (out, "单位少，只并列；");
  append_order (self, out);
  return g_string_free (out, FALSE);
}

/* Two years of one indicator: how many reports of each. */
static char *
word_two_years (DzSeries *self)
{
  int years[2];
  guint n[2] = { 0 };

  for (guint m = 0; m < 2; m++)
    {
      years[m] = dz_series_get_measure (self, m)->year;
      for (guint i = 0; i < self->rows->len; i++)
        n[m] += dz_series_get_row (self, i)->has_report &&
                dz_series_get_cell (self, i, m)->mark != DZ_MARK_NO_REPORT;
    }
  return g_strdup_printf ("各单位%d年度报告%u份、%d年度报告%u份，逐条出处见附录。", years[0], n[0],
                          years[1], n[1]);
}

static gboolean
has_two_years (DzSeries *self)
{
  return self->measures->len == 2 && dz_series_get_measure (self, 0)->year > 0 &&
         dz_series_get_measure (self, 1)->year > 0 &&
         dz_series_get_measure (self, 0)->year != dz_series_get_measure (self, 1)->year;
}

/**
 * dz_series_dup_source:
 *
 * Returns: (transfer full): the source line without "来源："
 */
char *
dz_series_dup_source (DzSeries *self)
{
  guint n[3] = { 0 };
  GString *out;

  if (self->source != NULL)
    return g_strdup (self->source);
  if (has_two_years (self))
    return word_two_years (self);

  for (guint i = 0; i < self->rows->len; i++)
    if (dz_series_get_row (self, i)->has_report)
      n[dz_series_get_row (self, i)->report_kind]++;
  out = g_string_new ("各单位");
  if (self->year > 0)
    g_string_append_printf (out, "%d年度", self->year);
  g_string_append (out, "报告");
  if (n[DZ_KIND_ANNUAL_REPORT] + n[DZ_KIND_DUTY_REPORT] > 0)
    {
      g_string_append (out, "（");
      if (n[DZ_KIND_ANNUAL_REPORT] > 0)
        g_string_append_printf (out, "年度报告%u份", n[DZ_KIND_ANNUAL_REPORT]);
      if (n[DZ_KIND_DUTY_REPORT] > 0)
        g_string_append_printf (out, "%s述职报告%u份", n[DZ_KIND_ANNUAL_REPORT] > 0 ? "、" : "",
                                n[DZ_KIND_DUTY_REPORT]);
      g_string_append (out, "）");
    }
  g_string_append (out, self->per_thousand ? "；人口据名册；逐条出处见附录。" : "，逐条出处见附录。");
  return g_string_free (out, FALSE);
}

static void
speak_number (const DzCell *cell,
              double        value,
              const char   *unit,
              GString      *out)
{
  g_autofree char *number = print_value (cell, value, FALSE);

  for (const char *p = number; *p != '\0'; p++)
    if (g_str_has_prefix (p, DZ_FORMAT_THIN_SPACE))
      p += strlen (DZ_FORMAT_THIN_SPACE) - 1;
    else
      g_string_append_c (out, *p);
  g_string_append (out, unit);
}

/**
 * dz_series_dup_spoken:
 *
 * Returns: (transfer full): "望溪街道，调处矛盾纠纷数341件，第1"
 */
char *
dz_series_dup_spoken (DzSeries *self,
                      guint     row,
                      guint     measure)
{
  const DzMeasure *info = dz_series_get_measure (self, measure);
  const DzCell *cell = dz_series_get_cell (self, row, measure);
  GString *out = g_string_new (dz_series_get_row (self, row)->name);
  guint place = dz_series_find_place (self, cell, measure);

  g_string_append_printf (out, "，");
  if (info->year > 0 && info->year != self->year)
    g_string_append_printf (out, "%d年", info->year);
  g_string_append (out, info->name);
  if (!dz_cell_has_value (cell))
    {
      g_autofree char *label = dz_cell_dup_label (cell, FALSE);

      g_string_append (out, label);
      return g_string_free (out, FALSE);
    }
  g_string_append (out, dz_format_bound_words (cell->bound, info->unit));
  speak_number (cell, cell->value, info->unit, out);
  if (cell->mark == DZ_MARK_TWO_VALUES)
    {
      g_string_append (out, cell->between != NULL ? "和" : "或");
      speak_number (cell, cell->high, info->unit, out);
    }
  if (cell->mark == DZ_MARK_TWO_VALUES || cell->mark == DZ_MARK_CONFLICT)
    g_string_append (out, "，待核");
  if (cell->mark == DZ_MARK_UNDECIDED)
    g_string_append (out, "，归类待核");
  if (cell->derived)
    g_string_append (out, "，由报告中的数推得");
  if (place > 0)
    g_string_append_printf (out, "，第%u", place);
  return g_string_free (out, FALSE);
}
