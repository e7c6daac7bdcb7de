/* dz-check-codebook.h - codebook files checked before they are used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *dz_check_codebook_files (const char *const  *paths,
                                    GError            **error);
GPtrArray *dz_check_codebook_additions (const char     *xml,
                                        GError        **error);

G_END_DECLS
