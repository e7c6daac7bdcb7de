/* dz-store-load.c - a review file becomes a snapshot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-broken.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of a body's name: to set one of megabytes into a chart takes minutes. */
#define LONGEST_NAME 4096

static gboolean
read_losses (DzStore  *self,
             gint64    version,
             DzSource *source,
             GError  **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error, "SELECT kind, count, place FROM loss WHERE version = ? ORDER BY id",
                 DZ_CELLS (dz_int (version)));

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autofree char *where = dz_db_dup_text (statement, 2);
      DzLossKind kind;

      if (dz_loss_kind_parse ((const char *) sqlite3_column_text (statement, 0), &kind))
        dz_source_add_loss (source, kind, (guint) MAX (sqlite3_column_int (statement, 1), 0), where);
    }

  return dz_db_done (self->db, statement, error);
}

/* @id_offset: where the struct keeps its row, or -1. In the order they were written: no other has to be sorted for. */
static gboolean
read_rows (DzStore       *self,
           const DzTable *table,
           gint64         version,
           GArray        *rows,
           gssize         id_offset,
           const char    *tail,
           GError       **error)
{
  const char *columns = dz_table_list_columns (table, "");
  g_autofree char *sql =
    g_strdup_printf ("SELECT id, %s FROM %s WHERE version = ? %s ORDER BY id", columns, table->name, tail);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (version)));

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      char *row;

      g_array_set_size (rows, rows->len + 1);
      row = rows->data + (rows->len - 1) * table->size;
      dz_table_read (table, row, statement, 1);
      if (id_offset >= 0)
        *(gint64 *) (row + id_offset) = sqlite3_column_int64 (statement, 0);
    }

  return dz_db_done (self->db, statement, error);
}

static gboolean
link_causes (DzStore  *self,
             gint64    version,
             DzReport *report,
             GError  **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT ifnull(weakness, 0) FROM cause WHERE version = ? AND live = 1 ORDER BY id",
                 DZ_CELLS (dz_int (version)));

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; dz_db_next (statement) && i < report->causes->len; i++)
    {
      DzCause *cause = &g_array_index (report->causes, DzCause, i);
      gint64 row = sqlite3_column_int64 (statement, 0);

      cause->weakness = -1;
      for (guint k = 0; row != 0 && k < report->weaknesses->len; k++)
        if (g_array_index (report->weaknesses, DzWeakness, k).id == row)
          cause->weakness = (int) k;
    }

  return dz_db_done (self->db, statement, error);
}

static const char live[] = "AND live = 1";

/* Rows come as they were read from the report, in its order, and behind them what a person added. */
#define BY_PLACE(name, Type)                                                                                             \
  static int compare_##name (gconstpointer a, gconstpointer b)                                                           \
  {                                                                                                                      \
    const Type *one = a, *other = b;                                                                                     \
                                                                                                                         \
    if (one->span.start != other->span.start)                                                                            \
      return one->span.start < other->span.start ? -1 : 1;                                                               \
                                                                                                                         \
    return (one->id > other->id) - (one->id < other->id);                                                                \
  }                                                                                                                      \
                                                                                                                         \
  static void sort_##name (GArray *rows)                                                                                 \
  {                                                                                                                      \
    for (guint i = 1; i < rows->len; i++)                                                                                \
      if (g_array_index (rows, Type, i).span.start < g_array_index (rows, Type, i - 1).span.start)                       \
        {                                                                                                                \
          g_array_sort (rows, compare_##name);                                                                           \
          return;                                                                                                        \
        }                                                                                                                \
  }

BY_PLACE (figures, DzFigure)
BY_PLACE (weaknesses, DzWeakness)

static gboolean
read_figures (DzStore  *self,
              gint64    version,
              DzReport *report,
              GError  **error)
{
  if (!read_rows (self, &dz_table_figure, version, report->figures, G_STRUCT_OFFSET (DzFigure, id), live, error))
    return FALSE;
  sort_figures (report->figures);
  for (guint i = 0; i < report->figures->len; i++)
    dz_figure_check_value (&g_array_index (report->figures, DzFigure, i));

  return TRUE;
}

static gboolean
read_weaknesses (DzStore  *self,
                 gint64    version,
                 DzReport *report,
                 GError  **error)
{
  if (!read_rows (self, &dz_table_weakness, version, report->weaknesses, G_STRUCT_OFFSET (DzWeakness, id), live, error))
    return FALSE;
  sort_weaknesses (report->weaknesses);

  return TRUE;
}

static gboolean
read_sections (DzStore  *self,
               gint64    version,
               DzReport *report,
               GError  **error)
{
  return read_rows (self, &dz_table_section, version, report->sections, -1, "", error);
}

static gboolean
read_facts (DzStore  *self,
            gint64    version,
            DzReport *report,
            GError  **error)
{
  return read_losses (self, version, report->source, error) &&
         read_sections (self, version, report, error) &&
         read_figures (self, version, report, error) &&
         read_weaknesses (self, version, report, error) &&
         read_rows (self, &dz_table_cause, version, report->causes, G_STRUCT_OFFSET (DzCause, id), live, error) &&
         link_causes (self, version, report, error) &&
         read_rows (self, &dz_table_finding, version, report->checks, -1, live, error);
}

static DzText *
read_text (sqlite3_stmt *statement,
           int           column)
{
  const char *content = (const char *) sqlite3_column_text (statement, column);
  g_autofree char *mended = content != NULL && !g_utf8_validate (content, -1, NULL) ? g_utf8_make_valid (content, -1) : NULL;
  gsize size = (gsize) sqlite3_column_bytes (statement, column + 1);
  gconstpointer data = sqlite3_column_blob (statement, column + 1);
  g_autoptr(GVariant) parts = NULL;

  if (data != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (data, size); /* the statement's, and so are the words */

      parts = g_variant_ref_sink (
        g_variant_new_from_bytes (G_VARIANT_TYPE ("(a(tut)a(uuuddddd))"), bytes, FALSE));
    }

  return dz_text_new_from_variant (mended != NULL ? mended : content != NULL ? content : "", parts);
}

static DzReport *
read_report (DzStore *self,
             gint64   report_id,
             gint64  *version,
             GError **error)
{
  const char *of_report = dz_table_list_columns (&dz_table_report, "r.");
  const char *of_source = dz_table_list_columns (&dz_table_source, "v.");
  const char *of_identity = dz_table_list_columns (&dz_table_identity, "v.");
  g_autofree char *sql =
    g_strdup_printf ("SELECT r.version, r.revision, t.content, t.parts, %s, %s, %s FROM report r"
                     " JOIN version v ON v.id = r.version JOIN text t ON t.id = v.text"
                     " WHERE r.id = ? AND r.live = 1",
                     of_source, of_identity, of_report);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (report_id)));
  DzReport *report = NULL;

  if (statement == NULL)
    return NULL;
  if (dz_db_next (statement))
    {
      g_autoptr(DzText) text = read_text (statement, 2);
      int column = 4;

      report = dz_report_new (text, NULL);
      report->id = report_id;
      report->revision = sqlite3_column_int64 (statement, 1);
      *version = sqlite3_column_int64 (statement, 0);
      dz_table_read (&dz_table_source, report->source, statement, column);
      column += (int) dz_table_count (&dz_table_source);
      dz_table_read (&dz_table_identity, &report->identity, statement, column);
      column += (int) dz_table_count (&dz_table_identity);
      dz_table_read (&dz_table_report, report, statement, column);
    }
  if (!dz_db_done (self->db, statement, error))
    g_clear_pointer (&report, dz_report_unref);
  else if (report == NULL)
    g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                 _("The report is not in the review any more. Load it again."));

  return report;
}

/* What was left out of a report is remembered here, as a later snapshot may share the report. */
static void
leave_out_untrue (DzStore  *self,
                  DzReport *report)
{
  DzUntrue untrue = { 0 };

  dz_report_leave_out_untrue (report, &untrue);
  if (report->body_id != 0 && !dz_store_is_listed (self, report->body_id))
    {
      report->body_id = 0;
      untrue.n[DZ_UNTRUE_REPORT]++;
    }
  for (guint i = 0; i < DZ_N_UNTRUE; i++)
    if (untrue.n[i] > 0)
      {
        g_hash_table_insert (self->untrue_reports, g_memdup2 (&report->id, sizeof report->id),
                             g_memdup2 (&untrue, sizeof untrue));
        return;
      }
  g_hash_table_remove (self->untrue_reports, &report->id);
}

/* @read: what was found in it, or a part of that */
static DzReport *
load_report (DzStore   *self,
             gint64     report_id,
             gboolean (*read) (DzStore *self, gint64 version, DzReport *report, GError **error),
             GError   **error)
{
  gint64 version = 0;
  g_autoptr(DzReport) report = read_report (self, report_id, &version, error);

  if (report == NULL || !read (self, version, report, error))
    return NULL;
  dz_broken_check_report (self, report->id, version);
  leave_out_untrue (self, report);

  return g_steal_pointer (&report);
}

/**
 * dz_store_load_report:
 *
 * Returns: (transfer full) (nullable): one report as it is now
 */
DzReport *
dz_store_load_report (DzStore *self,
                      gint64   report_id,
                      GError **error)
{
  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  return load_report (self, report_id, read_facts, error);
}

/* No county has a thousand million households, nor a body none could name. */
static gboolean
is_body (const DzBody *body)
{
  const guint most = 1000 * 1000 * 1000;

  return body->name != NULL && *body->name != '\0' && strlen (body->name) <= LONGEST_NAME &&
         body->kind != dz_untrue_word && body->households <= most && body->population <= most && body->villages <= most &&
         body->position <= most && body->due <= DZ_KIND_DUTY_REPORT;
}

static gboolean
read_bodies (DzStore   *self,
             GPtrArray *bodies,
             DzUntrue  *untrue,
             GError   **error)
{
  const char *columns = dz_table_list_columns (&dz_table_body, "");
  g_autofree char *sql =
    g_strdup_printf ("SELECT id, %s FROM body WHERE live = 1 ORDER BY position, id", columns);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autoptr(DzBody) body = g_new0 (DzBody, 1);

      dz_table_read (&dz_table_body, body, statement, 1);
      body->id = sqlite3_column_int64 (statement, 0);
      if (is_body (body))
        g_ptr_array_add (bodies, g_steal_pointer (&body));
      else
        untrue->n[DZ_UNTRUE_BODY]++;
    }

  return dz_db_done (self->db, statement, error);
}

/**
 * dz_store_list_bodies:
 *
 * Returns: (transfer full) (nullable) (element-type DzBody): the roster, without loading reports
 */
GPtrArray *
dz_store_list_bodies (DzStore *self,
                      GError **error)
{
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  DzUntrue untrue = { 0 };

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  return read_bodies (self, bodies, &untrue, error) ? g_steal_pointer (&bodies) : NULL;
}

static GArray *
read_passages (const char *words)
{
  g_autoptr(GArray) spans = dz_spans_from_words (words);
  GArray *passages = g_array_new (FALSE, TRUE, sizeof (DzOverlapPassage));

  for (guint i = 0; i + 1 < spans->len; i += 2)
    {
      DzOverlapPassage passage = { g_array_index (spans, DzSpan, i),
                                   g_array_index (spans, DzSpan, i + 1) };

      g_array_append_val (passages, passage);
    }

  return passages;
}

/* Both reports are there, and each passage stands in them. */
static gboolean
is_overlap (DzReview        *review,
            const DzOverlap *overlap)
{
  DzReport *a = dz_review_find_report (review, overlap->report_a);
  DzReport *b = dz_review_find_report (review, overlap->report_b);

  if (a == NULL || b == NULL || a == b || !dz_is_share (overlap->share))
    return FALSE;
  for (guint i = 0; i < overlap->passages->len; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (overlap->passages, DzOverlapPassage, i);

      if (!dz_is_span (a->text, passage->a) || !dz_is_span (b->text, passage->b))
        return FALSE;
    }

  return TRUE;
}

/* After the reports. A version is one report's: one that others claim as well would make each pair thousands. */
static gboolean
read_overlaps (DzStore   *self,
               DzReview  *review,
               DzUntrue  *untrue,
               GError   **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT a.id, b.id, o.share, o.passages FROM overlap o"
                 " JOIN version v ON v.id = o.version_a JOIN report a ON a.id = v.report AND a.version = v.id"
                 " JOIN version w ON w.id = o.version_b JOIN report b ON b.id = w.report AND b.version = w.id"
                 " WHERE a.live = 1 AND b.live = 1 ORDER BY o.id", DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autoptr(DzOverlap) overlap = dz_overlap_new (sqlite3_column_int64 (statement, 0),
                                                     sqlite3_column_int64 (statement, 1),
                                                     sqlite3_column_double (statement, 2));

      g_array_unref (overlap->passages);
      overlap->passages = read_passages ((const char *) sqlite3_column_text (statement, 3));
      if (is_overlap (review, overlap))
        g_ptr_array_add (review->overlaps, g_steal_pointer (&overlap));
      else
        untrue->n[DZ_UNTRUE_OVERLAP]++;
    }

  return dz_db_done (self->db, statement, error);
}

/* Row and revision of each report of these years, in roster order. */
static GArray *
list_reports (DzStore *self,
              int      first_year,
              int      last_year,
              GError **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT r.id, r.revision FROM report r LEFT JOIN body b ON b.id = r.body AND"
                 " b.live = 1 WHERE r.live = 1 AND r.year BETWEEN ? AND ? ORDER BY b.position IS NULL, b.position, r.year, r.id",
                 DZ_CELLS (dz_int (first_year), dz_int (last_year)));

  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    {
      gint64 row[2] = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };

      g_array_append_vals (rows, row, 2);
    }

  return dz_db_done (self->db, statement, error) ? g_steal_pointer (&rows) : NULL;
}

/* Those of @previous that did not change are shared. */
static gboolean
read_reports (DzStore   *self,
              DzReview  *previous,
              GPtrArray *reports,
              GError   **error)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) rows = list_reports (self, G_MININT, G_MAXINT, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; previous != NULL && i < previous->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (previous->reports, i);

      g_hash_table_insert (known, &report->id, report);
    }
  for (guint i = 0; i < rows->len; i += 2)
    {
      gint64 id = g_array_index (rows, gint64, i);
      DzReport *report = g_hash_table_lookup (known, &id);

      if (report != NULL && report->revision == g_array_index (rows, gint64, i + 1))
        dz_report_ref (report);
      else if ((report = dz_store_load_report (self, id, error)) == NULL)
        return FALSE;
      g_ptr_array_add (reports, report);
    }

  return TRUE;
}

/**
 * dz_store_load:
 * @previous: (nullable): an earlier snapshot of this review: its unchanged reports are shared, so
 *   that after one correction loading costs one report
 *
 * Returns: (transfer full) (nullable): the review as it is at one moment, or %NULL with @error set
 */
DzReview *
dz_store_load (DzStore  *self,
               DzReview *previous,
               GError  **error)
{
  g_autoptr(DzReview) review = dz_review_new ();
  DzUntrue untrue = { 0 };
  gboolean alone;
  gboolean ok;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  alone = self->depth == 0;
  if (alone && !dz_db_script (self->db, "BEGIN", error))
    return NULL;
  self->loaded_version = dz_db_get_int (self->db, "PRAGMA data_version", DZ_NO_CELLS);
  review->path = g_strdup (dz_store_get_path (self));
  dz_county_free (review->county);
  review->county = dz_store_read_county (self, &untrue, error);
  ok = review->county != NULL && read_bodies (self, review->bodies, &untrue, error) &&
       read_reports (self, previous, review->reports, error) &&
       read_overlaps (self, review, &untrue, error) &&
       dz_store_read_decisions (self, review->decisions, &untrue, error) &&
       dz_store_read_tables (self, review->tables, &untrue, error) &&
       dz_store_read_ledger (self, review->ledger, &untrue, error) &&
       dz_store_read_scores (self, review->score_sheets, &untrue, error);
  /* a later snapshot trusts what the first found */
  if (ok && previous == NULL)
    dz_broken_check_tables (self);
  if (alone)
    {
      dz_db_script (self->db, "COMMIT", NULL);
      /* a change made meanwhile had to wait for us with going into the file */
      dz_db_settle (self->db);
    }
  self->untrue = untrue;
  if (!ok)
    return NULL;
  dz_review_seal (review);

  return g_steal_pointer (&review);
}

/**
 * dz_store_list_years:
 *
 * Returns: (transfer full) (nullable) (element-type int): of which years there are reports, ascending; those whose year is
 *   not known are left out
 */
GArray *
dz_store_list_years (DzStore *self,
                     GError **error)
{
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  sqlite3_stmt *statement;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  statement = dz_db_query (self->db, error, "SELECT DISTINCT year FROM report WHERE live = 1 ORDER BY year", DZ_NO_CELLS);
  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    {
      int year = sqlite3_column_int (statement, 0);

      if (year != 0 && dz_is_year (year))
        g_array_append_val (years, year);
    }

  return dz_db_done (self->db, statement, error) ? g_steal_pointer (&years) : NULL;
}

/**
 * dz_store_load_texts:
 * @first_year: of the reports wanted
 * @last_year: likewise
 *
 * What comparing texts needs: settings, bodies, and of each report its text, sections, identity and place. Figures and all
 * else that was found in the reports stay in the file.
 *
 * Returns: (transfer full) (nullable): the review as it is at one moment, or %NULL with @error set
 */
DzReview *
dz_store_load_texts (DzStore *self,
                     int      first_year,
                     int      last_year,
                     GError **error)
{
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(GArray) rows = NULL;
  DzUntrue untrue = { 0 };
  gboolean ok;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  if (!dz_db_script (self->db, "BEGIN", error))
    return NULL;
  review->path = g_strdup (dz_store_get_path (self));
  dz_county_free (review->county);
  review->county = dz_store_read_county (self, &untrue, error);
  ok = review->county != NULL && read_bodies (self, review->bodies, &untrue, error) &&
       (rows = list_reports (self, first_year, last_year, error)) != NULL;
  for (guint i = 0; ok && i < rows->len; i += 2)
    {
      DzReport *report = load_report (self, g_array_index (rows, gint64, i), read_sections, error);

      ok = report != NULL;
      if (ok)
        g_ptr_array_add (review->reports, report);
    }
  if (ok)
    dz_broken_check_tables (self);
  dz_db_script (self->db, "COMMIT", NULL);
  dz_db_settle (self->db);
  if (!ok)
    return NULL;
  dz_review_seal (review);

  return g_steal_pointer (&review);
}

void
dz_unplaced_free (DzUnplaced *unplaced)
{
  if (unplaced == NULL)
    return;

  g_free (unplaced->quote);
  g_free (unplaced);
}

/**
 * dz_store_list_unplaced:
 * @report_id: 0 for all reports
 *
 * Returns: (transfer full) (element-type DzUnplaced): the analyst's work that found no place in the
 *   newest text
 */
GPtrArray *
dz_store_list_unplaced (DzStore *self,
                        gint64   report_id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_unplaced_free);
  sqlite3_stmt *statement;

  g_return_val_if_fail (DZ_IS_STORE (self), list);

  statement =
    dz_db_query (self->db, NULL,
                 "SELECT u.id, r.id, u.is_weakness, u.name, u.value, u.state, u.quote FROM unplaced u"
                 " JOIN report r ON r.version = u.version WHERE u.live = 1 AND r.live = 1 AND"
                 " (?1 = 0 OR r.id = ?1) ORDER BY u.id", DZ_CELLS (dz_int (report_id)));
  if (statement == NULL)
    return list;
  while (dz_db_next (statement))
    {
      DzUnplaced *one = g_new0 (DzUnplaced, 1);

      one->id = sqlite3_column_int64 (statement, 0);
      one->report_id = sqlite3_column_int64 (statement, 1);
      one->is_weakness = sqlite3_column_int (statement, 2);
      one->name = dz_intern_word ((const char *) sqlite3_column_text (statement, 3));
      one->value = sqlite3_column_double (statement, 4);
      dz_state_from_string ((const char *) sqlite3_column_text (statement, 5), &one->state);
      one->quote = dz_db_dup_text (statement, 6);
      g_ptr_array_add (list, one);
    }
  dz_db_done (self->db, statement, NULL);

  return list;
}
