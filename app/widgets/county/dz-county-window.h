/* dz-county-window.h - the county's settings: names, dates, thresholds, roster, set phrases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_COUNTY_WINDOW (dz_county_window_get_type ())
G_DECLARE_FINAL_TYPE (DzCountyWindow, dz_county_window, DZ, COUNTY_WINDOW, AdwPreferencesWindow)

DzCountyWindow *dz_county_window_new (DzSession *session,
                                      GtkWindow *parent);
void            dz_county_window_show_checks (DzCountyWindow *self);

G_END_DECLS
