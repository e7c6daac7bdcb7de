/* dz-table-grid.c - where a table says what: title, heads, the column of bodies
 *
 * Bodies show the way: the column that names most of them is theirs, what stands above the first is
 * head, and a line of one cell above the heads is title. Where they stand side by side the table is
 * turned first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-table-grid.h"

#include <string.h>

/* Heads are no deeper; what stands above is title or a form's fields. */
#define MOST_HEAD_ROWS 4
/* A head that long is a sentence. */
#define LONGEST_HEAD 40
/* So many characters of one are read and asked about: each is read with all the rules for figures. */
#define MOST_OF_HEAD 200
/* Cells that merges may fill, and bytes of their words: as in dz-sheet.c, against files made to fill the memory. */
#define MOST_SPREAD 1000000
#define MOST_SPREAD_WORDS ((gsize) 32 << 20)

void
dz_table_grid_free (DzTableGrid *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    g_free (self->cells[i]);
  g_free (self->cells);
  g_free (self->numbers);
  g_free (self->title);
  g_free (self->unit);
  g_free (self);
}

/**
 * dz_table_grid_peek:
 *
 * Returns: (transfer none): the cell's words without blanks at the ends, "" where there is none
 */
const char *
dz_table_grid_peek (const DzTableGrid *self,
                    guint              row,
                    guint              column)
{
  const char *words = row < self->n_rows && column < self->n_columns
                        ? self->cells[row * self->n_columns + column] : NULL;

  return words != NULL ? words : "";
}

static void
set_cell (DzTableGrid *self,
          guint        row,
          guint        column,
          const char  *words)
{
  char **at = &self->cells[row * self->n_columns + column];

  g_free (*at);
  *at = g_strstrip (g_strdup (words));
}

/* Row with that number, or of the next. */
static guint
find_row (const DzTableGrid *self,
          guint              number)
{
  guint row = 0;

  while (row < self->n_rows && self->numbers[row] < number)
    row++;

  return row;
}

/* All the cells of a merge say what its first says. @n_cells, @n_bytes: filled by all merges so far */
static void
spread (DzTableGrid        *self,
        const DzSheetMerge *merge,
        guint              *n_cells,
        gsize              *n_bytes)
{
  guint top = find_row (self, merge->top);
  g_autofree char *words = g_strdup (dz_table_grid_peek (self, top, merge->left));

  if (*words == '\0' || top >= self->n_rows || self->numbers[top] != merge->top)
    return;
  for (guint row = top; row < self->n_rows && self->numbers[row] <= merge->bottom; row++)
    for (guint column = merge->left; column <= merge->right && column < self->n_columns; column++)
      {
        *n_bytes += strlen (words);
        if (++*n_cells > MOST_SPREAD || *n_bytes > MOST_SPREAD_WORDS)
          return;
        set_cell (self, row, column, words);
      }
}

static void
fill (DzTableGrid   *self,
      const DzSheet *sheet)
{
  guint n_cells = 0;
  gsize n_bytes = 0;

  self->n_rows = sheet->rows->len;
  for (guint i = 0; i < sheet->rows->len; i++)
    self->n_columns = MAX (self->n_columns, ((DzSheetRow *) g_ptr_array_index (sheet->rows, i))->cells->len);
  for (guint i = 0; i < sheet->merges->len; i++)
    self->n_columns = MAX (self->n_columns, MIN (g_array_index (sheet->merges, DzSheetMerge, i).right + 1, 500));
  self->cells = g_new0 (char *, (gsize) self->n_rows * self->n_columns + 1);
  self->numbers = g_new0 (guint, self->n_rows + 1);
  for (guint row = 0; row < self->n_rows; row++)
    {
      const DzSheetRow *from = g_ptr_array_index (sheet->rows, row);

      self->numbers[row] = from->number;
      for (guint column = 0; column < from->cells->len; column++)
        set_cell (self, row, column, dz_sheet_row_peek (from, column));
    }
  for (guint i = 0; i < sheet->merges->len && n_cells <= MOST_SPREAD && n_bytes <= MOST_SPREAD_WORDS; i++)
    spread (self, &g_array_index (sheet->merges, DzSheetMerge, i), &n_cells, &n_bytes);
}

/* How many bodies a column, or a row, names. */
static guint
count_bodies (const DzTableGrid *self,
              DzBodyNames       *names,
              guint              line,
              gboolean           is_row)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = is_row ? self->n_columns : self->n_rows;

  for (guint i = 0; i < n; i++)
    {
      const char *words = is_row ? dz_table_grid_peek (self, line, i) : dz_table_grid_peek (self, i, line);
      gint64 id = *words != '\0' ? dz_body_names_find (names, words) : 0;

      if (id != 0)
        g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
    }

  return g_hash_table_size (seen);
}

static guint
find_fullest (const DzTableGrid *self,
              DzBodyNames       *names,
              gboolean           of_rows,
              guint             *most)
{
  guint best = 0;

  *most = 0;
  for (guint i = 0; i < (of_rows ? self->n_rows : self->n_columns); i++)
    {
      guint n = count_bodies (self, names, i, of_rows);

      if (n > *most)
        {
          *most = n;
          best = i;
        }
    }

  return best;
}

/* Rows become columns; the file's own numbers are kept for the places of cells. */
static void
turn (DzTableGrid *self)
{
  g_autofree char **old = self->cells;
  guint n_rows = self->n_rows;
  guint n_columns = self->n_columns;

  self->cells = g_new0 (char *, (gsize) n_rows * n_columns + 1);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      self->cells[column * n_rows + row] = old[row * n_columns + column];
  self->n_rows = n_columns;
  self->n_columns = n_rows;
  self->turned = TRUE;
}

/**
 * dz_table_grid_place:
 *
 * Returns: (transfer full): the cell as a spreadsheet calls it: "D7"
 */
char *
dz_table_grid_place (const DzTableGrid *self,
                     guint              row,
                     guint              column)
{
  guint number = self->numbers[self->turned ? column : row];
  guint letters = self->turned ? row : column;
  GString *place = g_string_new (NULL);

  for (guint n = letters + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (place, (char) ('A' + (n - 1) % 26));
  g_string_append_printf (place, "%u", number);

  return g_string_free (place, FALSE);
}

/* How many different words a row holds; @first: (out): the first of them, @at: (out): its column. */
static guint
count_words (const DzTableGrid *self,
             guint              row,
             const char       **first,
             guint             *at)
{
  guint n = 0;

  *first = NULL;
  *at = 0;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *words = dz_table_grid_peek (self, row, column);

      if (*words == '\0' || (column > 0 && g_str_equal (words, dz_table_grid_peek (self, row, column - 1))))
        continue;
      if (n++ == 0)
        {
          *first = words;
          *at = column;
        }
    }

  return n;
}

/* 填报单位：…  单位：万元  填报时间：…: fields of a form. */
static gboolean
is_form_line (const DzTableGrid *self,
              guint              row)
{
  static const char *const words[] = { "单位：", "单位:", "填报", "制表", "填表", "时间：", "日期：", "统计时间", "统计期",
                                       "报送", "审核人", "负责人：" };
  guint n_fields = 0;
  guint n = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *cell = dz_table_grid_peek (self, row, column);

      if (*cell == '\0' || (column > 0 && g_str_equal (cell, dz_table_grid_peek (self, row, column - 1))))
        continue;
      n++;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strstr (cell, words[i]) != NULL)
          {
            n_fields++;
            break;
          }
    }

  return n_fields > 0 && n_fields * 2 >= n;
}

static void
take_unit (DzTableGrid *self,
           const char  *words)
{
  static const char *const leads[] = { "计量单位：", "计量单位:", "单位：", "单位:" };

  for (guint i = 0; i < G_N_ELEMENTS (leads) && self->unit == NULL; i++)
    {
      const char *at = strstr (words, leads[i]);

      /* 填报单位：望泽县司法局 */
      if (at == NULL || (at > words && !g_str_has_suffix (leads[i], "计量单位：") && at - words >= 6 &&
                         (g_str_has_prefix (at - 6, "填报") || g_str_has_prefix (at - 6, "报送") ||
                          g_str_has_prefix (at - 6, "制表"))))
        continue;
      at += strlen (leads[i]);
      self->unit = g_strndup (at, strcspn (at, ")\n "));
      /* 单位：件、万元: which of them is whose is not told */
      if (strstr (self->unit, "、") != NULL || strstr (self->unit, "，") != NULL || strstr (self->unit, "）") != NULL)
        {
          char *end = strstr (self->unit, "）");

          if (end != NULL && strstr (self->unit, "、") == NULL)
            *end = '\0';
          else
            g_clear_pointer (&self->unit, g_free);
        }
    }
}

/* 1 2 3 4 or 甲 乙 1 2 under the heads numbers the columns. */
static gboolean
is_numbering (const DzTableGrid *self,
              guint              row)
{
  guint next = 1;
  guint n = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *words = dz_table_grid_peek (self, row, column);
      char *end;
      guint64 number = g_ascii_strtoull (words, &end, 10);

      if (*words == '\0' || g_str_equal (words, "甲") || g_str_equal (words, "乙") || g_str_equal (words, "丙") ||
          g_str_has_prefix (words, "栏"))
        continue;
      if (*end != '\0' || number != next++)
        return FALSE;
      n++;
    }

  return n >= 2;
}

static void
add_title (DzTableGrid *self,
           const char  *words)
{
  g_autofree char *above = self->title;

  self->title = above != NULL ? g_strconcat (above, "\n", words, NULL) : g_strdup (words);
}

/* The first row below the heads: of a body, or of totals right above the first. */
static guint
find_first_row (const DzTableGrid *self,
                DzBodyNames       *names)
{
  guint row = 0;

  while (row < self->n_rows && dz_body_names_find (names, dz_table_grid_peek (self, row, self->body_column)) == 0)
    row++;
  while (row > 1 && (dz_body_names_is_total (dz_table_grid_peek (self, row - 1, self->body_column)) ||
                     (self->body_column > 0 &&
                      dz_body_names_is_total (dz_table_grid_peek (self, row - 1, self->body_column - 1)))))
    row--;

  return row;
}

/* Lines of one cell and of a form stand above the heads. */
static void
find_heads (DzTableGrid *self)
{
  self->first_head = self->first_row > MOST_HEAD_ROWS + 4 ? self->first_row - MOST_HEAD_ROWS - 4 : 0;
  for (guint row = self->first_head; row < self->first_row; row++)
    {
      const char *first;
      guint at;
      guint n = count_words (self, row, &first, &at);
      gboolean form = !self->turned && n > 0 && is_form_line (self, row);

      /* one group over the last columns is no title: that begins at the left */
      if ((n > 1 || (n == 1 && at > self->body_column && row + 1 < self->first_row)) && !form && g_utf8_strlen (first, -1) <= LONGEST_HEAD)
        {
          self->first_head = row;
          return;
        }
      if (n == 0)
        continue;
      for (guint column = 0; form && column < self->n_columns; column++)
        take_unit (self, dz_table_grid_peek (self, row, column));
      if (!form)
        {
          take_unit (self, first);
          add_title (self, first);
        }
    }
  self->first_head = self->first_row;
}

/**
 * dz_table_grid_new:
 * @names: of the roster
 *
 * Returns: (transfer full) (nullable): the table; %NULL where no body of the roster is named under a
 *   head
 */
DzTableGrid *
dz_table_grid_new (const DzSheet *sheet,
                   DzBodyNames   *names)
{
  g_autoptr(DzTableGrid) self = g_new0 (DzTableGrid, 1);
  guint in_column, in_row;

  fill (self, sheet);
  self->body_column = find_fullest (self, names, FALSE, &in_column);
  find_fullest (self, names, TRUE, &in_row);
  if (in_column == 0)
    return NULL;
  if (in_row > in_column)
    {
      turn (self);
      self->body_column = find_fullest (self, names, FALSE, &in_column);
    }
  self->first_row = find_first_row (self, names);
  /* what stood above is to the left now */
  for (guint column = 0; self->turned && column < self->body_column; column++)
    if (*dz_table_grid_peek (self, 0, column) != '\0')
      {
        take_unit (self, dz_table_grid_peek (self, 0, column));
        add_title (self, dz_table_grid_peek (self, 0, column));
      }
  if (sheet->title != NULL)
    {
      add_title (self, sheet->title);
      take_unit (self, sheet->title);
    }
  find_heads (self);
  if (self->first_head >= self->first_row)
    return NULL;

  return g_steal_pointer (&self);
}

/* The words of a head that stand over this column, also where only the first column of a group has
 * them; "" for none. */
static const char *
peek_head (const DzTableGrid *self,
           guint              row,
           guint              column,
           gboolean           lowest)
{
  const char *words = dz_table_grid_peek (self, row, column);

  if (*words != '\0' || lowest)
    return words;
  for (guint left = column; left > self->body_column + 1; left--)
    {
      const char *over = dz_table_grid_peek (self, row, left - 1);
      gboolean below = FALSE;

      /* a group has heads below: a column alone has none to lend */
      for (guint k = row + 1; k < self->first_row && !below; k++)
        below = *dz_table_grid_peek (self, k, left - 1) != '\0' &&
                !g_str_equal (dz_table_grid_peek (self, k, left - 1), over);
      if (!below)
        return "";
      if (*over != '\0')
        return over;
    }

  return "";
}

static char *
dup_head (const char *words)
{
  const char *end = words;

  for (guint n = 0; n < MOST_OF_HEAD && *end != '\0'; n++)
    end = g_utf8_next_char (end);

  return g_strndup (words, (gsize) (end - words));
}

/**
 * dz_table_grid_list_heads:
 *
 * Returns: (transfer full) (element-type utf8): the words above a column from the top, each once
 */
GPtrArray *
dz_table_grid_list_heads (const DzTableGrid *self,
                          guint              column)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_free);
  guint last = self->first_row;

  while (last > self->first_head && is_numbering (self, last - 1))
    last--;
  for (guint row = self->first_head; row < last; row++)
    {
      g_autofree char *words = dup_head (peek_head (self, row, column, row + 1 == last));
      const char *corner = dz_table_grid_peek (self, row, self->body_column);

      /* the numbers of the indicators of a turned table */
      if (self->turned && (g_str_has_prefix (corner, "序") || g_str_has_prefix (corner, "编")))
        continue;
      if (*words != '\0' && (heads->len == 0 || !g_str_equal (heads->pdata[heads->len - 1], words)))
        g_ptr_array_add (heads, g_steal_pointer (&words));
    }

  return heads;
}
