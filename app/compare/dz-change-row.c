/* dz-change-row.c - one body, this year against last: its weaknesses and promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-year-change-private.h"

#include "dz-common-weaknesses.h"

struct _DzChangeRow
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  DzPlanItems *plans;
  const DzBody *body;
  GPtrArray *lasts;   /* DzReport, borrowed, one or more */
  DzReport *current;
  GArray *changes;    /* DzWeaknessChange, by destination, then codebook order */
  GArray *plan_items; /* DzPlanItem; NULL until asked for: two texts must be folded */
};

G_DEFINE_FINAL_TYPE (DzChangeRow, dz_change_row, G_TYPE_OBJECT)

/**
 * dz_destination_get_name:
 *
 * Returns: the head of the column; never 已解决
 */
const char *
dz_destination_get_name (DzDestination destination)
{
  static const char *const names[] = { "称已整改，又提出", "未称整改，又提出", "称已整改，未再提",
                                       "未说明，未再提", "今年新提出" };

  return names[destination];
}

static const char *const destination_words[] = { "claimed-again", "unclaimed-again", "claimed-gone",
                                                 "silent-gone", "new" };

/**
 * dz_destination_to_string:
 *
 * Returns: the stable word that a decision of the kind "destination" keeps
 */
const char *
dz_destination_to_string (DzDestination destination)
{
  return destination_words[destination];
}

gboolean
dz_destination_from_string (const char    *word,
                            DzDestination *destination)
{
  for (guint i = 0; i < DZ_N_DESTINATIONS; i++)
    if (g_strcmp0 (word, destination_words[i]) == 0)
      {
        *destination = i;
        return TRUE;
      }

  return FALSE;
}

static void
dz_change_row_finalize (GObject *object)
{
  DzChangeRow *self = DZ_CHANGE_ROW (object);

  g_array_unref (self->changes);
  g_clear_pointer (&self->lasts, g_ptr_array_unref);
  g_clear_pointer (&self->plan_items, g_array_unref);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->plans, dz_plan_items_unref);

  G_OBJECT_CLASS (dz_change_row_parent_class)->finalize (object);
}

static void
dz_change_row_class_init (DzChangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_change_row_finalize;
}

static void
dz_change_row_init (DzChangeRow *self)
{
  self->changes = g_array_new (FALSE, TRUE, sizeof (DzWeaknessChange));
}

/**
 * dz_change_row_get_body:
 *
 * Returns: (transfer none): the body, as long as the row lives
 */
const DzBody *
dz_change_row_get_body (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);

  return self->body;
}

/**
 * dz_change_row_get_last_report:
 *
 * Returns: (transfer none): last year's report
 */
DzReport *
dz_change_row_get_last_report (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);

  return g_ptr_array_index (self->lasts, 0);
}

/**
 * dz_change_row_get_last_reports:
 *
 * Returns: (transfer none) (element-type DzReport): last year's reports of all the body was then
 */
GPtrArray *
dz_change_row_get_last_reports (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);

  return self->lasts;
}

/**
 * dz_change_row_has_other_body:
 *
 * Returns: whether the body was merged or split since last year, so that its numbers are of another extent
 */
gboolean
dz_change_row_has_other_body (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), FALSE);

  return self->lasts->len > 1 || dz_change_row_get_last_report (self)->body_id != self->body->id;
}

/**
 * dz_change_row_get_this_report:
 *
 * Returns: (transfer none): this year's report
 */
DzReport *
dz_change_row_get_this_report (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);

  return self->current;
}

guint
dz_change_row_get_n_changes (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), 0);

  return self->changes->len;
}

/**
 * dz_change_row_get_change:
 *
 * Returns: (transfer none): the @n-th code, by destination, then in codebook order
 */
const DzWeaknessChange *
dz_change_row_get_change (DzChangeRow *self,
                          guint        n)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);
  g_return_val_if_fail (n < self->changes->len, NULL);

  return &g_array_index (self->changes, DzWeaknessChange, n);
}

/**
 * dz_change_row_find_change:
 *
 * Returns: (transfer none) (nullable): what became of a code
 */
const DzWeaknessChange *
dz_change_row_find_change (DzChangeRow *self,
                           const char  *code)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const DzWeaknessChange *change = &g_array_index (self->changes, DzWeaknessChange, i);

      if (g_strcmp0 (change->code, code) == 0)
        return change;
    }

  return NULL;
}

/**
 * dz_change_row_count:
 *
 * Returns: the codes that went there, without those nobody confirmed
 */
guint
dz_change_row_count (DzChangeRow  *self,
                     DzDestination destination)
{
  guint count = 0;

  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), 0);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const DzWeaknessChange *change = &g_array_index (self->changes, DzWeaknessChange, i);

      count += change->destination == destination && !change->unsure;
    }

  return count;
}

/* Of a body that was several, none of them. */
static gboolean
none_declared_last (DzChangeRow *self)
{
  for (guint i = 0; i < self->lasts->len; i++)
    if (!dz_weakness_none_declared (g_ptr_array_index (self->lasts, i)))
      return FALSE;

  return TRUE;
}

/**
 * dz_change_row_is_read:
 *
 * Returns: whether problems were read in the reports of both years, so that what one of them does
 *   not name can be told
 */
gboolean
dz_change_row_is_read (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), FALSE);

  return !none_declared_last (self) && !dz_weakness_none_declared (self->current);
}

/**
 * dz_change_row_get_plan_items:
 *
 * Returns: (transfer none) (element-type DzPlanItem): the acts of last year's plan, each with the sentence
 *   that mentions it and what a person decided
 */
GArray *
dz_change_row_get_plan_items (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);

  if (self->plan_items != NULL)
    return self->plan_items;
  self->plan_items = g_array_new (FALSE, FALSE, sizeof (DzPlanItem));
  for (guint i = 0; i < self->lasts->len; i++)
    {
      g_autoptr(GArray) items = dz_plan_items_find (self->plans, self->review, g_ptr_array_index (self->lasts, i),
                                                    self->current);

      g_array_append_vals (self->plan_items, items->data, items->len);
    }

  return self->plan_items;
}

/**
 * dz_change_row_count_promises:
 *
 * Returns: the acts of last year's plan of which that is decided or, where nobody did, proposed
 */
guint
dz_change_row_count_promises (DzChangeRow *self,
                              DzPromise    promise)
{
  GArray *items = dz_change_row_get_plan_items (self);
  guint count = 0;

  for (guint i = 0; items != NULL && i < items->len; i++)
    count += dz_plan_item_get_promise (&g_array_index (items, DzPlanItem, i)) == promise;

  return count;
}

/* ---- what became of a code ---- */

/* @unsure: those that wait for a person count, too */
static int
find_named (DzReport   *report,
            const char *code,
            gboolean    unsure)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->code == code &&
          (dz_weakness_is_named (weakness) || (unsure && dz_weakness_is_suggested (weakness))))
        return (int) i;
    }

  return -1;
}

static void
find_last (DzChangeRow      *row,
           const char       *code,
           gboolean          unsure,
           DzWeaknessChange *change)
{
  change->last_weakness = -1;
  for (guint i = 0; i < row->lasts->len && change->last_weakness < 0; i++)
    {
      DzReport *last = g_ptr_array_index (row->lasts, i);

      change->last_weakness = find_named (last, code, unsure);
      if (change->last_weakness >= 0)
        change->last_report = last;
    }
}

/* In this year's report, of last year's list: with the claim that it was put right, or without. */
static int
find_looked_back (DzReport   *report,
                  const char *code,
                  gboolean    claimed)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->code == code && weakness->last_year && weakness->state != DZ_STATE_REJECTED &&
          claimed != dz_span_is_empty (weakness->rectified))
        return (int) i;
    }

  return -1;
}

static gboolean
judge (DzChangeRow      *row,
       const char       *code,
       gboolean          unsure,
       DzWeaknessChange *change)
{
  int open = find_looked_back (row->current, code, FALSE);

  *change = (DzWeaknessChange){ .code = code };
  find_last (row, code, unsure, change);
  change->this_weakness = find_named (row->current, code, unsure);
  change->claim = find_looked_back (row->current, code, TRUE);
  /* Only looked back upon: what last year's report names decides, or the report says itself
   * that it is not done. */
  if (change->this_weakness < 0 && change->last_weakness < 0 && open < 0)
    return FALSE;

  if (change->this_weakness >= 0 && change->claim >= 0)
    change->destination = DZ_DESTINATION_CLAIMED_AGAIN;
  else if (change->this_weakness >= 0)
    change->destination = change->last_weakness >= 0 || open >= 0 ? DZ_DESTINATION_UNCLAIMED_AGAIN
                                                                  : DZ_DESTINATION_NEW;
  else if (change->claim >= 0)
    change->destination = DZ_DESTINATION_CLAIMED_GONE;
  else if (open >= 0)
    {
      change->destination = DZ_DESTINATION_UNCLAIMED_AGAIN;
      change->unfinished = TRUE;
      change->this_weakness = open;
    }
  else
    change->destination = DZ_DESTINATION_SILENT_GONE;

  /* Where no problem at all was read, silence is the reading's as much as the report's. */
  if (change->destination == DZ_DESTINATION_NEW)
    return !none_declared_last (row);

  return change->destination != DZ_DESTINATION_SILENT_GONE || !dz_weakness_none_declared (row->current);
}

/* The person decides. */
static void
take_decision (DzChangeRow      *row,
               DzWeaknessChange *change)
{
  const DzDecision *decision =
    dz_review_find_decision (row->review, "destination", row->body->id, row->current->identity.year,
                             change->code);

  change->decided = decision != NULL &&
                    dz_destination_from_string (decision->value, &change->destination);
  change->unsure = change->unsure && !change->decided;
}

/* A code nobody confirmed that would come back is told as that, and not as new or gone. */
static gboolean
decide (DzChangeRow      *row,
        const char       *code,
        DzWeaknessChange *change)
{
  gboolean sure = judge (row, code, FALSE, change);
  DzWeaknessChange unsure;

  if ((!sure || change->destination > DZ_DESTINATION_UNCLAIMED_AGAIN) && judge (row, code, TRUE, &unsure) &&
      unsure.destination <= DZ_DESTINATION_UNCLAIMED_AGAIN)
    {
      *change = unsure;
      change->unsure = sure = TRUE;
    }
  if (sure)
    take_decision (row, change);

  return sure;
}

static void
list_changes (DzChangeRow *row)
{
  GPtrArray *codes = dz_codebook_list (row->codebook, DZ_ENTRY_WEAKNESS);

  for (guint destination = 0; destination < DZ_N_DESTINATIONS; destination++)
    for (guint i = 0; i < codes->len; i++)
      {
        const DzEntry *entry = g_ptr_array_index (codes, i);
        DzWeaknessChange change;

        if (decide (row, entry->id, &change) && change.destination == destination)
          g_array_append_val (row->changes, change);
      }
}

/* @lasts: (transfer full) (element-type DzReport): the reports of last year it goes back to, one or more */
DzChangeRow *
dz_change_row_new (DzReview     *review,
                   DzCodebook   *codebook,
                   DzPlanItems  *plans,
                   const DzBody *body,
                   GPtrArray    *lasts,
                   DzReport     *current)
{
  DzChangeRow *row = g_object_new (DZ_TYPE_CHANGE_ROW, NULL);

  row->review = dz_review_ref (review);
  row->codebook = dz_codebook_ref (codebook);
  row->plans = dz_plan_items_ref (plans);
  row->body = body;
  row->lasts = lasts;
  row->current = current;
  list_changes (row);

  return row;
}
