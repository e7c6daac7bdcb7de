/* dz-grade-limits.h - asks from how many points on each grade is given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-score-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_GRADE_LIMITS (dz_grade_limits_get_type ())
G_DECLARE_FINAL_TYPE (DzGradeLimits, dz_grade_limits, DZ, GRADE_LIMITS, GtkPopover)

void dz_grade_limits_show (DzGradeLimits      *self,
                           const DzScoreSheet *sheet);

G_END_DECLS
