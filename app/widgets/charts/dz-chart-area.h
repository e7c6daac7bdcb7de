/* dz-chart-area.h - a chart on screen: drawn, hovered, clicked, walked by the arrow keys
 *
 * Signals:
 *   mark-activated (index): a mark of the geometry was clicked, or Enter pressed on it
 *   mark-moved (index): an arrow key led to a mark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_CHART_AREA (dz_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (DzChartArea, dz_chart_area, DZ, CHART_AREA, GtkWidget)

GtkWidget       *dz_chart_area_new          (const DzChart *chart,
                                             DzSeries      *series);
void             dz_chart_area_set_grey     (DzChartArea   *self,
                                             gboolean       grey);
void             dz_chart_area_set_scale    (DzChartArea   *self,
                                             double         scale);
void             dz_chart_area_take_place   (DzChartArea   *self,
                                             DzChartArea   *before);
const DzChart   *dz_chart_area_get_chart    (DzChartArea   *self);
DzSeries        *dz_chart_area_get_series   (DzChartArea   *self);
const DzChartMark *dz_chart_area_get_mark   (DzChartArea   *self,
                                             guint          index);

gboolean         dz_chart_area_can_draw_one (const DzChart *chart,
                                             DzSeries      *series);

G_END_DECLS
