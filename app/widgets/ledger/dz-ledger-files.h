/* dz-ledger-files.h - ledgers in and out of the window: taken from spreadsheets, written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

G_BEGIN_DECLS

void dz_ledger_import_file (DzSession  *session,
                            const char *path);
void dz_ledger_write       (DzSession  *session,
                            const char *path);

G_END_DECLS
