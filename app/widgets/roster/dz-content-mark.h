/* dz-content-mark.h - the small round marks of the roster board, and the not-reported dash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-roster-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_CONTENT_MARK (dz_content_mark_get_type ())
G_DECLARE_FINAL_TYPE (DzContentMarkWidget, dz_content_mark, DZ, CONTENT_MARK, GtkWidget)

GtkWidget *dz_content_mark_new      (void);
void       dz_content_mark_set      (DzContentMarkWidget *self,
                                     DzContentMark        mark);
void       dz_content_mark_set_dash (DzContentMarkWidget *self);
const char *dz_content_mark_get_words (DzContentMarkWidget *self);

G_END_DECLS
