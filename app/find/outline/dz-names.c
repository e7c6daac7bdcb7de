/* dz-names.c - names of townships and dates as these reports write them
 *
 * A name ends in 镇, 乡 or 街道; where it begins is found by walking back over
 * Chinese characters to a mark that cannot be inside a name: 关于, 中共, a year,
 * or the province, city or county before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-names.h"

#include "dz-report-lines.h"

#include <string.h>

#define LONGEST_STEM 8

static gboolean
is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);
}

static gboolean
stands_at (const char *folded,
           DzSpan      span,
           gsize       at,
           const char *word)
{
  gsize n = strlen (word);

  return at + n <= span.end && memcmp (folded + at, word, n) == 0;
}

/* The bytes of the kind word at @at, 0 if none stands there or it goes on to another word. */
static gsize
read_suffix (const char *folded,
             DzSpan      span,
             gsize       at)
{
  static const char *const goes_on[] = { "街道", "镇", "乡", "村", "企", "长", "域", "化", "土",
                                        "情", "贤", "亲", "愁", "级", "区", "容", "直", "里", "间", "野", NULL };
  static const char *const post[] = { "镇长", "镇委", "镇党", "镇人", "镇政", "乡长", "乡委",
                                      "乡党", "乡人", "乡政", NULL };
  gsize n = 0;

  if (stands_at (folded, span, at, "街道") || stands_at (folded, span, at, "苏木"))
    return 6;
  if (at >= span.start + 3 && stands_at (folded, span, at - 3, "乡镇"))
    return 0;
  if (stands_at (folded, span, at, "镇") || stands_at (folded, span, at, "乡"))
    n = 3;
  for (guint i = 0; n > 0 && post[i] != NULL; i++) /* 青禾镇镇长 */
    if (stands_at (folded, span, at + n, post[i]))
      return n;
  for (guint i = 0; n > 0 && goes_on[i] != NULL; i++)
    if (stands_at (folded, span, at + n, goes_on[i]))
      n = 0;

  return n;
}

static gboolean
ends_with (const char *folded,
           DzSpan      span,
           const char *word)
{
  gsize n = strlen (word);

  return span.end - span.start >= n && memcmp (folded + span.end - n, word, n) == 0;
}

static gboolean
ends_with_any (const char        *folded,
               DzSpan             span,
               const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (ends_with (folded, span, words[i]))
      return TRUE;

  return FALSE;
}

/* Whether the text up to @at ends with something a name never holds. A single character may be
 * the first of a name, 和平镇 or 向阳镇, where nothing but a mark or a county stands before it. */
static gboolean
is_boundary (const char *folded,
             gsize       from,
             gsize       at)
{
  static const char *const marks[] = { "关于", "中共", "年度", "年", "述职", "委员会", "人民政府", "办事处",
                                       "位于", "地处", "推动", "推进", "会同", "按照", "以来", "印发", NULL };
  static const char *const joins[] = { "和", "与", "及", NULL };
  static const char *const joined[] = { "镇", "乡", "道", "村", "县", "区", "府", "会", "局", "办",
                                        "所", "站", "委", NULL };
  static const char *const singles[] = { "在", "对", "由", "向", "让", "使", "把", "将", "是", "的", "为",
                                         "了", "从", "到", "以", "据", "凭", "我", "本", "等", NULL };
  static const char *const counties[] = { "省", "市", "县", "区", "州", "旗", NULL };
  DzSpan before = { from, at };

  if (ends_with_any (folded, before, marks))
    return TRUE;
  if (at < from + 6)
    return FALSE;
  before.end = at - 3;
  if (ends_with_any (folded, (DzSpan){ from, at }, joins))
    return ends_with_any (folded, before, joined);
  if (!ends_with_any (folded, (DzSpan){ from, at }, singles))
    return FALSE;

  return is_han (g_utf8_get_char (g_utf8_prev_char (folded + before.end))) &&
         !ends_with_any (folded, before, marks) && !ends_with_any (folded, before, counties);
}

static gboolean
is_admin_mark (gunichar c)
{
  return c == 0x7701 || c == 0x5e02 || c == 0x53bf || c == 0x533a || c == 0x5dde || c == 0x65d7;
}

/* Cuts 省, 市, 县 off the front of a name; the last of them is the county. */
static void
cut_admin (const char *folded,
           gsize       suffix,
           DzName     *name)
{
  gsize from = name->name.start;
  guint n = 0;

  for (const char *p = folded + from; p < folded + suffix; p = g_utf8_next_char (p))
    {
      gsize after = (gsize) (g_utf8_next_char (p) - folded);

      if (n >= 1 && is_admin_mark (g_utf8_get_char (p)) && after < suffix)
        {
          name->county = (DzSpan){ from, after };
          from = after;
          n = 0;
          continue;
        }
      n++;
    }
  name->name.start = from;
  /* a province or a city alone is no county */
  if (!dz_span_is_empty (name->county) && ends_with (folded, name->county, "省"))
    name->county = DZ_SPAN_NONE;
}

/**
 * dz_names_next:
 * @not_a_stem: words that stand before 镇, 乡, 街道 without being a name
 * @span: folded; the first name in it is taken
 */
gboolean
dz_names_next (DzRuleSet  *not_a_stem,
               const char *folded,
               DzSpan      span,
               DzName     *name)
{
  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - folded);
      gsize n = read_suffix (folded, span, at);
      const char *from = p;
      gsize stem = 0;

      if (n == 0)
        continue;
      *name = (DzName){ { at, at + n }, DZ_SPAN_NONE };
      while (from > folded + span.start && is_han (g_utf8_get_char (g_utf8_prev_char (from))) &&
             !is_boundary (folded, span.start, (gsize) (from - folded)) &&
             stem < LONGEST_STEM + 10)
        {
          from = g_utf8_prev_char (from);
          stem++;
        }
      name->name.start = (gsize) (from - folded);
      cut_admin (folded, at, name);
      stem = dz_report_lines_count (folded, (DzSpan){ name->name.start, at });
      if (stem >= 1 && stem <= LONGEST_STEM)
        {
          g_autoptr(GArray) hits = dz_rule_set_find (not_a_stem, folded,
                                                     (DzSpan){ name->name.start, at });
          gboolean is_name = TRUE;

          for (guint i = 0; i < hits->len; i++)
            {
              DzSpan hit = g_array_index (hits, DzRuleHit, i).span;

              if (hit.start == name->name.start && hit.end == at)
                is_name = FALSE;
            }
          if (is_name)
            return TRUE;
        }
    }

  return FALSE;
}

/* One digit of a year, Arabic or Chinese. */
static int
year_digit (gunichar c)
{
  static const gunichar han[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                  0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

  if (c >= '0' && c <= '9')
    return (int) (c - '0');
  if (c == 0x96f6 || c == 'O' || c == 'o')
    return 0;
  for (int i = 0; i < 10; i++)
    if (han[i] == c)
      return i;

  return -1;
}

/* Four digits from 1990 to 2099; returns the bytes read, 0 if there is no year. */
static gsize
read_year (const char *folded,
           DzSpan      span,
           gsize       at,
           int        *year)
{
  const char *p = folded + at;
  int value = 0;

  for (int i = 0; i < 4; i++, p = g_utf8_next_char (p))
    {
      int digit = p < folded + span.end ? year_digit (g_utf8_get_char (p)) : -1;

      if (digit < 0)
        return 0;
      value = value * 10 + digit;
    }
  if (value < 1990 || value > 2099)
    return 0;
  if (p < folded + span.end && year_digit (g_utf8_get_char (p)) >= 0)
    return 0;
  *year = value;

  return (gsize) (p - folded) - at;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == '~' || c == 0x2014 || c == 0x2013 || c == 0x2015 || c == 0x81f3 ||
         c == 0xff5e || c == 0x2212;
}

/**
 * dz_names_next_year:
 *
 * The first year in @span that is no end of a range of years and is followed by 年.
 */
gboolean
dz_names_next_year (const char *folded,
                    DzSpan      span,
                    DzDate     *date)
{
  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - folded);
      int year;
      gsize n = read_year (folded, span, at, &year);
      gunichar before = p > folded ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
      gsize after = at + n;

      if (n == 0)
        continue;
      if (is_dash (before) || year_digit (before) >= 0 || before == 0x3014 || before == '[')
        {
          p = folded + after - 1;
          continue;
        }
      if (!stands_at (folded, span, after, "年"))
        continue;
      if (after + 3 < span.end && is_dash (g_utf8_get_char (folded + after + 3)))
        continue;
      *date = (DzDate){ year, 0, 0, { at, after + 3 } };
      return TRUE;
    }

  return FALSE;
}

/* A number below 100, Arabic or Chinese. */
static int
read_small (const char *folded,
            DzSpan      span,
            gsize      *at)
{
  guint value = 0;
  gsize used = 0;

  while (used < 2 && *at + used < span.end && g_ascii_isdigit (folded[*at + used]))
    value = value * 10 + (guint) (folded[*at + used++] - '0');
  if (used == 0)
    value = dz_ordinal_read_han_number (folded + *at, span.end - *at, &used);
  *at += used;

  return used > 0 ? (int) value : -1;
}

static gboolean
take_mark (const char *folded,
           DzSpan      span,
           gsize      *at,
           const char *han)
{
  if (stands_at (folded, span, *at, han))
    {
      *at += strlen (han);
      return TRUE;
    }
  if (*at < span.end && (folded[*at] == '-' || folded[*at] == '/' || folded[*at] == '.'))
    {
      (*at)++;
      return TRUE;
    }

  return FALSE;
}

/**
 * dz_names_next_date:
 *
 * The first whole date in @span: 2025年1月13日, 二〇二四年一月十九日, 2025-03-10, 2025/3/10.
 */
gboolean
dz_names_next_date (const char *folded,
                    DzSpan      span,
                    DzDate     *date)
{
  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    {
      gsize from = (gsize) (p - folded);
      gsize at = from;
      int year, month, day;
      gsize n = read_year (folded, span, at, &year);

      if (n == 0)
        continue;
      at += n;
      if (!take_mark (folded, span, &at, "年") || (month = read_small (folded, span, &at)) < 1 ||
          month > 12 || !take_mark (folded, span, &at, "月") ||
          (day = read_small (folded, span, &at)) < 1 || day > 31)
        continue;
      take_mark (folded, span, &at, "日");
      *date = (DzDate){ year, month, day, { from, at } };
      return TRUE;
    }

  return FALSE;
}
