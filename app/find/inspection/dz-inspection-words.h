/* dz-inspection-words.h - the words inspections' papers and ledgers are known by: <words> of phrases.xml
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-ledger-entry.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_INSPECTION_TITLE,    /* a title of such a paper */
  DZ_INSPECTION_ANSWER,   /* a title of a body's answer to one */
  DZ_INSPECTION_PROBLEMS, /* a heading over problems */
  DZ_INSPECTION_DEMANDS,  /* a heading over what is to be done */
  DZ_INSPECTION_ALL,      /* many bodies at once: 各镇街 */
  DZ_LEDGER_PROBLEM,      /* heads of columns, and labels before what follows them */
  DZ_LEDGER_BODY,
  DZ_LEDGER_MEASURE,
  DZ_LEDGER_TERM,
  DZ_LEDGER_STATE,
  DZ_LEDGER_EVIDENCE,
  DZ_LEDGER_DAY,  /* the day itself, where a column of terms may stand before it */
  DZ_LEDGER_YEAR, /* of the paper the problem stands in */
  DZ_LEDGER_NO_HEAD,
  DZ_LEDGER_WORK,   /* a head over what was done, where another says how far it is */
  DZ_LEDGER_NOBODY, /* in the column of bodies: nobody was named */
  DZ_LEDGER_SAYS_DONE,
  DZ_LEDGER_SAYS_UNDER_WAY,
  DZ_LEDGER_SAYS_LASTING,
  DZ_LEDGER_SAYS_OPEN,
  DZ_N_INSPECTION_WORDS
} DzInspectionWord;

#define DZ_FIRST_LEDGER_COLUMN DZ_LEDGER_PROBLEM
#define DZ_N_LEDGER_COLUMNS (DZ_LEDGER_NO_HEAD - DZ_LEDGER_PROBLEM)

typedef struct _DzInspectionWords DzInspectionWords;

DzInspectionWords *dz_inspection_words_new   (DzCodebook         *codebook,
                                              GError            **error);
void               dz_inspection_words_free  (DzInspectionWords  *self);
gboolean           dz_inspection_words_match (DzInspectionWords  *self,
                                              DzInspectionWord    word,
                                              const char         *folded);
char              *dz_inspection_words_dup_hit (DzInspectionWords *self,
                                              DzInspectionWord    word,
                                              const char         *folded);
int                dz_inspection_words_find_column (DzInspectionWords *self,
                                              const char         *cell);
gboolean           dz_inspection_words_read_state (DzInspectionWords *self,
                                              const char         *folded,
                                              DzLedgerState      *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzInspectionWords, dz_inspection_words_free)

G_END_DECLS
