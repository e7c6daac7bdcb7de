/* dz-axis.h - where values stand: nice ticks, cut rates, 万
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-series.h"

G_BEGIN_DECLS

#define DZ_AXIS_MAX_TICKS 16

/**
 * DzAxis:
 * @ticks: values from start to end
 * @decimals: for tick labels
 * @wan: labels in 万
 * @x0, @x1: where start and end are drawn
 */
typedef struct
{
  double start;
  double end;
  double step;
  double ticks[DZ_AXIS_MAX_TICKS];
  guint n_ticks;
  int decimals;
  gboolean wan;
  double x0, x1;
} DzAxis;

void   dz_axis_init_count (DzAxis       *self,
                           double        low,
                           double        high,
                           gboolean      whole,
                           guint         wanted);
void   dz_axis_init_wan   (DzAxis       *self,
                           double        high,
                           guint         wanted);
void   dz_axis_init_rate  (DzAxis       *self,
                           double        low,
                           double        high,
                           gboolean      cut);
void   dz_axis_init       (DzAxis       *self,
                           DzSeries     *series,
                           guint         measure,
                           gboolean      cut,
                           guint         wanted);
double dz_axis_place      (const DzAxis *self,
                           double        value);
char  *dz_axis_dup_label  (const DzAxis *self,
                           guint         tick);
gboolean dz_axis_is_labelled (const DzAxis *self,
                              guint         tick,
                              guint         step);

G_END_DECLS
