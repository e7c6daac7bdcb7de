/* dz-state-popover.h - how far a report has been looked at, and a note about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *dz_reviewing_title   (DzReviewing  reviewing);
GtkWidget  *dz_state_popover_new (DzSession   *session,
                                  DzReport    *report);

G_END_DECLS
