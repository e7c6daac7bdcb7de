/* dz-merge-private.h - one report of two reviews that become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-merge.h"
#include "dz-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  DzStore *store;
  DzStore *other;
  DzReview *review; /* of other */
  DzReport *own;    /* as it is in store */
  DzReport *theirs; /* with its body as it is in store */
  DzMerged *merged;
  GError **error;
} DzMerge;

gboolean dz_merge_report  (DzMerge *self);
gboolean dz_merge_history (DzMerge *self);
gboolean dz_journal_adopt (DzMerge           *self,
                           const char        *table,
                           const char *const *wanted,
                           gint64             other_row,
                           gint64             row);
gboolean dz_journal_name_origin (DzStore     *self,
                                 gint64       last,
                                 DzStore     *other,
                                 const char  *table,
                                 gint64       other_row,
                                 GError     **error);

G_END_DECLS
