/* dz-backup-job.h - the review as it was before this day's work is kept, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     dz_backup_day_async  (const char          *path,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
gboolean dz_backup_day_finish (GAsyncResult        *result,
                               GError             **error);

G_END_DECLS
