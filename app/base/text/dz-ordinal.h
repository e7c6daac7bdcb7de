/* dz-ordinal.h - the numbering reports are parted with: 一、（一）㈠ 1. ⑴ ① 第一部分 Ⅰ 一是
 *
 * One table for everybody: where lines are joined, where parts are found, and
 * where numbers are checked, an ordinal is the same thing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Highest first: a style that comes earlier holds those that come later. */
typedef enum
{
  DZ_ORDINAL_PART,      /* 第一部分 壹、 Ⅰ、 */
  DZ_ORDINAL_HAN,       /* 一、 */
  DZ_ORDINAL_HAN_BOX,   /* （一） ㈠ 一） */
  DZ_ORDINAL_DIGIT,     /* 1. ⒈ 1） */
  DZ_ORDINAL_DIGIT_BOX, /* （1） ⑴ ① */
  DZ_ORDINAL_RUN,       /* 一是 其一 一要 第一， */
  DZ_ORDINAL_NONE
} DzOrdinalStyle;

gsize    dz_ordinal_read            (const char     *text,
                                     gsize           len,
                                     DzOrdinalStyle *style,
                                     guint          *number);
gsize    dz_ordinal_read_bare       (const char     *text,
                                     gsize           len,
                                     guint          *number);
gsize    dz_ordinal_read_bullet     (const char     *text,
                                     gsize           len);
gsize    dz_ordinal_read_volume     (const char     *text,
                                     gsize           len,
                                     guint          *number);
guint    dz_ordinal_read_han_number (const char     *text,
                                     gsize           len,
                                     gsize          *used);

G_END_DECLS
