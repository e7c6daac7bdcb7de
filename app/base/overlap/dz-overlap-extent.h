/* dz-overlap-extent.h - how far the text two reports share reaches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

#define DZ_OVERLAP_PART_SHARE 0.5 /* of a part that stands in the other report: told whatever the whole shares */

double   dz_overlap_extent_get_side  (DzReview         *review,
                                      const DzOverlap  *overlap,
                                      gboolean          of_b);
double   dz_overlap_extent_find_part (DzReview         *review,
                                      const DzOverlap  *overlap,
                                      const DzSection **part);
gboolean dz_overlap_extent_is_of_year (DzReview        *review,
                                       const DzOverlap *overlap,
                                       int              year);
double   dz_overlap_extent_get_background (DzReview    *review,
                                           int          year);
gboolean dz_overlap_extent_is_told   (DzReview         *review,
                                      const DzOverlap  *overlap);

G_END_DECLS
