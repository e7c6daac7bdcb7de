/* dz-choices.h - the rows of a drop-down whose choices change while the program runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  dz_choices_set        (GtkDropDown       *drop,
                             const char *const *names,
                             guint              selected,
                             gpointer           listener);
void  dz_choices_add_search (GtkDropDown       *drop);
void  dz_choices_give_way   (GtkDropDown       *drop);

G_END_DECLS
