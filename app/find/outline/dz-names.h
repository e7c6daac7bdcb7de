/* dz-names.h - names of townships and dates as these reports write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-rule-set.h"

G_BEGIN_DECLS

/**
 * DzName:
 * @name: folded span of the body's name, without province and county
 * @county: folded span of the county right before it, empty if none
 * @bounded: a mark, a year or a county stands before it: no other word can be part of it
 * @named: an office stands behind it: 人民政府, 党委, 办事处 ...
 */
typedef struct
{
  DzSpan name;
  DzSpan county;
  gboolean bounded;
  gboolean named;
} DzName;

typedef struct
{
  int year;
  int month; /* 0 if only the year is known */
  int day;
  DzSpan span;
} DzDate;

gboolean dz_names_next      (DzRuleSet  *not_a_stem,
                             const char *folded,
                             DzSpan      span,
                             DzName     *name);
gboolean dz_names_next_street (DzRuleSet *not_a_stem,
                               const char *folded,
                               DzSpan      span,
                               DzName     *name);
gboolean dz_names_next_office (DzRuleSet *not_a_stem,
                               const char *folded,
                               DzSpan      span,
                               DzName     *name);
gboolean dz_names_next_year (const char *folded,
                             DzSpan      span,
                             DzDate     *date);
gboolean dz_names_next_date (const char *folded,
                             DzSpan      span,
                             DzDate     *date);

G_END_DECLS
