/* dz-sentences-figures.c - 数据情况
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-private.h"

#include "dz-format.h"

#include <math.h>

static gboolean
is_rate (const DzEntry *entry)
{
  return g_strcmp0 (entry->kind, "rate") == 0;
}

static char *
words_of_cell (const DzFigureCell *cell)
{
  g_autofree char *amount = NULL;
  g_autofree char *high = NULL;

  if (!isnan (cell->high))
    {
      g_autofree char *low = dz_format_number (cell->value);

      high = dz_format_amount (cell->high, cell->unit);
      return g_strconcat (low, "～", high, NULL);
    }
  amount = dz_format_amount (cell->value, cell->unit);

  return g_strconcat (dz_format_bound_words (cell->bound, cell->unit), amount, NULL);
}

static void
add_cell_source (DzSentence         *sentence,
                 const DzFigureCell *cell)
{
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);

  dz_sentence_add_source (sentence, cell->report, figure != NULL ? figure->span : DZ_SPAN_NONE);
}

/* Rows of a column that fit, in roster order. */
static GPtrArray *
list_rows (DzFigureTable *table,
           guint          column,
           gboolean (*fits) (const DzFigureCell *cell))
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (table, i);

      if (fits (dz_figure_row_get_cell (row, column)))
        g_ptr_array_add (rows, row);
    }

  return rows;
}

static gboolean
is_missing (const DzFigureCell *cell)
{
  return cell->mark == DZ_CELL_MISSING && cell->report != NULL;
}

static gboolean
is_without_report (const DzFigureCell *cell)
{
  return cell->mark == DZ_CELL_MISSING && cell->report == NULL;
}

static gboolean
is_two_values (const DzFigureCell *cell)
{
  return cell->mark == DZ_CELL_TWO_VALUES;
}

static gboolean
is_conflict (const DzFigureCell *cell)
{
  return cell->mark == DZ_CELL_CONFLICT;
}

static GPtrArray *
bodies_of (GPtrArray *rows)
{
  GPtrArray *bodies = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (bodies, (gpointer) dz_figure_row_get_body (g_ptr_array_index (rows, i)));

  return bodies;
}

/* 均为5次, 均不少于1300人次; where the same number is exact here and a bound there: 均报1300人次（其中2个不是确数） */
static void
add_shared_amount (DzSentence *sentence,
                   GPtrArray  *rows,
                   guint       column)
{
  const DzFigureCell *first = dz_figure_row_get_cell (g_ptr_array_index (rows, 0), column);
  g_autofree char *amount = words_of_cell (first);
  guint inexact = 0, other = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const DzFigureCell *cell = dz_figure_row_get_cell (g_ptr_array_index (rows, i), column);

      inexact += cell->bound != DZ_BOUND_EXACT;
      other += cell->bound != first->bound;
    }
  if (other > 0)
    {
      g_autofree char *written = dz_format_amount (first->value, first->unit);

      dz_sentence_addf (sentence, "，均报%s（其中%u个不是确数）", written, inexact);
    }
  else
    dz_sentence_addf (sentence, "，均%s%s", first->bound == DZ_BOUND_EXACT ? "为" : "", amount);
}

/* 最多为望溪街道341件[1-15] */
static void
add_extreme (DzSentence    *sentence,
             DzFigureTable *table,
             guint          column,
             gboolean       largest)
{
  const DzEntry *entry = dz_figure_table_get_entry (table, column);
  const DzColumnStatistics *statistics = dz_figure_table_get_statistics (table, column);
  double extreme = largest ? statistics->usable.max : statistics->usable.min;
  const char *word = is_rate (entry) ? (largest ? "最高" : "最低") : (largest ? "最多" : "最少");
  g_autoptr(GPtrArray) rows = list_rows (table, column, dz_figure_cell_is_usable);
  g_autofree char *amount = NULL;
  const DzFigureCell *cell;
  gboolean exact = TRUE;

  for (guint i = rows->len; i-- > 0;)
    if (fabs (dz_figure_row_get_cell (g_ptr_array_index (rows, i), column)->value - extreme) > 1e-9)
      g_ptr_array_remove_index (rows, i);
  if (rows->len == 0)
    return;
  cell = dz_figure_row_get_cell (g_ptr_array_index (rows, 0), column);
  amount = words_of_cell (cell);
  for (guint i = 0; i < rows->len; i++)
    exact &= dz_figure_row_get_cell (g_ptr_array_index (rows, i), column)->bound == DZ_BOUND_EXACT;
  if (rows->len > 3)
    {
      if (exact)
        dz_sentence_addf (sentence, "%s为%s，有%u个单位", word, amount, rows->len);
      else
        {
          dz_sentence_addf (sentence, "%s的有%u个单位", word, rows->len);
          add_shared_amount (sentence, rows, column);
        }
      return;
    }
  dz_sentence_addf (sentence, rows->len > 1 ? "%s的是" : "%s为", word);
  for (guint i = 0; i < rows->len; i++)
    {
      DzFigureRow *row = g_ptr_array_index (rows, i);

      dz_sentence_addf (sentence, "%s%s", i > 0 ? "、" : "", dz_figure_row_get_body (row)->name);
      if (rows->len > 1)
        add_cell_source (sentence, dz_figure_row_get_cell (row, column));
    }
  if (rows->len > 1)
    {
      add_shared_amount (sentence, rows, column);
      return;
    }
  dz_sentence_addf (sentence, "%s%s", cell->bound != DZ_BOUND_EXACT ? "，" : "", amount);
  add_cell_source (sentence, cell);
}

static void
add_median (DzSentence               *sentence,
            const DzColumnStatistics *statistics,
            const DzEntry            *entry)
{
  g_autofree char *median = NULL;

  if (isnan (statistics->usable.median))
    return;
  median = dz_format_amount (statistics->usable.median, entry->unit);
  if (statistics->usable.n_inexact == 0)
    dz_sentence_addf (sentence, "，%u个数值确定的单位中位数%s", statistics->usable.n, median);
  else
    dz_sentence_addf (sentence, "，%u个单位中位数%s%s（其中%u个不是确数）", statistics->usable.n,
                      statistics->median_at_least ? dz_format_bound_words (DZ_BOUND_AT_LEAST, entry->unit) : "", median,
                      statistics->usable.n_inexact);
}

static gboolean
add_bodies (DzSentence    *sentence,
            GPtrArray     *rows,
            const char    *before,
            const char    *what)
{
  g_autoptr(GPtrArray) bodies = bodies_of (rows);

  if (bodies->len == 0)
    return FALSE;
  dz_sentence_add (sentence, before);
  dz_sentence_add_names (sentence, bodies, "figures");
  dz_sentence_add (sentence, what);

  return TRUE;
}

/* Who sent nothing is counted and named once, where the reports are counted; every indicator would say it again. */
#define MOST_WITHOUT 2

/* Whose report does not say it, and, of one or two, who has none. */
static void
add_missing (DzSentence    *sentence,
             DzFigureTable *table,
             guint          column,
             const char    *before)
{
  g_autoptr(GPtrArray) silent = list_rows (table, column, is_missing);
  g_autoptr(GPtrArray) without = list_rows (table, column, is_without_report);

  if (add_bodies (sentence, silent, before, "未报"))
    before = "，";
  if (without->len <= MOST_WITHOUT)
    add_bodies (sentence, without, before, "无报告");
}

/* ，白溪镇未报 */
static void
add_missing_one (DzSentence    *sentence,
                 DzFigureTable *table,
                 guint          column)
{
  g_autoptr(GPtrArray) silent = list_rows (table, column, is_missing);

  add_bodies (sentence, silent, "，", "未报");
}

static void
add_list (DzSentence    *sentence,
          DzFigureTable *table,
          guint          column)
{
  g_autoptr(GPtrArray) rows = list_rows (table, column, dz_figure_cell_is_reported);

  for (guint i = 0; i < rows->len; i++)
    {
      DzFigureRow *row = g_ptr_array_index (rows, i);
      const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
      g_autofree char *words = words_of_cell (cell);

      dz_sentence_addf (sentence, "%s%s%s", i > 0 ? "、" : "", dz_figure_row_get_body (row)->name,
                        words);
      if (cell->mark == DZ_CELL_TWO_VALUES)
        {
          g_autofree char *second = dz_format_amount (cell->second, cell->unit);

          dz_sentence_addf (sentence, "%s%s", cell->listed == 0 ? "或" : cell->listed == 2 ? "和" : "至", second);
        }
      add_cell_source (sentence, cell);
      if (dz_figure_cell_is_undecided (cell))
        dz_sentence_add (sentence, "（待核）");
    }
}

/**
 * dz_sentence_figure:
 *
 * Returns: (transfer full): how many report it, most, least, median, who does not
 */
DzSentence *
dz_sentence_figure (DzFigureTable *table,
                    guint          column)
{
  DzSentence *sentence = dz_sentence_new ();
  const DzEntry *entry = dz_figure_table_get_entry (table, column);
  const DzColumnStatistics *statistics = dz_figure_table_get_statistics (table, column);
  g_autofree char *name = dz_sentence_plain_name (entry->name);
  guint n = statistics->n_reported;

  if (statistics->n_bodies == 0)
    return sentence;
  if (n == 0)
    dz_sentence_addf (sentence, "%u个单位均未报告%s", statistics->n_bodies, name);
  else if (n == 1)
    {
      g_autoptr(GPtrArray) rows = list_rows (table, column, dz_figure_cell_is_reported);
      DzFigureRow *row = g_ptr_array_index (rows, 0);
      const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
      g_autofree char *words = words_of_cell (cell);

      dz_sentence_addf (sentence, "仅%s报告%s：%s", dz_figure_row_get_body (row)->name, name, words);
      add_cell_source (sentence, cell);
      if (statistics->n_missing == 1)
        add_missing_one (sentence, table, column);
      else if (statistics->n_missing > 0)
        dz_sentence_addf (sentence, "，其他%u个单位未报", statistics->n_missing);
      if (statistics->n_no_report > 0)
        dz_sentence_addf (sentence, "，%u个单位无报告", statistics->n_no_report);
    }
  else if (n < DZ_STATISTICS_MIN_MEDIAN || statistics->usable.n == 0)
    {
      dz_sentence_addf (sentence, "%u个单位报告%s：", n, name);
      add_list (sentence, table, column);
    }
  else
    {
      dz_sentence_addf (sentence, "%u个单位报告%s", n, name);
      if (statistics->usable.max > statistics->usable.min)
        {
          dz_sentence_add (sentence, "，");
          add_extreme (sentence, table, column, TRUE);
          dz_sentence_add (sentence, "，");
          add_extreme (sentence, table, column, FALSE);
          add_median (sentence, statistics, entry);
        }
      else
        {
          g_autofree char *amount = dz_format_amount (statistics->usable.max, entry->unit);

          dz_sentence_addf (sentence, "，均为%s", amount);
        }
      add_missing (sentence, table, column, "；");
    }
  dz_sentence_add (sentence, "。");

  return sentence;
}

static const DzFigure *
find_second (const DzFigureCell *cell)
{
  const DzFigure *figure = NULL;

  for (guint i = 0; (figure = dz_figure_cell_get_figure (cell, i)) != NULL; i++)
    if (fabs (figure->value - cell->second) < 1e-9)
      return figure;

  return NULL;
}

static const DzFigure *
find_first (const DzFigureCell *cell)
{
  const DzFigure *figure = NULL;

  for (guint i = 0; (figure = dz_figure_cell_get_figure (cell, i)) != NULL; i++)
    if (fabs (figure->value - cell->value) < 1e-9)
      return figure;

  return NULL;
}

/* 分别写有2期[7-5]、2期[7-9]，是否相加未写明 */
static void
add_listed (DzSentence         *sentence,
            const DzFigureCell *cell,
            const char         *name)
{
  dz_sentence_addf (sentence, "%s报告分别写有", name);
  for (guint i = 0; i < cell->listed; i++)
    {
      const DzFigure *figure = dz_figure_cell_get_figure (cell, i);
      g_autofree char *amount = dz_format_amount (figure->value, cell->unit);

      dz_sentence_addf (sentence, "%s%s", i > 0 ? "、" : "", amount);
      dz_sentence_add_source (sentence, cell->report, figure->span);
    }
  dz_sentence_add (sentence, "，是否相加未写明");
}

/* 报告内有163件[7-9]、185件[7-17]两个数 */
static void
add_contradictory (DzSentence         *sentence,
                   const DzFigureCell *cell,
                   const char         *name)
{
  g_autofree char *low = dz_format_amount (cell->value, cell->unit);
  g_autofree char *high = dz_format_amount (cell->second, cell->unit);
  const DzFigure *first = find_first (cell);
  const DzFigure *second = find_second (cell);

  dz_sentence_addf (sentence, "%s报告内有%s", name, low);
  dz_sentence_add_source (sentence, cell->report, first != NULL ? first->span : DZ_SPAN_NONE);
  dz_sentence_addf (sentence, "、%s", high);
  dz_sentence_add_source (sentence, cell->report, second != NULL ? second->span : DZ_SPAN_NONE);
  dz_sentence_add (sentence, "两个数");
}

#define MOST_DOUBTS 3 /* told one by one */
#define FIRST_DOUBTS 5

/* A、B、C、D、E等9个单位 */
static void
add_doubtful (DzSentence *sentence,
              GPtrArray  *rows,
              guint       column)
{
  guint n = rows->len > 8 ? FIRST_DOUBTS : rows->len;

  for (guint i = 0; i < n; i++)
    {
      DzFigureRow *row = g_ptr_array_index (rows, i);

      dz_sentence_addf (sentence, "%s%s", i > 0 ? "、" : "", dz_figure_row_get_body (row)->name);
      add_cell_source (sentence, dz_figure_row_get_cell (row, column));
    }
  dz_sentence_addf (sentence, "%s%u个单位", n < rows->len ? "等" : "", rows->len);
}

/* What is to be thought of the doubtful is said once, after the last of them. */
static void
end_doubt (DzSentence *sentence,
           guint       n,
           guint       total,
           gboolean    median)
{
  if (n == total)
    dz_sentence_addf (sentence, "，%s待核%s。", total > 1 ? "均" : "", median ? "，不计入中位数" : "");
  else
    dz_sentence_add (sentence, "；");
}

/**
 * dz_sentence_two_values:
 *
 * Returns: (transfer full): reports that contradict themselves in this column, one by one or, of many, their names;
 *   empty: none does
 */
DzSentence *
dz_sentence_two_values (DzFigureTable *table,
                        guint          column)
{
  DzSentence *sentence = dz_sentence_new ();
  gboolean median = !isnan (dz_figure_table_get_statistics (table, column)->usable.median);
  g_autoptr(GPtrArray) two = list_rows (table, column, is_two_values);
  g_autoptr(GPtrArray) conflicts = list_rows (table, column, is_conflict);
  guint n = 0;

  if (two->len + conflicts->len > MOST_DOUBTS)
    {
      g_ptr_array_extend (two, conflicts, NULL, NULL);
      add_doubtful (sentence, two, column);
      dz_sentence_addf (sentence, "数值前后不一致或者与其他数据不符，待核%s。", median ? "，不计入中位数" : "");
      return sentence;
    }
  for (guint i = 0; i < two->len; i++)
    {
      DzFigureRow *row = g_ptr_array_index (two, i);
      const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
      (cell->listed > 0 ? add_listed : add_contradictory) (sentence, cell, dz_figure_row_get_body (row)->name);
      end_doubt (sentence, ++n, two->len + conflicts->len, median);
    }
  for (guint i = 0; i < conflicts->len; i++)
    {
      DzFigureRow *row = g_ptr_array_index (conflicts, i);
      const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
      g_autofree char *words = words_of_cell (cell);

      if (is_rate (dz_figure_table_get_entry (table, column)))
        {
          dz_sentence_addf (sentence, "%s报告为%s", dz_figure_row_get_body (row)->name, words);
          add_cell_source (sentence, cell);
          dz_sentence_addf (sentence, "，%s%s", strstr (cell->note, "＝") != NULL ? "按其所报" : "", cell->note);
        }
      else
        {
          dz_sentence_addf (sentence, "%s报告中%s", dz_figure_row_get_body (row)->name, cell->note);
          add_cell_source (sentence, cell);
        }
      end_doubt (sentence, ++n, two->len + conflicts->len, median);
    }

  return sentence;
}

/**
 * dz_sentence_change:
 *
 * Returns: (transfer full): 两年都报且数值确定的6个单位中，4个增加、2个减少。 Empty: fewer than two
 */
DzSentence *
dz_sentence_change (DzYearChange *change,
                    const char   *indicator)
{
  DzSentence *sentence = dz_sentence_new ();
  g_autoptr(DzFigureChanges) changes = dz_year_change_get_figures (change, indicator);
  const DzChangeCounts *counts = changes != NULL ? dz_figure_changes_get_counts (changes) : NULL;
  gboolean rate = changes != NULL && is_rate (dz_figure_changes_get_entry (changes));
  const char *up = rate ? "上升" : "增加", *down = rate ? "下降" : "减少";
  guint parts = 0;

  if (counts == NULL || counts->exact < 2)
    return sentence;
  if (MAX (counts->up, MAX (counts->down, counts->same)) == counts->exact)
    {
      dz_sentence_addf (sentence, "两年都报且数值确定的%u个单位均%s。", counts->exact,
                        counts->up > 0 ? up : counts->down > 0 ? down : "持平");
      return sentence;
    }
  dz_sentence_addf (sentence, "两年都报且数值确定的%u个单位中，", counts->exact);
  if (counts->up > 0)
    dz_sentence_addf (sentence, "%s%u个%s", parts++ > 0 ? "、" : "", counts->up, up);
  if (counts->down > 0)
    dz_sentence_addf (sentence, "%s%u个%s", parts++ > 0 ? "、" : "", counts->down, down);
  if (counts->same > 0)
    dz_sentence_addf (sentence, "%s%u个持平", parts++ > 0 ? "、" : "", counts->same);
  if (counts->up == 0)
    dz_sentence_addf (sentence, "，没有单位%s", up);
  else if (counts->down == 0)
    dz_sentence_addf (sentence, "，没有单位%s", down);
  dz_sentence_add (sentence, "。");

  return sentence;
}

/**
 * dz_sentence_destinations:
 *
 * Returns: (transfer full): what became of last year's weaknesses; empty: no body has both years
 */
DzSentence *
dz_sentence_destinations (DzYearChange *change)
{
  static const char *const words[] = { "称已整改、本年度又提出", "未称整改、本年度又提出", "称已整改、本年度未再提出",
                                       "未作说明、本年度也未再提出" };
  DzSentence *sentence = dz_sentence_new ();
  guint n = dz_year_change_get_n_rows (change);
  guint parts = 0;

  if (n == 0)
    return sentence;
  dz_sentence_addf (sentence, "%u个单位两年都有报告，其%d年度提出的问题中，", n,
                    dz_year_change_get_year (change) - 1);
  for (guint i = 0; i < DZ_DESTINATION_NEW; i++)
    if (dz_year_change_count (change, i) > 0)
      dz_sentence_addf (sentence, "%s%s的%u项次", parts++ > 0 ? "，" : "", words[i],
                        dz_year_change_count (change, i));
  if (parts == 0)
    dz_sentence_add (sentence, "没有可比的");
  dz_sentence_add (sentence, "。");

  return sentence;
}

