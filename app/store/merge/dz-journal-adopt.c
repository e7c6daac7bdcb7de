/* dz-journal-adopt.c - history that was made in another copy of the review
 *
 * A merge is one step, so that one undo takes it back. What it brings keeps its own day and name
 * beside the change (table origin).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

/* The columns whose history there ends with what the row says now; others would not redo. */
static GPtrArray *
list_columns (DzStore           *other,
              const char        *table,
              const char *const *wanted,
              gint64             row)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement =
    dz_db_query (other->db, NULL,
                 "SELECT DISTINCT c.col FROM change c JOIN step s ON s.id = c.step WHERE s.undone = 0"
                 " AND c.tbl = ? AND c.row = ? AND c.col NOT IN ('live', 'version', 'body')",
                 DZ_CELLS (dz_str (table), dz_int (row)));

  if (statement == NULL)
    return columns;
  while (dz_db_next (statement))
    {
      const char *column = (const char *) sqlite3_column_text (statement, 0);

      if (dz_journal_knows (table, column) &&
          (wanted == NULL || g_strv_contains (wanted, column)))
        g_ptr_array_add (columns, g_strdup (column));
    }
  dz_db_done (other->db, statement, NULL);

  for (guint i = columns->len; i-- > 0;)
    {
      const char *column = g_ptr_array_index (columns, i);
      g_autofree char *sql = g_strdup_printf (
        "SELECT (SELECT c.now FROM change c JOIN step s ON s.id = c.step WHERE s.undone = 0 AND"
        " c.tbl = '%s' AND c.row = t.id AND c.col = '%s' ORDER BY c.id DESC) IS t.%s FROM %s t"
        " WHERE t.id = ?", table, column, column, table);

      if (dz_db_get_int (other->db, sql, DZ_CELLS (dz_int (row))) == 0)
        g_ptr_array_remove_index (columns, i);
    }

  return columns;
}

/* One change as it was there; @theirs: column, was, now, at, who. */
static gboolean
insert_change (DzStore      *self,
               sqlite3_stmt *theirs,
               const char   *table,
               gint64        row,
               gint64        report_id,
               GError      **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "INSERT INTO change (step, tbl, row, report, col, was, now) VALUES (?, ?, ?, ?, ?, ?, ?)",
                 DZ_CELLS (dz_int (self->step), dz_str (table), dz_int (row),
                           report_id != 0 ? dz_int (report_id) : dz_str (NULL)));

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < 3; i++)
    sqlite3_bind_value (statement, 5 + i, sqlite3_column_value (theirs, i));
  if (!dz_store_finish_insert (self, statement, error))
    return FALSE;
  statement = dz_db_query (self->db, error, "INSERT INTO origin (at, who, change) VALUES (?, ?, ?)",
                           DZ_NO_CELLS);
  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < 2; i++)
    sqlite3_bind_value (statement, 1 + i, sqlite3_column_value (theirs, 3 + i));
  sqlite3_bind_int64 (statement, 3, sqlite3_last_insert_rowid (self->db->handle));

  return dz_store_finish_insert (self, statement, error);
}

#define ORIGIN_COLUMNS "ifnull(o.at, s.at), ifnull(o.who, s.who)"
#define ORIGIN_TABLES                                                                              \
  "change c JOIN step s ON s.id = c.step LEFT JOIN origin o ON o.change = c.id WHERE s.undone = 0"

/*
 * The history of a row of the other review, after what its row says was written into ours: days,
 * names and values as they are there. @wanted: (nullable): only of these columns. Inside a change.
 */
gboolean
dz_journal_adopt (DzMerge           *self,
                  const char        *table,
                  const char *const *wanted,
                  gint64             other_row,
                  gint64             row)
{
  g_autoptr(GPtrArray) columns = list_columns (self->other, table, wanted, other_row);
  gboolean ok = columns->len == 0 || dz_journal_ensure_step (self->store, self->error);

  for (guint i = 0; ok && i < columns->len; i++)
    {
      sqlite3_stmt *theirs =
        dz_db_query (self->other->db, self->error,
                     "SELECT c.col, c.was, c.now, " ORIGIN_COLUMNS " FROM " ORIGIN_TABLES
                     " AND c.tbl = ? AND c.row = ? AND c.col = ? ORDER BY c.id",
                     DZ_CELLS (dz_str (table), dz_int (other_row), dz_str (g_ptr_array_index (columns, i))));

      if (theirs == NULL)
        return FALSE;
      while (ok && dz_db_next (theirs))
        ok = insert_change (self->store, theirs, table, row, self->own != NULL ? self->own->id : 0,
                             self->error);
      ok = dz_db_done (self->other->db, theirs, ok ? self->error : NULL) && ok;
    }

  return ok;
}
