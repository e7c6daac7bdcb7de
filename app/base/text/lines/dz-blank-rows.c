/* dz-blank-rows.c - rows of a table whose cells nothing but blanks part
 *
 * A table that was saved as plain text, or whose tabs a web page took for blanks:
 *
 *   事项 2022年 2023年 2024年
 *   行政检查（次） 96 131 158
 *   受理矛盾纠纷（件） 71 64 83
 *
 * Elsewhere a blank between two digits only sets them apart (12 000, 1 5 6); here it would make one number of three.
 * So it must be known from the form of the lines alone: a name, then as many numbers in each line as in the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-blank-rows.h"

#include "dz-char.h"
#include "dz-script.h"

#include <string.h>

#define MOST_CELLS 64 /* a column for each of some 50 villages */
#define LONGEST_NAME 40 /* characters */
#define LONGEST_UNIT 2
#define FEWEST_SPACED 4

typedef struct
{
  const char *start;
  const char *end;
} Cell;

/* A line that may be of a table. */
typedef struct
{
  Cell *cells;
  guint n;
  guint from;    /* the first of the numbers of a row */
  guint numbers; /* how many follow each other; 0: no row */
  gboolean head; /* may name columns */
} Line;

static gboolean
ends_clause (gunichar c)
{
  return dz_char_is_any (c, "。；;！!？?，\t|");
}

static gboolean
is_digit (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* 158, 1,026, 97.2%, ≥12, 12件, — */
static gboolean
is_number (const Cell *cell)
{
  guint digits = 0, units = 0;

  for (const char *p = cell->start; p < cell->end; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      if (is_digit (c))
        digits++;
      else if (digits > 0 && dz_script_is_han (c))
        units++;
      else if (units > 0 || !dz_char_is_any (c, ".．,%％‰+-—–−/／≥≤≈±"))
        return FALSE;
      if (units > 0 && is_digit (c))
        return FALSE;
    }

  return units <= LONGEST_UNIT && (digits > 0 || cell->end - cell->start <= 6);
}

/* A number a blank may have set apart from the one before: 000 in 12 000. */
static gboolean
is_group (const Cell *cell)
{
  return cell->end - cell->start == 3 && g_ascii_isdigit (cell->start[0]) && g_ascii_isdigit (cell->start[1]) &&
         g_ascii_isdigit (cell->start[2]);
}

static gboolean
begins_groups (const Cell *cell)
{
  gsize n = (gsize) (cell->end - cell->start);

  return n >= 1 && n <= 3 && *cell->start != '0' && strspn (cell->start, "0123456789") >= n;
}

static guint
count_han (const Cell *from,
           const Cell *to)
{
  guint n = 0;

  for (const char *p = from->start; p < to->end; p = g_utf8_next_char (p))
    n += dz_script_is_han (dz_char_at (p));

  return n;
}

/* 年 or % behind the digits it counts, set apart: 2024 年, 97.2 %. */
static gboolean
goes_on (const Cell *before,
         const Cell *cell)
{
  static const char *const words[] = { "年", "年度", "%", "％", "‰" };
  gsize n = (gsize) (cell->end - cell->start);

  if (before->end == before->start || !g_ascii_isdigit (before->end[-1]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == n && memcmp (cell->start, words[i], n) == 0)
      return TRUE;

  return FALSE;
}

/* Where the blanks at @at end. Blanks without width part no cells. */
static const char *
skip_blanks (const char *at,
             const char *eol,
             gboolean   *part)
{
  *part = FALSE;
  for (gunichar c; at < eol && dz_char_is_blank (c = dz_char_at (at)); at = g_utf8_next_char (at))
    *part = *part || !(c == 0x00ad || g_unichar_iszerowidth (c));
  *part = *part || at == eol;

  return at;
}

/* Where the cell at @at ends; %NULL: the line is prose, or parted by something else. */
static const char *
find_cell_end (const char *at,
               const char *eol)
{
  while (at < eol)
    {
      gboolean part;
      const char *next = skip_blanks (at, eol, &part);

      if (next > at && part)
        break;
      if (next == at && ends_clause (dz_char_at (at)))
        return NULL;
      at = next > at ? next : g_utf8_next_char (at);
    }

  return at;
}

/* The cells of a line, into the place for %MOST_CELLS that it has; none where it is prose, or has too many. */
static void
split (Line       *line,
       const char *at,
       const char *eol)
{
  gboolean part;

  *line = (Line){ .cells = line->cells };
  for (at = skip_blanks (at, eol, &part); at < eol; at = skip_blanks (at, eol, &part))
    {
      Cell cell = { at, find_cell_end (at, eol) };

      if (cell.end == NULL)
        {
          line->n = 0;
          return;
        }
      at = cell.end;
      if (line->n > 0 && goes_on (&line->cells[line->n - 1], &cell))
        {
          line->cells[line->n - 1].end = cell.end;
          continue;
        }
      if (line->n == MOST_CELLS)
        {
          line->n = 0;
          return;
        }
      line->cells[line->n++] = cell;
    }
}

static gboolean
holds (const Cell *cell,
       const char *word)
{
  return g_strstr_len (cell->start, cell->end - cell->start, word) != NULL;
}

static gboolean
is_year (const Cell *cell)
{
  gsize n = (gsize) (cell->end - cell->start);

  return n >= 4 && (memcmp (cell->start, "20", 2) == 0 || memcmp (cell->start, "19", 2) == 0) &&
         strspn (cell->start, "0123456789") == 4 && (n == 4 || holds (cell, "年"));
}

/* 2024年, 上年, 一季度, 合计: columns beyond doubt. */
static gboolean
tells_time (const Cell *cell)
{
  static const char *const words[] = { "年", "季度", "月", "合计", "总计", "同比", "增减", "本期", "上期", "同期", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (holds (cell, words[i]))
      return TRUE;

  return is_year (cell);
}

static gboolean
is_character (const Cell *cell)
{
  return cell->end == g_utf8_next_char (cell->start) && dz_script_is_han (dz_char_at (cell->start));
}

/* 全 年 开 展 宣 传: blanks stand between all characters, as recognition leaves them, and part no cells. */
static gboolean
is_spaced (const Line *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n; i++)
    n += is_character (&line->cells[i]);

  return n >= FEWEST_SPACED && 2 * n > line->n;
}

static void
judge_head (Line *line)
{
  line->head = line->n >= 2 && !is_spaced (line);
  for (guint i = 0; i < line->n; i++)
    line->head = line->head && (count_han (&line->cells[i], &line->cells[i]) > 0 || is_year (&line->cells[i]));
}

/* The longest run of numbers: 3 行政处罚 件 92 3,774 3%; the year a row is called by is none of them. */
static void
find_numbers (Line *line)
{
  for (guint i = 0, run; i < line->n; i += run + 1)
    {
      for (run = 0; i + run < line->n && is_number (&line->cells[i + run]); run++)
        ;
      if (run > line->numbers)
        {
          line->from = i;
          line->numbers = run;
        }
    }
  if (line->numbers > 1 && line->from == 0 && is_year (&line->cells[0]))
    {
      line->from = 1;
      line->numbers--;
    }
}

/* Years behind a name are heads and no numbers, also with a dash between: 2021 — 2025 年. */
static gboolean
are_years (const Line *line)
{
  gboolean any = FALSE;

  for (guint i = 0; i < line->numbers; i++)
    {
      const Cell *cell = &line->cells[line->from + i];
      gboolean year = is_year (cell);

      any = any || year;
      for (const char *p = cell->start; p < cell->end && !year; p = g_utf8_next_char (p))
        if (is_digit (dz_char_at (p)))
          return FALSE;
    }

  return any;
}

/* A name, and numbers behind it. */
static void
judge_row (Line *line)
{
  const Cell *last;

  find_numbers (line);
  judge_head (line);
  if (line->numbers == 0 || line->from == 0 || line->n < 3 || are_years (line))
    {
      line->numbers = 0;
      return;
    }
  last = &line->cells[line->from - 1];
  if ((count_han (&line->cells[0], last) < 2 && !is_year (&line->cells[0])) ||
      g_utf8_strlen (line->cells[0].start, last->end - line->cells[0].start) > LONGEST_NAME)
    line->numbers = 0;
}

/* 12 000 */
static gboolean
could_be_groups (const Line *line)
{
  const Cell *first = &line->cells[line->from];

  if (!begins_groups (first))
    return FALSE;
  for (guint k = 1; k < line->numbers; k++)
    if (!is_group (first + k))
      return FALSE;

  return TRUE;
}

/* 1 5 人, and 1 5 behind a name whose characters blanks part too. */
static gboolean
could_be_digits (const Line *line)
{
  guint behind = line->from + line->numbers;

  for (guint i = line->from; i < behind; i++)
    if (line->cells[i].end != line->cells[i].start + 1 || !g_ascii_isdigit (*line->cells[i].start))
      return FALSE;

  return is_spaced (line) || (behind < line->n && is_character (&line->cells[behind]));
}

/* 12 000 and 3 500 under each other are one column, as far as anybody can see. */
static gboolean
could_be_one_column (const Line *lines,
                     guint       n)
{
  for (guint i = 0; i < n; i++)
    if (!could_be_groups (&lines[i]) && !could_be_digits (&lines[i]))
      return FALSE;

  return TRUE;
}

/* How many numbers most rows have, and how many rows have so many. */
static guint
find_usual (const Line *lines,
            guint       n,
            guint      *rows)
{
  guint counts[MOST_CELLS + 1] = { 0 };
  guint usual = 0;

  for (guint i = 0; i < n; i++)
    counts[lines[i].numbers]++;
  for (guint k = 1; k <= MOST_CELLS; k++)
    if (counts[k] > counts[usual])
      usual = k;
  *rows = counts[usual];

  return usual;
}

/* Whether all columns but the first tell times. */
static gboolean
names_times (const Line *head)
{
  guint n = 0;

  for (guint i = 0; i < head->n; i++)
    n += tells_time (&head->cells[i]);

  return n + 1 >= head->n && n >= 2;
}

/* Whether @lines are a table: their form says it, or their head. */
static gboolean
is_table (const Line *head,
          const Line *lines,
          guint       n,
          guint       usual,
          guint       like)
{
  gboolean whole = FALSE; /* a column for each cell */
  gboolean fits = usual >= 2 && head->head && head->n >= usual; /* or for each number */
  gboolean times = head->head && names_times (head);

  for (guint i = 0; i < n && head->head; i++)
    whole = whole || head->n == lines[i].n;
  fits = fits || whole;
  if (!fits && usual < 2)
    return FALSE;
  if (usual >= 2 && !whole && !times && !(head->head && head->n == usual + 1) && could_be_one_column (lines, n))
    return FALSE;

  return like >= 2 || (fits && times);
}

static void
add_gap (GArray     *gaps,
         const char *text,
         const Cell *before)
{
  gsize at = (gsize) (before->end - text);

  g_array_append_val (gaps, at);
}

/* Gaps before the cells @from to @to, and behind them. */
static void
add_gaps (GArray     *gaps,
          const char *text,
          const Line *line,
          guint       from,
          guint       to)
{
  for (guint i = MAX (from, 1); i <= to && i < line->n; i++)
    add_gap (gaps, text, &line->cells[i - 1]);
}

/* A name of several words is one cell, but for the number of the row before it. */
static void
add_row (GArray     *gaps,
         const char *text,
         const Line *line)
{
  if (line->from >= 2 && is_number (&line->cells[0]))
    add_gap (gaps, text, &line->cells[0]);
  add_gaps (gaps, text, line, line->from, line->from + line->numbers);
}

/* A head with fewer cells than the rows, or more: its last are those of the numbers, but for one of remarks. */
static void
add_head (GArray     *gaps,
          const char *text,
          const Line *head,
          guint       usual,
          gboolean    remarks)
{
  guint behind = remarks && head->n > usual + 1 ? 1 : 0;
  guint from = head->n > usual + behind ? head->n - usual - behind : 0;

  add_gaps (gaps, text, head, from, head->n);
}

/* The lines of @rows stand behind the line @head, which names their columns if anything does. */
static void
add_table (GArray     *gaps,
           const char *text,
           const Line *head,
           GArray     *rows)
{
  const Line *lines = (const Line *) (gpointer) rows->data;
  guint like = 0, usual = find_usual (lines, rows->len, &like);
  gboolean whole = FALSE, remarks = FALSE;

  if (rows->len == 0 || !is_table (head, lines, rows->len, usual, like))
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      whole = whole || (head->head && lines[i].n == head->n);
      remarks = remarks || lines[i].from + lines[i].numbers < lines[i].n;
    }
  if (whole)
    add_gaps (gaps, text, head, 1, head->n);
  else if (head->head)
    add_head (gaps, text, head, usual, remarks);
  for (guint i = 0; i < rows->len; i++)
    if (head->head && lines[i].n == head->n)
      add_gaps (gaps, text, &lines[i], 1, lines[i].n);
    else
      add_row (gaps, text, &lines[i]);
}

static void
clear_line (gpointer data)
{
  g_clear_pointer (&((Line *) data)->cells, g_free);
}

/* @line with a copy of its cells, which takes no more place than they need. */
static Line
keep_line (const Line *line)
{
  Line kept = *line;

  kept.cells = g_memdup2 (line->cells, line->n * sizeof (Cell));

  return kept;
}

/**
 * dz_blank_rows_find:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (element-type gsize): the bytes at which the blanks begin that part two cells, in order
 */
GArray *
dz_blank_rows_find (const char *text,
                    gsize       len)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *end = text + len;
  Cell cells[MOST_CELLS];
  Line head = { .n = 0 }, line = { .cells = cells }, kept;

  g_array_set_clear_func (rows, clear_line);
  for (const char *at = text, *eol; at < end; at = eol + 1)
    {
      eol = memchr (at, '\n', (gsize) (end - at));
      if (eol == NULL)
        eol = end;
      while (at < eol && dz_char_is_blank (dz_char_at (at)))
        at = g_utf8_next_char (at);
      if (at == eol)
        continue;
      split (&line, at, eol);
      judge_row (&line);
      kept = keep_line (&line);
      if (line.numbers > 0)
        {
          g_array_append_val (rows, kept);
          continue;
        }
      add_table (gaps, text, &head, rows);
      g_array_set_size (rows, 0);
      clear_line (&head);
      head = kept;
    }
  add_table (gaps, text, &head, rows);
  clear_line (&head);

  return gaps;
}
