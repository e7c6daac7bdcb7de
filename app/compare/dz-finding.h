/* dz-finding.h - making findings; inside compare/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-cross-checks.h"

G_BEGIN_DECLS

DzFinding  *dz_finding_new_from_check (DzReview             *review,
                                       DzCodebook           *codebook,
                                       const DzBody         *body,
                                       DzReport             *report,
                                       const DzCheck        *check,
                                       const DzEntry        *entry);
DzFinding  *dz_finding_new_cross      (const DzCrossContext *context,
                                       const DzEntry        *entry,
                                       DzCrossFinding       *cross);
DzCheckRow *dz_check_row_new          (DzReview             *review,
                                       DzCodebook           *codebook,
                                       const DzEntry        *check,
                                       const DzBody         *body,
                                       gboolean              off);
void        dz_check_row_add          (DzCheckRow           *self,
                                       DzFinding            *finding);

G_END_DECLS
