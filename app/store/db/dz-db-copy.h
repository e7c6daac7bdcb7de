/* dz-db-copy.h - the pages of a review, of one moment, into another database
 *
 * For store/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-db.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @done pages of @total are copied */
typedef void (*DzDbCopied) (guint    done,
                            guint    total,
                            gpointer user_data);

gboolean dz_db_copy      (DzDb          *self,
                          const char    *aside,
                          DzDbCopied     copied,
                          gpointer       user_data,
                          GCancellable  *cancellable,
                          GError       **error);
sqlite3 *dz_db_open_still (const char    *path);
sqlite3 *dz_db_open_whole (const char    *path);
gboolean dz_db_read_file (const char    *path,
                          sqlite3       *into,
                          GError       **error);

G_END_DECLS
