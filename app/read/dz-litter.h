/* dz-litter.h - what systems and office programs leave among files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_litter_is             (const char *path);
gboolean dz_litter_is_document    (const char *name);
gboolean dz_litter_is_page_folder (const char *folder,
                                   GHashTable *names);
gboolean dz_litter_is_of_page     (const char *path,
                                   GHashTable *names);

G_END_DECLS
