/* dz-sample.h - the sample county 望泽县, to try the program on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-import.h"

G_BEGIN_DECLS

char     *dz_sample_dup_path (void);
void      dz_sample_remove_old (const char         *parent);
gboolean  dz_sample_create   (const char           *review_path,
                              GCancellable         *cancellable,
                              GError              **error);
void      dz_sample_create_async  (const char          *review_path,
                                   DzProgressFunc       progress,
                                   gpointer             progress_data,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean  dz_sample_create_finish (GAsyncResult        *result,
                                   GError             **error);

G_END_DECLS
