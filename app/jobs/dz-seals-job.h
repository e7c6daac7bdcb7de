/* dz-seals-job.h - a review that was opened held against its checksums, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void    dz_seals_check_async  (const char          *path,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
GArray *dz_seals_check_finish (GAsyncResult        *result,
                               GError             **error);

G_END_DECLS
