/* dz-inspection-rows.c - a table with a column of problems, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inspection-private.h"

#include <string.h>

#define COLUMN(self, word) ((self)->columns[(word) - DZ_FIRST_LEDGER_COLUMN])

void
dz_ledger_head_init (DzLedgerHead *self)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < DZ_N_LEDGER_COLUMNS; i++)
    self->columns[i] = -1;
}

void
dz_ledger_head_clear (DzLedgerHead *self)
{
  g_clear_pointer (&self->body, g_free);
  dz_ledger_head_init (self);
}

/* 整改状态 beside 整改情况: the one says how far it is, the other what was done. */
static void
part_states (DzLedgerHead      *self,
             DzInspectionWords *words,
             char             **cells,
             int                second)
{
  int first = COLUMN (self, DZ_LEDGER_STATE);

  if (COLUMN (self, DZ_LEDGER_EVIDENCE) >= 0)
    return;
  if (dz_inspection_words_match (words, DZ_LEDGER_WORK, cells[second]))
    COLUMN (self, DZ_LEDGER_EVIDENCE) = second;
  else if (dz_inspection_words_match (words, DZ_LEDGER_WORK, cells[first]))
    {
      COLUMN (self, DZ_LEDGER_EVIDENCE) = first;
      COLUMN (self, DZ_LEDGER_STATE) = second;
    }
}

/**
 * dz_ledger_head_read:
 * @cells: (array zero-terminated): of a row
 *
 * Returns: whether the row is the head of a ledger: it names a column of problems and one more
 */
gboolean
dz_ledger_head_read (DzLedgerHead      *self,
                     DzInspectionWords *words,
                     char             **cells)
{
  DzLedgerHead found;
  guint n = 0;

  dz_ledger_head_init (&found);
  for (guint i = 0; cells[i] != NULL; i++, found.n_cells++)
    {
      int column = dz_inspection_words_find_column (words, cells[i]);

      if (column == DZ_LEDGER_STATE && COLUMN (&found, DZ_LEDGER_STATE) >= 0)
        part_states (&found, words, cells, (int) i);
      if (column < 0 || found.columns[column - DZ_FIRST_LEDGER_COLUMN] >= 0)
        continue;
      found.columns[column - DZ_FIRST_LEDGER_COLUMN] = (int) i;
      n += column != DZ_LEDGER_YEAR;
    }
  if (n < 2 || COLUMN (&found, DZ_LEDGER_PROBLEM) < 0)
    return FALSE;
  dz_ledger_head_clear (self);
  *self = found;

  return TRUE;
}

/* —, /, -: what tables have in a cell that says nothing. */
static gboolean
says_nothing (const char *cell)
{
  static const char marks[] = "—–-―－/／\\";

  while (*cell != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (cell)) != NULL)
    cell = g_utf8_next_char (cell);

  return *cell == '\0';
}

static const char *
peek (const DzLedgerHead *self,
      char              **cells,
      DzInspectionWord    word)
{
  int column = COLUMN (self, word);
  const char *cell;

  if (column < 0 || column >= (int) g_strv_length (cells))
    return NULL;
  cell = cells[column];

  return says_nothing (cell) ? NULL : cell;
}

/* 2024, 2024年; 0: it says none. */
static int
read_year (const char *cell)
{
  char *end = NULL;
  gint64 year = cell != NULL ? g_ascii_strtoll (cell, &end, 10) : 0;

  if (year < 2000 || year > 2099 || (*end != '\0' && *end != '.' && !g_str_has_prefix (end, "年")))
    return 0;

  return (int) year;
}

/**
 * dz_ledger_head_add:
 * @cells: (array zero-terminated): without blanks at their ends
 * @problem: where the problem's words stand in the paper; empty: in no text
 *
 * Returns: whether the row tells a problem; one whose cell of bodies is empty belongs to the body above
 */
gboolean
dz_ledger_head_add (DzLedgerHead      *self,
                    DzInspectionPaper *paper,
                    char             **cells,
                    DzSpan             problem)
{
  DzInspectionItem item = { 0 };
  const char *who = peek (self, cells, DZ_LEDGER_BODY);

  if (who != NULL)
    {
      g_free (self->body);
      self->body = dz_inspection_words_match (paper->self->words, DZ_LEDGER_NOBODY, who) ? NULL : g_strdup (who);
    }
  item.problem = peek (self, cells, DZ_LEDGER_PROBLEM);
  if (item.problem == NULL || dz_body_names_is_total (item.problem) || g_utf8_strlen (item.problem, -1) < 4)
    return FALSE;
  item.span = problem;
  item.who = self->body;
  item.measure = peek (self, cells, DZ_LEDGER_MEASURE);
  item.year = read_year (peek (self, cells, DZ_LEDGER_YEAR));
  item.term = peek (self, cells, DZ_LEDGER_TERM);
  item.day = peek (self, cells, DZ_LEDGER_DAY);
  if (COLUMN (self, DZ_LEDGER_TERM) < 0)
    item.term = g_steal_pointer (&item.day);
  item.state = peek (self, cells, DZ_LEDGER_STATE);
  item.evidence = peek (self, cells, DZ_LEDGER_EVIDENCE);
  dz_inspection_add_item (paper, &item);

  return TRUE;
}

/* A row that tells no problem and yet is one of the ledger's, not its sum, its foot or a blank line. */
static gboolean
says_something (const DzLedgerHead *self,
                char              **cells)
{
  static const DzInspectionWord words[] = { DZ_LEDGER_PROBLEM, DZ_LEDGER_MEASURE, DZ_LEDGER_STATE };

  for (guint i = 0; cells[i] != NULL; i++)
    if (dz_body_names_is_total (cells[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *cell = peek (self, cells, words[i]);

      if (cell != NULL && *cell != '\0')
        return TRUE;
    }

  return FALSE;
}

/* The cells of a row of a sheet, without blanks at their ends. */
static char **
dup_cells (const DzSheetRow *row)
{
  char **cells = g_new0 (char *, row->cells->len + 1);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = dz_sheet_row_peek (row, i);

      cells[i] = g_strstrip (g_strdup (cell != NULL ? cell : ""));
    }

  return cells;
}

/* Above the head: the title's year first, and below it when the ledger was written, after which its terms are. */
static void
take_years (DzInspectionPaper *paper,
            char             **cells,
            gboolean          *titled)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      int year = dz_inspection_find_year (cells[i]);

      if (year == 0)
        continue;
      if (!*titled)
        paper->year = year;
      paper->term_year = year;
      *titled = TRUE;
    }
}

/**
 * dz_inspection_read_sheet:
 * @file: its name
 * @year: of problems whose table tells none
 * @n_left: (inout): more by the rows that name a body or say what is to be done, and tell no problem
 *
 * Returns: (transfer full) (element-type DzLedgerEntry): the problems of a ledger kept in a spreadsheet; empty where
 *   the sheet has no column of problems
 */
GPtrArray *
dz_inspection_read_sheet (DzInspection  *self,
                          const DzSheet *sheet,
                          const char    *file,
                          int            year,
                          guint         *n_left)
{
  DzInspectionPaper paper = { self, g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free) };
  DzLedgerHead head;
  gboolean has_head = FALSE;
  gboolean titled = FALSE;

  dz_ledger_head_init (&head);
  paper.year = paper.term_year = year;
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const DzSheetRow *row = g_ptr_array_index (sheet->rows, i);
      g_auto(GStrv) cells = dup_cells (row);

      if (dz_ledger_head_read (&head, self->words, cells))
        {
          has_head = TRUE;
          continue;
        }
      if (!has_head)
        take_years (&paper, cells, &titled);
      if (!has_head)
        continue;
      g_free (paper.source);
      paper.source = sheet->name != NULL && *sheet->name != '\0' ? g_strdup_printf ("%s“%s”%u", file, sheet->name, row->number)
                                                                 : g_strdup_printf ("%s %u", file, row->number);
      if (!dz_ledger_head_add (&head, &paper, cells, DZ_SPAN_NONE))
        *n_left += says_something (&head, cells);
    }
  dz_ledger_head_clear (&head);
  g_free (paper.source);

  return paper.entries;
}
