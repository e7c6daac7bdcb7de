/* dz-scope-window.h - 选择单位: the bodies all views show, chosen one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_SCOPE_WINDOW (dz_scope_window_get_type ())
G_DECLARE_FINAL_TYPE (DzScopeWindow, dz_scope_window, DZ, SCOPE_WINDOW, AdwWindow)

DzScopeWindow *dz_scope_window_new (DzSession *session,
                                    GtkWindow *parent);

G_END_DECLS
