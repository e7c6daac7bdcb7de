/* dz-reread.h - every report read anew from its stored text
 *
 * After the codebook changed. The analyst's work is carried over; the whole is
 * one undo step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-progress.h"
#include "dz-store.h"

G_BEGIN_DECLS

/* reread: reports with a new reading; unplaced: corrections without a place in it */
typedef struct
{
  guint reread;
  guint unplaced;
} DzReread;

gboolean dz_reread_run    (const char          *review_path,
                           DzProgressFunc       progress,
                           gpointer             progress_data,
                           DzReread            *result,
                           GCancellable        *cancellable,
                           GError             **error);
void     dz_reread_async  (const char          *review_path,
                           DzProgressFunc       progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
gboolean dz_reread_finish (GAsyncResult        *async_result,
                           DzReread            *result,
                           GError             **error);

G_END_DECLS
