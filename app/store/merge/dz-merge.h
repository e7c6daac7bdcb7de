/* dz-merge.h - the reports of another review taken over into this one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzMerged: what came of a merge
 * @added: new reports
 * @skipped: reports whose text is here already; what was decided in them is merged
 * @bodies: added to the roster
 * @taken: decisions of the other review that nobody had made here
 * @conflicts: (element-type utf8): a line for each place where both decided, and not the same: ours
 *   stands, theirs is in the history
 */
typedef struct
{
  guint added;
  guint skipped;
  guint bodies;
  guint taken;
  GPtrArray *conflicts;
} DzMerged;

void     dz_merged_clear (DzMerged   *merged);

gboolean dz_store_merge (DzStore     *self,
                         const char  *other_path,
                         DzMerged    *merged,
                         GError     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzMerged, dz_merged_clear)

G_END_DECLS
