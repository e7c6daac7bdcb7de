/* dz-told-pages.h - a screen reader is told of what shows: not of pages behind, nor of a flap that is shut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_told_pages_watch (GtkWidget *root);

G_END_DECLS
