/* dz-merge.h - the reports of another review taken over into this one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/* One value both have, and not the same; the words are those of #DzLogEntry, a body's its name. */
typedef struct
{
  const char *field; /* interned */
  char *mine;        /* (nullable) */
  char *theirs;      /* (nullable) */
} DzConflictField;

/**
 * DzConflict: what both decided, and not the same
 * @key: of the matter, the same as long as both reviews are
 * @what: interned: "figure", "weakness", "cause", "check", "report", "decision"
 * @name: (nullable): interned: id of the indicator, code or check; what a decision is about
 * @subject: “青禾镇 2024”
 * @quote: (nullable): the passage
 * @fields: (element-type DzConflictField)
 * @my_name: (nullable): who said so here last, and @my_time when, "YYYY-MM-DD HH:MM"; likewise there
 * @theirs_stand: what was decided: else ours stand, and theirs are in the history
 */
typedef struct
{
  char *key;
  const char *what;
  const char *name;
  char *subject;
  char *quote;
  GPtrArray *fields;
  char *my_name;
  char *my_time;
  char *their_name;
  char *their_time;
  gboolean theirs_stand;
} DzConflict;

/**
 * DzMerged: what came of a merge
 * @added: new reports
 * @skipped: reports whose text is here already; what was decided in them is merged
 * @bodies: added to the roster
 * @taken: decisions of the other review that nobody had made here
 * @conflicts: (element-type DzConflict): each place where both decided, and not the same
 * @left_out: (element-type utf8): what found no place here, a line each
 * @second: (element-type utf8): “青禾镇 2024” of each new report beside which stands another of that body, year
 *   and kind: which one holds is for a person to say, at the list of the last import
 */
typedef struct
{
  guint added;
  guint skipped;
  guint bodies;
  guint taken;
  GPtrArray *conflicts;
  GPtrArray *left_out;
  GPtrArray *second;
} DzMerged;

void     dz_conflict_free    (DzConflict *self);
char    *dz_conflict_to_line (const DzConflict *self);
void     dz_merged_clear     (DzMerged   *merged);
gboolean dz_merged_is_empty  (const DzMerged *merged);

gboolean dz_store_merge (DzStore     *self,
                         const char  *other_path,
                         GHashTable  *theirs,
                         DzMerged    *merged,
                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzConflict, dz_conflict_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzMerged, dz_merged_clear)

G_END_DECLS
