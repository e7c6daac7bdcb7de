/* dz-review-job.h - a snapshot of a review loaded off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

DzReview *dz_review_load        (const char          *path,
                                 DzReview            *previous,
                                 GError             **error);
void      dz_review_load_async  (const char          *path,
                                 DzReview            *previous,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
DzReview *dz_review_load_finish (GAsyncResult        *result,
                                 GError             **error);

G_END_DECLS
