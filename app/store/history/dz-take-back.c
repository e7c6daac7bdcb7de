/* dz-take-back.c - an import taken back by itself, whatever was done after it
 *
 * Undo goes step by step from the last one. This takes back one import and is
 * a new step, which undo can take back in turn: what the import changed and
 * nobody changed since goes back to what it was; everything else stays. The
 * corrections in its reports are not touched: they come back with the reports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-step.h"
#include "dz-store-private.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>

/* The steps of an import: of each of its reports the last import that wrote it. */
#define STEPS                                                                                      \
  "SELECT max(c.step) FROM change c JOIN step s ON s.id = c.step WHERE s.undone = 0 AND s.verb ="  \
  " 'import' AND c.tbl = 'report' AND c.col IN ('live', 'version') AND c.row IN (SELECT report FROM" \
  " import_file WHERE run = ?1) GROUP BY c.row"
#define REPORTS                                                                                    \
  "SELECT DISTINCT c.row FROM change c JOIN report r ON r.id = c.row WHERE c.step IN (" STEPS ") AND" \
  " c.tbl = 'report' AND c.col IN ('live', 'version') AND r.live = 1"

static gboolean
count (DzStore     *self,
       const char  *sql,
       guint        run,
       guint       *n,
       GError     **error)
{
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (run)));

  if (statement == NULL)
    return FALSE;
  *n = dz_db_next (statement) ? (guint) sqlite3_column_int (statement, 0) : 0;

  return dz_db_done (self->db, statement, error);
}

/**
 * dz_store_count_import:
 * @run: number of an import
 * @n_later: (out): steps of a person in its reports since
 *
 * Returns: reports of it that are in the review; 0 also with @error set
 */
guint
dz_store_count_import (DzStore *self,
                       guint    run,
                       guint   *n_later,
                       GError **error)
{
  guint n = 0;

  g_return_val_if_fail (DZ_IS_STORE (self) && n_later != NULL, 0);

  *n_later = 0;
  if (!count (self, "SELECT count(*) FROM (" REPORTS ")", run, &n, error) ||
      !count (self,
              "SELECT count(DISTINCT c.step) FROM change c JOIN step s ON s.id = c.step WHERE s.undone"
              " = 0 AND s.verb NOT IN ('import', 'reread', 'county') AND c.step > (SELECT min(x) FROM"
              " (SELECT 0 AS x UNION ALL " STEPS ") WHERE x > 0) AND c.report IN (" REPORTS ")",
              run, n_later, error))
    return 0;

  return n;
}

typedef struct
{
  char *table;
  gint64 row;
  char *column;
  gint64 report;
  DzSqlValue was;
  char *words; /* of was */
} Change;

static void
clear_change (gpointer data)
{
  Change *change = data;

  g_free (change->table);
  g_free (change->column);
  g_free (change->words);
}

static DzSqlValue
read_cell (sqlite3_stmt *statement,
           int           column,
           char        **words)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER: return dz_int (sqlite3_column_int64 (statement, column));
    case SQLITE_FLOAT: return dz_real (sqlite3_column_double (statement, column));
    default:
      *words = dz_db_dup_text (statement, column);
      return dz_str (*words);
    }
}

/* What the import changed, last first. */
static GArray *
list_changes (DzStore  *self,
              guint     run,
              GError  **error)
{
  g_autoptr(GArray) changes = g_array_new (FALSE, TRUE, sizeof (Change));
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT tbl, row, col, ifnull(report, 0), was FROM change WHERE step IN (" STEPS ")"
                 " ORDER BY id DESC", DZ_CELLS (dz_int (run)));

  g_array_set_clear_func (changes, clear_change);
  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    {
      Change change = { .table = dz_db_dup_text (statement, 0), .row = sqlite3_column_int64 (statement, 1),
                        .column = dz_db_dup_text (statement, 2),
                        .report = sqlite3_column_int64 (statement, 3) };

      change.was = read_cell (statement, 4, &change.words);
      g_array_append_val (changes, change);
    }

  return dz_db_done (self->db, statement, error) ? g_steal_pointer (&changes) : NULL;
}

/* Whether somebody changed it since, this taking back aside: by the journal, which notes every value. */
static gboolean
is_settled (DzStore      *self,
            const Change *change,
            guint         run)
{
  return dz_db_get_int (self->db,
                        "SELECT 1 FROM change c JOIN step s ON s.id = c.step WHERE c.tbl = ?2 AND c.row ="
                        " ?3 AND c.col = ?4 AND s.undone = 0 AND s.id <> ?5 AND s.id > (SELECT max(x)"
                        " FROM (SELECT 0 AS x UNION ALL " STEPS ")) LIMIT 1",
                        DZ_CELLS (dz_int (run), dz_str (change->table), dz_int (change->row),
                                  dz_str (change->column), dz_int (self->step))) != 0;
}

/* A body the import put on the list stays while another report is of it. */
static gboolean
is_needed (DzStore      *self,
           const Change *change)
{
  return g_str_equal (change->table, "body") && g_str_equal (change->column, "live") &&
         dz_db_get_int (self->db, "SELECT 1 FROM report WHERE live = 1 AND body = ? LIMIT 1",
                        DZ_CELLS (dz_int (change->row))) != 0;
}

/* Reports go before the bodies they name. */
static gboolean
write_back (DzStore  *self,
            GArray   *changes,
            guint     run,
            gboolean  reports,
            GError  **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      if (g_str_equal (change->table, "report") != reports ||
          !dz_journal_knows (change->table, change->column) || is_settled (self, change, run) ||
          is_needed (self, change))
        continue;
      if (!dz_journal_write (self, change->table, change->row, change->column, change->report,
                             change->was, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dz_store_take_back:
 * @run: number of an import
 *
 * Takes that import back, as an undo step of its own: its reports leave the review, with what was
 * decided in them; undo brings both back.
 */
gboolean
dz_store_take_back (DzStore *self,
                    guint    run,
                    GError **error)
{
  g_autoptr(GArray) changes = NULL;
  gboolean ok;

  if (!dz_store_enter (self, "take-back", error))
    return FALSE;
  changes = list_changes (self, run, error);
  ok = changes != NULL;
  if (ok && changes->len == 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE,
                   _("Nothing of this import is in the review any more."));
      ok = FALSE;
    }

  return dz_store_leave (self,
                         ok && write_back (self, changes, run, TRUE, error) &&
                           write_back (self, changes, run, FALSE, error),
                         error);
}
