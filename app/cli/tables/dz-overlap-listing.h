/* dz-overlap-listing.h - the passages reports share, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-listing.h"
#include "dz-review.h"

G_BEGIN_DECLS

DzListing *dz_overlap_listing_new (DzReview *review,
                                   int       year);

G_END_DECLS
