/* dz-report-picker.h - a list of all reports, in a popover: one is searched for and taken
 *
 * Signal "picked" (gint64 report id).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_REPORT_PICKER (dz_report_picker_get_type ())
G_DECLARE_FINAL_TYPE (DzReportPicker, dz_report_picker, DZ, REPORT_PICKER, GtkPopover)

GtkWidget *dz_report_picker_new (DzSession *session,
                                 GArray    *taken);

G_END_DECLS
