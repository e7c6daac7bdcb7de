/* dz-quantity-tray.h - the quantities that stand in no column: of no indicator, or set aside by a rule
 *
 * Signals: "chosen" (DzReport *, index of the figure): a card was pressed;
 * "walk" (GListModel of DzEvidenceItem): all that are shown are to be gone through one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_QUANTITY_TRAY (dz_quantity_tray_get_type ())
G_DECLARE_FINAL_TYPE (DzQuantityTray, dz_quantity_tray, DZ, QUANTITY_TRAY, AdwBin)

void dz_quantity_tray_set_table (DzQuantityTray *self,
                                 DzFigureTable  *table);

G_END_DECLS
