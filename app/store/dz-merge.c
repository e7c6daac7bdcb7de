/* dz-merge.c - the reports of another review taken over into this one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge.h"

#include "dz-journal.h"
#include "dz-store-private.h"

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

/* What was decided there about bodies both have, where nothing is decided here. */
static gboolean
adopt_decisions (DzStore   *self,
                 DzReview  *other,
                 GError   **error)
{
  g_autoptr(DzReview) own = other->decisions->len > 0 ? dz_store_load (self, NULL, error) : NULL;

  if (own == NULL)
    return other->decisions->len == 0;
  for (guint i = 0; i < other->decisions->len; i++)
    {
      DzDecision decision = *(const DzDecision *) g_ptr_array_index (other->decisions, i);
      const DzBody *body = dz_review_find_body (other, decision.body_id);

      decision.body_id = body != NULL ? dz_store_find_body (self, body->name) : 0;
      if (decision.body_id != 0 &&
          dz_review_find_decision (own, decision.kind, decision.body_id, decision.year,
                                   decision.key) == NULL &&
          !dz_store_set_decision (self, &decision, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dz_store_merge:
 * @other_path: a review; it is not changed
 * @merged: (out) (optional): what came of it
 *
 * Takes over the reports this review lacks, with their corrections, their bodies, and what was
 * decided about those. One undo step; each report a transaction of its own.
 */
gboolean
dz_store_merge (DzStore     *self,
                const char  *other_path,
                DzMerged    *merged,
                GError     **error)
{
  g_autoptr(DzStore) other_store = dz_store_open (other_path, error);
  g_autoptr(DzReview) other = other_store != NULL ? dz_store_load (other_store, NULL, error) : NULL;
  DzMerged count = { 0 };
  gboolean ok = other != NULL;

  if (!ok)
    return FALSE;
  dz_store_begin_step (self, "merge");
  for (guint i = 0; ok && i < other->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (other->reports, i);
      gint64 body;

      if (dz_store_find_same (self, report) != 0)
        {
          count.skipped++;
          continue;
        }
      if (!dz_store_enter (self, "merge", error))
        {
          ok = FALSE;
          break;
        }
      body = adopt_body (self, other, report->body_id, &count, error);
      report->body_id = body;
      forget_ids (report);
      ok = dz_store_leave (self, dz_store_add_report (self, report, error) != 0, error);
      count.added += ok;
    }
  ok = ok && adopt_decisions (self, other, error);
  dz_store_end_step (self);
  if (merged != NULL)
    *merged = count;

  return ok;
}
