/* dz-grown-county.h - the sample county grown to any number of bodies: its reports under other names, with other numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

G_BEGIN_DECLS

DzReview *dz_grown_county (guint        n_bodies,
                           DzCodebook **codebook);

G_END_DECLS
