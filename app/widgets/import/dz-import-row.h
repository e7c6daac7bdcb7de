/* dz-import-row.h - one file of an import, as an item of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-import-record.h"
#include "dz-review.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define DZ_TYPE_IMPORT_ROW (dz_import_row_get_type ())
G_DECLARE_FINAL_TYPE (DzImportRow, dz_import_row, DZ, IMPORT_ROW, GObject)

DzImportRow          *dz_import_row_new         (const DzImportRecord *record);
const DzImportRecord *dz_import_row_get_record  (DzImportRow          *self);
gboolean              dz_import_row_wants_look  (DzImportRow          *self);
DzReport             *dz_import_row_find_report (DzImportRow          *self,
                                                 DzReview             *review);

G_END_DECLS
