/* dz-tables-window.h - what the columns of a county's table count: seen, said, then kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_TABLES_WINDOW (dz_tables_window_get_type ())
G_DECLARE_FINAL_TYPE (DzTablesWindow, dz_tables_window, DZ, TABLES_WINDOW, AdwWindow)

DzTablesWindow *dz_tables_window_new (DzSession *session,
                                      GtkWindow *parent,
                                      GPtrArray *plans);

G_END_DECLS
