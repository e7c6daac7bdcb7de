/* dz-tables-view.h - 对账: the county's own numbers beside those of the reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_TABLES_VIEW (dz_tables_view_get_type ())
G_DECLARE_FINAL_TYPE (DzTablesView, dz_tables_view, DZ, TABLES_VIEW, DzView)

G_END_DECLS
