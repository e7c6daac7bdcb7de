/* dz-window.h - the window: header bar, sidebar, views, evidence pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_WINDOW (dz_window_get_type ())
G_DECLARE_FINAL_TYPE (DzWindow, dz_window, DZ, WINDOW, AdwApplicationWindow)

DzWindow  *dz_window_new          (AdwApplication     *application);
gboolean   dz_window_open_review  (DzWindow           *self,
                                   const char         *path,
                                   gboolean            create);
void       dz_window_open_sample  (DzWindow           *self);
void       dz_window_import       (DzWindow           *self,
                                   const char *const  *paths);
const char *dz_window_get_view_name (DzWindow         *self);
gboolean   dz_window_is_working   (DzWindow           *self);
DzSession *dz_window_get_session  (DzWindow           *self);

G_END_DECLS
