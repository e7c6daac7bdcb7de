/* dz-confirm-many.h - the figures of the table the machine is sure of, confirmed together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-table.h"
#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GArray    *dz_confirm_many_list        (DzFigureTable *table,
                                        double         least);
GtkWidget *dz_confirm_many_new_popover (DzSession     *session,
                                        DzFigureTable *table);

G_END_DECLS
