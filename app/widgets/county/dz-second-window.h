/* dz-second-window.h - 复核: a second person codes the problems of the reports without seeing the first's codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_SECOND_WINDOW (dz_second_window_get_type ())
G_DECLARE_FINAL_TYPE (DzSecondWindow, dz_second_window, DZ, SECOND_WINDOW, AdwWindow)

DzSecondWindow *dz_second_window_new (DzSession *session,
                                      GtkWindow *parent);

G_END_DECLS
