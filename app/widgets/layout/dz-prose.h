/* dz-prose.h - sentences that wrap in the place they are given, laid out once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_PROSE (dz_prose_get_type ())
G_DECLARE_FINAL_TYPE (DzProse, dz_prose, DZ, PROSE, GtkWidget)

GtkWidget  *dz_prose_new        (const char *text,
                                 const char *css_class,
                                 float       line_height);
GtkWidget  *dz_prose_new_markup (const char *markup,
                                 const char *css_class);
const char *dz_prose_get_text   (DzProse    *self);

G_END_DECLS
