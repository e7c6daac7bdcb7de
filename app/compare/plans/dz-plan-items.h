/* dz-plan-items.h - what a plan promised, and the sentence of next year's report that keeps it
 *
 * Two reports must be folded to find them, so what was found is kept, for all tables of a snapshot and,
 * where both reports are the same, from one snapshot to the next. May be used from any thread. A promise is
 * a clause of the plan with a verb of the codebook (C-PLANDONE) or an amount, and an object of its own:
 * 配备法治专员2名. Which sentence of this year's report tells of it, and how much of it was done, says
 * dz-plan-match.h. The machine only proposes: a person decides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-plan-match.h"
#include "dz-review.h"

G_BEGIN_DECLS

const char *dz_promise_get_name    (DzPromise   promise);
const char *dz_promise_to_string   (DzPromise   promise);
gboolean    dz_promise_from_string (const char *word,
                                    DzPromise  *promise);

/**
 * DzPlanItem: an act of last year's plan
 * @report: last year's; borrowed
 * @span: in it
 * @found: share of its words this year's report has, 0 to 1
 * @proposed: by the words alone
 * @kept: in this year's report, the sentence that has most of them; empty: none
 * @decision: (nullable): of a person, of the kind "plan-done"; the review's
 */
typedef struct
{
  DzReport *report;
  DzSpan span;
  double found;
  DzPromise proposed;
  DzSpan kept;
  const DzDecision *decision;
} DzPlanItem;

typedef struct _DzPlanItems DzPlanItems;

DzPlanItems *dz_plan_items_new   (DzReview    *review,
                                  DzCodebook  *codebook,
                                  DzPlanItems *previous);
DzPlanItems *dz_plan_items_ref   (DzPlanItems *self);
void         dz_plan_items_unref (DzPlanItems *self);
GArray      *dz_plan_items_find  (DzPlanItems *self,
                                  DzReview    *review,
                                  DzReport    *last,
                                  DzReport    *current);
DzPromise    dz_plan_item_get_promise (const DzPlanItem *item);
char        *dz_plan_item_dup_words (const DzPlanItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPlanItems, dz_plan_items_unref)

G_END_DECLS
