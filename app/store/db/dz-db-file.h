/* dz-db-file.h - a review file as a file: made aside, put in its place whole
 *
 * For store/ only. Whoever kills the program or fills the disk meanwhile leaves the old file, or
 * none, but never half of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  dz_db_file_check_name (const char  *path,
                                 GError     **error);
char     *dz_db_file_make_aside (const char  *path,
                                 GError     **error);
gboolean  dz_db_file_is_blank   (const char  *path);
gboolean  dz_db_file_put        (const char  *aside,
                                 const char  *path,
                                 gboolean     replace,
                                 gboolean    *there,
                                 GError     **error);
void      dz_db_file_drop       (const char  *aside);

G_END_DECLS
