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

      if (column < 0 || found.columns[column - DZ_FIRST_LEDGER_COLUMN] >= 0)
        continue;
      found.columns[column - DZ_FIRST_LEDGER_COLUMN] = (int) i;
      n++;
    }
  if (n < 2 || COLUMN (&found, DZ_LEDGER_PROBLEM) < 0)
    return FALSE;
  dz_ledger_head_clear (self);
  *self = found;

  return TRUE;
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

  return *cell != '\0' ? cell : NULL;
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
      self->body = g_strdup (who);
    }
  item.problem = peek (self, cells, DZ_LEDGER_PROBLEM);
  if (item.problem == NULL || dz_body_names_is_total (item.problem) || g_utf8_strlen (item.problem, -1) < 4)
    return FALSE;
  item.span = problem;
  item.who = self->body;
  item.measure = peek (self, cells, DZ_LEDGER_MEASURE);
  item.term = peek (self, cells, DZ_LEDGER_TERM);
  item.state = peek (self, cells, DZ_LEDGER_STATE);
  item.evidence = peek (self, cells, DZ_LEDGER_EVIDENCE);
  dz_inspection_add_item (paper, &item);

  return TRUE;
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

/**
 * dz_inspection_read_sheet:
 * @file: its name
 * @year: of problems whose table tells none
 *
 * Returns: (transfer full) (element-type DzLedgerEntry): the problems of a ledger kept in a spreadsheet; empty where
 *   the sheet has no column of problems
 */
GPtrArray *
dz_inspection_read_sheet (DzInspection  *self,
                          const DzSheet *sheet,
                          const char    *file,
                          int            year)
{
  DzInspectionPaper paper = { self, g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free) };
  DzLedgerHead head;
  gboolean has_head = FALSE;

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
      for (guint k = 0; !has_head && cells[k] != NULL; k++)
        if (dz_inspection_find_year (cells[k]) != 0)
          paper.year = paper.term_year = dz_inspection_find_year (cells[k]);
      if (!has_head)
        continue;
      g_free (paper.source);
      paper.source = sheet->name != NULL && *sheet->name != '\0' ? g_strdup_printf ("%s“%s”%u", file, sheet->name, row->number)
                                                                 : g_strdup_printf ("%s %u", file, row->number);
      dz_ledger_head_add (&head, &paper, cells, DZ_SPAN_NONE);
    }
  dz_ledger_head_clear (&head);
  g_free (paper.source);

  return paper.entries;
}
