/* dz-shows.h - toggles over a table: which of its rows are shown, and how many that are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dz_shows_new  (GtkToggleButton       **shows,
                          guint                   n,
                          GCallback               toggled_cb,
                          gpointer                user_data);
guint      dz_shows_get  (GtkToggleButton *const *shows,
                          guint                   n,
                          guint                   otherwise);
void       dz_shows_tell (GtkToggleButton        *show,
                          const char             *title,
                          guint                   count,
                          gboolean                always);

G_END_DECLS
