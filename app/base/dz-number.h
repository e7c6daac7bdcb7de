/* dz-number.h - digits, 万/亿, percent, Chinese numerals -> value, bound, form
 *
 * Reads the numbers of folded text (dz-fold.h): 12，000 · 0.5万余 · 一千二百余 ·
 * 百分之九十八 · 98·46% · 3—5 · 两三 · 0.5个百分点. What the number counts, and
 * whether it is a date or a name, is decided above (find/dz-quantities.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_NUMBER_COUNT,   /* counts the measure word after it */
  DZ_NUMBER_PERCENT, /* 98%, 百分之九十八, 双百 */
  DZ_NUMBER_POINTS,  /* 0.5个百分点: a change */
  DZ_NUMBER_TIMES    /* 1.5倍 */
} DzNumberForm;

/**
 * DzNumber:
 * @value: the number, or the lower end of a range
 * @high: the upper end of a range, else NAN
 * @bound: from 余, 多, 以上 ... inside @span
 * @form: what it says
 * @chinese: written in Chinese numerals
 * @span: with qualifiers, without the measure word (% and 个百分点 belong to it)
 * @core: without qualifiers before and after
 */
typedef struct
{
  double value;
  double high;
  DzBound bound;
  DzNumberForm form;
  gboolean chinese;
  DzSpan span;
  DzSpan core;
} DzNumber;

gboolean dz_number_starts_at       (const char *text,
                                    gsize       at);
gboolean dz_number_read            (const char *text,
                                    gsize       len,
                                    gsize       at,
                                    DzNumber   *number);
void     dz_number_take_qualifiers (const char *text,
                                    gsize       len,
                                    gsize       after,
                                    DzNumber   *number,
                                    guint      *end);
gboolean dz_number_parse           (const char *text,
                                    DzNumber   *number);

G_END_DECLS
