/* dz-ledger-table.h - the 整改台账 of a year: its problems, and whether the bodies admit them in their own reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"
#include "dz-scope-filter.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_ADMISSION_UNKNOWN,   /* 不能对照: the words fit no code, or nobody of the roster is asked */
  DZ_ADMISSION_NO_REPORT, /* 没有报告 */
  DZ_ADMISSION_NOT_FOUND, /* 未见提出: silence, never a denial */
  DZ_ADMISSION_SUGGESTED, /* 待核: a sentence nobody confirmed may say it */
  DZ_ADMISSION_FOUND      /* 提出 */
} DzAdmission;
#define DZ_N_ADMISSIONS (DZ_ADMISSION_FOUND + 1)

/**
 * DzLedgerRow:
 * @entry: borrowed from the review, like all else
 * @body: (nullable): of the roster, by its row or by its name; %NULL: several, or a stranger
 * @report: (nullable): the body's own report of the year of the paper
 * @weakness: in it, the same code; -1: none
 * @n_reported: where several bodies are asked: how many reported
 * @n_admitted: and how many of them name the code
 */
typedef struct
{
  const DzLedgerEntry *entry;
  const DzBody *body;
  const DzEntry *code; /* (nullable) */
  DzAdmission admission;
  DzReport *report;
  int weakness;
  guint n_reported;
  guint n_admitted;
} DzLedgerRow;

typedef struct _DzLedgerTable DzLedgerTable;

DzLedgerTable     *dz_ledger_table_new    (DzReview            *review,
                                           DzCodebook          *codebook,
                                           int                  year,
                                           const DzScopeFilter *scope);
DzLedgerTable     *dz_ledger_table_ref    (DzLedgerTable       *self);
void               dz_ledger_table_unref  (DzLedgerTable       *self);
guint              dz_ledger_table_get_n  (const DzLedgerTable *self);
gboolean           dz_ledger_table_has_years (const DzLedgerTable *self);
const DzLedgerRow *dz_ledger_table_get    (const DzLedgerTable *self,
                                           guint                n);

const char        *dz_admission_to_string (DzAdmission          admission);
const char        *dz_ledger_row_get_who  (const DzLedgerRow   *self);
char              *dz_ledger_row_dup_admission (const DzLedgerRow *self);
DzSpan             dz_ledger_row_get_sentence (const DzLedgerRow *self);
DzSpan             dz_ledger_row_find_words (const DzLedgerRow *self,
                                           DzReport            *paper);
DzLedgerEntry     *dz_ledger_entry_from_report (DzReport       *report,
                                           guint                weakness,
                                           const char          *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLedgerTable, dz_ledger_table_unref)

G_END_DECLS
