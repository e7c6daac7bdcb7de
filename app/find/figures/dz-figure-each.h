/* dz-figure-each.h - 各N: as many for each of the things named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-scene.h"

guint dz_figure_each_count (const DzFigureScene *scene,
                            guint                quantity);
