/* dz-list-number.h - the numbers that lists count with, as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_NUMERAL_NONE,
  DZ_NUMERAL_DECIMAL,            /* 1 2 3 */
  DZ_NUMERAL_DECIMAL_ZERO,       /* 01 02 */
  DZ_NUMERAL_FULL_WIDTH,         /* １ ２ */
  DZ_NUMERAL_CIRCLE,             /* ① ② */
  DZ_NUMERAL_STOP,               /* ⒈ ⒉ */
  DZ_NUMERAL_PARENTHESES,        /* ⑴ ⑵ */
  DZ_NUMERAL_CHINESE,            /* 一 二 … 十 十一 */
  DZ_NUMERAL_CHINESE_DIGITS,     /* 一 二 … 一〇 一一 */
  DZ_NUMERAL_CHINESE_LEGAL,      /* 壹 贰 */
  DZ_NUMERAL_STEMS,              /* 甲 乙 */
  DZ_NUMERAL_BRANCHES,           /* 子 丑 */
  DZ_NUMERAL_CHINESE_CIRCLE,     /* ㊀ ㊁ */
  DZ_NUMERAL_UPPER_ROMAN,
  DZ_NUMERAL_LOWER_ROMAN,
  DZ_NUMERAL_UPPER_LETTER,
  DZ_NUMERAL_LOWER_LETTER,
  DZ_NUMERAL_BULLET
} DzListNumber;

void     dz_list_number_append    (GString       *out,
                                   DzListNumber      kind,
                                   int            n);
gboolean dz_list_number_needs_gap (const GString *label);

G_END_DECLS
