/* dz-store-whole-roster.c - the roster as a whole: who is on it, and whose reports are whose then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-past.h"

/* A body that is not told what it was before keeps what the review knows of it. */
static void
keep_past (DzStore *self,
           DzBody  *body)
{
  sqlite3_stmt *statement;

  if (body->past != NULL || body->id == 0)
    return;
  statement = dz_db_query (self->db, NULL, "SELECT past FROM body WHERE id = ?", DZ_CELLS (dz_int (body->id)));
  if (statement == NULL)
    return;
  while (dz_db_next (statement))
    body->past = dz_db_dup_text (statement, 0);
  dz_db_done (self->db, statement, NULL);
}

/* The bodies others were made of stand behind them: their reports of those years are theirs. */
static gboolean
write_ancestors (DzStore   *self,
                 GPtrArray *bodies,
                 GArray    *kept,
                 GError   **error)
{
  guint n = 0;

  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);
      g_autoptr(GPtrArray) events = dz_past_parse (body->past, NULL);

      for (guint k = 0; k < events->len; k++)
        {
          const DzPastEvent *event = g_ptr_array_index (events, k);

          for (guint m = 0; m < event->names->len && event->how != DZ_PAST_RENAMED; m++)
            {
              g_autoptr(DzBody) other = dz_body_new (g_ptr_array_index (event->names, m), NULL);
              gint64 row = dz_store_find_named (self, other->name);

              other->position = bodies->len + ++n;
              if (row == 0)
                row = dz_store_set_body (self, other, error);
              if (row == 0)
                return FALSE;
              g_array_append_val (kept, row);
            }
        }
    }

  return TRUE;
}

static gboolean
write_roster (DzStore   *self,
              GPtrArray *bodies,
              GError   **error)
{
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) old = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;

  for (guint i = 0; i < bodies->len; i++)
    {
      g_autoptr(DzBody) body = dz_body_copy (g_ptr_array_index (bodies, i));
      gint64 row;

      /* a body of the roster that keeps its id may have got another name */
      if (!dz_store_is_listed (self, body->id))
        body->id = dz_store_find_named (self, body->name);
      body->position = i + 1;
      keep_past (self, body);
      row = dz_store_set_body (self, body, error);
      if (row == 0)
        return FALSE;
      g_array_append_val (kept, row);
    }
  if (!write_ancestors (self, bodies, kept, error))
    return FALSE;
  /* a body the new roster lacks stays, behind the others, while it has a report */
  statement = dz_db_query (self->db, error,
                           "SELECT b.id, EXISTS (SELECT 1 FROM report r WHERE r.body = b.id AND r.live"
                           " = 1) FROM body b WHERE b.live = 1 ORDER BY b.position, b.id",
                           DZ_NO_CELLS);
  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      gint64 pair[2] = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };

      g_array_append_vals (old, pair, 2);
    }
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  for (guint i = 0, last = bodies->len; i < old->len; i += 2)
    {
      gint64 row = g_array_index (old, gint64, i);
      gboolean used = g_array_index (old, gint64, i + 1) != 0;
      gboolean known = FALSE;

      for (guint k = 0; k < kept->len && !known; k++)
        known = g_array_index (kept, gint64, k) == row;
      if (known)
        continue;
      if (!dz_journal_write (self, "body", row, used ? "position" : "live", 0,
                             dz_int (used ? ++last : 0), error))
        return FALSE;
    }

  return TRUE;
}

/* The reports of a body that is @body under an earlier name, all from before: they follow it. */
static gboolean
take_reports_of (DzStore *self,
                 gint64   body,
                 gint64   former,
                 int      year,
                 GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = dz_db_get_int (self->db, "SELECT min(year) FROM report WHERE body = ? AND live = 1 AND year > 0",
                                DZ_CELLS (dz_int (body)));
  gint64 last = dz_db_get_int (self->db, "SELECT max(year) FROM report WHERE body = ? AND live = 1",
                               DZ_CELLS (dz_int (former)));
  sqlite3_stmt *statement;

  if (last == 0 || (first != 0 && last >= first) || (year != 0 && last >= year))
    return TRUE;
  statement = dz_db_query (self->db, error, "SELECT id FROM report WHERE body = ? AND live = 1 ORDER BY id",
                           DZ_CELLS (dz_int (former)));
  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!dz_journal_write (self, "report", id, "body", id, dz_int (body), error))
        return FALSE;
    }

  return dz_journal_write (self, "body", former, "live", 0, dz_int (0), error);
}

/* What was a body of its own until somebody said that it is an earlier name of another. */
static gboolean
join_former (DzStore   *self,
             GPtrArray *bodies,
             GError   **error)
{
  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);
      gint64 own = body->past != NULL ? dz_store_find_body (self, body->name) : 0;
      g_autoptr(GPtrArray) events = dz_past_parse (body->past, NULL);

      for (guint k = 0; k < events->len && own != 0; k++)
        {
          const DzPastEvent *event = g_ptr_array_index (events, k);

          for (guint m = 0; m < event->names->len && event->how == DZ_PAST_RENAMED; m++)
            {
              gint64 former = dz_store_find_body (self, g_ptr_array_index (event->names, m));

              if (former != 0 && former != own && !take_reports_of (self, own, former, event->year, error))
                return FALSE;
            }
        }
    }

  return TRUE;
}

static gboolean
write_roster_given (DzStore *self,
                    GError **error)
{
  gint64 row;

  if (!dz_db_run (self->db, error, "INSERT OR IGNORE INTO county (key, value) VALUES (?, NULL)",
                  DZ_CELLS (dz_str (DZ_ROSTER_KEY))))
    return FALSE;
  row = dz_db_get_int (self->db, "SELECT id FROM county WHERE key = ?",
                       DZ_CELLS (dz_str (DZ_ROSTER_KEY)));

  return dz_journal_write (self, "county", row, "value", 0, dz_str ("yes"), error);
}

/* Reports whose body was not on the roster look again. */
static gboolean
match_reports (DzStore *self,
               GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT r.id, v.township FROM report r JOIN version v ON v.id = r.version"
                 " WHERE r.live = 1 AND r.body IS NULL AND v.township IS NOT NULL ORDER BY r.id",
                 DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
      g_ptr_array_add (names, dz_db_dup_text (statement, 1));
    }
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gint64 body = dz_store_find_body (self, g_ptr_array_index (names, i));

      if (body != 0 && !dz_journal_write (self, "report", id, "body", id, dz_int (body), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dz_store_set_roster:
 * @bodies: (element-type DzBody): in roster order; positions are ignored, and ids of no body there
 *
 * Makes this the roster: bodies of the same id or name keep theirs, those no longer listed go unless
 * they sent a report, reports of unknown bodies look for theirs again.
 */
gboolean
dz_store_set_roster (DzStore   *self,
                     GPtrArray *bodies,
                     GError   **error)
{
  g_return_val_if_fail (bodies != NULL, FALSE);

  if (!dz_store_enter (self, "roster", error))
    return FALSE;

  return dz_store_leave (
    self,
    write_roster (self, bodies, error) && join_former (self, bodies, error) &&
      write_roster_given (self, error) && match_reports (self, error),
    error);
}
