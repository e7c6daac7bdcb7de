/* dz-journal.h - who changed what, when, from what to what; undo and redo
 *
 * A step is what one undo takes back: one correction, or a whole import. The
 * stacks are rows of the review file, so they survive closing it. A new step
 * drops what could have been redone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzLogEntry: one value that changed
 * @step: number of the step it belongs to
 * @verb: interned: the step's kind: "import", "figure", "weakness", "check", "identity", "reviewing",
 *   "note", "received", "published", "county", "roster", "replace", "reread", "remove", "cause", "added",
 *   "decision", "merge", "take-back" (of an import), "tables", "ledger", "score-sheet", "scores"
 * @at: "YYYY-MM-DD HH:MM", local time
 * @name: (nullable): interned: id of the indicator, code, check or setting the row is about now
 * @what: interned: "figure", "weakness", "cause", "check", "report", "body", "county"
 * @id: row of @what, as in the snapshot
 * @field: interned: "state", "indicator", "value", "bound", "code", "grade", "reviewing" ...
 * @from: (nullable): words of contract and store: "suggested", "806"; @to likewise
 */
typedef struct
{
  gint64 step;
  const char *verb;
  char *at;
  char *who;
  const char *what;
  const char *name;
  gint64 id;
  gint64 report_id;
  const char *field;
  char *from;
  char *to;
} DzLogEntry;

/* The only clock and name the journal knows; tests give their own. */
typedef gint64 (*DzClock) (void);

void       dz_journal_set_clock        (DzClock      clock,
                                        const char  *who);
void        dz_journal_set_who         (const char  *who);

void       dz_store_begin_step         (DzStore     *self,
                                        const char  *verb);
void       dz_store_join_step          (DzStore     *self,
                                        const char  *verb,
                                        const char  *otherwise);
void       dz_store_end_step           (DzStore     *self);
gboolean   dz_store_can_undo           (DzStore     *self);
gboolean   dz_store_can_redo           (DzStore     *self);
gboolean   dz_store_undo               (DzStore     *self,
                                        gint64       step,
                                        GError     **error);
gboolean   dz_store_redo               (DzStore     *self,
                                        gint64       step,
                                        GError     **error);

GPtrArray *dz_store_list_log           (DzStore     *self,
                                        const char  *what,
                                        gint64       id,
                                        GError     **error);
void       dz_log_entry_free           (DzLogEntry  *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLogEntry, dz_log_entry_free)

G_END_DECLS
