/* dz-review-check.h - a review looked through from end to end, and what of a broken one is left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

GPtrArray *dz_store_check   (DzStore     *store,
                             GError     **error);
GPtrArray *dz_review_repair (const char  *path,
                             const char  *to,
                             GError     **error);

G_END_DECLS
