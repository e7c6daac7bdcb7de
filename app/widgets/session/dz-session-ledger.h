/* dz-session-ledger.h - what a person says of the problems of the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

G_BEGIN_DECLS

gboolean dz_session_set_ledger_entry  (DzSession           *self,
                                       const DzLedgerEntry *entry,
                                       const DzLedgerEntry *was);
gboolean dz_session_drop_ledger_entry (DzSession           *self,
                                       gint64               entry_id);
gboolean dz_session_add_ledger        (DzSession           *self,
                                       GPtrArray           *entries);

G_END_DECLS
