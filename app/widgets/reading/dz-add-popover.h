/* dz-add-popover.h - what can be done with selected text: name a weakness, a figure, copy it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-passage-view.h"
#include "dz-session.h"

G_BEGIN_DECLS

GtkWidget *dz_add_popover_new (DzSession     *session,
                               DzPassageView *passage);

G_END_DECLS
