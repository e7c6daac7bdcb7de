/* dz-column-row.h - scrolled parts in a row, each as wide as the columns of text in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dz_column_row_new (void);
void       dz_column_row_add (GtkWidget *row,
                              GtkWidget *part,
                              guint      n_columns);

G_END_DECLS
