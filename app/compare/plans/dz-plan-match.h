/* dz-plan-match.h - which sentence of a report tells of a promise, and how much of it was done
 *
 * What a sentence shares with a promise weighs the more, the fewer sentences of the report say it: pairs of
 * characters and single ones, without the verbs and words anybody writes. A promise is told of where one
 * sentence has enough of it; kept, where that sentence has most, no smaller number, nothing that is still to come,
 * and something of each thing promised.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-plan-words.h"
#include "dz-report.h"

G_BEGIN_DECLS

typedef enum { DZ_PROMISE_UNMENTIONED, DZ_PROMISE_PARTLY, DZ_PROMISE_KEPT } DzPromise;
#define DZ_N_PROMISES (DZ_PROMISE_KEPT + 1)

typedef struct _DzPlanMatch DzPlanMatch;

DzPlanMatch *dz_plan_match_new     (DzPlanWords *words,
                                    DzReport    *current);
void         dz_plan_match_free    (DzPlanMatch *self);
gboolean     dz_plan_match_is_act  (DzPlanMatch *self,
                                    const char  *clause,
                                    gsize        len);
DzPromise    dz_plan_match_find    (DzPlanMatch *self,
                                    const char  *clause,
                                    gsize        len,
                                    double      *found,
                                    DzSpan      *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPlanMatch, dz_plan_match_free)

G_END_DECLS
