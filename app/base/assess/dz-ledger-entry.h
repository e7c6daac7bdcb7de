/* dz-ledger-entry.h - one problem of the 整改台账: who has to put it right, how, until when
 *
 * It comes from an inspection's document, from a ledger somebody kept in a spreadsheet, or from a body's own
 * report. Its words are those of the paper it stands in and are never changed; what became of it a person says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_LEDGER_OPEN,      /* 未整改 */
  DZ_LEDGER_UNDER_WAY, /* 整改中 */
  DZ_LEDGER_DONE,      /* 已整改 */
  DZ_LEDGER_LASTING    /* 长期坚持: it is never over, and nothing is overdue */
} DzLedgerState;
#define DZ_N_LEDGER_STATES (DZ_LEDGER_LASTING + 1)

/**
 * DzLedgerEntry:
 * @body_id: 0: nobody of the roster alone; @asked then says who
 * @asked: (nullable): who is to act, in the paper's words: 各镇街, 县司法局
 * @many: several bodies of the roster are asked at once, in the words of @asked
 * @year: of the paper: its report is the one asked whether it admits the problem
 * @problem: the paper's own characters
 * @report_id: of the paper, where it is kept as a document of the review; 0: a table outside of it
 * @span: of @problem in the paper's text
 * @code: (nullable): interned: the weakness of the codebook it is one of
 * @deadline: (nullable): YYYY-MM-DD
 * @term: (nullable): what the paper says on when, in its words: 立行立改
 * @evidence: (nullable): what was done, and what shows it
 * @declared: taken from the body's own report by a person
 * @source: what a person finds it by: the paper's title, or file, sheet and row
 */
typedef struct
{
  gint64 id;
  gint64 body_id;
  char *asked;
  gboolean many;
  int year;
  char *problem;
  gint64 report_id;
  DzSpan span;
  const char *code;
  char *measure;
  char *deadline;
  char *term;
  DzLedgerState state;
  char *evidence;
  gboolean declared;
  char *source;
} DzLedgerEntry;

DzLedgerEntry *dz_ledger_entry_new     (const char          *problem,
                                        int                  year);
DzLedgerEntry *dz_ledger_entry_copy    (const DzLedgerEntry *self);
void           dz_ledger_entry_free    (DzLedgerEntry       *self);
gboolean       dz_ledger_entry_is_same (const DzLedgerEntry *self,
                                        const DzLedgerEntry *other);
gboolean       dz_ledger_entry_is_overdue (const DzLedgerEntry *self,
                                           const char          *today);

const char    *dz_ledger_state_to_string   (DzLedgerState  state);
gboolean       dz_ledger_state_from_string (const char    *word,
                                            DzLedgerState *state);
const char    *dz_ledger_state_get_name    (DzLedgerState  state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLedgerEntry, dz_ledger_entry_free)

G_END_DECLS
