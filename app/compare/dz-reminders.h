/* dz-reminders.h - 催报名单: the bodies without a report, as a table to send
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-roster-table.h"

G_BEGIN_DECLS

char *dz_reminders_dup_csv (DzRosterTable *table,
                            const char    *today);

G_END_DECLS
