/* dz-inner-scroll.h - lines of text that scroll, within a page that scrolls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dz_inner_scroll_new (GtkWidget *child);

G_END_DECLS
