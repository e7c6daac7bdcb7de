/* dz-book-rows.c - rows of flat tables, cell by cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-book-rows.h"

#include "dz-briefing-quotations.h"
#include "dz-format.h"

#include <math.h>

static void
clear_cell (gpointer data)
{
  g_free (((DzBookCell *) data)->text);
}

static void
free_table (gpointer data)
{
  DzBookTable *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->head);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/* Returns: (transfer full) (element-type DzBookTable): no tables yet */
GPtrArray *
dz_book_new (void)
{
  return g_ptr_array_new_with_free_func (free_table);
}

/**
 * dz_book_add_table:
 * @tables: (element-type DzBookTable): takes it
 * @head: what its columns are called, NULL-terminated
 * @n_frozen: columns from the left that stay in sight
 *
 * Returns: (transfer none): the new table, without rows
 */
DzBookTable *
dz_book_add_table (GPtrArray         *tables,
                   DzTableId          id,
                   const char        *name,
                   const char *const *head,
                   guint              n_frozen)
{
  DzBookTable *table = g_new0 (DzBookTable, 1);

  table->id = id;
  table->name = g_strdup (name);
  table->head = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; head[i] != NULL; i++)
    g_ptr_array_add (table->head, g_strdup (head[i]));
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  table->n_frozen = n_frozen;
  g_ptr_array_add (tables, table);

  return table;
}

/**
 * dz_book_add_row:
 *
 * Returns: (transfer none) (element-type DzBookCell): a new last row, which the table owns; cells are appended to it
 */
GArray *
dz_book_add_row (DzBookTable *table)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (DzBookCell));

  g_array_set_clear_func (row, clear_cell);
  g_ptr_array_add (table->rows, row);

  return row;
}

void
dz_book_add_text (GArray     *row,
                  const char *text)
{
  DzBookCell cell = { g_strdup (text != NULL ? text : ""), NAN, NULL, -1 };

  g_array_append_val (row, cell);
}

void
dz_book_add_number (GArray *row,
                    double  number)
{
  DzBookCell cell = { NULL, number, NULL, -1 };

  g_array_append_val (row, cell);
}

void
dz_book_add_words (DzBriefing *briefing,
                   GArray     *row,
                   DzReport   *report,
                   DzSpan      span)
{
  g_autofree char *words = report != NULL && !dz_span_is_empty (span)
                             ? dz_briefing_dup_quotation (briefing, report, span, NULL) : NULL;

  dz_book_add_text (row, words);
}

void
dz_book_add_body (DzBriefing   *briefing,
                  GArray       *row,
                  const DzBody *body)
{
  dz_book_add_number (row, body->position);
  dz_book_add_text (row, dz_briefing_name (briefing, body));
}

/* A number that is not exact, or reckoned: @sign stands with it and does not keep it from being added. */
void
dz_book_add_signed (GArray     *row,
                    double      number,
                    const char *sign)
{
  DzBookCell cell = { NULL, number, sign, -1 };

  g_array_append_val (row, cell);
}

/* The value of a figure as far as it can be reckoned with, else its words. */
DzBookCell
dz_book_make_cell (const DzFigureCell *cell)
{
  DzBookCell made = { NULL, NAN, NULL, -1 };

  if (dz_figure_cell_is_usable (cell) && isnan (cell->high))
    {
      made.value = cell->value;
      made.sign = cell->bound != DZ_BOUND_EXACT ? dz_format_bound_sign (cell->bound)
                  : cell->derived || cell->mark == DZ_CELL_DERIVED ? "＊" : NULL;
    }
  else
    made.text = dz_figure_cell_to_string (cell);

  return made;
}
