/* dz-view-paper.h - what one view shows, on paper: a template of the briefing, of the year and the bodies on screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing.h"
#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

DzBriefingOptions *dz_view_paper_make_options (DzSession  *session,
                                               const char *template);
void               dz_view_paper_print        (DzSession  *session,
                                               const char *template,
                                               GtkWindow  *parent);

G_END_DECLS
