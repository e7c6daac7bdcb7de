/* dz-figure-tables.c - numbers in the rows of a table, by the head of their column
 *
 * A table is two or more lines in a row whose cells are parted by tabs or bars. Its first line is
 * the head where it names years or parts of one, or holds no number of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-tables.h"

#include <string.h>

#define MOST_CELLS 64

typedef struct
{
  DzSpan cells[MOST_CELLS];
  guint n;
} Row;

typedef enum
{
  COLUMN_PLAIN, /* a noun, or nothing that decides */
  COLUMN_YEAR,
  COLUMN_UNIT,
  COLUMN_CHANGE,
  COLUMN_PART, /* a month, a quarter, a half of the year */
  COLUMN_TOTAL /* of such parts */
} ColumnKind;

typedef struct
{
  ColumnKind kind;
  int year;
} Column;

typedef struct
{
  DzFigureScene *scene;
  Row head;
  Column columns[MOST_CELLS];
  gboolean has_head;
} Table;

static gboolean
holds (const DzFigureScene *scene,
       DzSpan               span,
       const char          *word)
{
  return g_strstr_len (scene->text + span.start, (gssize) (span.end - span.start), word) != NULL;
}

/* A row's name, and not a number of its own: 12345热线工单 is one. */
static gboolean
is_name (const DzFigureScene *scene,
         DzSpan               span)
{
  guint letters = 0;

  for (gsize i = span.start; i < span.end; i += (gsize) g_utf8_skip[(guchar) scene->text[i]])
    letters += (guchar) scene->text[i] >= 0xe3;

  return letters >= 2;
}

static gboolean
has_digit (const DzFigureScene *scene,
           DzSpan               span)
{
  for (gsize i = span.start; i < span.end; i++)
    if (g_ascii_isdigit (scene->text[i]))
      return TRUE;

  return FALSE;
}

/* The cells of one line; none where it is no row of a table. */
static Row
split_row (const DzFigureScene *scene,
           DzSpan               line)
{
  Row row = { 0 };
  gsize from = line.start;
  guint marks = 0;

  for (gsize at = line.start; at <= line.end; at++)
    {
      DzSpan cell = { from, at };

      if (at < line.end && scene->text[at] != '\t' && scene->text[at] != '|')
        continue;
      marks += at < line.end;
      from = at + 1;
      while (cell.start < cell.end && scene->text[cell.start] == ' ')
        cell.start++;
      while (cell.end > cell.start && scene->text[cell.end - 1] == ' ')
        cell.end--;
      /* the bars at both ends of a line part nothing */
      if (dz_span_is_empty (cell) && (cell.start == line.start || at == line.end))
        continue;
      if (row.n < MOST_CELLS)
        row.cells[row.n++] = cell;
    }
  if (marks == 0 || row.n < 2)
    row.n = 0;

  return row;
}

/* | --- | :-: | */
static gboolean
is_rule (const DzFigureScene *scene,
         DzSpan               line)
{
  gboolean dash = FALSE;

  for (gsize i = line.start; i < line.end; i++)
    {
      if (strchr ("-|: \t", scene->text[i]) == NULL)
        return FALSE;
      dash = dash || scene->text[i] == '-';
    }

  return dash;
}

static int
read_year (const DzFigureScene *scene,
           DzSpan               cell)
{
  static const char *const now[] = { "今年", "本年", "本期", "当年" };
  static const char *const before[] = { "去年", "上年", "上期", "上一年", "同期" };

  for (gsize i = cell.start; i + 4 <= cell.end; i++)
    if ((scene->text[i] == '1' || scene->text[i] == '2') && g_ascii_isdigit (scene->text[i + 3]))
      {
        int year = (int) g_ascii_strtoll (scene->text + i, NULL, 10);

        if (year >= 1990 && year <= 2100)
          return year;
      }
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (holds (scene, cell, before[i]))
      return scene->context->report->identity.year - 1;
  for (guint i = 0; i < G_N_ELEMENTS (now); i++)
    if (holds (scene, cell, now[i]))
      return scene->context->report->identity.year;

  return 0;
}

/* 去年41, 本年58件: the year and the value stand in one cell. 去年1—11月, 本年（2024年） are heads. */
static gboolean
is_value_of_year (const DzFigureScene *scene,
                  DzSpan               cell)
{
  static const char *const years[] = { "今年", "本年", "本期", "当年", "去年", "上年", "上期", "上一年", "同期" };
  gboolean named = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (years) && !named; i++)
    named = g_str_has_prefix (scene->text + cell.start, years[i]);

  return named && has_digit (scene, cell) && !holds (scene, cell, "月") && !holds (scene, cell, "（") && !holds (scene, cell, "(");
}

/* Bytes of the number at @at: 1, 12, 一, 十二; 0 where there is none. */
static gsize
skip_month (const DzFigureScene *scene,
            gsize                at,
            gsize                end)
{
  gsize from = at;

  while (at < end && g_ascii_isdigit (scene->text[at]))
    at++;
  if (at > from)
    return at - from;
  while (at < end && g_utf8_strchr ("一二三四五六七八九十", -1, g_utf8_get_char (scene->text + at)) != NULL)
    at += 3;

  return at - from;
}

/* 1月, 三月份, 1-6月; 1—12月 is the year.
 *
 * Returns: COLUMN_PART, COLUMN_TOTAL, or COLUMN_PLAIN where @cell names no months
 */
static ColumnKind
read_months (const DzFigureScene *scene,
             DzSpan               cell)
{
  static const char *const to[] = { "-", "—", "–", "~", "～", "至", "到" };
  gsize at = cell.start;
  gsize n = skip_month (scene, at, cell.end);
  gboolean first = n == 1 && scene->text[at] == '1';
  gboolean last = FALSE;

  at += n;
  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (to); i++)
    if (g_str_has_prefix (scene->text + at, to[i]))
      {
        at += strlen (to[i]);
        n = skip_month (scene, at, cell.end);
        last = n == 2 && memcmp (scene->text + at, "12", 2) == 0;
        at += n;
        break;
      }
  if (n == 0 || at + 3 > cell.end || memcmp (scene->text + at, "月", 3) != 0)
    return COLUMN_PLAIN;
  at += 3;
  if (at + 3 == cell.end && memcmp (scene->text + at, "份", 3) == 0)
    at += 3;
  if (at != cell.end)
    return COLUMN_PLAIN;

  return first && last ? COLUMN_TOTAL : COLUMN_PART;
}

/* A part of the year, or all of it beside such parts. */
static ColumnKind
read_part (const DzFigureScene *scene,
           DzSpan               cell)
{
  static const char *const totals[] = { "全年", "合计", "总计", "共计", "累计", "年度合计", "全年合计", "全年累计" };

  if (cell.end - cell.start > 21)
    return COLUMN_PLAIN;
  if (holds (scene, cell, "季度") || holds (scene, cell, "上半年") || holds (scene, cell, "下半年"))
    return COLUMN_PART;
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (cell.end - cell.start == strlen (totals[i]) && holds (scene, cell, totals[i]))
      return COLUMN_TOTAL;

  return read_months (scene, cell);
}

static Column
read_column (const DzFigureScene *scene,
             DzSpan               cell)
{
  static const char *const changes[] = { "同比", "增减", "增幅", "变化", "增长", "降幅" };
  Column column = { COLUMN_PLAIN, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (holds (scene, cell, changes[i]))
      column.kind = COLUMN_CHANGE;
  if (column.kind == COLUMN_CHANGE)
    return column;
  if (cell.end - cell.start <= 12 && (holds (scene, cell, "单位") || holds (scene, cell, "计量")))
    {
      column.kind = COLUMN_UNIT;
      return column;
    }
  /* 去年41 is a value that tells its year */
  column.year = is_value_of_year (scene, cell) ? 0 : read_year (scene, cell);
  column.kind = column.year != 0 ? COLUMN_YEAR : read_part (scene, cell);

  return column;
}

/* Whether every cell of @row is a name, a year or a part of one. */
static gboolean
is_head (const DzFigureScene *scene,
         const Row           *row)
{
  for (guint i = 0; i < row->n; i++)
    if (read_column (scene, row->cells[i]).kind == COLUMN_PLAIN && !is_name (scene, row->cells[i]))
      return FALSE;

  return TRUE;
}

/* Whether @row names columns: by years or parts of one, or since it holds no number at all. One part alone,
 * 1-11月, is all that is told of the year. */
static gboolean
take_head (Table     *table,
           const Row *row)
{
  gboolean years = FALSE;
  gboolean digits = FALSE;
  guint parts = 0;

  table->head = *row;
  for (guint i = 0; i < row->n; i++)
    {
      table->columns[i] = read_column (table->scene, row->cells[i]);
      parts += table->columns[i].kind == COLUMN_PART;
    }
  for (guint i = 0; i < row->n; i++)
    {
      Column *column = &table->columns[i];

      if (parts < 2 && (column->kind == COLUMN_PART || column->kind == COLUMN_TOTAL))
        column->kind = COLUMN_PLAIN;
      years = years || column->kind == COLUMN_YEAR || column->kind == COLUMN_PART;
      digits = digits || (column->kind != COLUMN_YEAR && column->kind != COLUMN_PART &&
                          has_digit (table->scene, row->cells[i]));
    }
  table->has_head = years || !digits;

  return table->has_head;
}

/* （件）, （万元）, （%） or /件 at the end of a cell, or a cell of units. */
static void
take_unit (const DzFigureScene *scene,
           DzQuantity          *quantity,
           DzSpan               cell)
{
  const char *unit;
  gsize at = cell.start;
  gsize end = cell.end;

  if (quantity->number.form != DZ_NUMBER_COUNT || (quantity->unit != NULL && quantity->listed))
    return;
  if (end >= cell.start + 3 && memcmp (scene->text + end - 3, "）", 3) == 0)
    {
      const char *open = g_strrstr_len (scene->text + cell.start, (gssize) (end - cell.start), "（");

      if (open == NULL)
        return;
      at = (gsize) (open - scene->text) + 3;
      end -= 3;
    }
  else
    {
      const char *slash = g_strrstr_len (scene->text + cell.start, (gssize) (cell.end - cell.start), "/");

      /* 处罚案件/件 */
      if (slash != NULL && slash > scene->text + cell.start)
        at = (gsize) (slash - scene->text) + 1;
    }
  if (end > at && scene->text[at] == '%')
    {
      quantity->number.form = DZ_NUMBER_PERCENT;
      quantity->listed = quantity->set_aside == NULL;
      return;
    }
  if (at + 3 < end && memcmp (scene->text + at, "万", 3) == 0)
    {
      quantity->number.value *= 10000;
      quantity->number.high *= 10000;
      at += 3;
    }
  unit = dz_figure_rules_measure_at ((DzFigureRules *) scene->rules, scene->text, end, at);
  if ((unit == NULL || at + strlen (unit) != end) && end == cell.end)
    unit = dz_figure_rules_measure_of_label ((DzFigureRules *) scene->rules, scene->text, cell);
  else if (unit != NULL && at + strlen (unit) != end)
    return;
  if (unit == NULL)
    return;
  quantity->unit = unit;
  quantity->measure = dz_figure_rules_measure_bit ((DzFigureRules *) scene->rules, unit);
  quantity->listed = quantity->set_aside == NULL;
}

static void
set_aside (DzQuantity *quantity,
           const char *reason)
{
  quantity->set_aside = g_intern_string (reason);
  quantity->ground = g_intern_static_string ("the head of its column");
  quantity->ground_span = quantity->span;
  quantity->listed = TRUE;
}

/* 件, 人次: a cell that holds nothing but a measure word names nothing. */
static gboolean
is_unit (const DzFigureScene *scene,
         DzSpan               cell)
{
  const char *unit = dz_figure_rules_measure_at ((DzFigureRules *) scene->rules, scene->text, cell.end, cell.start);

  return unit != NULL && cell.start + strlen (unit) == cell.end;
}

/* The first cell of the row that names it, the nearest where no head tells the columns apart; the
 * row's length if none does. */
static guint
find_label (const Table *table,
            const Row   *row,
            guint        column)
{
  for (guint i = column; i > 0 && !table->has_head; i--)
    if (is_name (table->scene, row->cells[i - 1]) && !is_unit (table->scene, row->cells[i - 1]) &&
        !is_value_of_year (table->scene, row->cells[i - 1]))
      return i - 1;
  for (guint i = 0; i < column; i++)
    if ((is_name (table->scene, row->cells[i]) ||
         (i == 0 && row->cells[i].end - row->cells[i].start == 4 && read_year (table->scene, row->cells[i]) != 0) ||
         (i == 0 && read_months (table->scene, row->cells[i]) != COLUMN_PLAIN)) &&
        !(table->has_head && i < table->head.n && table->columns[i].kind == COLUMN_UNIT))
      return i;

  return row->n;
}

static gboolean
ends_with_any (const DzFigureScene *scene,
               DzSpan               cell,
               const char *const   *words)
{
  for (; *words != NULL; words++)
    {
      gsize n = strlen (*words);

      if (cell.end - cell.start >= n && memcmp (scene->text + cell.end - n, *words, n) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Rows that are years, places or kinds, under columns that are the nouns. */
static const char *
judge_row (const Table *table,
           DzSpan       label)
{
  static const char *const totals[] = { "合计", "总计", "共计", "全年", "全年合计", "全镇", "全乡", "全街道", NULL };
  static const char *const places[] = { "村", "社区", "村（居）", "屯", "嘎查", "居委会", "站", "所", NULL };
  int year = table->scene->context->report->identity.year;
  int row_year = label.end - label.start <= 18 ? read_year (table->scene, label) : 0;

  if (row_year != 0)
    return year == 0 || row_year == year ? NULL : row_year < year ? "last-year" : "plan";
  if (ends_with_any (table->scene, label, totals) || read_months (table->scene, label) == COLUMN_TOTAL)
    return NULL;

  return ends_with_any (table->scene, label, places) ? "village" : "sub-case";
}

/* Whether a number belongs to the name of its row: under a year, 数量 or 完成情况, or where the table
 * has no other column for numbers. */
static gboolean
is_by_row (const Table *table,
           guint        label,
           guint        column)
{
  static const char *const plain[] = { "数", "数量", "数据", "情况", "结果", "数值", "合计", "总数", "值", "完成数", "受理", "受理数", "受理量",
                                       "接收", "登记", "件数", "次数", "场次", "份数", "人数", NULL };
  guint nouns = 0;

  if (!table->has_head || column >= table->head.n || table->columns[column].kind == COLUMN_YEAR ||
      table->columns[column].kind == COLUMN_PART || table->columns[column].kind == COLUMN_TOTAL ||
      ends_with_any (table->scene, table->head.cells[column], plain))
    return TRUE;
  for (guint i = label + 1; i < table->head.n; i++)
    nouns += table->columns[i].kind == COLUMN_PLAIN &&
             !holds (table->scene, table->head.cells[i], "备注") &&
             !holds (table->scene, table->head.cells[i], "说明");

  return nouns <= 1;
}

/* -18.0%, 下降18% in a column of changes. */
static int
read_sign (const Table      *table,
           const DzQuantity *quantity,
           DzSpan            cell)
{
  static const char *const less[] = { "-", "－", "−", "–", "—", "降", "减", "↓" };
  DzSpan before = { cell.start, MAX (cell.start, quantity->number.core.start) };

  for (guint i = 0; i < G_N_ELEMENTS (less); i++)
    if (holds (table->scene, before, less[i]))
      return -1;

  return 1;
}

/* The quantity in column @column of @row. */
static void
lay_cell (Table     *table,
          const Row *row,
          guint      column,
          guint      index)
{
  DzFigureScene *scene = table->scene;
  DzQuantity *quantity = &g_array_index (scene->quantities, DzQuantity, index);
  DzWindows *windows = &g_array_index (scene->windows, DzWindows, index);
  Column head = column < table->head.n && table->has_head ? table->columns[column] : (Column) { 0 };
  guint at = find_label (table, row, column);
  DzSpan noun = at < row->n ? row->cells[at] : DZ_SPAN_NONE;
  gboolean by_row = at < row->n && read_year (scene, noun) == 0 && is_by_row (table, at, column);
  int year = scene->context->report->identity.year;
  const char *reason = NULL;

  if (head.kind == COLUMN_UNIT)
    return;
  /* 件 before its number, or behind it: 罚款 1.42 万元 */
  for (guint i = 1; i < row->n; i++)
    if (i != column && (table->has_head ? i < table->head.n && table->columns[i].kind == COLUMN_UNIT
                                        : i > at && i < column && is_unit (scene, row->cells[i])))
      take_unit (scene, quantity, row->cells[i]);
  if (is_value_of_year (scene, row->cells[column]))
    head = (Column) { COLUMN_YEAR, read_year (scene, row->cells[column]) };
  if (head.kind == COLUMN_YEAR && year != 0 && head.year != year)
    reason = head.year < year ? "last-year" : "plan";
  else if (head.kind == COLUMN_PART)
    reason = "sub-case";
  else if (head.kind == COLUMN_CHANGE && quantity->number.form == DZ_NUMBER_PERCENT)
    {
      /* a sign before it makes it no number of another kind */
      quantity->change = read_sign (table, quantity, row->cells[column]);
      quantity->set_aside = NULL;
      quantity->listed = TRUE;
    }
  else if (head.kind == COLUMN_CHANGE)
    reason = "change";
  else if (!by_row)
    {
      if (!table->has_head || column >= table->head.n)
        return;
      reason = at < row->n ? judge_row (table, noun) : NULL;
      noun = table->head.cells[column];
      windows->clause = dz_clauses_at (scene->clauses, noun.start);
    }
  /* the number a row begins with is none of a list where its column counts something */
  if (column == 0 && table->has_head && quantity->set_aside == g_intern_static_string ("outline") &&
      dz_figure_rules_measure_of_label ((DzFigureRules *) scene->rules, scene->text, noun) != NULL)
    quantity->set_aside = NULL;
  take_unit (scene, quantity, noun);
  if (reason != NULL)
    set_aside (quantity, reason);
  windows->before.start = MAX (noun.start, dz_figure_scene_clause (scene, windows->clause)->span.start);
  windows->before.end = MAX (noun.end, windows->before.start);
  windows->after.end = windows->after.start;
  windows->apart = TRUE;
  g_array_index (scene->frames, DzFigureFrame, index).own = DZ_SPAN_NONE;
}

static void
lay_row (Table     *table,
         const Row *row,
         guint     *next)
{
  DzFigureScene *scene = table->scene;
  gsize end = row->cells[row->n - 1].end;

  while (*next < scene->quantities->len &&
         dz_figure_scene_quantity (scene, *next)->span.start < row->cells[0].start)
    (*next)++;
  for (; *next < scene->quantities->len && dz_figure_scene_quantity (scene, *next)->span.start < end; (*next)++)
    for (guint i = 0; i < row->n; i++)
      {
        const DzQuantity *quantity = dz_figure_scene_quantity (scene, *next);

        /* a cell that is a sentence is read as one */
        if (dz_span_contains (row->cells[i], quantity->number.core) &&
            row->cells[i].end - row->cells[i].start <= quantity->span.end - quantity->span.start + 6)
          lay_cell (table, row, i, *next);
      }
}

/**
 * dz_figure_tables_lay:
 *
 * Gives the numbers of tables the noun and the unit of their row or column, and sets aside those
 * of other years.
 */
void
dz_figure_tables_lay (DzFigureScene *scene)
{
  Table table = { .scene = scene };
  guint rows = 0;
  guint next = 0;

  if (strpbrk (scene->text, "\t|") == NULL)
    return;
  for (gsize at = 0; at < scene->len;)
    {
      const char *stop = memchr (scene->text + at, '\n', scene->len - at);
      DzSpan line = { at, stop != NULL ? (gsize) (stop - scene->text) : scene->len };
      Row row = split_row (scene, line);

      at = line.end + 1;
      if (is_rule (scene, line))
        continue;
      if (row.n == 0)
        {
          /* a page may break within a table */
          rows = dz_span_is_empty (line) ? rows : 0;
          continue;
        }
      table.has_head = rows > 0 && table.has_head;
      /* one table may follow another without a line between */
      if (rows++ == 0 || is_head (scene, &row))
        if (take_head (&table, &row))
          continue;
      lay_row (&table, &row, &next);
    }
}
