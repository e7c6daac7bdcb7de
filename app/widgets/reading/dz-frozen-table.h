/* dz-frozen-table.h - a table of widgets whose head and first column stay while the rest scrolls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_FROZEN_TABLE (dz_frozen_table_get_type ())
G_DECLARE_FINAL_TYPE (DzFrozenTable, dz_frozen_table, DZ, FROZEN_TABLE, GtkWidget)

GtkWidget *dz_frozen_table_new    (guint          n_columns,
                                   guint          n_rows,
                                   int            first_width,
                                   int            least_width);
void       dz_frozen_table_attach (DzFrozenTable *self,
                                   GtkWidget     *child,
                                   guint          column,
                                   guint          row);
GtkWidget *dz_frozen_table_get    (DzFrozenTable *self,
                                   guint          column,
                                   guint          row);

G_END_DECLS
