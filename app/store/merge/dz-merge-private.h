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
  DzReport *own;    /* (nullable) as it is in store */
  DzReport *theirs; /* with its body as it is in store */
  GHashTable *theirs_stand; /* (nullable): a set of keys of conflicts */
  gint64 last_own;          /* of the reports that were here before */
  guint run;                /* of the list of those that are second; 0: none yet */
  DzMerged *merged;
  GError **error;
} DzMerge;

/* One row on two sides. */
typedef struct
{
  const DzTable *table;
  const char *const *columns;
  gconstpointer own, theirs;
  gint64 own_row, their_row;
  gboolean own_decided, their_decided;
  const char *name; /* (nullable) interned */
  DzSpan span;      /* of the own report; empty: none */
  gint64 body_id;   /* where it belongs to no report: whom it is about, here; 0: nobody alone */
  int year;
} DzMergePair;

gboolean dz_merge_report  (DzMerge *self);
gboolean dz_merge_second  (DzMerge *self);
gboolean dz_merge_history (DzMerge *self);
gboolean dz_merge_decisions (DzMerge *self);
gboolean dz_merge_ledger  (DzMerge *self);
gboolean dz_merge_scores  (DzMerge *self);
gboolean dz_merge_bodies  (DzMerge *self);
gboolean dz_merge_pair    (DzMerge           *self,
                           const DzMergePair *pair);
gboolean dz_journal_adopt (DzMerge           *self,
                           const char        *table,
                           const char *const *wanted,
                           gint64             other_row,
                           gint64             row);

typedef gboolean (*DzDifferenceFunc) (DzMerge           *self,
                                      const DzMergePair *pair,
                                      const DzField     *field,
                                      DzSqlValue         own,
                                      DzSqlValue         theirs,
                                      gpointer           user_data);

gboolean    dz_merge_each_difference (DzMerge           *self,
                                      const DzMergePair *pair,
                                      DzDifferenceFunc   func,
                                      gpointer           user_data);
DzConflict *dz_conflict_new          (DzMerge           *self,
                                      const DzMergePair *pair,
                                      const char        *subject);

G_END_DECLS
