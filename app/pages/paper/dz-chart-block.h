/* dz-chart-block.h - a chart on paper with its caption
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-block.h"
#include "dz-chart.h"

G_BEGIN_DECLS

typedef struct
{
  DzBlock parent;
  const DzChart *chart;
  DzSeries *series;
  DzChartStyle style;
  guint number;
  char *caption;
  double width;
  double height;  /* of the drawing on each page */
  guint n_pages;
  DzPaper *paper;
} DzChartBlock;

DzChartBlock *dz_chart_block_new (const DzChart *chart,
                                  DzSeries      *series,
                                  guint          number,
                                  const char    *caption);
char         *dz_chart_block_dup_caption (DzChartBlock *self,
                                          guint         page);

G_END_DECLS
