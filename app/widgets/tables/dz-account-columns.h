/* dz-account-columns.h - the columns of 对账: body, indicator, both numbers, what comes of it, where from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-reconciliation.h"
#include "dz-row-table.h"

G_BEGIN_DECLS

/* One account of a reconciliation it keeps alive. */
#define DZ_TYPE_ACCOUNT_ROW (dz_account_row_get_type ())
G_DECLARE_FINAL_TYPE (DzAccountRow, dz_account_row, DZ, ACCOUNT_ROW, GObject)

DzAccountRow    *dz_account_row_new (DzReconciliation *accounts,
                                     guint             n);
const DzAccount *dz_account_row_get (DzAccountRow     *self);

extern const DzRowTableKind dz_account_columns;

G_END_DECLS
