/* dz-store-report.c - reports into the review: added, replaced, removed, described
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-journal.h"

static gint64
add_report (DzStore  *self,
            DzReport *report,
            GError  **error)
{
  const char *columns = dz_table_list_columns (&dz_table_report, "");
  g_autofree char *sql = g_strdup_printf ("INSERT INTO report (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                          columns);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_NO_CELLS);
  gint64 id, version;

  if (statement == NULL)
    return 0;
  dz_table_bind (&dz_table_report, report, statement, 1);
  if (!dz_store_finish_insert (self, statement, error))
    return 0;
  id = sqlite3_last_insert_rowid (self->db->handle);
  version = dz_store_insert_version (self, id, report, NULL, error);
  if (version == 0 ||
      !dz_db_run (self->db, error, "UPDATE report SET version = ? WHERE id = ?",
                  DZ_CELLS (dz_int (version), dz_int (id))) ||
      !dz_journal_write (self, "report", id, "live", id, dz_int (1), error))
    return 0;

  return id;
}

/**
 * dz_store_add_report:
 * @report: with its reading, body_id, received; its id is set
 *
 * Stores a report in one transaction: all of it or nothing. Undo takes it out again.
 *
 * Returns: the report's id, 0 with @error set
 */
gint64
dz_store_add_report (DzStore  *self,
                     DzReport *report,
                     GError  **error)
{
  gint64 id;

  g_return_val_if_fail (report != NULL, 0);

  if (!dz_store_enter (self, "import", error))
    return 0;
  id = add_report (self, report, error);
  if (!dz_store_leave (self, id != 0, error))
    return 0;
  report->id = id;

  return id;
}

/* What a person set stays; what only the old text said gives way to the new one. */
static gboolean
write_new_identity (DzStore  *self,
                    DzReport *older,
                    DzReport *newer,
                    GError  **error)
{
  gint64 id = older->id;
  g_autofree char *was = NULL;
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT v.published FROM version v JOIN report r ON r.version = v.id WHERE r.id = ?",
                 DZ_CELLS (dz_int (id)));

  if (statement == NULL)
    return FALSE;
  if (dz_db_next (statement))
    was = dz_db_dup_text (statement, 0);
  if (!dz_db_done (self->db, statement, error))
    return FALSE;

  if (g_strcmp0 (was, older->identity.published) == 0 &&
      !dz_journal_write (self, "report", id, "published", id, dz_str (newer->identity.published),
                         error))
    return FALSE;
  if (older->guess_confirmed)
    return TRUE;

  return (newer->identity.year == 0 ||
          dz_journal_write (self, "report", id, "year", id, dz_int (newer->identity.year), error)) &&
         (newer->identity.kind == DZ_KIND_OTHER ||
          dz_journal_write (self, "report", id, "kind", id,
                            dz_str (dz_report_kind_to_string (newer->identity.kind)), error));
}

/**
 * dz_store_replace_report:
 * @newer: its text and reading take the place; it takes over what the analyst decided
 * @n_unplaced: (out) (optional): corrections whose words are not in the new text any more; they
 *   are in dz_store_list_unplaced()
 *
 * Gives a report a newer text, or a newer reading of the same text.
 */
gboolean
dz_store_replace_report (DzStore  *self,
                         gint64    report_id,
                         DzReport *newer,
                         guint    *n_unplaced,
                         GError  **error)
{
  g_autoptr(GPtrArray) unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_unplaced_free);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(DzReport) older = NULL;
  gint64 version = 0;
  gboolean ok;

  g_return_val_if_fail (newer != NULL, FALSE);

  if (!dz_store_enter (self, "replace", error))
    return FALSE;
  older = dz_store_load_report (self, report_id, error);
  if (older != NULL)
    {
      dz_carry_corrections (older, newer, unplaced);
      before = dz_store_list_unplaced (self, report_id);
      if (n_unplaced != NULL)
        *n_unplaced = unplaced->len;
      for (guint i = 0; i < before->len; i++)
        g_ptr_array_add (unplaced, g_ptr_array_index (before, i));
      g_ptr_array_set_free_func (before, NULL);
      version = dz_store_insert_version (self, report_id, newer, unplaced, error);
    }
  ok = version != 0 && write_new_identity (self, older, newer, error) &&
       dz_journal_write (self, "report", report_id, "version", report_id, dz_int (version), error);

  return dz_store_leave (self, ok, error);
}

/**
 * dz_store_supersede:
 * @report_id: the older report, which keeps its id and the analyst's work
 * @newer_id: the newer one, which goes into its place
 * @n_unplaced: (out) (optional): as dz_store_replace_report()
 *
 * “Replace” of the import review, one undo step.
 */
gboolean
dz_store_supersede (DzStore *self,
                    gint64   report_id,
                    gint64   newer_id,
                    guint   *n_unplaced,
                    GError **error)
{
  g_autoptr(DzReport) newer = NULL;
  gboolean ok;

  if (!dz_store_enter (self, "replace", error))
    return FALSE;
  newer = dz_store_load_report (self, newer_id, error);
  ok = newer != NULL && dz_store_replace_report (self, report_id, newer, n_unplaced, error) &&
       (newer->received == NULL ||
        dz_journal_write (self, "report", report_id, "received", report_id,
                          dz_str (newer->received), error)) &&
       dz_journal_write (self, "report", newer_id, "live", newer_id, dz_int (0), error);

  return dz_store_leave (self, ok, error);
}

static gboolean
write_report (DzStore    *self,
              const char *verb,
              gint64      report_id,
              const char *column,
              DzSqlValue  value,
              GError    **error)
{
  return dz_store_enter (self, verb, error) &&
         dz_store_leave (self,
                         dz_journal_write (self, "report", report_id, column, report_id, value, error),
                         error);
}

/**
 * dz_store_remove_report:
 *
 * Takes a report out of the review; undo brings it back.
 */
gboolean
dz_store_remove_report (DzStore *self,
                        gint64   report_id,
                        GError **error)
{
  return write_report (self, "remove", report_id, "live", dz_int (0), error);
}

/**
 * dz_store_set_identity:
 * @body_id: a row of the roster, 0 for unknown
 * @year: 0 for unknown
 * @confirmed: a person said so, it is no guess any more
 */
gboolean
dz_store_set_identity (DzStore      *self,
                       gint64        report_id,
                       gint64        body_id,
                       int           year,
                       DzReportKind  kind,
                       gboolean      confirmed,
                       GError      **error)
{
  gint64 id = report_id;

  if (!dz_store_enter (self, "identity", error))
    return FALSE;

  return dz_store_leave (
    self,
    dz_journal_write (self, "report", id, "body", id,
                      body_id != 0 ? dz_int (body_id) : dz_str (NULL), error) &&
      dz_journal_write (self, "report", id, "year", id, dz_int (year), error) &&
      dz_journal_write (self, "report", id, "kind", id, dz_str (dz_report_kind_to_string (kind)),
                        error) &&
      dz_journal_write (self, "report", id, "guess_confirmed", id, dz_int (confirmed), error),
    error);
}

/**
 * dz_store_set_reviewing:
 *
 * How far the review of a report has come: a step of the journal.
 *
 * Returns: %FALSE with @error set if it was not kept; nothing has changed then
 */
gboolean
dz_store_set_reviewing (DzStore     *self,
                        gint64       report_id,
                        DzReviewing  reviewing,
                        GError     **error)
{
  return write_report (self, "reviewing", report_id, "reviewing",
                       dz_str (dz_reviewing_to_word ((int) reviewing)), error);
}

/**
 * dz_store_set_note:
 * @note: (nullable): %NULL takes it away
 */
gboolean
dz_store_set_note (DzStore    *self,
                   gint64      report_id,
                   const char *note,
                   GError    **error)
{
  return write_report (self, "note", report_id, "note", dz_str (note), error);
}

/**
 * dz_store_set_received:
 * @date: (nullable): YYYY-MM-DD
 */
gboolean
dz_store_set_received (DzStore    *self,
                       gint64      report_id,
                       const char *date,
                       GError    **error)
{
  return write_report (self, "received", report_id, "received", dz_str (date), error);
}

/**
 * dz_store_set_published:
 * @date: (nullable): YYYY-MM-DD
 */
gboolean
dz_store_set_published (DzStore    *self,
                        gint64      report_id,
                        const char *date,
                        GError    **error)
{
  return write_report (self, "published", report_id, "published", dz_str (date), error);
}

/**
 * dz_store_find_same:
 * @report: not in the review yet
 *
 * Returns: the report of the review with the same file or the same words, 0 if there is none
 */
gint64
dz_store_find_same (DzStore  *self,
                    DzReport *report)
{
  gint64 id = 0;

  g_return_val_if_fail (DZ_IS_STORE (self) && report != NULL, 0);

  /* CROSS JOIN: from the digest to the report, never all reports one by one */
  if (report->source->sha256 != NULL && report->source->member == NULL)
    id = dz_db_get_int (self->db,
                        "SELECT r.id FROM version v CROSS JOIN report r ON r.id = v.report"
                        " WHERE v.sha256 = ? AND r.version = v.id AND r.live = 1 ORDER BY r.id",
                        DZ_CELLS (dz_str (report->source->sha256)));
  if (id != 0)
    return id;

  return dz_db_get_int (self->db,
                        "SELECT r.id FROM text t CROSS JOIN version v ON v.text = t.id"
                        " CROSS JOIN report r ON r.id = v.report"
                        " WHERE t.sha256 = ? AND r.version = v.id AND r.live = 1 ORDER BY r.id",
                        DZ_CELLS (dz_str (dz_store_digest_words (self, report->text))));
}

/**
 * dz_store_find_older:
 * @except_id: a report that is not meant, 0 for none
 *
 * Returns: the earliest report of that body, year and kind, 0 if there is none
 */
gint64
dz_store_find_older (DzStore      *self,
                     gint64        body_id,
                     int           year,
                     DzReportKind  kind,
                     gint64        except_id)
{
  g_return_val_if_fail (DZ_IS_STORE (self), 0);

  if (body_id == 0 || year == 0)
    return 0;

  return dz_db_get_int (self->db,
                        "SELECT id FROM report WHERE live = 1 AND body = ? AND year = ? AND kind = ?"
                        " AND id <> ? ORDER BY id",
                        DZ_CELLS (dz_int (body_id), dz_int (year),
                                  dz_str (dz_report_kind_to_string (kind)), dz_int (except_id)));
}

guint
dz_store_count_reports (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), 0);

  return (guint) dz_db_get_int (self->db, "SELECT count(*) FROM report WHERE live = 1", DZ_NO_CELLS);
}

/**
 * dz_store_dup_common_county:
 *
 * Returns: (transfer full) (nullable): the county more than half of all reports name: one that few
 *   name, or several put together, are nobody's
 */
char *
dz_store_dup_common_county (DzStore *self)
{
  sqlite3_stmt *statement;
  char *name = NULL;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  statement = dz_db_query (self->db, NULL,
                           "SELECT v.county FROM report r JOIN version v ON v.id = r.version"
                           " WHERE r.live = 1 AND v.county <> '' GROUP BY v.county"
                           " HAVING 2 * count(*) > (SELECT count(*) FROM report WHERE live = 1)",
                           DZ_NO_CELLS);
  if (statement != NULL && dz_db_next (statement))
    name = dz_db_dup_text (statement, 0);
  if (statement != NULL)
    dz_db_done (self->db, statement, NULL);

  return name;
}

/**
 * dz_store_dup_counties:
 *
 * Returns: (transfer full) (nullable): the counties the reports name, the most named first, each with
 *   how many name it (“望泽县 12、川平县 9”); %NULL where they do not name two
 */
char *
dz_store_dup_counties (DzStore *self)
{
  g_autoptr(GString) words = g_string_new (NULL);
  sqlite3_stmt *statement;
  guint n = 0;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  statement = dz_db_query (self->db, NULL,
                           "SELECT v.county, count(*) FROM report r JOIN version v ON v.id = r.version"
                           " WHERE r.live = 1 AND v.county <> '' GROUP BY v.county"
                           " ORDER BY count(*) DESC, min(r.id)",
                           DZ_NO_CELLS);
  while (statement != NULL && dz_db_next (statement))
    {
      g_autofree char *name = dz_db_dup_text (statement, 0);

      g_string_append_printf (words, "%s%s %d", n++ > 0 ? "、" : "", name, sqlite3_column_int (statement, 1));
    }
  if (statement != NULL)
    dz_db_done (self->db, statement, NULL);

  return n > 1 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

guint
dz_store_count_bodies (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), 0);

  return (guint) dz_db_get_int (self->db, "SELECT count(*) FROM body WHERE live = 1", DZ_NO_CELLS);
}
