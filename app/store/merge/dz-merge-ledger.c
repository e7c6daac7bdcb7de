/* dz-merge-ledger.c - the ledgers of two reviews: problems only the other has, and what became of those both have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

/* What a person says of a problem; its words and its paper are the same on both sides. */
static const char *const columns[] = { "code", "measure", "deadline", "term", "state", "evidence", NULL };

static gboolean
is_decided (DzStore *store,
            gint64   row)
{
  return dz_db_get_int (store->db,
                        "SELECT count(*) FROM change c JOIN step s ON s.id = c.step WHERE s.undone = 0 AND c.tbl = 'ledger'"
                        " AND c.row = ? AND c.col <> 'live'", DZ_CELLS (dz_int (row))) > 0;
}

static const DzLedgerEntry *
find_same (DzReview            *review,
           const DzLedgerEntry *entry)
{
  for (guint i = 0; i < review->ledger->len; i++)
    if (dz_ledger_entry_is_same (g_ptr_array_index (review->ledger, i), entry))
      return g_ptr_array_index (review->ledger, i);

  return NULL;
}

static gint64
find_row (DzStore             *store,
          const DzLedgerEntry *entry)
{
  return dz_db_get_int (store->db,
                        "SELECT id FROM ledger WHERE live = 1 AND ifnull (body, 0) = ? AND year = ? AND problem IS ?"
                        " ORDER BY id DESC LIMIT 1",
                        DZ_CELLS (dz_int (entry->body_id), dz_int (entry->year), dz_str (entry->problem)));
}

/* @here: the other's entry, with body and report as they are here */
static gboolean
merge_one (DzMerge             *self,
           DzLedgerEntry       *here,
           const DzLedgerEntry *own)
{
  DzMergePair pair = { &dz_table_ledger, columns, own, here, own != NULL ? own->id : 0, here->id, FALSE, FALSE,
                       NULL, DZ_SPAN_NONE, here->body_id, here->year };
  g_autoptr(GPtrArray) one = NULL;
  gboolean ok;

  if (!dz_store_enter (self->store, "merge", self->error))
    return FALSE;
  if (own != NULL)
    {
      pair.own_decided = is_decided (self->store, own->id);
      pair.their_decided = is_decided (self->other, here->id);
      ok = dz_merge_pair (self, &pair);
    }
  else
    {
      one = g_ptr_array_new ();
      g_ptr_array_add (one, here);
      self->merged->taken++;
      ok = dz_store_add_ledger (self->store, one, NULL, self->error) &&
           dz_journal_adopt (self, "ledger", columns, here->id, find_row (self->store, here));
    }

  return dz_store_leave (self->store, ok, self->error);
}

/* Each a transaction of its own. */
gboolean
dz_merge_ledger (DzMerge *self)
{
  GPtrArray *ledger = self->review->ledger;
  g_autoptr(DzReview) own = ledger->len > 0 ? dz_store_load (self->store, NULL, self->error) : NULL;
  gboolean ok = TRUE;

  if (own == NULL)
    return ledger->len == 0;
  for (guint i = 0; ok && i < ledger->len; i++)
    {
      g_autoptr(DzLedgerEntry) here = dz_ledger_entry_copy (g_ptr_array_index (ledger, i));
      const DzBody *body = here->body_id != 0 ? dz_review_find_body (self->review, here->body_id) : NULL;
      DzReport *report = here->report_id != 0 ? dz_review_find_report (self->review, here->report_id) : NULL;

      here->body_id = body != NULL ? dz_store_find_body (self->store, body->name) : 0;
      here->report_id = report != NULL ? dz_store_find_same (self->store, report) : 0;
      if (body != NULL && here->body_id == 0 && here->asked == NULL)
        here->asked = g_strdup (body->name);
      ok = merge_one (self, here, find_same (own, here));
    }

  return ok;
}
