/* dz-store-decision.c - what a person decided about a body and a year
 *
 * Where a report's own row cannot hold it: what became of a weakness over two
 * years, an act of last year's plan, a finding for a body without a report.
 * One row for each key, switched on and off, so undo is an UPDATE like any.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

static gint64
find_row (DzStore          *self,
          const DzDecision *decision)
{
  return dz_db_get_int (self->db,
                        "SELECT id FROM decision WHERE kind = ? AND body = ? AND year = ? AND key = ?",
                        DZ_CELLS (dz_str (decision->kind), dz_int (decision->body_id),
                                  dz_int (decision->year), dz_str (decision->key)));
}

static gboolean
write_decision (DzStore          *self,
                const DzDecision *decision,
                GError          **error)
{
  gint64 row = find_row (self, decision);

  if (row == 0 && decision->value == NULL)
    return TRUE;
  if (row == 0)
    {
      if (!dz_db_run (self->db, error,
                      "INSERT INTO decision (kind, body, year, key) VALUES (?, ?, ?, ?)",
                      DZ_CELLS (dz_str (decision->kind), dz_int (decision->body_id),
                                dz_int (decision->year), dz_str (decision->key))))
        return FALSE;
      row = find_row (self, decision);
    }
  if (decision->value == NULL)
    return dz_journal_write (self, "decision", row, "live", 0, dz_int (0), error);

  return dz_journal_write (self, "decision", row, "value", 0, dz_str (decision->value), error) &&
         dz_journal_write (self, "decision", row, "note", 0, dz_str (decision->note), error) &&
         dz_journal_write (self, "decision", row, "live", 0, dz_int (1), error);
}

/**
 * dz_store_set_decision:
 * @decision: its value %NULL: take back what was decided
 *
 * One undo step.
 */
gboolean
dz_store_set_decision (DzStore          *self,
                       const DzDecision *decision,
                       GError          **error)
{
  g_return_val_if_fail (decision != NULL && decision->kind != NULL && decision->key != NULL, FALSE);

  if (!dz_store_enter (self, "decision", error))
    return FALSE;

  return dz_store_leave (self, write_decision (self, decision, error), error);
}

static gboolean
is_decision (const DzDecision *decision)
{
  static const char *const kinds[] = { "destination", "plan-done", "check", "second", NULL };

  return decision->kind != NULL && g_strv_contains (kinds, decision->kind) &&
         decision->key != NULL && decision->value != NULL && dz_is_year (decision->year);
}

/* Fills @decisions by body, year, kind, key. */
gboolean
dz_store_read_decisions (DzStore    *self,
                         GPtrArray  *decisions,
                         DzUntrue   *untrue,
                         GError    **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT kind, body, year, key, value, note FROM decision WHERE live = 1"
                 " ORDER BY body, year, kind, key", DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autofree char *key = dz_db_dup_text (statement, 3);
      g_autofree char *value = dz_db_dup_text (statement, 4);
      g_autofree char *note = dz_db_dup_text (statement, 5);
      g_autoptr(DzDecision) decision =
        dz_decision_new (dz_intern_word ((const char *) sqlite3_column_text (statement, 0)),
                         sqlite3_column_int64 (statement, 1), sqlite3_column_int (statement, 2), key,
                         value, note);

      if (is_decision (decision))
        g_ptr_array_add (decisions, g_steal_pointer (&decision));
      else
        untrue->n[DZ_UNTRUE_DECISION]++;
    }

  return dz_db_done (self->db, statement, error);
}
