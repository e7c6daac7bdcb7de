/* dz-merge.c - another review taken over into this one: its reports, and what was decided there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

#include "dz-error.h"
#include "dz-journal.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Ids are those of the other review: forgotten. */
static void
forget_ids (DzReport *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    g_array_index (report->figures, DzFigure, i).id = 0;
  for (guint i = 0; i < report->weaknesses->len; i++)
    g_array_index (report->weaknesses, DzWeakness, i).id = 0;
  for (guint i = 0; i < report->causes->len; i++)
    g_array_index (report->causes, DzCause, i).id = 0;
}

static gint64
adopt_body (DzStore   *self,
            DzReview  *other,
            gint64     body_id,
            DzMerged  *merged,
            GError   **error)
{
  const DzBody *body = body_id != 0 ? dz_review_find_body (other, body_id) : NULL;
  g_autoptr(DzBody) copy = NULL;
  gint64 own;

  if (body == NULL)
    return 0;
  own = dz_store_find_body (self, body->name);
  if (own != 0)
    return own;
  copy = dz_body_copy (body);
  copy->id = 0;
  copy->position = 0;
  own = dz_store_set_body (self, copy, error);
  merged->bodies += own != 0;

  return own;
}

static gboolean
has_table (DzReview            *own,
           const DzCountyTable *theirs)
{
  for (guint i = 0; i < own->tables->len; i++)
    {
      const DzCountyTable *table = g_ptr_array_index (own->tables, i);

      if (g_strcmp0 (table->file, theirs->file) == 0 && g_strcmp0 (table->sheet, theirs->sheet) == 0 &&
          g_strcmp0 (table->sha256, theirs->sha256) == 0 && table->values->len == theirs->values->len)
        return TRUE;
    }

  return FALSE;
}

/* Their tables of the county that we lack, with the values of bodies both have. */
static gboolean
merge_tables (DzMerge *self)
{
  g_autoptr(DzReview) own = self->review->tables->len > 0 ? dz_store_load (self->store, NULL, self->error) : NULL;
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_county_table_free);

  if (own == NULL)
    return self->review->tables->len == 0;
  for (guint i = 0; i < self->review->tables->len; i++)
    {
      DzCountyTable *table = dz_county_table_copy (g_ptr_array_index (self->review->tables, i));

      for (guint k = table->values->len; k > 0; k--)
        {
          DzCountyValue *value = &g_array_index (table->values, DzCountyValue, k - 1);
          const DzBody *body = dz_review_find_body (self->review, value->body_id);

          value->body_id = body != NULL ? dz_store_find_body (self->store, body->name) : 0;
          if (value->body_id == 0)
            g_array_remove_index (table->values, k - 1);
        }
      if (table->values->len > 0 && !has_table (own, table))
        g_ptr_array_add (added, table);
      else
        dz_county_table_free (table);
    }

  return added->len == 0 || dz_store_add_tables (self->store, added, NULL, self->error);
}

/* What found no place in the text there, unless it is on our list already. */
static gboolean
merge_unplaced (DzMerge *self)
{
  g_autoptr(GPtrArray) theirs = dz_store_list_unplaced (self->other, self->theirs->id);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < theirs->len; i++)
    {
      const DzUnplaced *one = g_ptr_array_index (theirs, i);

      ok = dz_db_run (self->store->db, self->error,
                      "INSERT INTO unplaced (version, is_weakness, name, value, state, quote)"
                      " SELECT version, ?2, ?3, ?4, ?5, ?6 FROM report r WHERE id = ?1 AND NOT EXISTS"
                      " (SELECT 1 FROM unplaced u WHERE u.version = r.version AND u.is_weakness = ?2"
                      " AND u.name IS ?3 AND u.quote IS ?6)",
                      DZ_CELLS (dz_int (self->own->id), dz_int (one->is_weakness), dz_str (one->name),
                                dz_real (one->value), dz_str (dz_state_to_string (one->state)),
                                dz_str (one->quote)));
    }

  return ok;
}

static gboolean
add_theirs (DzMerge  *self,
            DzReport *report)
{
  gint64 there = report->id;
  gint64 here;

  forget_ids (report);
  here = dz_store_add_report (self->store, report, self->error);
  if (here == 0)
    return FALSE;
  self->merged->added++;
  self->own = dz_store_load_report (self->store, here, self->error);
  self->theirs = dz_store_load_report (self->other, there, self->error);

  return self->own != NULL && self->theirs != NULL && dz_merge_history (self) &&
         merge_unplaced (self) && dz_merge_second (self);
}

static gboolean
merge_one (DzMerge  *self,
           DzReport *report)
{
  gint64 same = dz_store_find_same (self->store, report);
  gboolean ok;

  if (!dz_store_enter (self->store, "merge", self->error))
    return FALSE;
  report->body_id = adopt_body (self->store, self->review, report->body_id, self->merged, self->error);
  if (same == 0)
    ok = add_theirs (self, report);
  else
    {
      self->merged->skipped++;
      self->theirs = dz_report_ref (report);
      self->own = dz_store_load_report (self->store, same, self->error);
      ok = self->own != NULL && dz_merge_report (self) && merge_unplaced (self);
    }
  g_clear_pointer (&self->own, dz_report_unref);
  g_clear_pointer (&self->theirs, dz_report_unref);

  return dz_store_leave (self->store, ok, self->error);
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  GStatBuf a, b;

  return g_stat (path, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* A review nobody has put anything into takes the settings over, too. */
static gboolean
merge_county (DzMerge *self)
{
  return dz_store_count_reports (self->store) > 0 || dz_store_count_bodies (self->store) > 0 ||
         dz_store_set_county (self->store, self->review->county, NULL, self->error);
}

/**
 * dz_store_merge:
 * @other_path: a review; what it says is not changed
 * @theirs: (nullable) (element-type utf8): a set of keys of conflicts where theirs is to stand
 * @merged: (out caller-allocates): what came of it; to be cleared, also after an error
 *
 * Takes over the reports this review lacks, with all that was decided in them and its history, their
 * bodies, what the roster there says of bodies and ours does not, and what was decided about those. In reports both have, what only the other decided is
 * taken over; where both did and not the same, @merged tells, and ours stands unless @theirs says
 * otherwise. A second report of one body, year and kind is told and put on the list of the last import,
 * for a person to say which holds. Merging again changes nothing. One undo step; each report a
 * transaction of its own.
 */
gboolean
dz_store_merge (DzStore     *self,
                const char  *other_path,
                GHashTable  *theirs,
                DzMerged    *merged,
                GError     **error)
{
  g_autoptr(DzStore) other = NULL;
  g_autoptr(DzReview) review = NULL;
  DzMerge merge = { .store = self, .merged = merged, .theirs_stand = theirs, .error = error };
  gboolean ok;

  g_return_val_if_fail (DZ_IS_STORE (self) && merged != NULL, FALSE);

  *merged = (DzMerged){ .conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_conflict_free),
                        .left_out = g_ptr_array_new_with_free_func (g_free),
                        .second = g_ptr_array_new_with_free_func (g_free) };
  if (is_same_file (dz_store_get_path (self), other_path))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("This is the review itself. Choose the other one."));
      return FALSE;
    }
  other = dz_store_open (other_path, error);
  review = other != NULL ? dz_store_load (other, NULL, error) : NULL;
  if (review == NULL)
    return FALSE;
  merge.other = other;
  merge.review = review;
  merge.last_own = dz_db_get_int (self->db, "SELECT max(id) FROM report", DZ_NO_CELLS);
  dz_store_begin_step (self, "merge");
  ok = merge_county (&merge) && dz_merge_bodies (&merge);
  for (guint i = 0; ok && i < review->reports->len; i++)
    ok = merge_one (&merge, g_ptr_array_index (review->reports, i));
  ok = ok && dz_merge_decisions (&merge) && merge_tables (&merge) && dz_merge_ledger (&merge) &&
       dz_merge_scores (&merge);
  dz_store_end_step (self);

  return ok;
}
