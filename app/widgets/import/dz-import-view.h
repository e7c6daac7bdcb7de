/* dz-import-view.h - 导入结果: what became of each file, corrected by one click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_IMPORT_VIEW (dz_import_view_get_type ())
G_DECLARE_FINAL_TYPE (DzImportView, dz_import_view, DZ, IMPORT_VIEW, DzView)

G_END_DECLS
