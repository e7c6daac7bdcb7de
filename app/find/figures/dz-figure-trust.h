/* dz-figure-trust.h - how sure a figure is, and by which frame it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-match.h"

G_BEGIN_DECLS

double dz_figure_trust      (const DzFigureScene *scene,
                             guint                quantity,
                             const DzFigureMatch *match);
void   dz_figure_trust_repeats (DzReport *report);
void   dz_figure_tell_frame (const DzFigureScene *scene,
                             guint                quantity,
                             const DzFigureMatch *match,
                             DzGround            *ground);

G_END_DECLS
