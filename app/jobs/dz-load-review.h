/* dz-load-review.h - a review from whatever was named: a review file, or loose report files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Told of every loose file that cannot be read. */
typedef void (*DzGatherProblem) (const DzSource *source,
                                 const GError   *error,
                                 gpointer        user_data);

DzReview *dz_load_review (const char *const  *paths,
                          DzCodebook        **codebook,
                          DzGatherProblem     problem,
                          gpointer            user_data,
                          GCancellable       *cancellable,
                          GError            **error);
void      dz_load_review_compare (DzReview     *review,
                                  DzCodebook   *codebook,
                                  GCancellable *cancellable);

G_END_DECLS
