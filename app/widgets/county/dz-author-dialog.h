/* dz-author-dialog.h - who works here: the name that stands beside every decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dz_author_restore        (GSettings *settings);
void dz_author_dialog_present (GtkWindow *parent,
                               GSettings *settings);

G_END_DECLS
