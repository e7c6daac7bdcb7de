/* dz-roster-order.h - what the board is sorted by, as words and back, and which way a head sorts first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  dz_roster_order_watch (GtkColumnView *table);
char *dz_roster_order_dup   (GtkColumnView *table);
void  dz_roster_order_set   (GtkColumnView *table,
                             const char    *order);

G_END_DECLS
