/* dz-quoted-words.h - a report's own words between quotation marks of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-quotation-marks.h"
#include "dz-report.h"

G_BEGIN_DECLS

char    *dz_quoted_words        (DzReport   *report,
                                 DzSpan      span);
gsize    dz_quoted_start        (const char *text,
                                 DzSpan      span);
gboolean dz_quoted_is_whole     (const char *words);

G_END_DECLS
