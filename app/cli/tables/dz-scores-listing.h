/* dz-scores-listing.h - the 评分表 as listings: the result, what each scorer gave, what the program shows beside each head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-listing.h"
#include "dz-review.h"
#include "dz-scope-filter.h"

G_BEGIN_DECLS

DzListing *dz_scores_listing_new          (DzReview            *review,
                                           int                  year,
                                           const DzScopeFilter *scope);
DzListing *dz_scores_listing_new_points   (DzReview            *review,
                                           int                  year,
                                           const DzScopeFilter *scope);
DzListing *dz_scores_listing_new_evidence (DzReview            *review,
                                           DzCodebook          *codebook,
                                           int                  year,
                                           const DzScopeFilter *scope);

DzListing *dz_scores_listing_new_form     (DzReview            *review,
                                           DzCodebook          *codebook,
                                           int                  year,
                                           const DzScopeFilter *scope);

G_END_DECLS
