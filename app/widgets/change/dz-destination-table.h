/* dz-destination-table.h - 问题去向: what became of last year's weaknesses, a row per body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"
#include "dz-year-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_DESTINATION_TABLE (dz_destination_table_get_type ())
G_DECLARE_FINAL_TYPE (DzDestinationTable, dz_destination_table, DZ, DESTINATION_TABLE, AdwBin)

void dz_destination_table_set_change (DzDestinationTable *self,
                                      DzSession          *session,
                                      DzYearChange       *change);
void       dz_destination_table_leave      (DzDestinationTable *self);

G_END_DECLS
