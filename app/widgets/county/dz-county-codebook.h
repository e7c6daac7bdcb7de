/* dz-county-codebook.h - the page of the county's settings with its own cues and codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_COUNTY_CODEBOOK (dz_county_codebook_get_type ())
G_DECLARE_FINAL_TYPE (DzCountyCodebook, dz_county_codebook, DZ, COUNTY_CODEBOOK, AdwPreferencesPage)

DzCountyCodebook *dz_county_codebook_new         (DzSession        *session,
                                                  const char       *xml);
char             *dz_county_codebook_dup_xml     (DzCountyCodebook *self);
gboolean          dz_county_codebook_has_changed (DzCountyCodebook *self);
void              dz_county_codebook_check       (DzCountyCodebook *self);
gboolean          dz_county_codebook_is_usable   (DzCountyCodebook *self);
void              dz_county_codebook_revert      (DzCountyCodebook *self);

G_END_DECLS
