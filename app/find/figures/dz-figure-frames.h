/* dz-figure-frames.h - what is counted: the small grammar of a quantity
 *
 *   N名执法人员全部持证     own noun 执法人员, 全部 begins what is said of all of them
 *   N人里有M人持证          M is a part of N: what stands before 里 belongs to N
 *   督导N个村               the own noun is a thing no cue before the number may claim
 *   A、B分别为N、M          each noun has the number in its place
 *
 * The words it goes by are <words id="grammar" class="..."> of phrases.xml.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-scene.h"

G_BEGIN_DECLS

void     dz_figure_frames_lay     (DzFigureScene       *scene);
gboolean dz_figure_frames_is_spoken (const DzFigureScene *scene,
                                     DzSpan               window);
gboolean dz_figure_frames_is_bare (const DzFigureScene *scene,
                                   DzSpan               window);

G_END_DECLS
