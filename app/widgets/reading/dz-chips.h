/* dz-chips.h - the row of chips over the columns: codes and indicators to be gone to
 *
 * Signal "focused": another chip was pressed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_CHIPS (dz_chips_get_type ())
G_DECLARE_FINAL_TYPE (DzChips, dz_chips, DZ, CHIPS, AdwBin)

void        dz_chips_set_reports   (DzChips    *self,
                                    DzCodebook *codebook,
                                    GPtrArray  *reports);
const char *dz_chips_get_code      (DzChips    *self);
const char *dz_chips_get_indicator (DzChips    *self);
gboolean    dz_chips_report_has    (DzReport   *report,
                                    const char *code,
                                    const char *indicator);

G_END_DECLS
