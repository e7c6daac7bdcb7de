/* dz-plain-table.h - a drawn table as words in rows and cells, in a window of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dz_plain_table_present (GtkWidget  *from,
                                   const char *title,
                                   const char *table);

G_END_DECLS
