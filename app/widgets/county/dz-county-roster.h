/* dz-county-roster.h - the page of the county's settings that edits its roster
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_COUNTY_ROSTER (dz_county_roster_get_type ())
G_DECLARE_FINAL_TYPE (DzCountyRoster, dz_county_roster, DZ, COUNTY_ROSTER, AdwPreferencesPage)

DzCountyRoster *dz_county_roster_new         (DzReview       *review);
GPtrArray      *dz_county_roster_dup_bodies  (DzCountyRoster *self);
GPtrArray      *dz_county_roster_list_unlisted (DzCountyRoster *self);
gboolean        dz_county_roster_has_changed (DzCountyRoster *self);
gboolean        dz_county_roster_has_new_names (DzCountyRoster *self);
char           *dz_county_roster_dup_trouble (DzCountyRoster *self);

G_END_DECLS
