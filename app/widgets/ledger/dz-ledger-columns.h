/* dz-ledger-columns.h - the columns of the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-ledger-table.h"
#include "dz-row-table.h"

G_BEGIN_DECLS

/* DzLedgerItem: a row of the ledger on screen. */
#define DZ_TYPE_LEDGER_ITEM (dz_ledger_item_get_type ())
G_DECLARE_FINAL_TYPE (DzLedgerItem, dz_ledger_item, DZ, LEDGER_ITEM, GObject)

DzLedgerItem      *dz_ledger_item_new (DzLedgerTable *ledger,
                                       guint          n,
                                       gboolean       overdue);
const DzLedgerRow *dz_ledger_item_get (DzLedgerItem  *self);

void               dz_ledger_columns_tell_years (GtkColumnView *table,
                                                 gboolean       tell);

extern const DzRowTableKind dz_ledger_columns;

G_END_DECLS
