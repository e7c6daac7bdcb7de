/* dz-still-spin.h - a number to be typed, which turning the wheel leaves alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dz_still_spin_new (double least,
                              double most);

G_END_DECLS
