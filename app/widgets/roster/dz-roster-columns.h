/* dz-roster-columns.h - the columns of the roster board: heads, widths, order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     dz_roster_columns_add        (GtkColumnView       *table);
int      dz_roster_columns_get_number (GtkColumnViewColumn *column);
gboolean dz_roster_columns_is_count   (int                  number);

G_END_DECLS
