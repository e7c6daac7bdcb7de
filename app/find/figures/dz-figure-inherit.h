/* dz-figure-inherit.h - a bare quantity takes the object of the quantity before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-match.h"

G_BEGIN_DECLS

/**
 * DzSettled: what an earlier quantity of the text was found to be
 * @indicator: position in the rules, -1: none
 * @reason: (nullable): interned: why it was set aside
 * @base: it says what there was to do: 包案6件
 */
typedef struct
{
  int indicator;
  const char *reason;
  gboolean base;
} DzSettled;

gboolean dz_figure_inherit_is_of_law (const DzFigureScene *scene,
                                      guint                quantity);
gboolean dz_figure_inherit (const DzFigureScene *scene,
                            const GArray        *settled,
                            guint                quantity,
                            DzFigureMatch       *match);

gboolean dz_figure_inherit_says_total (const DzFigureScene *scene,
                                       DzSpan               window);

G_END_DECLS
