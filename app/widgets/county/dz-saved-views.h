/* dz-saved-views.h - a window with the views that were saved: to go to one, to save the one on screen
 *
 * Signal "go" (char *words): as they were saved, without the name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_SAVED_VIEWS (dz_saved_views_get_type ())
G_DECLARE_FINAL_TYPE (DzSavedViews, dz_saved_views, DZ, SAVED_VIEWS, AdwWindow)

DzSavedViews *dz_saved_views_new (DzSession  *session,
                                  GtkWindow  *parent,
                                  const char *words,
                                  const char *title);

G_END_DECLS
