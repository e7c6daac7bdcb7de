/* dz-head-words.h - what the words above a column say: of what, in which unit, of which year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a head says of time. */
typedef enum
{
  DZ_HEAD_YEAR,   /* a year's number */
  DZ_HEAD_PART,   /* a month, a quarter, half a year */
  DZ_HEAD_TOTAL,  /* of several years */
  DZ_HEAD_CHANGE  /* 同比, 增长: how much it changed */
} DzHeadTime;

/**
 * DzHeadWords:
 * @shown: levels parted by " / "
 * @key: folded, without what changes from year to year
 * @group: the words of the upper levels, "" for none; @leaf: of the lowest
 * @group_counts: the group is a number of something itself, of which the leaf is a part
 * @generic: the leaf names no thing of its own: 件数, 合计
 * @total: a sum of what stands beside it; @part: 其中, a part of it
 * @unit: "" where it is not told
 * @year: that it names, 0 for none
 * @years_back: 1 for 上年
 */
typedef struct
{
  char *shown;
  char *key;
  char *group;
  char *leaf;
  gboolean group_counts;
  gboolean generic;
  gboolean total;
  gboolean part;
  char *unit;
  int year;
  int years_back;
  DzHeadTime time;
} DzHeadWords;

DzHeadWords *dz_head_words_new    (GPtrArray         *levels,
                                   const char        *unit);
void         dz_head_words_free   (DzHeadWords       *self);
char        *dz_head_words_join   (const DzHeadWords *self);
gboolean     dz_head_words_is_unit (const char       *words);
int          dz_head_words_read_year (const char     *words,
                                      DzHeadTime     *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzHeadWords, dz_head_words_free)

G_END_DECLS
