/* dz-overlap.h - text that two reports share, what was given to all left out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

G_BEGIN_DECLS

/* Asked between two years: whether to go on. */
typedef gboolean (*DzOverlapGoOn) (gpointer user_data);

typedef struct _DzOverlapSearch DzOverlapSearch;

DzOverlapSearch *dz_overlap_search_new      (DzCodebook      *codebook,
                                             double           at_least);
void             dz_overlap_search_free     (DzOverlapSearch *self);
void             dz_overlap_search_add_year (DzOverlapSearch *self,
                                             DzReview        *review,
                                             int              year,
                                             GPtrArray      **given);
GPtrArray       *dz_overlap_search_finish   (DzOverlapSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOverlapSearch, dz_overlap_search_free)

double     dz_overlap_get_least (const DzCounty *county);
GPtrArray *dz_overlap_find_all (DzReview     *review,
                                DzCodebook   *codebook,
                                double        at_least,
                                GPtrArray   **given,
                                DzOverlapGoOn go_on,
                                gpointer      user_data);

G_END_DECLS
