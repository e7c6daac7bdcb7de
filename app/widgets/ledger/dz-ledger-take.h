/* dz-ledger-take.h - weaknesses bodies declare themselves, to be put on the 整改台账 by a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_LEDGER_TAKE (dz_ledger_take_get_type ())
G_DECLARE_FINAL_TYPE (DzLedgerTake, dz_ledger_take, DZ, LEDGER_TAKE, AdwWindow)

DzLedgerTake *dz_ledger_take_new (DzSession *session,
                                  GtkWindow *parent);

G_END_DECLS
