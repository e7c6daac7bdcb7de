/* dz-merge-scores.c - the score sheets of two reviews: what each scorer gave comes over beside what others gave
 *
 * Points are a scorer's. Those of another scorer never stand against ours; of the same scorer ours stand, and both are told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

#include <glib/gi18n-lib.h>

static const char *const sheet_columns[] = { "excellent", "good", "fair", "drops_extremes", NULL };
static const char *const head_columns[] = { "most", "kind", "standard", "shows", NULL };
static const char *const score_columns[] = { "points", "note", NULL };

static gint64
find_score (DzStore       *store,
            const DzScore *score)
{
  return dz_db_get_int (store->db, "SELECT id FROM score WHERE live = 1 AND head = ? AND body = ? AND scorer = ?",
                        DZ_CELLS (dz_int (score->head_id), dz_int (score->body_id), dz_str (score->scorer)));
}

static char *
make_key (const DzScore *score)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", score->head_id, score->body_id, score->scorer);
}

/* (transfer full): "head body scorer" -> DzScore of the sheet */
static GHashTable *
index_scores (const DzScoreSheet *sheet)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sheet->scores->len; i++)
    g_hash_table_insert (index, make_key (g_ptr_array_index (sheet->scores, i)), g_ptr_array_index (sheet->scores, i));

  return index;
}

/* @ours: (nullable): what the same scorer gave here; @here: the other's, with head and body as they are here */
static gboolean
merge_score (DzMerge            *self,
             const DzScoreSheet *own,
             const DzScoreHead  *head,
             const DzScore      *ours,
             const DzScore      *theirs,
             DzScore            *here)
{
  g_autofree char *name = g_strdup_printf (_("%s (%s)"), head->name, here->scorer);
  DzMergePair pair = { &dz_table_score, score_columns, ours, here, ours != NULL ? ours->id : 0, theirs->id, TRUE, TRUE,
                       g_intern_string (name), DZ_SPAN_NONE, here->body_id, own->year };
  g_autoptr(GPtrArray) one = NULL;

  if (ours != NULL)
    return dz_merge_pair (self, &pair);
  one = g_ptr_array_new ();
  g_ptr_array_add (one, here);
  self->merged->taken++;

  return dz_store_set_scores (self->store, one, NULL, self->error) &&
         dz_journal_adopt (self, "score", score_columns, theirs->id, find_score (self->store, here));
}

/* The weights here may be less than what was given there: told, and nothing is cut. */
static void
leave_out (DzMerge           *self,
           const DzScoreSheet *theirs,
           const DzScore     *score,
           const char        *why)
{
  const DzBody *body = dz_review_find_body (self->review, score->body_id);
  const DzScoreHead *head = dz_score_sheet_find_head (theirs, score->head_id);

  g_ptr_array_add (self->merged->left_out,
                   g_strdup_printf ("%s %d: %s, %s, %g: %s", body != NULL ? body->name : "?", theirs->year, head->name,
                                    score->scorer, score->points, why));
}

static gboolean
merge_scores (DzMerge            *self,
              const DzScoreSheet *theirs,
              const DzScoreSheet *own)
{
  g_autoptr(GHashTable) index = index_scores (own);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < theirs->scores->len; i++)
    {
      const DzScore *score = g_ptr_array_index (theirs->scores, i);
      const DzScoreHead *there = dz_score_sheet_find_head (theirs, score->head_id);
      const DzScoreHead *head = dz_score_sheet_find_named (own, there->group, there->name);
      const DzBody *body = dz_review_find_body (self->review, score->body_id);
      g_autoptr(DzScore) here = dz_score_copy (score);
      g_autofree char *key = NULL;

      here->head_id = head != NULL ? head->id : 0;
      here->body_id = body != NULL ? dz_store_find_body (self->store, body->name) : 0;
      key = make_key (here);
      if (head == NULL || here->body_id == 0)
        leave_out (self, theirs, score, head == NULL ? _("the score sheet here has no such head") : _("not on the roster here"));
      else if (!dz_score_head_allows (head, score->points))
        leave_out (self, theirs, score, _("more than the head is worth here"));
      else
        ok = merge_score (self, own, head, g_hash_table_lookup (index, key), score, here);
    }

  return ok;
}

/* What both sheets have and not the same: limits of grades, weights. */
static gboolean
merge_heads (DzMerge            *self,
             const DzScoreSheet *theirs,
             const DzScoreSheet *own)
{
  DzMergePair sheets = { &dz_table_score_sheet, sheet_columns, own, theirs, own->id, theirs->id, TRUE, TRUE,
                         g_intern_string (own->title), DZ_SPAN_NONE, 0, own->year };
  gboolean ok = dz_merge_pair (self, &sheets);

  for (guint i = 0; ok && i < theirs->heads->len; i++)
    {
      const DzScoreHead *there = g_ptr_array_index (theirs->heads, i);
      const DzScoreHead *head = dz_score_sheet_find_named (own, there->group, there->name);
      DzMergePair pair = { &dz_table_score_head, head_columns, head, there, head != NULL ? head->id : 0, there->id, TRUE, TRUE,
                           g_intern_string (there->name), DZ_SPAN_NONE, 0, own->year };

      if (head != NULL)
        ok = dz_merge_pair (self, &pair);
    }

  return ok;
}

/* A sheet nobody has here comes over whole; then points go onto it like onto any. */
static gboolean
adopt_sheet (DzMerge            *self,
             const DzScoreSheet *theirs)
{
  if (!dz_store_enter (self->store, "merge", self->error))
    return FALSE;
  self->merged->taken++;

  return dz_store_leave (self->store, dz_store_set_score_sheet (self->store, theirs, NULL, self->error), self->error);
}

/* (nullable): the sheet of the year as the store holds it by now, of @now. */
static const DzScoreSheet *
load_sheet (DzMerge   *self,
            int        year,
            DzReview **now)
{
  g_clear_pointer (now, dz_review_unref);
  *now = dz_store_load (self->store, NULL, self->error);

  return *now != NULL ? dz_review_score_sheet_of (*now, year) : NULL;
}

static gboolean
merge_year (DzMerge            *self,
            const DzScoreSheet *theirs)
{
  g_autoptr(DzReview) now = NULL;
  const DzScoreSheet *own = load_sheet (self, theirs->year, &now);
  gboolean ok;

  if (now != NULL && own == NULL)
    own = adopt_sheet (self, theirs) ? load_sheet (self, theirs->year, &now) : NULL;
  if (own == NULL || !dz_store_enter (self->store, "merge", self->error))
    return FALSE;
  ok = merge_heads (self, theirs, own);
  /* what a head is worth by now says which points fit it */
  own = ok ? load_sheet (self, theirs->year, &now) : NULL;

  return dz_store_leave (self->store, own != NULL && merge_scores (self, theirs, own), self->error);
}

/* A year is a transaction. */
gboolean
dz_merge_scores (DzMerge *self)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < self->review->score_sheets->len; i++)
    ok = merge_year (self, g_ptr_array_index (self->review->score_sheets, i));

  return ok;
}
