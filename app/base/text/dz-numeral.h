/* dz-numeral.h - numbers in Chinese characters
 *
 * 十二 · 一千二百 · 三万六千 · 二〇二四 · 九十六点二 · 两三 · 十一二 · 贰万壹仟
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int    dz_numeral_digit      (gunichar    c);
double dz_numeral_unit       (gunichar    c);
double dz_numeral_large_unit (gunichar    c);
gboolean dz_numeral_is_formal (const char *text,
                               gsize       at);
gsize  dz_numeral_read       (const char *text,
                              gsize       len,
                              gsize       at,
                              double     *value,
                              double     *high);

G_END_DECLS
