/* dz-quotation-marks.h - marks inside marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dz_marks_set_straight (const char *words);
char *dz_marks_nest         (const char *words);
char *dz_marks_order        (const char *sentence);

G_END_DECLS
