/* dz-repair.c - what can still be read of a broken review, in a new one
 *
 * Row by row, each table from its beginning up to the broken page and from its end down to it: what
 * stands on other pages is saved. Indexes are made anew. What belongs to something that is lost is
 * left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-review-check.h"

#include "dz-db-copy.h"
#include "dz-db-file.h"
#include "dz-error.h"
#include "dz-seal.h"

#include <glib/gi18n-lib.h>

/* In the order in which one needs the other. */
static const char *const tables[] = {
  "county", "body",  "text",    "report",   "version", "loss",     "section", "figure", "weakness",
  "cause",  "finding", "unplaced", "overlap", "decision", "county_table", "county_value", "ledger",
  "score_sheet", "score_head", "score",
  "step", "change", "origin", "import_file", "seal",
};

typedef struct
{
  sqlite3 *from;
  DzStore *store;
  GPtrArray *told;
} Repair;

/* The columns both have, with commas. */
static char *
list_columns (Repair     *self,
              const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  GString *list = g_string_new (NULL);
  sqlite3_stmt *theirs = NULL;

  if (sqlite3_prepare_v2 (self->from, sql, -1, &theirs, NULL) != SQLITE_OK)
    return g_string_free (list, FALSE);
  while (sqlite3_step (theirs) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (theirs, 0);
      g_autofree char *has = g_strdup_printf ("SELECT count(*) FROM pragma_table_info('%s') WHERE name = ?",
                                              table);

      if (name != NULL && dz_db_get_int (self->store->db, has, DZ_CELLS (dz_str (name))) > 0)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    }
  sqlite3_finalize (theirs);

  return g_string_free (list, FALSE);
}

static int
count_words (const char *list)
{
  int n = *list != '\0';

  for (; *list != '\0'; list++)
    n += *list == ',';

  return n;
}

/* Rows in one direction, until the end or a page that cannot be read. Returns SQLite's last word. */
static int
copy_rows (Repair     *self,
           const char *table,
           const char *columns,
           const char *order,
           guint      *n_refused)
{
  g_autofree char *read = g_strdup_printf ("SELECT %s FROM %s ORDER BY rowid %s", columns, table, order);
  g_autofree char *marks = g_strnfill ((gsize) count_words (columns) * 2 - 1, '?');
  g_autofree char *write = NULL;
  sqlite3_stmt *from = NULL, *to = NULL;
  int code;

  for (char *p = marks; *p != '\0'; p++)
    *p = (p - marks) % 2 == 0 ? '?' : ',';
  write = g_strdup_printf ("INSERT OR IGNORE INTO %s (%s) VALUES (%s)", table, columns, marks);
  code = sqlite3_prepare_v2 (self->from, read, -1, &from, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (self->store->db->handle, write, -1, &to, NULL);
  if (code == SQLITE_OK)
    while ((code = sqlite3_step (from)) == SQLITE_ROW)
      {
        for (int i = 0; i < sqlite3_column_count (from); i++)
          sqlite3_bind_value (to, i + 1, sqlite3_column_value (from, i));
        *n_refused += sqlite3_step (to) != SQLITE_DONE;
        sqlite3_reset (to);
      }
  sqlite3_finalize (from);
  sqlite3_finalize (to);

  return code;
}

static void
copy_table (Repair     *self,
            const char *table)
{
  g_autofree char *columns = list_columns (self, table);
  guint n_refused = 0;

  if (*columns == '\0')
    {
      if (!g_str_equal (table, "seal") && !g_str_equal (table, "origin") && !g_str_equal (table, "decision") &&
          !g_str_has_prefix (table, "county_") && !g_str_equal (table, "ledger") && !g_str_has_prefix (table, "score"))
        g_ptr_array_add (self->told, g_strdup_printf (_("The part “%s” could not be read at all."), table));
      return;
    }
  if (copy_rows (self, table, columns, "ASC", &n_refused) != SQLITE_DONE)
    {
      n_refused = 0;
      copy_rows (self, table, columns, "DESC", &n_refused);
      g_ptr_array_add (self->told, g_strdup_printf (_("Some of the part “%s” could not be read."), table));
    }
  else if (n_refused > 0)
    g_ptr_array_add (self->told, g_strdup_printf (_("%u rows of the part “%s” could not be kept."),
                                                  n_refused, table));
}

/* Reports without a text are named before they go. */
static void
name_lost (Repair *self)
{
  sqlite3_stmt *statement =
    dz_db_query (self->store->db, NULL,
                 "SELECT id FROM report WHERE live = 1 AND NOT EXISTS (SELECT 1 FROM version v JOIN text t"
                 " ON t.id = v.text WHERE v.id = report.version)", DZ_NO_CELLS);
  g_autoptr(GArray) lost = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (statement != NULL && dz_db_next (statement))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (lost, id);
    }
  if (statement != NULL)
    dz_db_done (self->store->db, statement, NULL);
  for (guint i = 0; i < lost->len; i++)
    {
      g_autofree char *name = dz_store_dup_report_name (self->store, g_array_index (lost, gint64, i));

      g_ptr_array_add (self->told, g_strdup_printf (_("%s: its text is lost. Import the report again."), name));
    }
}

static gboolean
drop_orphans (Repair  *self,
              GError **error)
{
  static const char script[] =
    "DELETE FROM version WHERE text NOT IN (SELECT id FROM text);"
    "DELETE FROM report WHERE version IS NULL OR version NOT IN (SELECT id FROM version);"
    "DELETE FROM version WHERE report NOT IN (SELECT id FROM report);"
    "UPDATE report SET body = NULL WHERE body NOT IN (SELECT id FROM body);"
    "DELETE FROM loss WHERE version NOT IN (SELECT id FROM version);"
    "DELETE FROM section WHERE version NOT IN (SELECT id FROM version);"
    "DELETE FROM figure WHERE version NOT IN (SELECT id FROM version);"
    "DELETE FROM weakness WHERE version NOT IN (SELECT id FROM version);"
    "DELETE FROM cause WHERE version NOT IN (SELECT id FROM version);"
    "DELETE FROM finding WHERE version NOT IN (SELECT id FROM version);"
    "DELETE FROM unplaced WHERE version NOT IN (SELECT id FROM version);"
    "DELETE FROM overlap WHERE version_a NOT IN (SELECT id FROM version) OR version_b NOT IN"
    " (SELECT id FROM version);"
    "DELETE FROM decision WHERE body NOT IN (SELECT id FROM body);"
    "DELETE FROM county_value WHERE body NOT IN (SELECT id FROM body) OR source NOT IN (SELECT id FROM county_table);"
    "DELETE FROM score_head WHERE sheet NOT IN (SELECT id FROM score_sheet);"
    "DELETE FROM score WHERE head NOT IN (SELECT id FROM score_head) OR body NOT IN (SELECT id FROM body);"
    "UPDATE ledger SET body = NULL WHERE body NOT IN (SELECT id FROM body);"
    "UPDATE ledger SET report = NULL WHERE report NOT IN (SELECT id FROM report);"
    "DELETE FROM change WHERE step NOT IN (SELECT id FROM step);"
    "DELETE FROM origin WHERE change NOT IN (SELECT id FROM change);";

  return dz_db_script (self->store->db, script, error);
}

/* The sums of the broken file tell what is not as it was; then all is summed up as it is now. */
static gboolean
look_through (Repair  *self,
              GError **error)
{
  g_autoptr(GPtrArray) found = dz_store_check (self->store, error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->told, g_steal_pointer (&found));
  if (!dz_db_script (self->store->db, "DELETE FROM seal", error))
    return FALSE;
  dz_seal_all (self->store);

  return TRUE;
}

static gboolean
fill (Repair  *self,
      GError **error)
{
  DzDb *db = self->store->db;
  gboolean ok = dz_db_script (db, "PRAGMA foreign_keys = OFF; BEGIN; DELETE FROM county; DELETE FROM seal", error);

  for (guint i = 0; ok && i < G_N_ELEMENTS (tables); i++)
    copy_table (self, tables[i]);
  if (ok)
    name_lost (self);
  ok = ok && drop_orphans (self, error) && dz_db_script (db, "COMMIT; PRAGMA foreign_keys = ON", error);
  dz_seal_forget (self->store);
  if (ok && dz_store_count_reports (self->store) == 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("Nothing of this file can be read. Use a backup."));
      return FALSE;
    }

  return ok && look_through (self, error);
}

/* With what a crash left in the log beside it, where that can still be read. */
static sqlite3 *
open_broken (const char *path,
             GPtrArray  *told)
{
  sqlite3 *handle = dz_db_open_whole (path);

  if (handle != NULL)
    return handle;
  handle = dz_db_open_still (path);
  if (handle != NULL)
    g_ptr_array_add (told, g_strdup (_("What stands in the log beside the file could not be read.")));

  return handle;
}

/**
 * dz_review_repair:
 * @path: of a broken review, which stays as it is
 * @to: of no file yet: what could be saved
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each thing that is lost or
 *   not as it was; %NULL with @error set if nothing could be saved
 */
GPtrArray *
dz_review_repair (const char *path,
                  const char *to,
                  GError    **error)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  Repair self = { .told = told };
  g_autofree char *aside = NULL;
  gboolean there = FALSE;
  gboolean ok;

  g_return_val_if_fail (path != NULL && to != NULL, NULL);

  aside = dz_db_file_make_aside (to, error);
  if (aside == NULL)
    return NULL;
  self.from = open_broken (path, told);
  if (self.from != NULL)
    {
      sqlite3_db_config (self.from, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      sqlite3_db_config (self.from, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    }
  else
    dz_db_set_error (error, SQLITE_NOTADB, NULL);
  self.store = self.from != NULL ? dz_store_open_or_create (aside, error) : NULL;
  ok = self.store != NULL && fill (&self, error);
  g_clear_object (&self.store);
  sqlite3_close (self.from);
  if (!ok)
    {
      dz_db_file_drop (aside);
      return NULL;
    }
  if (!dz_db_file_put (aside, to, FALSE, &there, error))
    {
      if (there)
        {
          g_clear_error (error);
          g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                       _("There is a file of that name already. Choose another name."));
        }
      return NULL;
    }

  return g_steal_pointer (&told);
}
