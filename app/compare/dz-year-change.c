/* dz-year-change.c - this year against last: 年度对比
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
  DzReport *last;
  DzReport *current;
  GArray *changes;    /* DzWeaknessChange, by destination, then codebook order */
  GArray *plan_items; /* DzPlanItem; NULL until asked for: two texts must be folded */
};

G_DEFINE_FINAL_TYPE (DzChangeRow, dz_change_row, G_TYPE_OBJECT)

struct _DzYearChange
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  DzPlanItems *plans;
  int year;
  GPtrArray *bodies;
  GPtrArray *without_last;
  GListStore *rows;
  guint counts[DZ_N_DESTINATIONS];
};

G_DEFINE_FINAL_TYPE (DzYearChange, dz_year_change, G_TYPE_OBJECT)

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

  return self->last;
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

guint
dz_change_row_count (DzChangeRow  *self,
                     DzDestination destination)
{
  guint count = 0;

  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), 0);

  for (guint i = 0; i < self->changes->len; i++)
    count += g_array_index (self->changes, DzWeaknessChange, i).destination == destination;

  return count;
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

  return !dz_weakness_none_declared (self->last) && !dz_weakness_none_declared (self->current);
}

static void
mark_done (DzChangeRow *self)
{
  for (guint i = 0; i < self->plan_items->len; i++)
    {
      DzPlanItem *item = &g_array_index (self->plan_items, DzPlanItem, i);
      g_autofree char *key = dz_change_row_dup_plan_key (self, item);

      item->done = dz_review_find_decision (self->review, "plan-done", self->body->id,
                                            self->current->identity.year, key);
    }
}

/**
 * dz_change_row_get_plan_items:
 *
 * Returns: (transfer none) (element-type DzPlanItem): acts of last year's plan that this year's
 *   report does not mention; those a person says are done have it in @done
 */
GArray *
dz_change_row_get_plan_items (DzChangeRow *self)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self), NULL);

  if (self->plan_items == NULL)
    {
      g_autoptr(GArray) found = dz_plan_items_find (self->plans, self->last, self->current);

      self->plan_items = g_array_copy (found);
      mark_done (self);
    }

  return self->plan_items;
}

/**
 * dz_change_row_count_open_plan_items:
 *
 * Returns: those nobody says are done
 */
guint
dz_change_row_count_open_plan_items (DzChangeRow *self)
{
  GArray *items = dz_change_row_get_plan_items (self);
  guint count = 0;

  for (guint i = 0; items != NULL && i < items->len; i++)
    count += g_array_index (items, DzPlanItem, i).done == NULL;

  return count;
}

/**
 * dz_change_row_dup_plan_key:
 *
 * Returns: (transfer full): the key of a decision "plan-done" about this act: its own words, so
 *   that it stands after last year's report is read anew
 */
char *
dz_change_row_dup_plan_key (DzChangeRow      *self,
                            const DzPlanItem *item)
{
  g_return_val_if_fail (DZ_IS_CHANGE_ROW (self) && item != NULL, NULL);

  return dz_text_dup_span (self->last->text, item->span);
}

/* ---- what became of a code ---- */

static int
find_named (DzReport   *report,
            const char *code)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->code == code && dz_weakness_is_named (weakness))
        return (int) i;
    }

  return -1;
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
decide (DzChangeRow      *row,
        const char       *code,
        DzWeaknessChange *change)
{
  int open = find_looked_back (row->current, code, FALSE);

  *change = (DzWeaknessChange){ .code = code };
  change->last_weakness = find_named (row->last, code);
  change->this_weakness = find_named (row->current, code);
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
    return !dz_weakness_none_declared (row->last);

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
}

static void
list_changes (DzYearChange *self,
              DzChangeRow  *row)
{
  GPtrArray *codes = dz_codebook_list (self->codebook, DZ_ENTRY_WEAKNESS);

  for (guint destination = 0; destination < DZ_N_DESTINATIONS; destination++)
    for (guint i = 0; i < codes->len; i++)
      {
        const DzEntry *entry = g_ptr_array_index (codes, i);
        DzWeaknessChange change;

        if (!decide (row, entry->id, &change))
          continue;
        take_decision (row, &change);
        if (change.destination == destination)
          g_array_append_val (row->changes, change);
      }
}

static void
append_row (DzYearChange *self,
            const DzBody *body,
            DzReport     *last,
            DzReport     *current)
{
  g_autoptr(DzChangeRow) row = g_object_new (DZ_TYPE_CHANGE_ROW, NULL);

  row->review = dz_review_ref (self->review);
  row->codebook = dz_codebook_ref (self->codebook);
  row->plans = dz_plan_items_ref (self->plans);
  row->body = body;
  row->last = last;
  row->current = current;
  list_changes (self, row);
  for (guint i = 0; i < DZ_N_DESTINATIONS; i++)
    self->counts[i] += dz_change_row_count (row, i);
  g_list_store_append (self->rows, row);
}

/* ---- the table ---- */

static void
dz_year_change_finalize (GObject *object)
{
  DzYearChange *self = DZ_YEAR_CHANGE (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_ptr_array_unref (self->without_last);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->plans, dz_plan_items_unref);

  G_OBJECT_CLASS (dz_year_change_parent_class)->finalize (object);
}

static void
dz_year_change_class_init (DzYearChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_year_change_finalize;
}

static void
dz_year_change_init (DzYearChange *self)
{
  self->rows = g_list_store_new (DZ_TYPE_CHANGE_ROW);
  self->without_last = g_ptr_array_new ();
}

/**
 * dz_year_change_new_sharing:
 * @scope: (nullable): %NULL for all
 * @plans: of @review; what is looked for here is kept there
 *
 * Returns: (transfer full): as dz_year_change_new()
 */
DzYearChange *
dz_year_change_new_sharing (DzReview            *review,
                            DzCodebook          *codebook,
                            int                  year,
                            const DzScopeFilter *scope,
                            DzPlanItems         *plans)
{
  DzYearChange *self = g_object_new (DZ_TYPE_YEAR_CHANGE, NULL);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->plans = dz_plan_items_ref (plans);
  self->year = year;
  self->bodies = dz_scope_filter_list_bodies (scope, review);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (self->bodies, i);
      DzReport *last = dz_review_report_of (review, body->id, year - 1);
      DzReport *current = dz_review_report_of (review, body->id, year);

      if (last != NULL && current != NULL)
        append_row (self, body, last, current);
      else if (current != NULL)
        g_ptr_array_add (self->without_last, body);
    }

  return self;
}

/**
 * dz_year_change_new:
 * @year: this year; compared with the year before
 * @scope: (nullable): %NULL for all
 *
 * Returns: (transfer full): a row per body that has reports of both years
 */
DzYearChange *
dz_year_change_new (DzReview            *review,
                    DzCodebook          *codebook,
                    int                  year,
                    const DzScopeFilter *scope)
{
  g_autoptr(DzPlanItems) plans = NULL;

  g_return_val_if_fail (review != NULL && codebook != NULL, g_object_new (DZ_TYPE_YEAR_CHANGE, NULL));

  plans = dz_plan_items_new (review, codebook, NULL);

  return dz_year_change_new_sharing (review, codebook, year, scope, plans);
}

/**
 * dz_year_change_get_rows:
 *
 * Returns: (transfer none): rows (#DzChangeRow) in roster order
 */
GListModel *
dz_year_change_get_rows (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

guint
dz_year_change_get_n_rows (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/**
 * dz_year_change_get_row:
 *
 * Returns: (transfer none) (nullable): the row, without a reference of its own
 */
DzChangeRow *
dz_year_change_get_row (DzYearChange *self,
                        guint         row)
{
  g_autoptr(DzChangeRow) item = NULL;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  return item; /* the store keeps it alive */
}

/**
 * dz_year_change_find_row:
 *
 * Returns: (transfer none) (nullable): the row of that body; %NULL: it has not both reports
 */
DzChangeRow *
dz_year_change_find_row (DzYearChange *self,
                         gint64        body_id)
{
  for (guint i = 0; i < dz_year_change_get_n_rows (self); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self, i);

      if (row->body->id == body_id)
        return row;
    }

  return NULL;
}

/**
 * dz_year_change_count:
 *
 * Returns: (body, code) pairs that went there
 */
guint
dz_year_change_count (DzYearChange *self,
                      DzDestination destination)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), 0);
  g_return_val_if_fail (destination < DZ_N_DESTINATIONS, 0);

  return self->counts[destination];
}

/**
 * dz_year_change_get_without_last:
 *
 * Returns: (transfer none) (element-type DzBody): bodies with a report of this year only
 */
GPtrArray *
dz_year_change_get_without_last (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  return self->without_last;
}

/**
 * dz_year_change_get_figures:
 *
 * Returns: (transfer full) (nullable): both years of one indicator; %NULL: the codebook has none
 *   of that id
 */
DzFigureChanges *
dz_year_change_get_figures (DzYearChange *self,
                            const char   *indicator)
{
  const DzEntry *entry;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), NULL);

  entry = dz_codebook_find (self->codebook, DZ_ENTRY_INDICATOR, indicator);

  return entry == NULL
           ? NULL
           : dz_figure_changes_new (self->review, self->codebook, self->bodies, self->year, entry);
}

/**
 * dz_year_change_list_figures:
 *
 * Returns: (transfer full): #DzFigureChanges of every indicator that any body gives in both years,
 *   in codebook order
 */
GListModel *
dz_year_change_list_figures (DzYearChange *self)
{
  GListStore *list = g_list_store_new (DZ_TYPE_FIGURE_CHANGES);
  GPtrArray *entries;

  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), G_LIST_MODEL (list));

  entries = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr(DzFigureChanges) changes =
        dz_figure_changes_new (self->review, self->codebook, self->bodies, self->year,
                               g_ptr_array_index (entries, i));

      if (dz_figure_changes_get_counts (changes)->both > 0)
        g_list_store_append (list, changes);
    }

  return G_LIST_MODEL (list);
}

/**
 * dz_year_change_has_last_year:
 *
 * Returns: whether any body of the scope has reports of both years
 */
gboolean
dz_year_change_has_last_year (DzYearChange *self)
{
  return dz_year_change_get_n_rows (self) > 0;
}

int
dz_year_change_get_year (DzYearChange *self)
{
  g_return_val_if_fail (DZ_IS_YEAR_CHANGE (self), 0);

  return self->year;
}
