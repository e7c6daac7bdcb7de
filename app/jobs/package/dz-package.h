/* dz-package.h - a review and the originals of its reports in one file, to hand over; and taken apart again
 *
 * NAME.zip holds NAME.duizhao, the originals in 原件/ with a number before each, and 清单.csv, a row a
 * report: which of the files is its original, or why there is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-progress.h"
#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzPackaged: what became of the originals
 * @kept: in the package
 * @changed: the file is not what was read any more; left out
 * @missing: no file, or not there any more
 */
typedef struct
{
  guint kept;
  guint changed;
  guint missing;
} DzPackaged;

gboolean dz_package_write  (const char          *review_path,
                            const char          *package_path,
                            DzProgressFunc       progress,
                            gpointer             progress_data,
                            DzPackaged          *packaged,
                            GCancellable        *cancellable,
                            GError             **error);
void     dz_package_async  (const char          *review_path,
                            const char          *package_path,
                            DzProgressFunc       progress,
                            gpointer             progress_data,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
gboolean dz_package_finish (GAsyncResult        *result,
                            DzPackaged          *packaged,
                            GError             **error);

char    *dz_package_open   (const char          *package_path,
                            const char          *folder,
                            GError             **error);
void     dz_package_open_async  (const char          *package_path,
                                 const char          *folder,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
char    *dz_package_open_finish (GAsyncResult        *result,
                                 GError             **error);

G_END_DECLS
