/* dz-journal.c - who changed what, when, from what to what; undo and redo
 *
 * A change is one column of one row, with the value before and after. Since
 * nothing a person touches is ever deleted ("live" is switched off instead),
 * undo writes the values before, in reverse order, and redo those after: there
 * is no other case.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-journal.h"
#include "dz-seal.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gint64
wall_clock (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static DzClock journal_clock = wall_clock;
static const char *journal_who; /* (nullable) interned */

/**
 * dz_journal_set_clock:
 * @clock: (nullable): seconds since 1970; %NULL: the clock on the wall
 * @who: (nullable): the name noted beside a change; %NULL: the user's
 *
 * Called before any store is used.
 */
void
dz_journal_set_clock (DzClock     clock,
                      const char *who)
{
  journal_clock = clock != NULL ? clock : wall_clock;
  journal_who = g_intern_string (who);
}

/**
 * dz_journal_set_who:
 * @who: (nullable): the name noted beside changes from now on; %NULL: the user's
 *
 * At any time: a job that writes notes one name or the other.
 */
void
dz_journal_set_who (const char *who)
{
  journal_who = g_intern_string (who);
}

static const char *
get_who (void)
{
  const char *real;

  if (journal_who != NULL)
    return journal_who;
  real = g_get_real_name ();

  return real != NULL && *real != '\0' && g_strcmp0 (real, "Unknown") != 0 ? real
                                                                           : g_get_user_name ();
}

/* Names from the journal of a file that may come from anywhere go into SQL: only ours may. */
gboolean
dz_journal_knows (const char *table,
                  const char *column)
{
  static const char *const tables[] = { "county", "body",    "report",   "figure", "weakness",
                                        "cause",  "finding", "unplaced", "decision",
                                        "county_table", "ledger", "score_sheet", "score_head", "score", NULL };

  if (table == NULL || column == NULL || !g_strv_contains (tables, table))
    return FALSE;
  for (const char *p = column; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && *p != '_')
      return FALSE;

  return *column != '\0';
}

/* What only the redo stack could bring back is deleted for good. */
static gboolean
drop_undone (DzStore *self,
             GError **error)
{
  static const char *const scripts[] = {
    "DELETE FROM report WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'report' AND c.col = 'live' AND c.now = 1)",
    "DELETE FROM version WHERE id IN (SELECT c.now FROM change c JOIN step s ON s.id = c.step WHERE"
    " s.undone = 1 AND c.tbl = 'report' AND c.col = 'version') AND id NOT IN (SELECT version FROM"
    " report WHERE version IS NOT NULL)",
    "DELETE FROM figure WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'figure' AND c.col = 'live' AND c.now = 1)",
    "DELETE FROM weakness WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'weakness' AND c.col = 'live' AND c.now = 1)",
    "DELETE FROM finding WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'finding' AND c.col = 'live' AND c.now = 1)",
    "DELETE FROM county_table WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'county_table' AND c.col = 'live' AND c.now = 1)",
    "DELETE FROM ledger WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'ledger' AND c.col = 'live' AND c.now = 1)",
    /* but for a head an earlier sheet took off: it had come back, and has what was given on it */
    "DELETE FROM score_head WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'score_head' AND c.col = 'live' AND c.now = 1) AND id NOT IN (SELECT c.row FROM"
    " change c JOIN step s ON s.id = c.step WHERE s.undone = 0 AND c.tbl = 'score_head' AND c.col = 'live' AND c.now = 0)",
    "DELETE FROM score_sheet WHERE live = 0 AND id IN (SELECT c.row FROM change c JOIN step s ON s.id ="
    " c.step WHERE s.undone = 1 AND c.tbl = 'score_sheet' AND c.col = 'live' AND c.now = 1)",
    "DELETE FROM text WHERE NOT EXISTS (SELECT 1 FROM version WHERE version.text = text.id)",
    "DELETE FROM step WHERE undone = 1",
  };

  if (dz_db_get_int (self->db, "SELECT count(*) FROM step WHERE undone = 1", DZ_NO_CELLS) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (!dz_db_run (self->db, error, scripts[i], DZ_NO_CELLS))
      return FALSE;

  return TRUE;
}

/* The step the changes of this transaction belong to: made with the first of them. */
gboolean
dz_journal_ensure_step (DzStore *self,
                        GError **error)
{
  if (self->step != 0)
    return TRUE;
  if (!drop_undone (self, error) ||
      !dz_db_run (self->db, error, "INSERT INTO step (verb, at, who) VALUES (?, ?, ?)",
                  DZ_CELLS (dz_str (self->verb), dz_int (journal_clock ()), dz_str (get_who ()))))
    return FALSE;
  self->step = sqlite3_last_insert_rowid (self->db->handle);

  return TRUE;
}

static gboolean
touch_report (DzStore *self,
              gint64   report_id,
              GError **error)
{
  self->changed = TRUE;

  return report_id == 0 ||
         dz_db_run (self->db, error,
                    "UPDATE report SET revision = 1 + (SELECT max(revision) FROM report) WHERE id = ?",
                    DZ_CELLS (dz_int (report_id)));
}

/* 1: differs, 0: is the same, -1: error */
static int
differs (DzStore    *self,
         const char *table,
         gint64      row,
         const char *column,
         DzSqlValue  value,
         GError    **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s IS ?2 FROM %s WHERE id = ?1", column, table);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (row), value));
  int result = -1;

  if (statement == NULL)
    return -1;
  if (dz_db_next (statement))
    result = sqlite3_column_int (statement, 0) == 0;
  if (!dz_db_done (self->db, statement, error))
    return -1;
  if (result < 0)
    g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                 _("What you changed is not in the review any more. Load it again."));

  return result;
}

/*
 * Writes one column and journals it; a value that is there already is no change. @report_id: the
 * report that has to be loaded anew, 0 for none. Between dz_store_enter() and dz_store_leave().
 */
gboolean
dz_journal_write (DzStore    *self,
                  const char *table,
                  gint64      row,
                  const char *column,
                  gint64      report_id,
                  DzSqlValue  value,
                  GError    **error)
{
  g_autofree char *note = NULL;
  g_autofree char *write = NULL;
  int result;

  g_assert (self->depth > 0 && dz_journal_knows (table, column));

  result = differs (self, table, row, column, value, error);
  if (result <= 0)
    return result == 0;
  if (!dz_journal_ensure_step (self, error))
    return FALSE;

  note = g_strdup_printf ("INSERT INTO change (step, tbl, row, col, report, was, now) "
                          "SELECT ?, '%s', id, '%s', ?, %s, ? FROM %s WHERE id = ?",
                          table, column, column, table);
  write = g_strdup_printf ("UPDATE %s SET %s = ? WHERE id = ?", table, column);

  return dz_db_run (self->db, error, note,
                    DZ_CELLS (dz_int (self->step),
                              report_id != 0 ? dz_int (report_id) : dz_str (NULL), value,
                              dz_int (row))) &&
         dz_db_run (self->db, error, write, DZ_CELLS (value, dz_int (row))) &&
         touch_report (self, report_id, error);
}

static gboolean
is_same_cell (DzSqlValue a,
              DzSqlValue b)
{
  if (a.type != b.type)
    return FALSE;
  switch (a.type)
    {
    case SQLITE_INTEGER: return a.integer == b.integer;
    case SQLITE_FLOAT: return a.real == b.real || (isnan (a.real) && isnan (b.real));
    default: return g_strcmp0 (a.text, b.text) == 0;
    }
}

/*
 * All fields of a row; those that are the same make no change. @was: (nullable): the row as the
 * person saw it: what is as there is left alone, whatever another program made of it meanwhile.
 */
gboolean
dz_journal_write_row (DzStore       *self,
                      const DzTable *table,
                      gint64         row,
                      gint64         report_id,
                      gconstpointer  value,
                      gconstpointer  was,
                      GError       **error)
{
  for (const DzField *field = table->fields; field->type != DZ_FIELD_END; field++)
    {
      g_autofree char *scratch = NULL;
      g_autofree char *old_scratch = NULL;
      DzSqlValue cell = dz_field_get (field, value, &scratch);

      if (was != NULL && is_same_cell (cell, dz_field_get (field, was, &old_scratch)))
        continue;
      if (!dz_journal_write (self, table->name, row, field->column, report_id, cell, error))
        return FALSE;
    }

  return TRUE;
}

/*
 * A new row, written switched off and then switched on, which is what an undo takes back. @id: (out):
 * the row. Between dz_store_enter() and dz_store_leave().
 */
gboolean
dz_journal_add_row (DzStore       *self,
                    const DzTable *table,
                    gconstpointer  value,
                    gint64        *id,
                    GError       **error)
{
  const char *columns = dz_table_list_columns (table, "");
  g_autoptr(GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_string_append_printf (sql, "INSERT INTO %s (live, %s) VALUES (0", table->name, columns);
  for (guint i = 0; i < dz_table_count (table); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  statement = dz_db_query (self->db, error, sql->str, DZ_NO_CELLS);
  if (statement == NULL)
    return FALSE;
  dz_table_bind (table, value, statement, 1);
  if (!dz_store_finish_insert (self, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->db->handle);

  return dz_journal_write (self, table->name, *id, "live", 0, dz_int (1), error);
}

/**
 * dz_store_begin_step:
 * @verb: as in #DzLogEntry
 *
 * Makes all changes up to dz_store_end_step() one undo step, however many transactions they are.
 */
void
dz_store_begin_step (DzStore    *self,
                     const char *verb)
{
  g_return_if_fail (DZ_IS_STORE (self) && self->group == NULL && self->depth == 0);

  self->group = g_intern_string (verb);
  self->group_step = 0;
  dz_db_be_quick (self->db, TRUE);
}

/**
 * dz_store_join_step:
 * @verb: a step of that kind, if it is the last one, takes in what follows
 * @otherwise: else a new step of this kind begins
 *
 * dz_store_begin_step() for work that follows from the step before it: a reading anew from the
 * settings that asked for it. Undo takes back both, so that neither is left without the other.
 */
void
dz_store_join_step (DzStore    *self,
                    const char *verb,
                    const char *otherwise)
{
  gint64 step;

  g_return_if_fail (DZ_IS_STORE (self));

  step = dz_db_get_int (self->db,
                        "SELECT id FROM step WHERE id = (SELECT max(id) FROM step) AND undone = 0"
                        " AND verb = ?", DZ_CELLS (dz_str (verb)));
  dz_store_begin_step (self, step != 0 ? verb : otherwise);
  self->group_step = step;
}

void
dz_store_end_step (DzStore *self)
{
  g_return_if_fail (DZ_IS_STORE (self) && self->group != NULL);

  self->group = NULL;
  dz_seal_finish (self);
  dz_db_be_quick (self->db, FALSE);
  dz_db_settle (self->db);
}

/* The step undo would take back, or redo would do again; 0 if there is none, -1 with @error set. */
gint64
dz_journal_find_step (DzStore  *self,
                      gboolean  undo,
                      GError  **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 undo ? "SELECT id, who FROM step WHERE undone = 0 ORDER BY id DESC"
                      : "SELECT id, who FROM step WHERE undone = 1 ORDER BY id",
                 DZ_NO_CELLS);
  gint64 step = 0;

  if (statement == NULL)
    return -1;
  while (step == 0 && dz_db_next (statement))
    if (dz_step_is_own (self, sqlite3_column_int64 (statement, 0),
                        g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), get_who ()) == 0))
      step = sqlite3_column_int64 (statement, 0);

  return dz_db_done (self->db, statement, error) ? step : -1;
}

/* Whether a later step, of whoever, wrote what this one wrote, or put another text in its place. */
static gboolean
is_written_over (DzStore *self,
                 gint64   step)
{
  return dz_db_get_int (self->db,
                        "SELECT EXISTS (SELECT 1 FROM change mine JOIN change later ON later.step > mine.step"
                        " JOIN step s ON s.id = later.step WHERE mine.step = ?1 AND s.undone = 0 AND"
                        " ((later.tbl = mine.tbl AND later.row = mine.row AND later.col = mine.col) OR"
                        "  (later.tbl = 'report' AND later.row = mine.report AND later.col = 'version')))",
                        DZ_CELLS (dz_int (step))) != 0;
}

gboolean
dz_store_can_undo (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  return dz_journal_find_step (self, TRUE, NULL) > 0;
}

gboolean
dz_store_can_redo (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  return dz_journal_find_step (self, FALSE, NULL) > 0;
}

/**
 * dz_store_get_mark:
 *
 * Returns: a number that changes when anybody decides something, or takes something back; what only
 *   follows from the texts does not change it
 */
gint64
dz_store_get_mark (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), 0);

  return dz_db_get_int (self->db, "SELECT ifnull (max (id), 0) * 100000 + sum (undone) FROM step", DZ_NO_CELLS);
}

typedef struct
{
  char *sql;
  gint64 change;
  gint64 row;
  gint64 report;
} Restore;

static void
clear_restore (gpointer data)
{
  g_free (((Restore *) data)->sql);
}

/* The updates that bring a step's rows to one side, in the order they have to be done. */
static GArray *
list_restores (DzStore  *self,
               gint64    step,
               gboolean  undo,
               GError  **error)
{
  g_autoptr(GArray) restores = g_array_new (FALSE, FALSE, sizeof (Restore));
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 undo ? "SELECT id, tbl, row, col, report FROM change WHERE step = ? ORDER BY id DESC"
                      : "SELECT id, tbl, row, col, report FROM change WHERE step = ? ORDER BY id",
                 DZ_CELLS (dz_int (step)));

  g_array_set_clear_func (restores, clear_restore);
  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    {
      const char *table = (const char *) sqlite3_column_text (statement, 1);
      const char *column = (const char *) sqlite3_column_text (statement, 3);
      Restore restore = { NULL, sqlite3_column_int64 (statement, 0),
                          sqlite3_column_int64 (statement, 2), sqlite3_column_int64 (statement, 4) };

      if (!dz_journal_knows (table, column))
        continue;
      restore.sql = g_strdup_printf ("UPDATE %s SET %s = (SELECT %s FROM change WHERE id = ?)"
                                     " WHERE id = ?", table, column, undo ? "was" : "now");
      g_array_append_val (restores, restore);
    }

  return dz_db_done (self->db, statement, error) ? g_steal_pointer (&restores) : NULL;
}

static gboolean
restore_step (DzStore  *self,
              gint64    step,
              gboolean  undo,
              GError  **error)
{
  g_autoptr(GArray) restores = list_restores (self, step, undo, error);
  gboolean ok = restores != NULL;

  for (guint i = 0; ok && i < restores->len; i++)
    {
      Restore *restore = &g_array_index (restores, Restore, i);

      ok = dz_db_run (self->db, error, restore->sql,
                      DZ_CELLS (dz_int (restore->change), dz_int (restore->row))) &&
           touch_report (self, restore->report, error);
    }
  self->changed = TRUE;

  return ok && dz_db_run (self->db, error, "UPDATE step SET undone = ? WHERE id = ?",
                          DZ_CELLS (dz_int (undo), dz_int (step)));
}

/* @wanted: the step the person means; 0: whichever it is. Asked inside the transaction: what
 * another program wrote since is not moved unseen. */
static gboolean
move (DzStore  *self,
      gint64    wanted,
      gboolean  undo,
      GError  **error)
{
  gint64 step;

  if (!dz_store_enter (self, "undo", error))
    return FALSE;
  step = dz_journal_find_step (self, undo, error);
  if (step < 0)
    return dz_store_leave (self, FALSE, error);
  if (step != 0 && (wanted == 0 || step == wanted) && is_written_over (self, step))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE,
                   _("Somebody changed the same since. Look at it and decide it anew."));
      return dz_store_leave (self, FALSE, error);
    }
  if (step != 0 && (wanted == 0 || step == wanted))
    return dz_store_leave (self, restore_step (self, step, undo, error), error);
  if (step == 0)
    g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE,
                 undo ? _("There is nothing to undo.") : _("There is nothing to redo."));
  else
    g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE,
                 _("The review was changed elsewhere meanwhile. Look at it and try again."));

  return dz_store_leave (self, FALSE, error);
}

/**
 * dz_store_undo:
 * @step: the step to take back, which must be the last one of one's own; 0: whichever is
 *
 * Takes back the last step of one's own: a correction, a whole import. What somebody else, or another
 * window, decided since is left alone, and if it was the same matter, nothing is taken back.
 */
gboolean
dz_store_undo (DzStore *self,
               gint64   step,
               GError **error)
{
  return move (self, step, TRUE, error);
}

/**
 * dz_store_redo:
 * @step: the step to do again, which must be the one undone last; 0: whichever is
 */
gboolean
dz_store_redo (DzStore *self,
               gint64   step,
               GError **error)
{
  return move (self, step, FALSE, error);
}
