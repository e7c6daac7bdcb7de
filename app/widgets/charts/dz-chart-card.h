/* dz-chart-card.h - one chart of the gallery, with its table, its export and its large view
 *
 * Signals:
 *   presented (): double click or the button: show it alone, large
 *   draw-as (DzChart *): another kind of chart was chosen: answer with dz_chart_card_draw()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-area.h"
#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_CHART_CARD (dz_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (DzChartCard, dz_chart_card, DZ, CHART_CARD, AdwBin)

GtkWidget   *dz_chart_card_new      (DzSession     *session,
                                     const DzChart *chart,
                                     DzSeries      *series,
                                     gboolean       grey);
void         dz_chart_card_draw     (DzChartCard   *self,
                                     const DzChart *chart,
                                     DzSeries      *series);
DzChartArea *dz_chart_card_get_area (DzChartCard   *self);
void         dz_chart_present       (DzSession     *session,
                                     const DzChart *chart,
                                     DzSeries      *series,
                                     GtkWindow     *parent);

G_END_DECLS
