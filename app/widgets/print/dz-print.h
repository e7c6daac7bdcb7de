/* dz-print.h - charts and documents on paper, through GtkPrintOperation
 *
 * The page set-up and the printer's settings are remembered for the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart.h"
#include "dz-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One chart with what it draws. */
typedef struct
{
  const DzChart *chart;
  DzSeries *series;
} DzPrintChart;

gboolean dz_print_document (DzDocument              *document,
                            const char              *title,
                            GtkPrintOperationAction  action,
                            const char              *export_path,
                            GtkWindow               *parent,
                            GError                 **error);
gboolean dz_print_charts   (const DzPrintChart      *charts,
                            guint                    n_charts,
                            guint                    per_page,
                            GtkPrintOperationAction  action,
                            const char              *export_path,
                            GtkWindow               *parent,
                            GError                 **error);

G_END_DECLS
