/* dz-book-years.c - the tables that tell of many bodies, and of two years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-book-rows.h"

#include <math.h>

/* Who has @value: up to three names. */
static void
add_holders (DzBriefing *briefing,
             GArray     *row,
             guint       column,
             double      value)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint r = 0; !isnan (value) && r < dz_figure_table_get_n_rows (briefing->figures); r++)
    {
      DzFigureRow *figures = dz_figure_table_get_row (briefing->figures, r);
      const DzFigureCell *cell = dz_figure_row_get_cell (figures, column);

      if (!dz_figure_cell_is_usable (cell) || cell->value != value)
        continue;
      if (n++ < 3)
        g_string_append_printf (names, "%s%s", n > 1 ? "、" : "", dz_briefing_name (briefing, dz_figure_row_get_body (figures)));
    }
  if (n > 3)
    g_string_append_printf (names, "等%u个", n);
  dz_book_add_text (row, names->str);
}

static void
add_sum (GArray      *row,
         const DzSum *sum)
{
  if (sum->kind == DZ_SUM_NONE)
    dz_book_add_text (row, "不合计");
  else if (sum->kind == DZ_SUM_RANGE)
    {
      g_autofree char *range = g_strdup_printf ("%.12g～%.12g", sum->low, sum->high);

      dz_book_add_text (row, range);
    }
  else
    dz_book_add_signed (row, sum->low, sum->kind == DZ_SUM_AT_LEAST ? "≥" : NULL);
}

/* 统计: one row an indicator. */
void
dz_book_add_summary (DzBriefing *briefing,
                     GPtrArray  *tables)
{
  static const char *const head[] = { "指标", "计量单位", "已报单位数", "未报单位数", "无报告单位数", "待核单位数", "中位数", "下四分位", "上四分位",
                                      "最小", "最小的单位", "最大", "最大的单位", "合计", NULL };
  DzBookTable *table = dz_book_add_table (tables, DZ_TABLE_SUMMARY, "统计", head, 1);

  for (guint c = 0; c < dz_figure_table_get_n_columns (briefing->figures); c++)
    {
      const DzEntry *entry = dz_figure_table_get_entry (briefing->figures, c);
      const DzColumnStatistics *statistics = dz_figure_table_get_statistics (briefing->figures, c);
      GArray *row;

      if (dz_briefing_tells_place (briefing, entry))
        continue;
      row = dz_book_add_row (table);
      dz_book_add_text (row, entry->name);
      dz_book_add_text (row, entry->unit);
      dz_book_add_number (row, statistics->n_reported);
      dz_book_add_number (row, statistics->n_missing);
      dz_book_add_number (row, statistics->n_no_report);
      dz_book_add_number (row, statistics->n_undecided);
      dz_book_add_signed (row, statistics->usable.median, statistics->median_at_least ? "≥" : NULL);
      dz_book_add_number (row, statistics->usable.lower);
      dz_book_add_number (row, statistics->usable.upper);
      dz_book_add_number (row, statistics->usable.min);
      add_holders (briefing, row, c, statistics->usable.min);
      dz_book_add_number (row, statistics->usable.max);
      add_holders (briefing, row, c, statistics->usable.max);
      add_sum (row, &statistics->sum);
    }
}

static void
add_change (DzBriefing           *briefing,
            DzBookTable          *table,
            const DzEntry        *entry,
            const DzFigureChange *change)
{
  GArray *row = dz_book_add_row (table);
  DzBookCell last = dz_book_make_cell (&change->last), current = dz_book_make_cell (&change->current);
  g_autofree char *warning = dz_figure_change_dup_warning (change);
  g_autofree char *told = dz_briefing_mask (briefing, warning != NULL ? warning : "", TRUE);

  dz_book_add_body (briefing, row, change->body);
  dz_book_add_text (row, entry->name);
  dz_book_add_text (row, entry->unit);
  g_array_append_val (row, last);
  g_array_append_val (row, current);
  dz_book_add_signed (row, change->both ? change->difference : NAN, change->per_cent_about ? "≈" : NULL);
  dz_book_add_number (row, change->both && !change->per_cent_about ? change->per_cent : NAN);
  dz_book_add_text (row, told);
}

static void
make_changes (DzBriefing *briefing,
              GPtrArray  *tables)
{
  const char *head[] = { "序号", "单位", "指标", "计量单位", NULL, NULL, "变化", "变化（%）", "引用前请注意", NULL };
  g_autofree char *last_year = g_strdup_printf ("%d年", briefing->year - 1);
  g_autofree char *this_year = g_strdup_printf ("%d年", briefing->year);
  GListModel *all = dz_year_change_list_figures (briefing->change);
  DzBookTable *table;

  head[4] = last_year;
  head[5] = this_year;
  table = dz_book_add_table (tables, DZ_TABLE_CHANGES, "两年对比", head, 3);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(DzFigureChanges) changes = g_list_model_get_item (all, i);
      const DzEntry *entry = dz_figure_changes_get_entry (changes);

      for (guint k = 0; !dz_briefing_tells_place (briefing, entry) && k < dz_figure_changes_get_n (changes); k++)
        {
          const DzFigureChange *change = dz_figure_changes_get_change (changes, k);

          if (change->last.mark != DZ_CELL_MISSING || change->current.mark != DZ_CELL_MISSING)
            add_change (briefing, table, entry, change);
        }
    }
}

static void
add_destination (DzBriefing             *briefing,
                 DzBookTable            *table,
                 DzChangeRow            *changes,
                 const DzWeaknessChange *change)
{
  DzReport *last = change->last_report, *report = dz_change_row_get_this_report (changes);
  DzSpan before = last != NULL && change->last_weakness >= 0
                  ? g_array_index (last->weaknesses, DzWeakness, change->last_weakness).span : DZ_SPAN_NONE;
  DzSpan now = report != NULL && change->this_weakness >= 0
               ? g_array_index (report->weaknesses, DzWeakness, change->this_weakness).span : DZ_SPAN_NONE;
  DzSpan claim = report != NULL && change->claim >= 0
                 ? g_array_index (report->weaknesses, DzWeakness, change->claim).rectified : DZ_SPAN_NONE;
  const DzEntry *entry = dz_codebook_find (briefing->codebook, DZ_ENTRY_WEAKNESS, change->code);
  GArray *row = dz_book_add_row (table);

  dz_book_add_body (briefing, row, dz_change_row_get_body (changes));
  dz_book_add_text (row, entry != NULL ? entry->name : "");
  dz_book_add_text (row, change->unsure ? "待核" : dz_destination_get_name (change->destination));
  dz_book_add_words (briefing, row, last, before);
  dz_book_add_words (briefing, row, report, claim);
  dz_book_add_words (briefing, row, report, now);
}

/* 两年对比 and 上年问题去向. */
void
dz_book_add_years (DzBriefing *briefing,
                   GPtrArray  *tables)
{
  static const char *const head[] = { "序号", "单位", "问题", "去向", "上年报告原文", "今年报告称整改的原文", "今年报告原文", NULL };
  DzBookTable *table;

  if (briefing->change == NULL || !dz_year_change_has_last_year (briefing->change))
    return;
  make_changes (briefing, tables);
  table = dz_book_add_table (tables, DZ_TABLE_DESTINATIONS, "上年问题去向", head, 2);
  for (guint i = 0; i < dz_year_change_get_n_rows (briefing->change); i++)
    {
      DzChangeRow *changes = dz_year_change_get_row (briefing->change, i);

      for (guint k = 0; k < dz_change_row_get_n_changes (changes); k++)
        add_destination (briefing, table, changes, dz_change_row_get_change (changes, k));
    }
}
