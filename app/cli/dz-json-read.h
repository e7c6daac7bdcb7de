/* dz-json-read.h - lines of `extract --with-text` back into reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"
#include "dz-untrue.h"

G_BEGIN_DECLS

DzReport *dz_json_read_report (const char  *line,
                               DzUntrue    *untrue,
                               GError     **error);
gboolean  dz_json_read_file   (const char  *path,
                               DzStore     *store,
                               guint       *n_added,
                               guint       *n_same,
                               guint       *n_failed,
                               GError     **error);

G_END_DECLS
