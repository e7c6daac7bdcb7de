/* dz-ledger-view.h - 整改台账: what is to be put right, by whom and until when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_LEDGER_VIEW (dz_ledger_view_get_type ())
G_DECLARE_FINAL_TYPE (DzLedgerView, dz_ledger_view, DZ, LEDGER_VIEW, DzView)

G_END_DECLS
