/* dz-sight.h - what keeps its place on screen: scrolled parts when the focus moves or a view is shown anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _DzSight DzSight;

void       dz_sight_follow_focus (GtkWindow *window);
GtkWidget *dz_sight_get_focus    (GtkWidget *widget);
gboolean   dz_sight_is_typing    (GtkWidget *widget,
                                  GtkWidget *before);
DzSight   *dz_sight_remember     (GtkWidget *view);
void       dz_sight_restore      (DzSight   *self);

G_END_DECLS
