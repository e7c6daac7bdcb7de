/* dz-made-review.h - a review made up in memory: any number of bodies, two years
 *
 * Same numbers each time. Every figure and weakness stands in its report's text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

G_BEGIN_DECLS

DzCodebook *dz_made_codebook (void);
DzReview   *dz_made_review   (DzCodebook *codebook,
                              guint       n_bodies,
                              guint       n_reported);

G_END_DECLS
