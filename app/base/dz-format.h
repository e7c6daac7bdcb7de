/* dz-format.h - numbers as Chinese documents print them
 *
 * Made by our own printing, never by the locale's: 12 000 with a thin space
 * (U+2009) from ten thousand up, 1.20万, −28 with U+2212, ≥87, 12～15,
 * +11.3%. A value that is not there (NAN) prints as "—", never as 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

#define DZ_FORMAT_THIN_SPACE "\342\200\211"
#define DZ_FORMAT_MINUS "\342\210\222"

double      dz_format_round        (double       value,
                                    guint        decimals);
char       *dz_format_number       (double       value);
char       *dz_format_plain        (double       value);
char       *dz_format_decimals     (double       value,
                                    int        decimals);
char       *dz_format_wan          (double       value,
                                    guint        decimals);
char       *dz_format_signed       (double       value);
char       *dz_format_percent      (double       value,
                                    guint        decimals);
char       *dz_format_signed_percent (double     value);
char       *dz_format_amount       (double       value,
                                    const char  *unit);
char       *dz_format_range        (double       low,
                                    double       high);
const char *dz_format_bound_sign   (DzBound      bound);
const char *dz_format_bound_words  (DzBound      bound,
                                    const char  *unit);

G_END_DECLS
