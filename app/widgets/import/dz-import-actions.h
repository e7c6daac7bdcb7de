/* dz-import-actions.h - what can be done with an imported file: the buttons at the end of its row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-import-row.h"
#include "dz-view.h"

G_BEGIN_DECLS

void dz_import_actions_fill (DzView      *view,
                             GtkWidget   *box,
                             DzImportRow *row);

G_END_DECLS
