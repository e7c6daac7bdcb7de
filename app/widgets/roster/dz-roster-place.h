/* dz-roster-place.h - which row of the board stands on top, as words and back, and which is to be in sight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *dz_roster_place_dup_top (GtkColumnView *table);
void  dz_roster_place_go_to   (GtkColumnView *table,
                               const char    *top);
int   dz_roster_place_find    (GtkColumnView *table,
                               gint64         body_id);
void  dz_roster_place_show    (GtkColumnView *table,
                               gint64         body_id);

G_END_DECLS
