/* dz-seal.c - a checksum over each part of a review, so that a bit that turned is named
 *
 * SQLite tells a broken page, not a broken letter. What a transaction wrote is summed up before it
 * commits; what is loaded is summed up again. A part without a sum was written by an older program,
 * or its import was killed: nothing is known of it, and nothing said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-seal.h"

#include "dz-digest.h"

#include <string.h>

#define MOST_QUERIES 6
#define OF_VERSION " WHERE version = (SELECT version FROM report WHERE id = ?1) ORDER BY id"

typedef struct
{
  const char *name;
  gboolean each;   /* row for row; else the table as a whole, under 0 */
  gboolean late;   /* an import changes it with every report: summed up when it is through */
  const char *queries[MOST_QUERIES];
} Kind;

static const Kind kinds[DZ_N_SEALS] = {
  [DZ_SEAL_REPORT] = { "report", TRUE, FALSE,
    { "SELECT id, live, version, body, year, kind, published, received, reviewing, note,"
      " guess_confirmed FROM report WHERE id = ?1",
      "SELECT * FROM figure" OF_VERSION, "SELECT * FROM weakness" OF_VERSION,
      "SELECT * FROM cause" OF_VERSION, "SELECT * FROM finding" OF_VERSION,
      "SELECT * FROM unplaced" OF_VERSION } },
  [DZ_SEAL_VERSION] = { "version", TRUE, FALSE,
    { "SELECT id, report, text, path, member, format, encoding, sha256, source_title, source_published,"
      " source_issuer, township, county, year, kind, title, issued, published, issuer, township_start,"
      " township_end, year_start, year_end, kind_start, kind_end, title_start, title_end, issued_start,"
      " issued_end, township_confidence, year_confidence, kind_confidence FROM version WHERE id = ?1",
      "SELECT sha256, content, parts FROM text WHERE id = (SELECT text FROM version WHERE id = ?1)",
      "SELECT * FROM loss WHERE version = ?1 ORDER BY id",
      "SELECT * FROM section WHERE version = ?1 ORDER BY id" } },
  [DZ_SEAL_STEP] = { "step", TRUE, TRUE,
    { "SELECT * FROM step WHERE id = ?1", "SELECT * FROM change WHERE step = ?1 ORDER BY id",
      "SELECT o.* FROM origin o JOIN change c ON c.id = o.change WHERE c.step = ?1 ORDER BY o.change" } },
  [DZ_SEAL_COUNTY] = { "county", FALSE, TRUE, { "SELECT * FROM county WHERE ?1 = 0 ORDER BY id" } },
  [DZ_SEAL_BODY] = { "body", FALSE, TRUE, { "SELECT * FROM body WHERE ?1 = 0 ORDER BY id" } },
  [DZ_SEAL_DECISION] = { "decision", FALSE, TRUE, { "SELECT * FROM decision WHERE ?1 = 0 ORDER BY id" } },
  [DZ_SEAL_OVERLAP] = { "overlap", FALSE, TRUE, { "SELECT * FROM overlap WHERE ?1 = 0 ORDER BY id" } },
  [DZ_SEAL_TABLE] = { "county_table", FALSE, TRUE,
    { "SELECT * FROM county_table WHERE ?1 = 0 ORDER BY id", "SELECT * FROM county_value WHERE ?1 = 0 ORDER BY id" } },
  [DZ_SEAL_LEDGER] = { "ledger", FALSE, TRUE, { "SELECT * FROM ledger WHERE ?1 = 0 ORDER BY id" } },
  [DZ_SEAL_SCORES] = { "score_sheet", FALSE, TRUE,
    { "SELECT * FROM score_sheet WHERE ?1 = 0 ORDER BY id", "SELECT * FROM score_head WHERE ?1 = 0 ORDER BY id",
      "SELECT * FROM score WHERE ?1 = 0 ORDER BY id" } },
  [DZ_SEAL_IMPORT] = { "import_file", FALSE, TRUE,
    { "SELECT * FROM import_file WHERE ?1 = 0 ORDER BY id" } },
};

static void
add_cell (GString      *bytes,
          sqlite3_stmt *statement,
          int           column)
{
  int type = sqlite3_column_type (statement, column);
  sqlite3_int64 integer = 0;
  double real = 0;

  g_string_append_c (bytes, (char) ('0' + type));
  switch (type)
    {
    case SQLITE_INTEGER:
      integer = sqlite3_column_int64 (statement, column);
      g_string_append_len (bytes, (const char *) &integer, sizeof integer);
      break;

    case SQLITE_FLOAT:
      real = sqlite3_column_double (statement, column);
      g_string_append_len (bytes, (const char *) &real, sizeof real);
      break;

    case SQLITE_TEXT:
    case SQLITE_BLOB:
      {
        const char *data = sqlite3_column_blob (statement, column);

        integer = sqlite3_column_bytes (statement, column);
        g_string_append_len (bytes, (const char *) &integer, sizeof integer);
        if (data != NULL)
          g_string_append_len (bytes, data, (gssize) integer);
      }
      break;

    default:
      break;
    }
}

/* Returns: (nullable): the sum; %NULL where nothing is there, or it cannot be read */
static char *
sum_up (DzStore    *self,
        const Kind *kind,
        gint64      row)
{
  g_autoptr(GString) bytes = g_string_new (NULL);

  for (guint i = 0; i < MOST_QUERIES && kind->queries[i] != NULL; i++)
    {
      sqlite3_stmt *statement =
        dz_db_query (self->db, NULL, kind->queries[i], DZ_CELLS (dz_int (row)));

      if (statement == NULL)
        return NULL;
      g_string_append_c (bytes, '|');
      while (dz_db_next (statement))
        for (int k = 0; k < sqlite3_column_count (statement); k++)
          add_cell (bytes, statement, k);
      if (!dz_db_done (self->db, statement, NULL) || (i == 0 && kind->each && bytes->len == 1))
        return NULL;
    }

  return dz_digest_dup_hex (bytes->str, bytes->len);
}

static gboolean
write_sum (DzStore    *self,
           const Kind *kind,
           gint64      row,
           GError    **error)
{
  g_autofree char *sum = sum_up (self, kind, row);

  if (sum == NULL)
    return dz_db_run (self->db, error, "DELETE FROM seal WHERE what = ? AND row = ?",
                      DZ_CELLS (dz_str (kind->name), dz_int (row)));

  return dz_db_run (self->db, error, "INSERT OR REPLACE INTO seal (what, row, sum) VALUES (?, ?, ?)",
                    DZ_CELLS (dz_str (kind->name), dz_int (row), dz_str (sum)));
}

static void
note (DzStore *self,
      DzSeal   kind,
      gint64   row)
{
  g_hash_table_add (self->unsealed[kind], g_memdup2 (&row, sizeof row));
}

/**
 * dz_seal_note:
 *
 * A row of this table is written: what it belongs to has to be summed up anew.
 */
void
dz_seal_note (DzStore    *self,
              const char *table,
              gint64      row)
{
  for (guint i = 0; i < DZ_N_SEALS; i++)
    if (strcmp (table, kinds[i].name) == 0)
      note (self, i, kinds[i].each ? row : 0);
  /* heads and points go with their sheets */
  if (strcmp (table, "score_head") == 0 || strcmp (table, "score") == 0)
    note (self, DZ_SEAL_SCORES, 0);
  /* of the step this transaction writes; the changes of an older one never change */
  if (strcmp (table, "change") == 0 || strcmp (table, "origin") == 0)
    note (self, DZ_SEAL_STEP, self->step);
}

void
dz_seal_init (DzStore *self)
{
  for (guint i = 0; i < DZ_N_SEALS; i++)
    {
      self->unsealed[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      self->late[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }
  self->broken_reports = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
dz_seal_free (DzStore *self)
{
  for (guint i = 0; i < DZ_N_SEALS; i++)
    {
      g_clear_pointer (&self->unsealed[i], g_hash_table_unref);
      g_clear_pointer (&self->late[i], g_hash_table_unref);
    }
  g_clear_pointer (&self->broken_reports, g_hash_table_unref);
}

/* What was written is not there: rolled back. */
void
dz_seal_forget (DzStore *self)
{
  for (guint i = 0; i < DZ_N_SEALS; i++)
    g_hash_table_remove_all (self->unsealed[i]);
}

/* A part an import goes on with has no sum until it is through: a kill leaves none that is false. */
static gboolean
put_off (DzStore *self,
         DzSeal   kind,
         gint64   row,
         GError **error)
{
  g_hash_table_add (self->late[kind], g_memdup2 (&row, sizeof row));

  return dz_db_run (self->db, error, "DELETE FROM seal WHERE what = ? AND row = ?",
                    DZ_CELLS (dz_str (kinds[kind].name), dz_int (row)));
}

/**
 * dz_seal_write:
 *
 * Sums up what this transaction wrote; inside it, before it commits.
 */
gboolean
dz_seal_write (DzStore *self,
               GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < DZ_N_SEALS; i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, self->unsealed[i]);
      while (ok && g_hash_table_iter_next (&iter, &key, NULL))
        ok = kinds[i].late && self->group != NULL ? put_off (self, i, *(gint64 *) key, error)
                                                  : write_sum (self, &kinds[i], *(gint64 *) key, error);
    }
  dz_seal_forget (self);

  return ok;
}

/**
 * dz_seal_finish:
 *
 * Sums up what was put off, in a transaction of its own. Where that fails nothing is sealed.
 */
void
dz_seal_finish (DzStore *self)
{
  gboolean ok = TRUE;
  guint n = 0;

  for (guint i = 0; i < DZ_N_SEALS; i++)
    n += g_hash_table_size (self->late[i]);
  if (n == 0 || !dz_db_script (self->db, "BEGIN IMMEDIATE", NULL))
    return;
  for (guint i = 0; ok && i < DZ_N_SEALS; i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, self->late[i]);
      while (ok && g_hash_table_iter_next (&iter, &key, NULL))
        ok = write_sum (self, &kinds[i], *(gint64 *) key, NULL);
      g_hash_table_remove_all (self->late[i]);
    }
  if (!ok || !dz_db_script (self->db, "COMMIT", NULL))
    dz_db_script (self->db, "ROLLBACK", NULL);
  dz_seal_forget (self);
}

/* (element-type gint64): rows of a kind, 0 for a table */
static GArray *
list_rows (DzStore    *self,
           const Kind *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id", kind->name);
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (gint64));
  sqlite3_stmt *statement;

  if (!kind->each)
    {
      g_array_set_size (rows, 1);
      return rows;
    }
  statement = dz_db_query (self->db, NULL, sql, DZ_NO_CELLS);
  while (statement != NULL && dz_db_next (statement))
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
    }
  if (statement != NULL)
    dz_db_done (self->db, statement, NULL);

  return rows;
}

/**
 * dz_seal_all:
 *
 * Sums up a review that has no sums, as an older program left it; where that fails it goes without.
 */
void
dz_seal_all (DzStore *self)
{
  for (guint i = 0; i < DZ_N_SEALS; i++)
    {
      g_autoptr(GArray) rows = list_rows (self, &kinds[i]);

      for (guint k = 0; k < rows->len; k++)
        {
          gint64 row = g_array_index (rows, gint64, k);

          g_hash_table_add (self->late[i], g_memdup2 (&row, sizeof row));
        }
    }
  dz_seal_finish (self);
}

/**
 * dz_seal_holds:
 *
 * Returns: whether the part is as it was written, as far as is known
 */
gboolean
dz_seal_holds (DzStore *self,
               DzSeal   kind,
               gint64   row)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL, "SELECT sum FROM seal WHERE what = ? AND row = ?",
                 DZ_CELLS (dz_str (kinds[kind].name), dz_int (row)));
  g_autofree char *kept = NULL;
  g_autofree char *sum = NULL;

  if (statement == NULL)
    return TRUE;
  if (dz_db_next (statement))
    kept = dz_db_dup_text (statement, 0);
  dz_db_done (self->db, statement, NULL);
  if (kept == NULL)
    return TRUE;
  sum = sum_up (self, &kinds[kind], row);

  return g_strcmp0 (sum, kept) == 0;
}

/**
 * dz_seal_list_broken:
 *
 * Returns: (transfer full) (element-type gint64): the rows of a kind that are not as they were
 *   written; 0 for a table
 */
GArray *
dz_seal_list_broken (DzStore *self,
                     DzSeal   kind)
{
  g_autoptr(GArray) rows = list_rows (self, &kinds[kind]);
  GArray *broken = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    if (!dz_seal_holds (self, kind, g_array_index (rows, gint64, i)))
      g_array_append_val (broken, g_array_index (rows, gint64, i));

  return broken;
}
