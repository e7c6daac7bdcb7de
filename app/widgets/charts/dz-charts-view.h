/* dz-charts-view.h - 图表: a gallery of charts, drawn by the code that prints them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_CHARTS_VIEW (dz_charts_view_get_type ())
G_DECLARE_FINAL_TYPE (DzChartsView, dz_charts_view, DZ, CHARTS_VIEW, DzView)

G_END_DECLS
