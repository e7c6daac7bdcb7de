/* dz-score-files.h - score sheets, filled-in scores and results in and out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

G_BEGIN_DECLS

void dz_score_import_file (DzSession  *session,
                           const char *path,
                           gboolean    is_sheet);
void dz_score_write       (DzSession  *session,
                           const char *path,
                           gboolean    is_form,
                           const char *scorer);

G_END_DECLS
