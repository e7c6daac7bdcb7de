/* dz-sayable.h - what may be said outside before a person has confirmed it
 *
 * A letter and a briefing say only what is certain by its nature or what a person
 * confirmed; everything else is offered, not said. Which checks are certain the
 * codebook says, with the reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-checks-table.h"
#include "dz-codebook.h"
#include "dz-review.h"

G_BEGIN_DECLS

DzReview *dz_review_sayable     (DzReview   *review,
                                 DzCodebook *codebook);
gboolean  dz_finding_is_about_report (DzFinding  *finding);
gboolean  dz_finding_is_sayable (DzFinding  *finding);

G_END_DECLS
