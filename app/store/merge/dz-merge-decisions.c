/* dz-merge-decisions.c - what was decided about bodies both reviews have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

static const DzField fields[] = {
  { "value", DZ_FIELD_TEXT, G_STRUCT_OFFSET (DzDecision, value), NULL, NULL },
  { "note", DZ_FIELD_TEXT, G_STRUCT_OFFSET (DzDecision, note), NULL, NULL },
  { NULL, DZ_FIELD_END, 0, NULL, NULL }
};
static const DzTable table = { "decision", sizeof (DzDecision), fields };
static const char *const columns[] = { "value", "note", NULL };

static gint64
find_row (DzStore          *store,
          const DzDecision *decision,
          gint64            body_id)
{
  return dz_db_get_int (store->db, "SELECT id FROM decision WHERE kind = ? AND body = ? AND year = ? AND key = ?",
                        DZ_CELLS (dz_str (decision->kind), dz_int (body_id), dz_int (decision->year),
                                  dz_str (decision->key)));
}

/* @body_id: here, of the body the decision there is about */
static gboolean
merge_one (DzMerge          *self,
           const DzDecision *theirs,
           const DzDecision *own,
           gint64            body_id)
{
  DzDecision copy = *theirs;
  DzMergePair pair = { &table, columns, own, theirs, 0, find_row (self->other, theirs, theirs->body_id), own != NULL, TRUE,
                       g_intern_string (theirs->key), DZ_SPAN_NONE, body_id, theirs->year };
  gboolean ok;

  if (!dz_store_enter (self->store, "merge", self->error))
    return FALSE;
  if (own != NULL)
    {
      pair.own_row = find_row (self->store, theirs, body_id);
      ok = dz_merge_pair (self, &pair);
    }
  else
    {
      self->merged->taken++;
      copy.body_id = body_id;
      ok = dz_store_set_decision (self->store, &copy, self->error) &&
           dz_journal_adopt (self, table.name, columns, pair.their_row, find_row (self->store, theirs, body_id));
    }

  return dz_store_leave (self->store, ok, self->error);
}

/* Each a transaction of its own. */
gboolean
dz_merge_decisions (DzMerge *self)
{
  GPtrArray *decisions = self->review->decisions;
  g_autoptr(DzReview) own = decisions->len > 0 ? dz_store_load (self->store, NULL, self->error) : NULL;
  gboolean ok = TRUE;

  if (own == NULL)
    return decisions->len == 0;
  for (guint i = 0; ok && i < decisions->len; i++)
    {
      const DzDecision *theirs = g_ptr_array_index (decisions, i);
      const DzBody *body = dz_review_find_body (self->review, theirs->body_id);
      gint64 here = body != NULL ? dz_store_find_body (self->store, body->name) : 0;

      if (here != 0)
        ok = merge_one (self, theirs, dz_review_find_decision (own, theirs->kind, here, theirs->year, theirs->key), here);
    }

  return ok;
}
