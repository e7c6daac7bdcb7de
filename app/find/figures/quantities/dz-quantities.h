/* dz-quantities.h - every number with its bound and measure word; look-alikes told apart
 *
 * Works on folded text. Dates, ordinals, outline numbers, numbers inside names
 * of laws and in quoted names are no quantities at all and are marked with the
 * reason and listed = FALSE; everything else ends in the report's figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-rules.h"
#include "dz-number.h"

G_BEGIN_DECLS

/**
 * DzQuantity:
 * @span: qualifiers, number, measure word, words behind it
 * @unit: (nullable): interned measure word; %NULL for rates and where it was lost
 * @set_aside: (nullable): interned reason
 * @ground: what set it aside: a pattern or the name of a rule
 * @ground_span: where
 * @listed: it goes into the report's figures
 * @each: 各 stands before it: it counts for each thing named
 * @change: it stands in a table's column of changes: 1 for more, -1 for less; else 0
 */
typedef struct
{
  DzNumber number;
  DzSpan span;
  const char *unit;
  DzMeasures measure;
  const char *set_aside;
  const char *ground;
  DzSpan ground_span;
  gboolean listed;
  gboolean each;
  int change;
} DzQuantity;

GArray *dz_quantities_find (DzFigureRules *rules,
                            const char    *text,
                            gsize          len,
                            const GArray  *hits);

G_END_DECLS
