/* dz-figure-asides.h - quantities that are no result of this year and body, and why
 *
 * Plans, requirements, rhythms, last year's figures, totals of several years,
 * one village's examples, the county's figures, changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-scene.h"

G_BEGIN_DECLS

/**
 * DzAsideVerdict:
 * @reason: (nullable): interned; %NULL: the quantity stands
 * @rule: (nullable): interned: the pattern or the rule's name
 * @cue: the words that say so, folded; empty if none
 * @sign: of a change: -1, 1 or 0
 * @period: what the clause says of the time
 */
typedef struct
{
  const char *reason;
  const char *rule;
  DzSpan cue;
  int sign;
  DzPeriod period;
} DzAsideVerdict;

DzAsideVerdict dz_figure_asides_judge      (const DzFigureScene *scene,
                                            guint                quantity);
DzAsideVerdict dz_figure_asides_judge_span (const DzFigureScene *scene,
                                            DzSpan               span);

G_END_DECLS
