/* dz-chart-kind.h - what a kind of chart is written with
 *
 * Private to charts/: included by each dz-chart-<id>.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-legend.h"
#include "dz-chart-rows.h"

G_BEGIN_DECLS

gboolean dz_chart_need_figures  (DzSeries       *series,
                                 DzChartRefusal *refusal);
gboolean dz_chart_need_measures (DzSeries       *series,
                                 guint           n,
                                 DzChartRefusal *refusal);
gboolean dz_chart_need_codes    (DzSeries       *series,
                                 DzChartRefusal *refusal);
gboolean dz_chart_are_years     (DzSeries       *series);
gboolean dz_chart_refuse        (DzChartRefusal *refusal,
                                 DzChartAdvice   advice,
                                 char           *what,
                                 const char     *next);

G_END_DECLS
