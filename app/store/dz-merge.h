/* dz-merge.h - the reports of another review taken over into this one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/* added: new reports; skipped: the same text is here already; bodies: added to the roster */
typedef struct
{
  guint added;
  guint skipped;
  guint bodies;
} DzMerged;

gboolean dz_store_merge (DzStore     *self,
                         const char  *other_path,
                         DzMerged    *merged,
                         GError     **error);

G_END_DECLS
