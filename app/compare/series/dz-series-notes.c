/* dz-series-notes.c - what a series says of what cannot be compared
 *
 * The stock of lines of the charts' rules: what ＊ and 待核 mean here,
 * with the numbers, then 不可比之处.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-series-notes.h"

#include "dz-gallery.h"
#include "dz-format.h"

#include <string.h>

/* Each once, though both columns may have the same to say of a body. */
static void
add_name (GString    *names,
          const char *name)
{
  const char *last = g_strrstr (names->str, "、");

  if (g_strcmp0 (last != NULL ? last + strlen ("、") : names->str, name) == 0)
    return;
  g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", name);
}

static void
explain_cell (DzFigureRow        *row,
              const DzFigureCell *cell,
              GString            *conflicts,
              GString            *twice,
              GString            *undecided)
{
  const char *name = dz_figure_row_get_body (row)->name;

  if (cell->mark == DZ_CELL_TWO_VALUES)
    add_name (twice, name);
  else if (cell->mark == DZ_CELL_CONFLICT && cell->unit == g_intern_static_string ("%"))
    {
      g_autofree char *value = dz_format_number (cell->value);

      if (strstr (cell->note, "＝") != NULL)
        g_string_append_printf (conflicts, "%s%s%s，与所报%s%%不符", conflicts->len > 0 ? "；" : "",
                                name, cell->note, value);
      else
        g_string_append_printf (conflicts, "%s%s所报%s%%%s", conflicts->len > 0 ? "；" : "", name, value, cell->note);
    }
  else if (cell->mark == DZ_CELL_CONFLICT)
    g_string_append_printf (conflicts, "%s%s%s", conflicts->len > 0 ? "；" : "", name, cell->note);
  else if (cell->mark == DZ_CELL_TWO_INDICATORS)
    add_name (undecided, name);
}

static void
explain_cells (DzSeries      *series,
               DzFigureTable *table)
{
  g_autoptr(GString) conflicts = g_string_new (NULL);
  g_autoptr(GString) twice = g_string_new (NULL);
  g_autoptr(GString) undecided = g_string_new (NULL);
  gboolean derived = FALSE;

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    for (guint k = 0; k < dz_figure_table_get_n_columns (table); k++)
      {
        DzFigureRow *row = dz_figure_table_get_row (table, i);
        const DzFigureCell *cell = dz_figure_row_get_cell (row, k);

        explain_cell (row, cell, conflicts, twice, undecided);
        derived |= cell->derived && dz_figure_cell_is_reported (cell);
      }
  if (derived)
    dz_series_explain (series, "＊由分项相加，或由“全部”等说法推得。");
  if (conflicts->len > 0)
    {
      g_string_append (conflicts, "。");
      dz_series_explain (series, conflicts->str);
    }
  if (twice->len > 0)
    {
      /* that they contradict each other is for a person to say */
      g_autofree char *line = g_strconcat (twice->str, "的报告中读出两个数，待核。", NULL);

      dz_series_explain (series, line);
    }
  if (undecided->len > 0)
    {
      g_autofree char *line =
        g_strconcat ("“待核”：", undecided->str, "的数可归两项指标，待分析人员确定。", NULL);

      dz_series_explain (series, line);
    }
}

/* What holds for every indicator of its kind, where nothing nearer is known of it. */
static const char *
get_general (const DzEntry *entry,
             gboolean       per_thousand)
{
  static const struct { const char *kind; const char *line; } lines[] = {
    { "rate", "各单位计算的范围不一，分母大小不同" },
    { "change", "上年基数大小不同" },
    { "money", "金额受人口和产业影响，计入范围各报告不一" },
    { "area", "数量受辖区大小影响，计入范围各报告不一" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_strcmp0 (entry->kind, lines[i].kind) == 0)
      return lines[i].line;

  return per_thousand ? "计入范围各报告不一" : "数量受人口影响，计入范围各报告不一";
}

/* Lines that depend on nothing but the indicator. */
static void
note_indicator (DzSeries      *series,
                DzCodebook    *codebook,
                const DzEntry *entry)
{
  g_autoptr(GPtrArray) lines = dz_gallery_list_incomparable (codebook, entry->id);

  guint before = series->incomparable->len;

  for (guint i = 0; i < lines->len; i++)
    dz_series_add_incomparable (series, g_ptr_array_index (lines, i));
  if (g_strcmp0 (entry->unit, "人次") == 0)
    dz_series_add_incomparable (series, "人次为累计，同一人多次参加重复计");
  if (g_strcmp0 (entry->kind, "count") == 0 && g_strcmp0 (entry->unit, "件") == 0 &&
      !series->per_thousand)
    dz_series_add_incomparable (series, "件数受人口影响，未折算每千人");
  else if (series->incomparable->len == before)
    dz_series_add_incomparable (series, get_general (entry, series->per_thousand));
}

static gboolean
is_part_year (const DzFigureCell *cell)
{
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);

  return figure != NULL && figure->period == DZ_PERIOD_PART_YEAR;
}

static void
note_part_years (DzSeries      *series,
                 DzFigureTable *table)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (table, i);
      gboolean part = FALSE;

      for (guint k = 0; k < dz_figure_table_get_n_columns (table); k++)
        part |= is_part_year (dz_figure_row_get_cell (row, k));
      if (part)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "",
                                dz_figure_row_get_body (row)->name);
    }
  if (names->len > 0)
    {
      g_autofree char *line = g_strconcat ("截止日期不一：", names->str, "不是全年数", NULL);

      dz_series_add_incomparable (series, line);
    }
}

static void
note_kinds (DzSeries      *series,
            DzFigureTable *table)
{
  gboolean annual = FALSE;
  gboolean duty = FALSE;
  gboolean personal = FALSE;

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      DzReport *report = dz_figure_row_get_report (dz_figure_table_get_row (table, i));

      annual |= report != NULL && report->identity.kind == DZ_KIND_ANNUAL_REPORT;
      duty |= report != NULL && report->identity.kind == DZ_KIND_DUTY_REPORT;
    }
  for (guint k = 0; k < dz_figure_table_get_n_columns (table); k++)
    personal |= g_strcmp0 (dz_figure_table_get_entry (table, k)->theme, "leadership") == 0;
  if (annual && duty && personal)
    dz_series_add_incomparable (series, "述职报告只写本人，年度报告写全单位");
}

/**
 * dz_series_notes_figures:
 *
 * Adds explanations and incomparable lines of a series of figures.
 */
void
dz_series_notes_figures (DzSeries      *series,
                         DzFigureTable *table,
                         DzCodebook    *codebook)
{
  explain_cells (series, table);
  for (guint k = 0; k < dz_figure_table_get_n_columns (table) && k < 2; k++)
    note_indicator (series, codebook, dz_figure_table_get_entry (table, k));
  note_part_years (series, table);
  note_kinds (series, table);
}

/**
 * dz_series_notes_weaknesses:
 *
 * Adds the incomparable line of a series of weaknesses.
 */
void
dz_series_notes_weaknesses (DzSeries *series)
{
  dz_series_add_incomparable (series, "未提出不等于没有问题；同一单位一项只计一次");
}
