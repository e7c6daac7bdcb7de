/* dz-checks-table-private.h - a table of checks that shares with other tables; inside compare/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-checks-table.h"
#include "dz-plan-items.h"

G_BEGIN_DECLS

DzChecksTable *dz_checks_table_new_sharing (DzReview            *review,
                                            DzCodebook          *codebook,
                                            int                  year,
                                            const DzScopeFilter *scope,
                                            DzPlanItems         *plans);

G_END_DECLS
