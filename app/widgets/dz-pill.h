/* dz-pill.h - a word or two about a thing, in a rounded field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dz_pill_new       (const char *words,
                              const char *css_class);
GtkWidget *dz_pill_new_grade (DzGrade     grade);

G_END_DECLS
