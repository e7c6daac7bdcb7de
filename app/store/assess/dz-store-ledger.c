/* dz-store-ledger.c - the 整改台账: problems put on it, and what became of them
 *
 * A problem is written once and switched on; what a person says of it is a change like any. The same words about
 * the same body and year stand there once, however often and from wherever they are imported.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The row of the same problem of the same body and year, from whichever paper; 0: none. */
static gint64
find_same (DzStore             *self,
           const DzLedgerEntry *entry)
{
  return dz_db_get_int (self->db,
                        "SELECT id FROM ledger WHERE live = 1 AND ifnull (body, 0) = ?1 AND year = ?2 AND problem IS ?3"
                        " AND asked IS ?4 ORDER BY id LIMIT 1",
                        DZ_CELLS (dz_int (entry->body_id), dz_int (entry->year), dz_str (entry->problem),
                                  dz_str (entry->asked)));
}

/* What a filled-in sheet says of a problem that is there: an empty cell says nothing, and 未整改 takes nothing back. */
static gboolean
fill_in (DzStore             *self,
         gint64               row,
         const DzLedgerEntry *entry,
         GError             **error)
{
  /* the day that is kept says no more than the paper's own words, 6月底前: these stay */
  gboolean same_day = entry->deadline != NULL && dz_db_get_int (self->db, "SELECT deadline IS ? AND term IS NOT NULL FROM ledger WHERE id = ?",
                                                                DZ_CELLS (dz_str (entry->deadline), dz_int (row))) != 0;
  const struct { const char *column; const char *value; } cells[] = {
    { "measure", entry->measure }, { "deadline", entry->deadline }, { "term", same_day ? NULL : entry->term },
    { "evidence", entry->evidence },
    { "state", entry->state != DZ_LEDGER_OPEN ? dz_ledger_state_to_string (entry->state) : NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i].value != NULL && *cells[i].value != '\0' &&
        !dz_journal_write (self, "ledger", row, cells[i].column, 0, dz_str (cells[i].value), error))
      return FALSE;

  /* 长期坚持 in the place of a day: the day is no more */
  return entry->term == NULL || entry->deadline != NULL ||
         dz_journal_write (self, "ledger", row, "deadline", 0, dz_str (NULL), error);
}

static gboolean
add_entry (DzStore             *self,
           const DzLedgerEntry *entry,
           guint               *n_added,
           GError             **error)
{
  gint64 row = find_same (self, entry);

  if (row != 0)
    return entry->report_id != 0 || fill_in (self, row, entry, error);
  if (!dz_journal_add_row (self, &dz_table_ledger, entry, &row, error))
    return FALSE;
  ++*n_added;

  return TRUE;
}

/**
 * dz_store_add_ledger:
 * @entries: (element-type DzLedgerEntry)
 * @n_added: (out) (optional): how many were not there yet
 *
 * Puts problems on the ledger, as one undo step, or within the step that is open: an import. Of one that is there
 * already a sheet fills in what became of it; a paper read again changes nothing.
 */
gboolean
dz_store_add_ledger (DzStore   *self,
                     GPtrArray *entries,
                     guint     *n_added,
                     GError   **error)
{
  gboolean ok = TRUE;
  guint n = 0;

  g_return_val_if_fail (DZ_IS_STORE (self) && entries != NULL, FALSE);

  if (!dz_store_enter (self, "ledger", error))
    return FALSE;
  for (guint i = 0; ok && i < entries->len; i++)
    ok = add_entry (self, g_ptr_array_index (entries, i), &n, error);
  ok = dz_store_leave (self, ok, error);
  if (n_added != NULL)
    *n_added = ok ? n : 0;

  return ok;
}

static gboolean
is_there (DzStore *self,
          gint64   row,
          GError **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error, "SELECT live FROM ledger WHERE id = ? AND live = 1", DZ_CELLS (dz_int (row)));
  gboolean there;

  if (statement == NULL)
    return FALSE;
  there = dz_db_next (statement);
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  if (there)
    return TRUE;
  g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("The problem is not on the ledger any more. Load it again."));

  return FALSE;
}

/**
 * dz_store_set_ledger_entry:
 * @entry: a copy out of the snapshot with what the person says of it; the words of the paper stay what they are
 * @was: (nullable): as the person saw it
 */
gboolean
dz_store_set_ledger_entry (DzStore             *self,
                           const DzLedgerEntry *entry,
                           const DzLedgerEntry *was,
                           GError             **error)
{
  g_return_val_if_fail (DZ_IS_STORE (self) && entry != NULL, FALSE);

  if (!dz_store_enter (self, "ledger", error))
    return FALSE;

  return dz_store_leave (self,
                         is_there (self, entry->id, error) &&
                           dz_journal_write_row (self, &dz_table_ledger, entry->id, 0, entry, was, error), error);
}

/**
 * dz_store_drop_ledger_entry:
 *
 * Takes a problem off the ledger.
 */
gboolean
dz_store_drop_ledger_entry (DzStore *self,
                            gint64   entry_id,
                            GError **error)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  if (!dz_store_enter (self, "ledger", error))
    return FALSE;

  return dz_store_leave (self,
                         is_there (self, entry_id, error) &&
                           dz_journal_write (self, "ledger", entry_id, "live", 0, dz_int (0), error), error);
}

/* Bytes. No paper and no person says so much; what does was not written by us. */
#define LONGEST_WORDS (1 << 20)

static gboolean
is_words (const char *words)
{
  return words == NULL || strlen (words) <= LONGEST_WORDS;
}

static gboolean
is_entry (const DzLedgerEntry *entry)
{
  return is_words (entry->problem) && is_words (entry->measure) && is_words (entry->evidence) && is_words (entry->asked) &&
         is_words (entry->source) && is_words (entry->term) && entry->problem != NULL && *entry->problem != '\0' && entry->year != 0 && dz_is_year (entry->year) &&
         (int) entry->state >= 0 && (int) entry->state < DZ_N_LEDGER_STATES && entry->code != dz_untrue_word &&
         (entry->deadline == NULL || dz_is_day (entry->deadline)) &&
         (entry->declared == FALSE || entry->declared == TRUE) && (entry->many == FALSE || entry->many == TRUE) && entry->span.start <= entry->span.end;
}

/* Of a body that left the roster the name stays as that of whoever is asked. */
static void
settle_body (DzLedgerEntry *entry,
             sqlite3_stmt  *statement,
             int            column)
{
  if (sqlite3_column_int (statement, column) != 0)
    return;
  if (entry->asked == NULL)
    entry->asked = dz_db_dup_text (statement, column + 1);
  entry->body_id = 0;
}

/* Fills @ledger in the order the problems came in. */
gboolean
dz_store_read_ledger (DzStore    *self,
                      GPtrArray  *ledger,
                      DzUntrue   *untrue,
                      GError    **error)
{
  const char *columns = dz_table_list_columns (&dz_table_ledger, "l.");
  g_autofree char *sql =
    g_strdup_printf ("SELECT l.id, ifnull (b.live, 0), b.name, %s FROM ledger l LEFT JOIN body b ON b.id = l.body"
                     " WHERE l.live = 1 ORDER BY l.id", columns);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autoptr(DzLedgerEntry) entry = g_new0 (DzLedgerEntry, 1);

      entry->id = sqlite3_column_int64 (statement, 0);
      dz_table_read (&dz_table_ledger, entry, statement, 3);
      if (entry->body_id != 0)
        settle_body (entry, statement, 1);
      if (is_entry (entry))
        g_ptr_array_add (ledger, g_steal_pointer (&entry));
      else
        untrue->n[DZ_UNTRUE_LEDGER]++;
    }

  return dz_db_done (self->db, statement, error);
}
