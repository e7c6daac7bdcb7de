/* dz-check-codebook.h - codebook files checked before they are used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *dz_check_codebook_files (const char *const  *paths,
                                    GError            **error);
GPtrArray *dz_check_codebook_additions (const char     *xml,
                                        GError        **error);
void       dz_check_codebook_additions_async (const char          *xml,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray *dz_check_codebook_additions_finish (GAsyncResult       *result,
                                               GError            **error);

G_END_DECLS
