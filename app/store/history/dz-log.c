/* dz-log.c - the journal read back: who changed what, when, from what to what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-journal.h"
#include "dz-store-private.h"

void
dz_log_entry_free (DzLogEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->from);
  g_free (entry->to);
  g_free (entry);
}

static DzLogEntry *
read_entry (sqlite3_stmt *statement)
{
  DzLogEntry *entry = g_new0 (DzLogEntry, 1);
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_local (sqlite3_column_int64 (statement, 2));
  const char *table = (const char *) sqlite3_column_text (statement, 4);

  entry->step = sqlite3_column_int64 (statement, 0);
  entry->verb = g_intern_string ((const char *) sqlite3_column_text (statement, 1));
  entry->at = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : g_strdup ("");
  entry->who = dz_db_dup_text (statement, 3);
  entry->what = g_intern_string (g_strcmp0 (table, "finding") == 0 ? "check" : table);
  entry->id = sqlite3_column_int64 (statement, 5);
  entry->field = g_intern_string ((const char *) sqlite3_column_text (statement, 6));
  entry->report_id = sqlite3_column_int64 (statement, 7);
  entry->from = dz_db_dup_text (statement, 8);
  entry->to = dz_db_dup_text (statement, 9);
  entry->name = g_intern_string ((const char *) sqlite3_column_text (statement, 10));

  return entry;
}

#define LOG_COLUMNS                                                                                \
  "SELECT s.id, s.verb, ifnull(o.at, s.at), ifnull(o.who, s.who), c.tbl, c.row, c.col, ifnull(c.report, 0), c.was, c.now,"      \
  " CASE c.tbl WHEN 'figure' THEN (SELECT indicator FROM figure f WHERE f.id = c.row)"             \
  " WHEN 'weakness' THEN (SELECT code FROM weakness w WHERE w.id = c.row)"                         \
  " WHEN 'cause' THEN (SELECT code FROM cause a WHERE a.id = c.row)"                               \
  " WHEN 'finding' THEN (SELECT check_id FROM finding n WHERE n.id = c.row)"                       \
  " WHEN 'decision' THEN (SELECT key FROM decision d WHERE d.id = c.row)"                          \
  " WHEN 'county' THEN (SELECT key FROM county k WHERE k.id = c.row) END"                          \
  " FROM change c JOIN step s ON s.id = c.step LEFT JOIN origin o ON o.change = c.id WHERE "
#define DONE "s.undone = 0 AND "
/* of a step that changed a thousand rows the first few say what it is */
#define MOST_ENTRIES "200"

/**
 * dz_store_list_log:
 * @what: "figure", "weakness", "cause": the log of that row, earlier versions of the report
 *   included; "report": everything done in that report; "step": what that step changed first, undone
 *   or not; "body"; "county" and %NULL: all
 * @id: ignored for "county" and %NULL
 *
 * Returns: (transfer full) (element-type DzLogEntry) (nullable): newest last; %NULL with @error set
 */
GPtrArray *
dz_store_list_log (DzStore    *self,
                   const char *what,
                   gint64      id,
                   GError    **error)
{
  g_autoptr(GPtrArray) log = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_log_entry_free);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  gboolean has_id = TRUE;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  if (what == NULL || g_str_equal (what, "county"))
    {
      has_id = FALSE;
      sql = g_strdup_printf (LOG_COLUMNS DONE "%s ORDER BY c.id", what == NULL ? "1" : "c.tbl = 'county'");
    }
  else if (g_str_equal (what, "step"))
    sql = g_strdup (LOG_COLUMNS "s.id = ? ORDER BY c.id LIMIT " MOST_ENTRIES);
  else if (g_str_equal (what, "report"))
    sql = g_strdup (LOG_COLUMNS DONE "c.report = ? ORDER BY c.id");
  else if (g_str_equal (what, "body"))
    sql = g_strdup (LOG_COLUMNS DONE "c.tbl = 'body' AND c.row = ? ORDER BY c.id");
  else if (g_str_equal (what, "figure") || g_str_equal (what, "weakness") ||
           g_str_equal (what, "cause"))
    sql = g_strdup_printf (LOG_COLUMNS DONE "c.tbl = '%s' AND c.row IN (WITH RECURSIVE chain (id) AS"
                           " (VALUES (?) UNION SELECT t.origin FROM %s t JOIN chain ON t.id = chain.id"
                           " WHERE t.origin IS NOT NULL) SELECT id FROM chain) ORDER BY c.id",
                           what, what);
  g_return_val_if_fail (sql != NULL, NULL);

  statement = has_id ? dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (id)))
                     : dz_db_query (self->db, error, sql, DZ_NO_CELLS);
  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    g_ptr_array_add (log, read_entry (statement));

  return dz_db_done (self->db, statement, error) ? g_steal_pointer (&log) : NULL;
}
