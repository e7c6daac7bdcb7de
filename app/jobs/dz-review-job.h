/* dz-review-job.h - a review loaded, or copied to another file, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-progress.h"
#include "dz-shared-tables.h"
#include "dz-store.h"

G_BEGIN_DECLS

/* A review as it is at one moment, with what is computed from it: all a window needs to show it. */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;   /* the review's */
  gboolean is_new;        /* the codebook is another than that of the snapshot before */
  GError *refusal;        /* (nullable) why it was made without the county's own additions */
  DzSharedTables *tables; /* of the year to show; checks and roster are there */
} DzSnapshot;

void      dz_snapshot_free      (DzSnapshot          *self);

DzReview *dz_review_load        (const char          *path,
                                 DzReview            *previous,
                                 GError             **error);
void      dz_review_load_async  (const char          *path,
                                 DzSharedTables      *previous,
                                 int                  wanted_year,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
DzSnapshot *dz_review_load_finish (GAsyncResult      *result,
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSnapshot, dz_snapshot_free)

G_END_DECLS
