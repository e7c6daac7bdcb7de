/* dz-spoken.h - what a screen reader says of a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_spoken_set_name (GtkWidget  *widget,
                         const char *words);
void dz_spoken_read     (GtkWidget  *widget);

G_END_DECLS
