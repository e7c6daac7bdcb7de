/* dz-store-scores.c - 评分: the score sheet of a year, and what the scorers gave
 *
 * A head keeps its row as long as its words stand on the sheet, and has it again where they come back, so that points given
 * before the county changed a weight, or before a wrong sheet was imported, are still there. What a scorer gave a body on a head is one row, switched on and off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gint64
find_sheet (DzStore *self,
            int      year)
{
  return dz_db_get_int (self->db, "SELECT id FROM score_sheet WHERE live = 1 AND year = ? ORDER BY id LIMIT 1",
                        DZ_CELLS (dz_int (year)));
}

/* The head of these words, or the one that a sheet took off: what only the redo stack knows is none. */
static gint64
find_head (DzStore           *self,
           gint64             sheet,
           const DzScoreHead *head)
{
  return dz_db_get_int (self->db,
                        "SELECT h.id FROM score_head h WHERE h.sheet = ? AND h.part IS ? AND h.name IS ? AND (h.live = 1 OR EXISTS"
                        " (SELECT 1 FROM change c JOIN step s ON s.id = c.step WHERE s.undone = 0 AND c.tbl = 'score_head' AND"
                        " c.row = h.id AND c.col = 'live' AND c.now = 0)) ORDER BY h.live DESC, h.id LIMIT 1",
                        DZ_CELLS (dz_int (sheet), dz_str (head->group), dz_str (head->name)));
}

/* Heads that are on the sheet no more go, with what was given on them; it comes back with an undo, or with the head's words. */
static gboolean
drop_heads (DzStore    *self,
            gint64      sheet,
            GHashTable *kept,
            guint      *n_left,
            GError    **error)
{
  g_autoptr(GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = dz_db_query (self->db, error, "SELECT id FROM score_head WHERE live = 1 AND sheet = ? ORDER BY id",
                                         DZ_CELLS (dz_int (sheet)));

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      if (!g_hash_table_contains (kept, &row))
        g_array_append_val (gone, row);
    }
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  for (guint i = 0; i < gone->len; i++)
    {
      gint64 row = g_array_index (gone, gint64, i);

      *n_left += (guint) dz_db_get_int (self->db, "SELECT count(*) FROM score WHERE live = 1 AND head = ?", DZ_CELLS (dz_int (row)));
      if (!dz_journal_write (self, "score_head", row, "live", 0, dz_int (0), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_heads (DzStore            *self,
             gint64              sheet,
             const DzScoreSheet *value,
             guint              *n_left,
             GError            **error)
{
  g_autoptr(GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < value->heads->len; i++)
    {
      DzScoreHead head = *(const DzScoreHead *) g_ptr_array_index (value->heads, i);
      gint64 row = find_head (self, sheet, &head);

      head.sheet_id = sheet;
      if (row == 0 ? !dz_journal_add_row (self, &dz_table_score_head, &head, &row, error)
                   : !(dz_journal_write_row (self, &dz_table_score_head, row, 0, &head, NULL, error) &&
                       dz_journal_write (self, "score_head", row, "live", 0, dz_int (1), error)))
        return FALSE;
      g_hash_table_add (kept, g_memdup2 (&row, sizeof row));
    }

  return drop_heads (self, sheet, kept, n_left, error);
}

static gboolean
write_sheet (DzStore            *self,
             const DzScoreSheet *sheet,
             guint              *n_left,
             GError            **error)
{
  gint64 row = find_sheet (self, sheet->year);

  if (row == 0 ? !dz_journal_add_row (self, &dz_table_score_sheet, sheet, &row, error)
               : !dz_journal_write_row (self, &dz_table_score_sheet, row, 0, sheet, NULL, error))
    return FALSE;

  return write_heads (self, row, sheet, n_left, error);
}

/**
 * dz_store_set_score_sheet:
 * @sheet: its heads, limits and settings; points it holds are not written
 * @n_left: (out) (optional): points that stand on heads the sheet has no more
 *
 * Makes it the sheet of its year, as one undo step. Heads are the same where their words are.
 */
gboolean
dz_store_set_score_sheet (DzStore            *self,
                          const DzScoreSheet *sheet,
                          guint              *n_left,
                          GError            **error)
{
  guint n = 0;
  gboolean ok;

  g_return_val_if_fail (DZ_IS_STORE (self) && sheet != NULL && sheet->year != 0, FALSE);

  if (!dz_store_enter (self, "score-sheet", error))
    return FALSE;
  ok = dz_store_leave (self, write_sheet (self, sheet, &n, error), error);
  if (n_left != NULL)
    *n_left = ok ? n : 0;

  return ok;
}

static gboolean
is_there (DzStore       *self,
          const DzScore *score,
          GError       **error)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, error,
                 "SELECT h.most FROM score_head h JOIN score_sheet t ON t.id = h.sheet WHERE h.id = ?1 AND h.live = 1 AND"
                 " t.live = 1 AND EXISTS (SELECT 1 FROM body b WHERE b.id = ?2 AND b.live = 1)",
                 DZ_CELLS (dz_int (score->head_id), dz_int (score->body_id)));
  DzScoreHead head = { .most = NAN };
  gboolean there;

  if (statement == NULL)
    return FALSE;
  there = dz_db_next (statement);
  if (there && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    head.most = sqlite3_column_double (statement, 0);
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  if (!there)
    g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("The head or the body is not there any more. Load the review again."));
  else if (!isnan (score->points) && !dz_score_head_allows (&head, score->points))
    g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("Points go from 0 to what the head is worth."));
  else
    return TRUE;

  return FALSE;
}

static gint64
find_score (DzStore       *self,
            const DzScore *score)
{
  return dz_db_get_int (self->db, "SELECT id FROM score WHERE head = ? AND body = ? AND scorer = ?",
                        DZ_CELLS (dz_int (score->head_id), dz_int (score->body_id), dz_str (score->scorer)));
}

static gboolean
write_score (DzStore       *self,
             const DzScore *score,
             GError       **error)
{
  gint64 row;

  if (!is_there (self, score, error))
    return FALSE;
  row = find_score (self, score);
  if (isnan (score->points))
    return row == 0 || dz_journal_write (self, "score", row, "live", 0, dz_int (0), error);
  if (row == 0)
    return dz_journal_add_row (self, &dz_table_score, score, &row, error);

  return dz_journal_write (self, "score", row, "points", 0, dz_real (score->points), error) &&
         dz_journal_write (self, "score", row, "note", 0, dz_str (score->note), error) &&
         dz_journal_write (self, "score", row, "live", 0, dz_int (1), error);
}

/**
 * dz_store_set_scores:
 * @scores: (element-type DzScore): points NAN: take back what the scorer gave
 * @n_changed: (out) (optional): how many of them were not so before
 *
 * Writes what scorers gave, as one undo step. What others gave is not touched.
 */
gboolean
dz_store_set_scores (DzStore   *self,
                     GPtrArray *scores,
                     guint     *n_changed,
                     GError   **error)
{
  gint64 before;
  gboolean ok = TRUE;

  g_return_val_if_fail (DZ_IS_STORE (self) && scores != NULL, FALSE);

  if (!dz_store_enter (self, "scores", error))
    return FALSE;
  before = dz_db_get_int (self->db, "SELECT ifnull (max (id), 0) FROM change", DZ_NO_CELLS);
  for (guint i = 0; ok && i < scores->len; i++)
    ok = write_score (self, g_ptr_array_index (scores, i), error);
  if (n_changed != NULL)
    *n_changed = ok ? (guint) dz_db_get_int (self->db, "SELECT count(DISTINCT row) FROM change WHERE id > ? AND tbl = 'score'",
                                             DZ_CELLS (dz_int (before)))
                    : 0;

  return dz_store_leave (self, ok, error);
}

/* Bytes. No county and no scorer writes so much. */
#define LONGEST_WORDS (1 << 20)

static gboolean
is_words (const char *words)
{
  return words == NULL || strlen (words) <= LONGEST_WORDS;
}

static gboolean
is_sheet (const DzScoreSheet *sheet)
{
  return sheet->year != 0 && dz_is_year (sheet->year) && is_words (sheet->title) && is_words (sheet->source) && dz_score_sheet_limits_fit (sheet) &&
         (sheet->drops_extremes == FALSE || sheet->drops_extremes == TRUE);
}

static gboolean
is_head (const DzScoreHead *head)
{
  return head->name != NULL && *head->name != '\0' && is_words (head->name) && is_words (head->group) &&
         is_words (head->standard) && is_words (head->shows) && (int) head->kind >= 0 && head->kind < DZ_N_HEAD_KINDS &&
         (isnan (head->most) ? head->kind != DZ_HEAD_POINTS : isfinite (head->most) && head->most > 0);
}

static gboolean
is_score (const DzScore *score)
{
  return score->scorer != NULL && *score->scorer != '\0' && is_words (score->scorer) && is_words (score->note) &&
         isfinite (score->points) && score->points >= 0;
}

static gboolean
read_heads (DzStore      *self,
            DzScoreSheet *sheet,
            DzUntrue     *untrue,
            GError      **error)
{
  const char *columns = dz_table_list_columns (&dz_table_score_head, "");
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM score_head WHERE live = 1 AND sheet = ? ORDER BY position, id", columns);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (sheet->id)));

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      DzScoreHead *head = g_new0 (DzScoreHead, 1);

      head->id = sqlite3_column_int64 (statement, 0);
      dz_table_read (&dz_table_score_head, head, statement, 1);
      if (is_head (head) && dz_score_sheet_find_named (sheet, head->group, head->name) == NULL)
        {
          g_ptr_array_add (sheet->heads, head);
          continue;
        }
      dz_score_head_free (head);
      untrue->n[DZ_UNTRUE_SCORE]++;
    }

  return dz_db_done (self->db, statement, error);
}

/* By head, body and scorer, whoever's came first. */
static gboolean
read_scores (DzStore      *self,
             DzScoreSheet *sheet,
             DzUntrue     *untrue,
             GError      **error)
{
  const char *columns = dz_table_list_columns (&dz_table_score, "s.");
  g_autofree char *sql =
    g_strdup_printf ("SELECT s.id, %s FROM score s JOIN score_head h ON h.id = s.head JOIN body b ON b.id = s.body WHERE"
                     " s.live = 1 AND h.live = 1 AND b.live = 1 AND h.sheet = ? ORDER BY h.position, h.id, b.position, b.id, s.scorer",
                     columns);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (sheet->id)));

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autoptr(DzScore) score = g_new0 (DzScore, 1);

      score->id = sqlite3_column_int64 (statement, 0);
      dz_table_read (&dz_table_score, score, statement, 1);
      if (is_score (score) && dz_score_sheet_find_head (sheet, score->head_id) != NULL)
        g_ptr_array_add (sheet->scores, g_steal_pointer (&score));
      else
        untrue->n[DZ_UNTRUE_SCORE]++;
    }

  return dz_db_done (self->db, statement, error);
}

/* Fills @sheets by year; a second one of a year is none of ours. */
gboolean
dz_store_read_scores (DzStore    *self,
                      GPtrArray  *sheets,
                      DzUntrue   *untrue,
                      GError    **error)
{
  const char *columns = dz_table_list_columns (&dz_table_score_sheet, "");
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM score_sheet WHERE live = 1 ORDER BY year, id", columns);
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_NO_CELLS);
  int year = 0;
  gboolean ok = TRUE;

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autoptr(DzScoreSheet) sheet = dz_score_sheet_new (0);

      sheet->id = sqlite3_column_int64 (statement, 0);
      dz_table_read (&dz_table_score_sheet, sheet, statement, 1);
      if (is_sheet (sheet) && sheet->year != year)
        {
          year = sheet->year;
          g_ptr_array_add (sheets, g_steal_pointer (&sheet));
        }
      else
        untrue->n[DZ_UNTRUE_SCORE]++;
    }
  if (!dz_db_done (self->db, statement, error))
    return FALSE;
  for (guint i = 0; ok && i < sheets->len; i++)
    ok = read_heads (self, g_ptr_array_index (sheets, i), untrue, error) &&
         read_scores (self, g_ptr_array_index (sheets, i), untrue, error);

  return ok;
}
