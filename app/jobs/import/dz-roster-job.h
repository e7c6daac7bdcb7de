/* dz-roster-job.h - the county's roster from a table file into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean dz_roster_import (DzStore     *store,
                           const char  *path,
                           guint       *n_bodies,
                           gboolean    *names_changed,
                           GError     **error);

void     dz_roster_import_async  (const char           *review_path,
                                  DzCodebook           *codebook,
                                  const char           *path,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean dz_roster_import_finish (GAsyncResult         *result,
                                  guint                *n_bodies,
                                  gboolean             *names_changed,
                                  GError              **error);

G_END_DECLS
