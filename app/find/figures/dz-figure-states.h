/* dz-figure-states.h - all and none forms, and the evidence of a figure
 *
 * 已全部调解成功 says a rate of 100 %, 无一例越级上访 a count of 0, though neither has
 * a number; said of one cause only (因执法不当引发的) it says less and is set aside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-scene.h"

G_BEGIN_DECLS

#define DZ_LONGEST_EVIDENCE 200 /* characters */

DzSpan dz_figure_evidence    (const DzFigureScene *scene,
                              DzSpan               folded,
                              DzSpan               number);
void   dz_figure_fill_ground (const DzFigureScene *scene,
                              DzFigure            *figure,
                              const char          *rule,
                              DzSpan               cue,
                              guint                clause);
void   dz_figure_states_read (const DzFigureScene *scene);

G_END_DECLS
