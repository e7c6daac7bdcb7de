/* dz-export-csv.c - one table as CSV: UTF-8 with BOM, so that WPS and Excel read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-book-table.h"
#include "dz-csv.h"
#include "dz-format.h"
#include "dz-atomic-file.h"

#include <math.h>

static void
append_row (GString *out,
            GArray  *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const DzBookCell *cell = &g_array_index (row, DzBookCell, i);
      g_autofree char *plain = cell->text == NULL && !isnan (cell->value) ? dz_format_plain (cell->value) : NULL;
      gboolean bound = cell->sign != NULL && !g_str_equal (cell->sign, "＊");
      g_autofree char *number = plain != NULL ? g_strconcat (bound ? cell->sign : "", plain, NULL) : NULL;

      if (i > 0)
        g_string_append_c (out, ',');
      dz_csv_append_field (out, number != NULL ? number : cell->text != NULL ? cell->text : "");
    }
  g_string_append (out, "\r\n");
}

/**
 * dz_export_csv:
 * @table: which one that the workbook has
 *
 * Returns: %FALSE with @error set if the file cannot be written
 */
gboolean
dz_export_csv (DzBriefing  *briefing,
               DzTableId    table,
               const char  *path,
               GError     **error)
{
  g_autoptr(GPtrArray) tables = NULL;
  g_autoptr(GString) out = g_string_new (DZ_CSV_MARK);
  const DzBookTable *book;

  g_return_val_if_fail (briefing != NULL && path != NULL, FALSE);

  tables = dz_book_tables_new (briefing);
  book = dz_book_tables_find (tables, table);
  g_return_val_if_fail (book != NULL, FALSE);
  dz_csv_append_row (out, book->head->len, (const char *const *) book->head->pdata);
  for (guint i = 0; i < book->rows->len; i++)
    append_row (out, g_ptr_array_index (book->rows, i));

  return dz_atomic_file_save (path, out->str, out->len, error);
}
