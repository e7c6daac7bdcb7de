/* dz-table-reading.h - a table of the county understood: columns, bodies, cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"
#include "dz-sheet.h"
#include "dz-table-plan.h"

G_BEGIN_DECLS

typedef struct _DzTableReading DzTableReading;

DzTableReading *dz_table_reading_new  (DzCodebook     *codebook,
                                       GPtrArray      *bodies,
                                       GPtrArray      *heads,
                                       GError        **error);
void            dz_table_reading_free (DzTableReading *self);
DzTablePlan    *dz_table_reading_read (DzTableReading *self,
                                       const DzSheet  *sheet,
                                       const char     *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzTableReading, dz_table_reading_free)

G_END_DECLS
