/* dz-plan-items.h - acts of a plan that next year's report does not mention
 *
 * Inside compare/ only. An act is a clause of the plan with a verb of the
 * codebook (C-PLANDONE) and an object of its own: 配备法治专员2名. It counts as
 * mentioned if most of the object's three-character pieces stand in this
 * year's report outside plan and problems. A list to look at, not a judgement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-report.h"

G_BEGIN_DECLS

GArray *dz_plan_items_find (DzReport   *last,
                            DzReport   *current,
                            DzCodebook *codebook);

G_END_DECLS
