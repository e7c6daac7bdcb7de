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

#define ALL_UP_TO 8
#define ELSE_FIRST 5

/* Each once, though both columns may have the same to say of a body. */
static void
add_name (GPtrArray  *names,
          const char *name)
{
  if (names->len == 0 || !g_str_equal (g_ptr_array_index (names, names->len - 1), name))
    g_ptr_array_add (names, g_strdup (name));
}

/**
 * dz_series_join_few:
 * @list: (element-type utf8)
 * @counted: what stands behind the number: 个单位
 *
 * Returns: (transfer full): all where they are few, else the first and how many there are
 */
char *
dz_series_join_few (GPtrArray  *list,
                    const char *between,
                    const char *counted)
{
  GString *out = g_string_new (NULL);
  guint n = list->len > ALL_UP_TO ? ELSE_FIRST : list->len;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? between : "", (const char *) g_ptr_array_index (list, i));
  if (n < list->len)
    g_string_append_printf (out, "等%u%s", list->len, counted);

  return g_string_free (out, FALSE);
}

static void
explain_cell (DzFigureRow        *row,
              const DzFigureCell *cell,
              GPtrArray          *conflicts,
              GPtrArray          *twice,
              GPtrArray          *undecided)
{
  const char *name = dz_figure_row_get_body (row)->name;

  if (cell->mark == DZ_CELL_TWO_VALUES)
    add_name (twice, name);
  else if (cell->mark == DZ_CELL_CONFLICT && cell->unit == g_intern_static_string ("%"))
    {
      g_autofree char *value = dz_format_number (cell->value);

      if (strstr (cell->note, "＝") != NULL)
        g_ptr_array_add (conflicts, g_strdup_printf ("%s%s，与所报%s%%不符", name, cell->note, value));
      else
        g_ptr_array_add (conflicts, g_strdup_printf ("%s所报%s%%%s", name, value, cell->note));
    }
  else if (cell->mark == DZ_CELL_CONFLICT)
    g_ptr_array_add (conflicts, g_strconcat (name, cell->note, NULL));
  else if (cell->mark == DZ_CELL_TWO_INDICATORS)
    add_name (undecided, name);
}

static void
explain_cells (DzSeries      *series,
               DzFigureTable *table)
{
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) twice = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) undecided = g_ptr_array_new_with_free_func (g_free);
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
      g_autofree char *list = dz_series_join_few (conflicts, "；", "处");
      g_autofree char *line = g_strconcat (list, "。", NULL);

      dz_series_explain (series, line);
    }
  if (twice->len > 0)
    {
      /* that they contradict each other is for a person to say */
      g_autofree char *names = dz_series_join_few (twice, "、", "个单位");
      g_autofree char *line = g_strconcat (names, "的报告中读出两个数，待核。", NULL);

      dz_series_explain (series, line);
    }
  if (undecided->len > 0)
    {
      g_autofree char *names = dz_series_join_few (undecided, "、", "个单位");
      g_autofree char *line = g_strconcat ("“待核”：", names, "的数可归两项指标，待分析人员确定。", NULL);

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
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (table, i);
      gboolean part = FALSE;

      for (guint k = 0; k < dz_figure_table_get_n_columns (table); k++)
        part |= is_part_year (dz_figure_row_get_cell (row, k));
      if (part)
        add_name (names, dz_figure_row_get_body (row)->name);
    }
  if (names->len > 0)
    {
      g_autofree char *list = dz_series_join_few (names, "、", "个单位");
      g_autofree char *line = g_strconcat ("截止日期不一：", list, "不是全年数", NULL);

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
