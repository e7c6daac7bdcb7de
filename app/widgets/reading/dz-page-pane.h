/* dz-page-pane.h - the page of the file beside the text that was read from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-section-grid.h"

G_BEGIN_DECLS

#define DZ_TYPE_PAGE_PANE (dz_page_pane_get_type ())
G_DECLARE_FINAL_TYPE (DzPagePane, dz_page_pane, DZ, PAGE_PANE, AdwBin)

void dz_page_pane_follow (DzPagePane    *self,
                          DzSectionGrid *grid);

G_END_DECLS
