/* dz-chart-strip.h - one strip of a distribution: dots, band, names
 *
 * Private to charts/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-kind.h"

G_BEGIN_DECLS

#define DZ_MAX_STRIPS 8

/**
 * DzStripDot:
 * @level: of equal values stacked upward
 * @named: with a label
 */
typedef struct
{
  guint row;
  const DzCell *cell;
  double x;
  guint level;
  gboolean named;
  int label_level;
  double label_left;
} DzStripDot;

/**
 * DzStrip:
 * @kinds: of body, interned; NULL: all
 * @y: where the dots of level 0 stand
 * @above, @below: room needed from @y
 */
typedef struct
{
  char *name;
  const char *kinds[2];
  GArray *dots; /* DzStripDot, by value */
  guint missing; /* 未报 */
  guint without; /* 无报告 */
  DzStatistics stats;
  guint tallest;
  double top, y, bottom, above, below;
} DzStrip;

typedef struct
{
  DzChartCanvas *canvas;
  DzSeries *series;
  DzAxis axis;
  gboolean many;
  DzStrip strips[DZ_MAX_STRIPS];
  guint n_strips;
} DzStrips;

void   dz_strip_choose_labels (DzStrips *self,
                               guint     strip);
void   dz_strip_draw          (DzStrips *self,
                               guint     strip);
char  *dz_strip_dup_number    (DzStrips *self,
                               double    value);

G_END_DECLS
