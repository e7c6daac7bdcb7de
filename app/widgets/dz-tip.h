/* dz-tip.h - the words of a tooltip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* About as tall as the pointer: of what is taller, so much over and under it is looked at. */
#define DZ_TIP_REACH 20

void        dz_tip_init      (void);
void        dz_tip_set       (GtkWidget  *widget,
                              const char *words);
const char *dz_tip_get       (GtkWidget  *widget);
void        dz_tip_set_words (GtkTooltip *tip,
                              const char *words);
void        dz_tip_set_words_at (GtkTooltip *tip,
                                 const char *words,
                                 int         x,
                                 double      top,
                                 double      height);
gboolean    dz_tip_is_held_back (GtkWidget *widget);

G_END_DECLS
