/* dz-weakness-grid.h - rows codes, columns reports, cells the townships' own sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"
#include "dz-weakness-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_WEAKNESS_GRID (dz_weakness_grid_get_type ())
G_DECLARE_FINAL_TYPE (DzWeaknessGrid, dz_weakness_grid, DZ, WEAKNESS_GRID, AdwBin)

void       dz_weakness_grid_set_reports (DzWeaknessGrid *self,
                                         DzSession      *session,
                                         GPtrArray      *reports,
                                         GPtrArray      *heads,
                                         DzWeaknessSort  sort,
                                         DzWeaknessShow  show);
char      *dz_weakness_grid_dup_table   (DzWeaknessGrid *self);

G_END_DECLS
