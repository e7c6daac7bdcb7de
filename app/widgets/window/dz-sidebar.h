/* dz-sidebar.h - the list of views, their badges, and where the work is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_SIDEBAR (dz_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (DzSidebar, dz_sidebar, DZ, SIDEBAR, GtkBox)

/* Signal "view-chosen" (const char *name): the user picked a view. */
void dz_sidebar_add_view    (DzSidebar  *self,
                             const char *name,
                             const char *title,
                             const char *icon_name);
void dz_sidebar_select      (DzSidebar  *self,
                             const char *name);
void dz_sidebar_set_badge   (DzSidebar  *self,
                             const char *name,
                             const char *text,
                             gboolean    attention);
void dz_sidebar_set_status  (DzSidebar  *self,
                             const char *text);

G_END_DECLS
