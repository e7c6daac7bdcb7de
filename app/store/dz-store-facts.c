/* dz-store-facts.c - figures, weaknesses, causes and checks as a person decides them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>

/* The report a row of a table of facts belongs to; 0 if there is none. */
static gint64
report_of (DzStore       *self,
           const DzTable *table,
           gint64         row)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT v.report FROM %s t JOIN version v ON v.id = t.version WHERE t.id = ?", table->name);

  return dz_db_get_int (self->db, sql, DZ_CELLS (dz_int (row)));
}

static gboolean
write_fact (DzStore       *self,
            const char    *verb,
            const DzTable *table,
            gint64         row,
            gconstpointer  value,
            gconstpointer  was,
            GError       **error)
{
  if (!dz_store_enter (self, verb, error))
    return FALSE;

  return dz_store_leave (
    self,
    dz_journal_write_row (self, table, row, report_of (self, table, row), value, was, error), error);
}

static gboolean
write_state (DzStore       *self,
             const char    *verb,
             const DzTable *table,
             gint64         row,
             DzState        state,
             GError       **error)
{
  if (!dz_store_enter (self, verb, error))
    return FALSE;

  return dz_store_leave (self,
                         dz_journal_write (self, table->name, row, "state",
                                           report_of (self, table, row),
                                           dz_str (dz_state_to_string (state)), error),
                         error);
}

/* A fact added by hand: the row is made switched off, switching it on is the journaled change. */
static gint64
add_fact (DzStore       *self,
          const DzTable *table,
          gint64         report_id,
          gconstpointer  value,
          GError       **error)
{
  const char *columns = dz_table_list_columns (table, "");
  g_autoptr(GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;
  gint64 row = 0;
  gboolean ok;

  g_string_append_printf (sql, "INSERT INTO %s (live, version, %s) SELECT 0, version", table->name,
                          columns);
  for (guint i = 0; i < dz_table_count (table); i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, " FROM report WHERE live = 1 AND id = ?");

  if (!dz_store_enter (self, "added", error))
    return 0;
  statement = dz_db_query (self->db, error, sql->str, DZ_NO_CELLS);
  ok = statement != NULL;
  if (ok)
    {
      dz_table_bind (table, value, statement, 1);
      dz_db_bind (statement, (int) dz_table_count (table) + 1, dz_int (report_id));
      while (dz_db_next (statement))
        ;
      ok = dz_db_done (self->db, statement, error);
    }
  if (ok && sqlite3_changes (self->db->handle) == 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("The report is not in the review any more. Load it again."));
      ok = FALSE;
    }
  if (ok)
    {
      row = sqlite3_last_insert_rowid (self->db->handle);
      ok = dz_journal_write (self, table->name, row, "live", report_id, dz_int (1), error);
    }

  return dz_store_leave (self, ok, error) ? row : 0;
}

/**
 * dz_store_set_figure:
 * @figure: a copy out of the snapshot with what the person decided, its state included
 * @was: (nullable): the figure as the person saw it
 *
 * Writes what differs from @was; without it, from the figure with that id.
 */
gboolean
dz_store_set_figure (DzStore        *self,
                     const DzFigure *figure,
                     const DzFigure *was,
                     GError        **error)
{
  g_return_val_if_fail (figure != NULL, FALSE);

  return write_fact (self, "figure", &dz_table_figure, figure->id, figure, was, error);
}

/**
 * dz_store_set_figure_state:
 *
 * What a person says of a figure as it was read: a step of the journal.
 *
 * Returns: %FALSE with @error set if it was not kept; nothing has changed then
 */
gboolean
dz_store_set_figure_state (DzStore *self,
                           gint64   figure_id,
                           DzState  state,
                           GError **error)
{
  return write_state (self, "figure", &dz_table_figure, figure_id, state, error);
}

/**
 * dz_store_add_figure:
 * @figure: with span, number, indicator, value ...; state %DZ_STATE_CORRECTED by habit
 *
 * Returns: the new figure's id, 0 with @error set
 */
gint64
dz_store_add_figure (DzStore        *self,
                     gint64          report_id,
                     const DzFigure *figure,
                     GError        **error)
{
  g_return_val_if_fail (figure != NULL, 0);

  return add_fact (self, &dz_table_figure, report_id, figure, error);
}

/**
 * dz_store_set_weakness:
 * @weakness: a copy out of the snapshot with what the person decided: code, grade, state ...
 * @was: (nullable): as dz_store_set_figure()
 */
gboolean
dz_store_set_weakness (DzStore          *self,
                       const DzWeakness *weakness,
                       const DzWeakness *was,
                       GError          **error)
{
  g_return_val_if_fail (weakness != NULL, FALSE);

  return write_fact (self, "weakness", &dz_table_weakness, weakness->id, weakness, was, error);
}

/**
 * dz_store_set_remark:
 * @is_weakness: else @row is a figure
 * @note: (nullable): a person's own words; %NULL takes them back
 *
 * One undo step.
 */
gboolean
dz_store_set_remark (DzStore    *self,
                     gboolean    is_weakness,
                     gint64      row,
                     const char *note,
                     GError    **error)
{
  const DzTable *table = is_weakness ? &dz_table_weakness : &dz_table_figure;

  if (!dz_store_enter (self, "remark", error))
    return FALSE;

  return dz_store_leave (
    self, dz_journal_write (self, table->name, row, "note", report_of (self, table, row), dz_str (note), error), error);
}

/**
 * dz_store_set_weakness_state:
 *
 * As dz_store_set_figure_state(), of a weakness.
 */
gboolean
dz_store_set_weakness_state (DzStore *self,
                             gint64   weakness_id,
                             DzState  state,
                             GError **error)
{
  return write_state (self, "weakness", &dz_table_weakness, weakness_id, state, error);
}

/**
 * dz_store_add_weakness:
 *
 * Returns: the new weakness's id, 0 with @error set
 */
gint64
dz_store_add_weakness (DzStore          *self,
                       gint64            report_id,
                       const DzWeakness *weakness,
                       GError          **error)
{
  g_return_val_if_fail (weakness != NULL, 0);

  return add_fact (self, &dz_table_weakness, report_id, weakness, error);
}

/* The row of a check, 0 if it has none. */
gint64
dz_store_find_finding (DzStore    *self,
                       gint64      report_id,
                       const char *check_id)
{
  return dz_db_get_int (self->db,
                        "SELECT f.id FROM finding f JOIN report r ON r.version = f.version"
                        " WHERE r.id = ? AND f.check_id = ? ORDER BY f.live DESC, f.id",
                        DZ_CELLS (dz_int (report_id), dz_str (check_id)));
}

/* A check that compares reports has no row until somebody speaks about it. */
static gint64
find_check (DzStore    *self,
            gint64      report_id,
            const char *check_id,
            GError    **error)
{
  gint64 row = dz_store_find_finding (self, report_id, check_id);
  DzCheck check = { .id = check_id, .result = DZ_RESULT_FAIL };

  return row != 0 ? row : add_fact (self, &dz_table_finding, report_id, &check, error);
}

/**
 * dz_store_set_check:
 * @check_id: "C-CERT"; also a check between reports, for which the report gets an entry without
 *   spans
 * @state: %DZ_STATE_CONFIRMED: the finding stands, %DZ_STATE_REJECTED: explained,
 *   %DZ_STATE_SUGGESTED: open again
 * @note: (nullable): the explanation
 */
gboolean
dz_store_set_check (DzStore    *self,
                    gint64      report_id,
                    const char *check_id,
                    DzState     state,
                    const char *note,
                    GError    **error)
{
  gint64 row;
  gboolean ok;

  g_return_val_if_fail (check_id != NULL, FALSE);

  if (!dz_store_enter (self, "check", error))
    return FALSE;
  row = find_check (self, report_id, check_id, error);
  ok = row != 0 && dz_journal_write (self, "finding", row, "live", report_id, dz_int (1), error) &&
       dz_journal_write (self, "finding", row, "state", report_id,
                         dz_str (dz_state_to_string (state)), error) &&
       dz_journal_write (self, "finding", row, "note", report_id, dz_str (note), error);

  return dz_store_leave (self, ok, error);
}

