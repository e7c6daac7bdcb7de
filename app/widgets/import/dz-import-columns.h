/* dz-import-columns.h - the columns of the list of imported files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

void dz_import_columns_add (GtkColumnView *table,
                            DzView        *view);

G_END_DECLS
