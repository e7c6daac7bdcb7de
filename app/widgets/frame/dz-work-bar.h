/* dz-work-bar.h - the long works under way, a line each, with a way to stop them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_WORK_BAR (dz_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (DzWorkBar, dz_work_bar, DZ, WORK_BAR, AdwBin)

void  dz_work_bar_add        (DzWorkBar *self,
                              DzWork    *work);
guint dz_work_bar_count      (DzWorkBar *self);
void  dz_work_bar_cancel_all (DzWorkBar *self);

G_END_DECLS
