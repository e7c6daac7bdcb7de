/* dz-ledger-files.h - ledgers in and out of the window: taken from spreadsheets, written, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_ledger_choose_import (GtkFileChooserNative **chooser,
                              GtkWidget             *from,
                              GCallback              response_cb);
void dz_ledger_import_file   (DzSession             *session,
                              const char            *path);
void dz_ledger_write         (DzSession             *session,
                              const char            *path);
void dz_ledger_print         (DzSession             *session,
                              GtkWindow             *parent);

G_END_DECLS
