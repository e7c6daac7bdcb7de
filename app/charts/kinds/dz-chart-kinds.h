/* dz-chart-kinds.h - all kinds of chart
 *
 * Adding one: dz-chart-<id>.c in this folder and one word in its meson.build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart.h"

G_BEGIN_DECLS

const DzChart *const *dz_chart_list (guint      *n);
const DzChart        *dz_chart_find (const char *id);

G_END_DECLS
