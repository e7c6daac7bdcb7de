/* dz-sheet.c - the cells of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sheet.h"

#include "dz-fold.h"

#include <string.h>

#define MAX_ROWS 20000
#define MAX_COLUMNS 500

static void
row_free (gpointer data)
{
  DzSheetRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

DzSheet *
dz_sheet_new (const char *name)
{
  DzSheet *self = g_new0 (DzSheet, 1);

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->merges = g_array_new (FALSE, FALSE, sizeof (DzSheetMerge));

  return self;
}

void
dz_sheet_free (DzSheet *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->title);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->merges);
  g_free (self);
}

/**
 * dz_sheet_add_row:
 *
 * Returns: (transfer none) (nullable): a new row without cells; %NULL if there are too many
 */
DzSheetRow *
dz_sheet_add_row (DzSheet *self,
                  guint    number)
{
  DzSheetRow *row;

  if (self->rows->len >= MAX_ROWS)
    return NULL;
  row = g_new0 (DzSheetRow, 1);
  row->number = number;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, row);

  return row;
}

/**
 * dz_sheet_row_set:
 *
 * Returns: %FALSE if @column is beyond any table a person makes
 */
gboolean
dz_sheet_row_set (DzSheetRow *row,
                  guint       column,
                  const char *text)
{
  if (column >= MAX_COLUMNS)
    return FALSE;
  if (column >= row->cells->len)
    g_ptr_array_set_size (row->cells, (int) column + 1);
  g_free (row->cells->pdata[column]);
  row->cells->pdata[column] = g_strdup (text);

  return TRUE;
}

/**
 * dz_sheet_row_peek:
 *
 * Returns: (transfer none): the cell's text, "" if it has none
 */
const char *
dz_sheet_row_peek (const DzSheetRow *row,
                   guint             column)
{
  const char *text = column < row->cells->len ? row->cells->pdata[column] : NULL;

  return text != NULL ? text : "";
}

/* Cells that merges may fill, and bytes of their words: a table a person makes has fewer, and a file made to hold a program
 * up has more. */
#define MOST_SPREAD 1000000
#define MOST_SPREAD_WORDS ((gsize) 32 << 20)

/* The first row of that number or a later one. */
static guint
find_row (const DzSheet *self,
          guint          number)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const DzSheetRow *) g_ptr_array_index (self->rows, middle))->number < number)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
spread (DzSheet            *self,
        const DzSheetMerge *merge,
        guint               widest,
        gsize              *n_bytes)
{
  guint first = find_row (self, merge->top);
  g_autofree char *words = NULL;
  guint n = 0;

  if (first >= self->rows->len || ((const DzSheetRow *) g_ptr_array_index (self->rows, first))->number != merge->top)
    return 0;
  words = g_strdup (dz_sheet_row_peek (g_ptr_array_index (self->rows, first), merge->left));
  if (*words == '\0')
    return 0;
  for (guint k = first; k < self->rows->len && n < MOST_SPREAD; k++)
    {
      DzSheetRow *row = g_ptr_array_index (self->rows, k);

      *n_bytes += (gsize) (MIN (merge->right, widest) - MIN (merge->left, widest) + 1) * strlen (words);
      if (row->number > merge->bottom || *n_bytes > MOST_SPREAD_WORDS)
        break;
      for (guint column = merge->left; column <= merge->right && column < widest; column++, n++)
        dz_sheet_row_set (row, column, words);
    }

  return n;
}

/**
 * dz_sheet_spread_merges:
 *
 * All the cells of a merge say what its first says, as far as the widest row goes.
 */
void
dz_sheet_spread_merges (DzSheet *self)
{
  guint widest = 0, n = 0;
  gsize n_bytes = 0;

  for (guint i = 0; i < self->rows->len; i++)
    widest = MAX (widest, ((const DzSheetRow *) g_ptr_array_index (self->rows, i))->cells->len);
  for (guint i = 0; i < self->merges->len && n < MOST_SPREAD; i++)
    n += spread (self, &g_array_index (self->merges, DzSheetMerge, i), widest, &n_bytes);
}

/**
 * dz_sheet_cell_key:
 *
 * Returns: (transfer full): what cells are told apart by: its words folded, without blanks and with plain brackets and marks
 */
char *
dz_sheet_cell_key (const char *cell)
{
  static const char *const plain[] = { "（", "(", "）", ")", "：", ":", "％", "%", "，", ",", "－", "-", "—", "-", "～", "~" };
  g_autofree char *folded = dz_fold_words (cell);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && g_utf8_get_char (at) != 0x3000)
      g_string_append_unichar (key, g_utf8_get_char (at));
  for (guint i = 0; i < G_N_ELEMENTS (plain); i += 2)
    g_string_replace (key, plain[i], plain[i + 1], 0);

  return g_string_free (key, FALSE);
}
