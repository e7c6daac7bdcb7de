/* dz-life-listing.h - bodies over all their years, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-body-life.h"
#include "dz-listing.h"

G_BEGIN_DECLS

DzListing *dz_life_listing_new (DzReview            *review,
                                DzCodebook          *codebook,
                                const DzScopeFilter *scope);

G_END_DECLS
