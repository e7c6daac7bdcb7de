/* dz-chart-legend.h - which signs the legend of a measure explains
 *
 * Private to charts/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-frame.h"

G_BEGIN_DECLS

void dz_legend_add_missing (DzFrame  *frame,
                            DzSeries *series,
                            guint     measure);
void dz_legend_add_bars (DzFrame    *frame,
                         DzSeries   *series,
                         guint       measure,
                         const char *name);
void dz_legend_add_dots (DzFrame    *frame,
                         DzSeries   *series,
                         guint       measure,
                         const char *name);

G_END_DECLS
