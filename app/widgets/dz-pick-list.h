/* dz-pick-list.h - a list with a search entry over it, in a popover, by keys alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_pick_list_link (GtkSearchEntry *entry,
                        GtkListBox     *list);

G_END_DECLS
