/* dz-roles.h - the roles of the sections as they are read: order, bars, gaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

DzSectionKind dz_roles_nth        (guint          n);
gboolean      dz_roles_report_has (DzReport      *report,
                                   DzSectionKind  kind);
DzSpan        dz_roles_find_trace (DzReport      *report,
                                   DzSectionKind  kind);
gboolean      dz_roles_are_same   (DzReport      *a,
                                   DzReport      *b);
DzSpan        dz_roles_get_words  (DzReport      *report,
                                   const DzSection *section);
GtkWidget    *dz_roles_new_bar    (DzReport      *report,
                                   DzSectionKind  kind);
GtkWidget    *dz_roles_new_gap    (DzReport      *report,
                                   DzSectionKind  kind,
                                   GtkWidget    **trace);

G_END_DECLS
