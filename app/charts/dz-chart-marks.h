/* dz-chart-marks.h - one value in ink: bar, dot, label; the signs of app/README.md, charts
 *
 * Private to charts/. A mark has the state of its value in its form, never only
 * in its colour: open ends, dashes, hollow rings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-axis.h"
#include "dz-chart-frame.h"

G_BEGIN_DECLS

double dz_mark_bar         (DzChartCanvas *canvas,
                            const DzAxis  *axis,
                            const DzCell  *cell,
                            double         y,
                            double         height,
                            DzColour       colour,
                            DzChartMark   *mark);
double dz_mark_bar_tail    (DzChartCanvas *canvas,
                            const DzCell  *cell,
                            double         height);
double dz_mark_dot         (DzChartCanvas *canvas,
                            const DzAxis  *axis,
                            const DzCell  *cell,
                            gboolean       rate,
                            double         y,
                            DzColour       colour,
                            DzChartMark   *mark);
double dz_mark_dot_tail    (DzChartCanvas *canvas,
                            const DzCell  *cell,
                            gboolean       rate);
void   dz_mark_missing_ring (DzChartCanvas *canvas,
                            double         x,
                            double         y,
                            DzChartMark   *mark);
void   dz_mark_arrow       (DzChartCanvas *canvas,
                            double         x1,
                            double         x2,
                            double         y,
                            DzColour       colour);

double dz_mark_label_width (DzChartCanvas *canvas,
                            const DzCell  *cell,
                            gboolean       wan);
double dz_mark_label       (DzChartCanvas *canvas,
                            const DzCell  *cell,
                            gboolean       wan,
                            double         x,
                            double         y);
const char *dz_mark_word   (const DzCell  *cell);

double dz_mark_sign_width  (DzChartCanvas *canvas,
                            DzSign         sign);
void   dz_mark_sign        (DzChartCanvas *canvas,
                            DzSign         sign,
                            double         x,
                            double         y);
double dz_cell_draw_end    (const DzCell  *cell);

G_END_DECLS
