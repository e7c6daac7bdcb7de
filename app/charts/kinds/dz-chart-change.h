/* dz-chart-change.h - two years of one indicator: what slope and dumbbell share
 *
 * Private to charts/. The first measure is last year, the second this year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-axis.h"
#include "dz-chart.h"

G_BEGIN_DECLS

gboolean dz_change_can_draw     (DzSeries       *series,
                                 DzChartRefusal *refusal);
gboolean dz_change_is_sure      (const DzCell   *before,
                                 const DzCell   *now);
gboolean dz_change_is_doubtful  (const DzCell   *before,
                                 const DzCell   *now);
int      dz_change_year         (DzSeries       *series,
                                 guint           measure);
char    *dz_change_dup_label    (DzSeries       *series,
                                 guint           row);
char    *dz_change_dup_subtitle (DzSeries       *series);
void     dz_change_init_axis    (DzAxis         *axis,
                                 DzSeries       *series);
double   dz_dumbbell_draw       (DzChartCanvas  *canvas,
                                 DzSeries       *series);

G_END_DECLS
