/* dz-kept-name.h - the names of bodies among the words of what a person kept
 *
 * What a view shows, and which bodies a scope has, is kept as words parted by signs. A name may hold
 * any of these signs; here it does not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

char         *dz_kept_name_new    (const char   *name);
char         *dz_kept_name_dup    (const char   *kept);
char         *dz_body_dup_kept    (const DzBody *self);
const DzBody *dz_review_body_kept (DzReview     *self,
                                   const char   *kept);

G_END_DECLS
