/* dz-quoted-words.h - a report's own words between quotation marks of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

char    *dz_quoted_words        (DzReport   *report,
                                 DzSpan      span);
char    *dz_quoted_set_straight (const char *words);
char    *dz_quoted_nest         (const char *words);
char    *dz_quoted_order        (const char *sentence);
gsize    dz_quoted_start        (const char *text,
                                 DzSpan      span);
gboolean dz_quoted_is_whole     (const char *words);

G_END_DECLS
