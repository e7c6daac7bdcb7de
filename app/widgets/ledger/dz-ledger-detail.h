/* dz-ledger-detail.h - one problem of the 整改台账: what a person says of it
 *
 * Signal "entered" (): a person said something; dz_ledger_detail_dup_entry() has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-ledger-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_LEDGER_DETAIL (dz_ledger_detail_get_type ())
G_DECLARE_FINAL_TYPE (DzLedgerDetail, dz_ledger_detail, DZ, LEDGER_DETAIL, GtkBox)

void           dz_ledger_detail_show      (DzLedgerDetail    *self,
                                           const DzLedgerRow *row);
DzLedgerEntry *dz_ledger_detail_dup_entry (DzLedgerDetail    *self);

G_END_DECLS
