/* dz-chart-export.h - a chart as a file: SVG, PNG, PDF; same input, same bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart.h"

G_BEGIN_DECLS

typedef enum { DZ_CHART_SVG, DZ_CHART_PNG, DZ_CHART_PDF } DzChartFormat;

gboolean dz_chart_format_from_string (const char     *word,
                                      DzChartFormat  *format);
GBytes  *dz_chart_export             (const DzChart      *chart,
                                      DzSeries           *series,
                                      const DzChartStyle *style,
                                      double              width,
                                      double              height,
                                      DzChartFormat       format,
                                      GError            **error);

G_END_DECLS
