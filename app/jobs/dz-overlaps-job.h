/* dz-overlaps-job.h - which reports share text: found and stored
 *
 * Pairs of the same year, and a body with its own year before; set phrases and
 * thresholds are the county's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

gboolean dz_overlaps_run    (const char          *review_path,
                             GCancellable        *cancellable,
                             GError             **error);
void     dz_overlaps_async  (const char          *review_path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
gboolean dz_overlaps_finish (GAsyncResult        *result,
                             GError             **error);

G_END_DECLS
