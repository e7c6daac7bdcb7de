/* dz-merge-window.h - 合并评议簿: what would come in, and whose decision stands where two differ
 *
 * Signal:
 *
 *   merge (GHashTable of keys)   merge now; theirs stands where the set holds the conflict's key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-merge.h"
#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_MERGE_WINDOW (dz_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (DzMergeWindow, dz_merge_window, DZ, MERGE_WINDOW, AdwWindow)

DzMergeWindow *dz_merge_window_new (DzSession      *session,
                                    const char     *other,
                                    const DzMerged *merged,
                                    GtkWindow      *parent);

G_END_DECLS
