/* dz-ledger-listing.h - the 整改台账 as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-ledger-table.h"
#include "dz-listing.h"

G_BEGIN_DECLS

DzListing *dz_ledger_listing_new (const DzLedgerTable *ledger);

G_END_DECLS
