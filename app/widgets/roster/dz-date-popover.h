/* dz-date-popover.h - when a report was received or published, typed in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { DZ_DAY_RECEIVED, DZ_DAY_PUBLISHED } DzDay;

GtkWidget *dz_date_popover_new (DzSession *session,
                                DzReport  *report,
                                DzDay      day);

G_END_DECLS
