/* dz-causes-listing.h - what the reports blame, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-cause-tally.h"
#include "dz-listing.h"

G_BEGIN_DECLS

DzListing *dz_causes_listing_new (DzReview            *review,
                                  DzCodebook          *codebook,
                                  int                  year,
                                  const DzScopeFilter *scope);

G_END_DECLS
