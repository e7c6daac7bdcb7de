/* dz-label-layout.h - labels that want the same place find their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  dz_labels_spread (double       *places,
                        guint         n,
                        double        pitch,
                        double        low,
                        double        high);

/**
 * DzLevelLabel: a label along a horizontal strip
 * @x: wish, its middle; @width: of the text
 * @level: out: 1, 2, 3 above; -1, -2, -3 below; 0: it does not fit
 * @left: out: where the text begins
 */
typedef struct
{
  double x;
  double width;
  int level;
  double left;
} DzLevelLabel;

guint dz_labels_level  (DzLevelLabel *labels,
                        guint         n,
                        double        gap,
                        double        low,
                        double        high,
                        gboolean      below);

G_END_DECLS
