/* dz-plan-items.h - acts of a plan that next year's report does not mention
 *
 * Inside compare/ only. Two reports must be folded to find them, so what was found is kept, for all tables of a
 * snapshot and, where both reports are the same, from one snapshot to the next. May be used from any thread. An act is a clause of the plan with a verb of the
 * codebook (C-PLANDONE) and an object of its own: 配备法治专员2名. It counts as
 * mentioned if most of the object's three-character pieces stand in this
 * year's report outside plan and problems. A list to look at, not a judgement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

G_BEGIN_DECLS

typedef struct _DzPlanItems DzPlanItems;

DzPlanItems *dz_plan_items_new   (DzReview    *review,
                                  DzCodebook  *codebook,
                                  DzPlanItems *previous);
DzPlanItems *dz_plan_items_ref   (DzPlanItems *self);
void         dz_plan_items_unref (DzPlanItems *self);
GArray      *dz_plan_items_find  (DzPlanItems *self,
                                  DzReport    *last,
                                  DzReport    *current);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPlanItems, dz_plan_items_unref)

G_END_DECLS
