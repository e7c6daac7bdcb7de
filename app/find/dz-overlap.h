/* dz-overlap.h - text that two reports share, set phrases left out
 *
 * Shingles of 8 characters, only Han characters and digits, folded; set phrases and
 * what the county gave its bodies to fill in are left out. The share is Jaccard's: common shingles over all shingles of the two. Passages are
 * the longest common runs, as spans of the original texts of both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

G_BEGIN_DECLS

#define DZ_OVERLAP_SHINGLE 8
#define DZ_OVERLAP_MIN_PASSAGE 12 /* characters; shorter runs are not shown */

typedef struct _DzShingles DzShingles;

DzShingles *dz_shingles_new        (DzText            *text,
                                    GPtrArray         *set_phrases);
void        dz_shingles_free       (DzShingles        *self);
guint       dz_shingles_get_n      (DzShingles        *self);
double      dz_overlap_share       (DzShingles        *a,
                                    DzShingles        *b);
void        dz_overlap_passages    (DzShingles        *a,
                                    DzShingles        *b,
                                    GArray            *passages);
GPtrArray  *dz_overlap_list_set_phrases (DzCodebook   *codebook,
                                         const DzCounty *county);
GPtrArray  *dz_overlap_find_all    (DzReview          *review,
                                    GPtrArray         *set_phrases,
                                    double             at_least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzShingles, dz_shingles_free)

G_END_DECLS
