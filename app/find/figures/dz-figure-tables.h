/* dz-figure-tables.h - numbers in the rows of a table, by the head of their column
 *
 *   指标 | 2022年 | 2023年          the column of the year reported on is the figure, another year's is not
 *   行政处罚（件） | 31 | 44        the noun is the row's name, its unit in brackets or in a column of units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-scene.h"

G_BEGIN_DECLS

void dz_figure_tables_lay (DzFigureScene *scene);

G_END_DECLS
