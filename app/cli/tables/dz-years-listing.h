/* dz-years-listing.h - what changed since last year, figures and weaknesses, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-listing.h"
#include "dz-year-change.h"

G_BEGIN_DECLS

DzListing *dz_years_listing_new (DzYearChange *change,
                                 DzCodebook   *codebook);
DzListing *dz_changes_listing_new (DzYearChange *change,
                                   DzCodebook   *codebook);
DzListing *dz_promises_listing_new (DzYearChange *change);

G_END_DECLS
