/* dz-wrap-box.h - a row of widgets that goes on in the next line where there is no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_WRAP_BOX (dz_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (DzWrapBox, dz_wrap_box, DZ, WRAP_BOX, GtkWidget)

void dz_wrap_box_set_spacing (DzWrapBox *self,
                              int        spacing);
void dz_wrap_box_link        (DzWrapBox *self);

G_END_DECLS
