/* dz-plan-amounts.c - whether what was done is as much as was promised
 *
 * Only amounts of the same kind are compared: two officers with officers, twelve fairs with any occasions, a rate with
 * a rate. 每季度一次 promises four.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plan-amounts.h"

#include "dz-char.h"
#include "dz-number.h"

#include <string.h>

#define NO_KIND (-1)
#define RATE 100

/* Measure words that count the same. */
static const char *const kinds[][8] = {
  { "次", "场", "期", "轮", "堂", "节", "趟", NULL },
  { "名", "人", "位", NULL },
  { "件", "起", "宗", "例", NULL },
  { "份", "册", "本", "套", NULL },
  { "个", "处", "座", "间", "所", "家", NULL },
  { "台", "辆", "架", "部", NULL },
  { "元", NULL },
  { "条", "篇", NULL },
  { "户", NULL },
  { "亩", NULL },
};

static int
read_kind (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; kinds[i][k] != NULL; k++)
      if (g_str_has_prefix (at, kinds[i][k]))
        return (int) i;

  return NO_KIND;
}

/* The next number of @text from @at on that counts something, and what it counts; FALSE: there is none. */
static gboolean
next_amount (const char *text,
             gsize       len,
             gsize      *at,
             double     *value,
             int        *kind)
{
  while (*at < len)
    {
      DzNumber number;

      if (!dz_number_starts_at (text, *at) || !dz_number_read (text, len, *at, &number))
        {
          *at += (gsize) g_utf8_skip[(guchar) text[*at]];
          continue;
        }
      *at = MAX (number.span.end, *at + 1);
      *value = number.value;
      *kind = number.form == DZ_NUMBER_PERCENT ? RATE
              : number.form == DZ_NUMBER_COUNT ? read_kind (text + number.span.end) : NO_KIND;
      if (*kind != NO_KIND)
        return TRUE;
    }

  return FALSE;
}

/* How often in a year. */
static const struct
{
  const char *word;
  double times;
} rhythms[] = { { "每季度", 4 }, { "每季", 4 }, { "每半年", 2 }, { "每两个月", 6 }, { "每两月", 6 },
                { "每月", 12 }, { "每个月", 12 }, { "每周", 52 } };

/* 每季度一次, 每月组织一次; 0: it is no rhythm. */
static double
read_rhythm (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++)
    if (strstr (text, rhythms[i].word) != NULL)
      return rhythms[i].times;

  return 0;
}

/**
 * dz_plan_amounts_skip:
 *
 * Returns: the bytes of the amount or the rhythm at @at, 0 if none stands there
 */
gsize
dz_plan_amounts_skip (const char *clause,
                      gsize       len,
                      gsize       at)
{
  DzNumber number;

  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++)
    if (dz_word_at (clause, len, at, rhythms[i].word) > 0)
      return strlen (rhythms[i].word);
  if (!dz_number_starts_at (clause, at) || !dz_number_read (clause, len, at, &number) || number.span.start < at)
    return 0;
  if (number.form == DZ_NUMBER_PERCENT)
    return number.span.end - at;

  return number.form == DZ_NUMBER_COUNT && number.span.end < len && read_kind (clause + number.span.end) != NO_KIND
           ? number.span.end - at + (gsize) g_utf8_skip[(guchar) clause[number.span.end]] : 0;
}

/**
 * dz_plan_amounts_has:
 * @clause: folded
 *
 * Returns: whether it tells an amount
 */
gboolean
dz_plan_amounts_has (const char *clause,
                     gsize       len)
{
  g_autofree char *copy = g_strndup (clause, len);
  gsize at = 0;
  double value;
  int kind;

  return next_amount (copy, len, &at, &value, &kind);
}

/**
 * dz_plan_amounts_fall_short:
 * @promise: folded, a clause of the plan
 * @sentence: folded, what was done
 *
 * Returns: whether the first amount promised is told with less, and nowhere with as much
 */
gboolean
dz_plan_amounts_fall_short (const char *promise,
                            const char *sentence)
{
  gsize at = 0;
  double wanted, value;
  double rhythm = read_rhythm (promise);
  int kind, other;
  gboolean smaller = FALSE;

  if (!next_amount (promise, strlen (promise), &at, &wanted, &kind))
    return FALSE;
  /* a rhythm kept as a rhythm */
  if (rhythm > 0 && read_rhythm (sentence) >= rhythm)
    return FALSE;
  wanted *= rhythm > 0 && kind == 0 ? rhythm : 1;
  for (at = 0; next_amount (sentence, strlen (sentence), &at, &value, &other);)
    {
      if (other == kind && value >= wanted)
        return FALSE;
      smaller = smaller || (other == kind && value > 0);
    }

  return smaller;
}
