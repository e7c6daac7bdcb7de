/* dz-tip.h - the words of a tooltip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        dz_tip_init      (void);
void        dz_tip_set       (GtkWidget  *widget,
                              const char *words);
const char *dz_tip_get       (GtkWidget  *widget);
void        dz_tip_set_words (GtkTooltip *tip,
                              const char *words);
gboolean    dz_tip_is_held_back (GtkWidget *widget);

G_END_DECLS
