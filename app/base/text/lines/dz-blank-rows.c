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

#define MOST_CELLS 16
#define LONGEST_NAME 40 /* characters */
#define LONGEST_UNIT 2

typedef struct
{
  const char *start;
  const char *end;
} Cell;

/* A line that may be of a table. */
typedef struct
{
  Cell cells[MOST_CELLS];
  guint n;
  guint numbers; /* how many of the last cells are numbers */
  guint names;   /* the cells before, of which one may be the number of the row; 0: no row of numbers */
} Line;

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\r' || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f;
}

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

/* 年 behind the digits it counts, set apart: 2024 年. */
static gboolean
goes_on (const Cell *before,
         const Cell *cell)
{
  gsize n = (gsize) (cell->end - cell->start);

  return before->end > before->start && g_ascii_isdigit (before->end[-1]) &&
         ((n == 3 && memcmp (cell->start, "年", 3) == 0) || (n == 6 && memcmp (cell->start, "年度", 6) == 0));
}

/* The cells of a line; none where it is prose, or parted by something else. */
static void
split (Line       *line,
       const char *at,
       const char *eol)
{
  *line = (Line){ .n = 0 };
  while (at < eol)
    {
      Cell cell;

      while (at < eol && is_blank (dz_char_at (at)))
        at = g_utf8_next_char (at);
      cell.start = at;
      for (; at < eol && !is_blank (dz_char_at (at)); at = g_utf8_next_char (at))
        if (ends_clause (dz_char_at (at)))
          {
            line->n = 0;
            return;
          }
      cell.end = at;
      if (cell.end == cell.start)
        break;
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

/* 行政检查（次） 96 131 158, with the number of the row before it or without. */
static void
judge_row (Line *line)
{
  guint names;

  while (line->numbers < line->n && is_number (&line->cells[line->n - 1 - line->numbers]))
    line->numbers++;
  names = line->n - line->numbers;
  if (line->numbers < 2 || names == 0 || count_han (&line->cells[0], &line->cells[names - 1]) < 2 ||
      g_utf8_strlen (line->cells[0].start, line->cells[names - 1].end - line->cells[0].start) > LONGEST_NAME)
    return;
  line->names = names > 1 && is_number (&line->cells[0]) ? 2 : 1;
}

/* Whether two rows may be of one table. */
static gboolean
is_like (const Line *line,
         const Line *other)
{
  return line->names > 0 && line->names == other->names && line->numbers == other->numbers;
}

/* 12 000 and 3 500 under each other are one column, as far as anybody can see. */
static gboolean
could_be_groups (const Line *lines,
                 guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      const Cell *first = &lines[i].cells[lines[i].n - lines[i].numbers];

      if (!begins_groups (first))
        return FALSE;
      for (guint k = 1; k < lines[i].numbers; k++)
        if (!is_group (first + k))
          return FALSE;
    }

  return TRUE;
}

static gboolean
holds (const Cell *cell,
       const char *word)
{
  return g_strstr_len (cell->start, cell->end - cell->start, word) != NULL;
}

/* 2024年, 上年, 一季度, 合计: columns beyond doubt. */
static gboolean
tells_time (const Cell *cell)
{
  static const char *const words[] = { "年", "季度", "月", "合计", "总计", "同比", "增减", "本期", "上期", "同期", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (holds (cell, words[i]))
      return TRUE;

  return FALSE;
}

/* Whether @head names a column for each cell of @row. */
static gboolean
is_head (const Line *head,
         const Line *row,
         gboolean   *times)
{
  *times = TRUE;
  if (head->n != row->names + row->numbers)
    return FALSE;
  for (guint i = 0; i < head->n; i++)
    {
      const Cell *cell = &head->cells[i];

      if (count_han (cell, cell) == 0 && !(i >= row->names && is_number (cell)))
        return FALSE;
      *times = *times && (i < row->names || tells_time (cell));
    }

  return TRUE;
}

static void
add_gap (GArray     *gaps,
         const char *text,
         const Cell *before)
{
  gsize at = (gsize) (before->end - text);

  g_array_append_val (gaps, at);
}

static void
add_row (GArray     *gaps,
         const char *text,
         const Line *line)
{
  guint names = line->n - line->numbers;

  if (line->names == 2)
    add_gap (gaps, text, &line->cells[0]);
  for (guint i = names; i < line->n; i++)
    add_gap (gaps, text, &line->cells[i - 1]);
}

/* The rows @lines, all alike, behind the line @head. */
static void
add_table (GArray     *gaps,
           const char *text,
           const Line *head,
           GArray     *rows)
{
  const Line *lines = (const Line *) (gpointer) rows->data;
  gboolean times = FALSE;
  gboolean headed = rows->len > 0 && is_head (head, lines, &times);

  if (rows->len == 0 || (rows->len == 1 && !(headed && times)) || (!headed && could_be_groups (lines, rows->len)))
    return;
  for (guint i = 1; headed && i < head->n; i++)
    add_gap (gaps, text, &head->cells[i - 1]);
  for (guint i = 0; i < rows->len; i++)
    add_row (gaps, text, &lines[i]);
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
  Line head = { .n = 0 }, line;

  for (const char *at = text, *eol; at < end; at = eol + 1)
    {
      eol = memchr (at, '\n', (gsize) (end - at));
      if (eol == NULL)
        eol = end;
      while (at < eol && is_blank (dz_char_at (at)))
        at = g_utf8_next_char (at);
      if (at == eol)
        continue;
      split (&line, at, eol);
      judge_row (&line);
      if (rows->len > 0 && !is_like (&g_array_index (rows, Line, 0), &line))
        {
          add_table (gaps, text, &head, rows);
          head = g_array_index (rows, Line, rows->len - 1);
          g_array_set_size (rows, 0);
        }
      if (line.names > 0)
        g_array_append_val (rows, line);
      else
        head = line;
    }
  add_table (gaps, text, &head, rows);

  return gaps;
}
