/* dz-file-list.h - the files in a folder and below, in an order that never changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *dz_file_list_new (const char *path,
                             guint      *n_skipped);

G_END_DECLS
