/* dz-review-job.h - a review loaded, or copied to another file, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-progress.h"
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
                                 DzCodebook         **codebook,
                                 GError             **refusal,
                                 GError             **error);

gboolean  dz_review_save_copy        (const char          *path,
                                      const char          *copy_path,
                                      DzCopyProgress       progress,
                                      gpointer             progress_data,
                                      GCancellable        *cancellable,
                                      GError             **error);
void      dz_review_save_copy_async  (const char          *path,
                                      const char          *copy_path,
                                      DzProgressFunc       progress,
                                      gpointer             progress_data,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean  dz_review_save_copy_finish (GAsyncResult        *result,
                                      GError             **error);

G_END_DECLS
