/* dz-chart-codes.h - weaknesses in theme blocks: what ranking and heat map share
 *
 * Private to charts/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-frame.h"
#include "dz-chart-kind.h"

G_BEGIN_DECLS

/* One line of the chart: a code. block counts the theme blocks from 0. */
typedef struct
{
  guint code;
  guint block;
} DzCodeLine;

/**
 * DzCodeRows: lines of codes, laid out from the top
 * @first, @last: lines of this page
 * @gap: height between two blocks
 */
typedef struct
{
  DzChartCanvas *canvas;
  DzSeries *series;
  GArray *lines; /* DzCodeLine */
  guint first, last;
  double top, pitch, gap;
} DzCodeRows;

void   dz_code_rows_init   (DzCodeRows    *self,
                            DzChartCanvas *canvas,
                            DzSeries      *series,
                            gboolean       ranked);
void   dz_code_rows_clear  (DzCodeRows    *self);
void   dz_code_rows_fit    (DzCodeRows    *self,
                            DzFrame       *frame,
                            double         head,
                            double         tail);
double dz_code_rows_place  (DzCodeRows    *self,
                            guint          line);
double dz_code_rows_bottom (DzCodeRows    *self);
void   dz_code_rows_draw_strips (DzCodeRows *self,
                            double         width);
gboolean dz_code_rows_starts (DzCodeRows  *self,
                            guint          line);
guint  dz_codes_count_reports (DzSeries   *series);
char  *dz_codes_list       (DzSeries      *series,
                            gboolean       no_problems,
                            gboolean       no_report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzCodeRows, dz_code_rows_clear)

G_END_DECLS
