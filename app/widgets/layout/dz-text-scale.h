/* dz-text-scale.h - sizes that grow with the text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double  dz_text_scale         (GtkWidget *widget);
void    dz_text_scale_request (GtkWidget *widget,
                               int        width,
                               int        height);
void    dz_text_scale_tree    (GtkWidget *root);

G_END_DECLS
