/* dz-day.h - days as they are written: YYYY-MM-DD
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   dz_day_count_between (const char *from,
                            const char *to);
char *dz_day_in_year       (const char *month_day,
                            int         year);
char *dz_day_from_words    (const char *words,
                            int         year);

G_END_DECLS
