/* dz-table-file.h - the tables of a file, whichever of our formats it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-sheet.h"
#include "dz-source.h"

G_BEGIN_DECLS

GPtrArray *dz_table_file_read (GBytes    *bytes,
                               DzSource  *source,
                               GError   **error);

G_END_DECLS
