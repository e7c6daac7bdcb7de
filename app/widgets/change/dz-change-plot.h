/* dz-change-plot.h - 数值变化: one indicator of all bodies, ring last year, dot this year
 *
 * Only bodies that reported in both years: the others have nothing that could change.
 * Drawn, one tab stop; the arrow keys move a row, whose words are the accessible label.
 *
 * Signals:
 *   row-activated (change, n_press): a change of the figure was clicked, or Enter (2 presses)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-year-change.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_CHANGE_PLOT (dz_change_plot_get_type ())
G_DECLARE_FINAL_TYPE (DzChangePlot, dz_change_plot, DZ, CHANGE_PLOT, GtkWidget)

void dz_change_plot_set_changes (DzChangePlot    *self,
                                 DzFigureChanges *changes);

G_END_DECLS
