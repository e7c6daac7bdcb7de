/* dz-merge-job.h - another review merged into this one, off the main thread; and what would come of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-merge.h"

G_BEGIN_DECLS

gboolean  dz_merge_preview_run    (const char          *review_path,
                                   const char          *other_path,
                                   DzMerged            *merged,
                                   GCancellable        *cancellable,
                                   GError             **error);
void      dz_merge_preview_async  (const char          *review_path,
                                   const char          *other_path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
void      dz_merge_async          (const char          *review_path,
                                   const char          *other_path,
                                   GHashTable          *theirs,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
DzMerged *dz_merge_finish         (GAsyncResult        *result,
                                   GError             **error);
void      dz_merged_free          (DzMerged            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzMerged, dz_merged_free)

G_END_DECLS
