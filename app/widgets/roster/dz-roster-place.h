/* dz-roster-place.h - what the board is sorted by and which row stands on top, as words and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *dz_roster_place_dup_order (GtkColumnView *table);
void  dz_roster_place_set_order (GtkColumnView *table,
                                 const char    *order);
char *dz_roster_place_dup_top   (GtkColumnView *table);
void  dz_roster_place_go_to     (GtkColumnView *table,
                                 const char    *top);

G_END_DECLS
