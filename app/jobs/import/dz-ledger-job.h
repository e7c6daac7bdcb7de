/* dz-ledger-job.h - ledgers kept in spreadsheets, and papers of inspections, put on the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

#include "dz-codebook.h"

G_BEGIN_DECLS

/**
 * DzLedgerTally:
 * @found: problems the file tells
 * @added: of these, how many were not on the ledger yet
 * @left: rows that tell no problem, though they say what is to be done or what was
 */
typedef struct
{
  guint found;
  guint added;
  guint left;
} DzLedgerTally;

gboolean dz_ledger_import        (DzStore             *store,
                                  DzCodebook          *codebook,
                                  const char          *path,
                                  int                  year,
                                  DzLedgerTally       *tally,
                                  GError             **error);
void     dz_ledger_import_async  (const char          *review_path,
                                  DzCodebook          *codebook,
                                  const char          *path,
                                  int                  year,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
gboolean dz_ledger_import_finish (GAsyncResult        *result,
                                  DzLedgerTally       *tally,
                                  GError             **error);

G_END_DECLS
