/* dz-store-tables.c - the tables in which the county itself counted, kept beside the reports
 *
 * A table is switched on and off as a whole, its cells are written once. A newer one of the same
 * file and sheet that tells the same years takes the older one's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

static gboolean
insert_values (DzStore             *self,
               const DzCountyTable *table,
               gint64               row,
               GError             **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < table->values->len; i++)
    {
      const DzCountyValue *value = &g_array_index (table->values, DzCountyValue, i);

      ok = dz_db_run (self->db, error,
                      "INSERT INTO county_value (source, body, year, indicator, value, sure, head, cell)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                      DZ_CELLS (dz_int (row), dz_int (value->body_id), dz_int (value->year),
                                dz_str (value->indicator), dz_real (value->value), dz_int (value->sure),
                                dz_str (value->head), dz_str (value->cell)));
    }

  return ok;
}

/* (element-type gint64): live tables of the same file and sheet that tell a year this one tells */
static GArray *
list_older (DzStore             *self,
            const DzCountyTable *table,
            gint64               row)
{
  GArray *older = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL,
                 "SELECT id FROM county_table t WHERE live = 1 AND id <> ?1 AND file = ?2 AND sheet IS ?3 AND EXISTS"
                 " (SELECT 1 FROM county_value a JOIN county_value b ON a.year = b.year AND a.indicator ="
                 " b.indicator WHERE a.source = t.id AND b.source = ?1) ORDER BY id",
                 DZ_CELLS (dz_int (row), dz_str (table->file), dz_str (table->sheet)));

  if (statement == NULL)
    return older;
  while (dz_db_next (statement))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (older, id);
    }
  dz_db_done (self->db, statement, NULL);

  return older;
}

static gboolean
add_table (DzStore             *self,
           const DzCountyTable *table,
           GError             **error)
{
  g_autoptr(GArray) older = NULL;
  gint64 row;
  gboolean ok;

  if (!dz_db_run (self->db, error, "INSERT INTO county_table (file, sheet, title, sha256) VALUES (?, ?, ?, ?)",
                  DZ_CELLS (dz_str (table->file), dz_str (table->sheet), dz_str (table->title),
                            dz_str (table->sha256))))
    return FALSE;
  row = sqlite3_last_insert_rowid (self->db->handle);
  ok = insert_values (self, table, row, error);
  older = list_older (self, table, row);
  for (guint i = 0; ok && i < older->len; i++)
    ok = dz_journal_write (self, "county_table", g_array_index (older, gint64, i), "live", 0, dz_int (0), error);

  return ok && dz_journal_write (self, "county_table", row, "live", 0, dz_int (1), error);
}

static gboolean
write_heads (DzStore   *self,
             GPtrArray *heads,
             GError   **error)
{
  g_autoptr(DzCounty) was = dz_store_dup_county (self, error);
  g_autoptr(DzCounty) now = was != NULL ? dz_county_copy (was) : NULL;

  if (now == NULL)
    return FALSE;
  g_ptr_array_set_size (now->table_heads, 0);
  for (guint i = 0; i < heads->len; i++)
    g_ptr_array_add (now->table_heads, g_strdup (g_ptr_array_index (heads, i)));

  return dz_store_write_county (self, now, was, TRUE, error);
}

/**
 * dz_store_add_tables:
 * @tables: (element-type DzCountyTable)
 * @heads: (nullable) (element-type utf8): what heads mean from now on, as in #DzCounty
 *
 * Adds what the county counted, as one undo step. An older table of the same file and sheet that
 * tells the same of the same year goes.
 */
gboolean
dz_store_add_tables (DzStore   *self,
                     GPtrArray *tables,
                     GPtrArray *heads,
                     GError   **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (DZ_IS_STORE (self) && tables != NULL, FALSE);

  if (!dz_store_enter (self, "tables", error))
    return FALSE;
  for (guint i = 0; ok && i < tables->len; i++)
    ok = add_table (self, g_ptr_array_index (tables, i), error);
  if (ok && heads != NULL)
    ok = write_heads (self, heads, error);

  return dz_store_leave (self, ok, error);
}

static gboolean
read_values (DzStore       *self,
             DzCountyTable *table,
             DzUntrue      *untrue,
             GError       **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT v.body, v.year, v.indicator, v.value, v.sure, v.head, v.cell FROM county_value v JOIN body b"
                 " ON b.id = v.body WHERE v.source = ? AND b.live = 1 ORDER BY v.id", DZ_CELLS (dz_int (table->id)));

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      DzCountyValue value = { 0 };

      value.body_id = sqlite3_column_int64 (statement, 0);
      value.year = sqlite3_column_int (statement, 1);
      value.indicator = dz_intern_word ((const char *) sqlite3_column_text (statement, 2));
      value.value = sqlite3_column_double (statement, 3);
      value.sure = sqlite3_column_int (statement, 4) != 0;
      value.head = dz_intern_word ((const char *) sqlite3_column_text (statement, 5));
      value.cell = dz_intern_word ((const char *) sqlite3_column_text (statement, 6));
      if (value.year != 0 && dz_is_year (value.year) && dz_figure_is_value (value.value) && value.indicator != NULL)
        g_array_append_val (table->values, value);
      else
        untrue->n[DZ_UNTRUE_TABLE]++;
    }

  return dz_db_done (self->db, statement, error);
}

/* Fills @tables in the order they were imported. */
gboolean
dz_store_read_tables (DzStore    *self,
                      GPtrArray  *tables,
                      DzUntrue   *untrue,
                      GError    **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error, "SELECT id, file, sheet, title, sha256 FROM county_table WHERE live = 1 ORDER BY id",
                 DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autofree char *file = dz_db_dup_text (statement, 1);
      g_autofree char *sheet = dz_db_dup_text (statement, 2);
      g_autofree char *title = dz_db_dup_text (statement, 3);
      g_autofree char *sha256 = dz_db_dup_text (statement, 4);
      DzCountyTable *table = dz_county_table_new (file, sheet, title, sha256);

      table->id = sqlite3_column_int64 (statement, 0);
      g_ptr_array_add (tables, table);
    }
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!read_values (self, g_ptr_array_index (tables, i), untrue, error))
      return FALSE;

  return TRUE;
}
