/* dz-roster-choosing.h - rows of the roster board chosen by pointer and keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_roster_choosing_attach (GtkColumnView *table);

G_END_DECLS
