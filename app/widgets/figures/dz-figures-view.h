/* dz-figures-view.h - 指标: the figure matrix, with the tray of what belongs to no indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_FIGURES_VIEW (dz_figures_view_get_type ())
G_DECLARE_FINAL_TYPE (DzFiguresView, dz_figures_view, DZ, FIGURES_VIEW, DzView)

G_END_DECLS
