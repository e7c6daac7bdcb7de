/* dz-names.c - names of townships and dates as these reports write them
 *
 * A name ends in 镇, 乡 or 街道; where it begins is found by walking back over
 * Chinese characters to a mark that cannot be inside a name: 关于, 中共, a year,
 * or the province, city or county before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-names.h"

#include "dz-char.h"
#include "dz-report-lines.h"

#include <string.h>

#define LONGEST_STEM 8
#define LONGEST_PLAIN_STEM 5
#define LONGEST_PEOPLE 4 /* 塔什库尔干塔吉克族乡: so much more where a people's name is in it */

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
  return dz_word_at (folded, span.end, at, word) > 0;
}

/* 镇, 乡, 街道, 苏木: by their first characters. */
static inline gboolean
may_be_suffix (const char *at)
{
  const guchar *b = (const guchar *) at;

  return (*b == 0xe9 && b[1] == 0x95 && b[2] == 0x87) || (*b == 0xe4 && b[1] == 0xb9 && b[2] == 0xa1) ||
         (*b == 0xe8 && ((b[1] == 0xa1 && b[2] == 0x97) || (b[1] == 0x8b && b[2] == 0x8f)));
}

/* The bytes of the kind word at @at, 0 if none stands there or it goes on to another word. */
static gsize
read_suffix (const char *folded,
             DzSpan      span,
             gsize       at)
{
  static const char *const goes_on[] = { "街道", "镇", "乡", "村", "企", "长", "域", "化", "土",
                                        "情", "贤", "亲", "愁", "级", "区", "容", "直", "里", "间", "野", "街收", "街履", "街干", "街的", "街综", NULL };
  static const char *const post[] = { "镇长", "镇委", "镇党", "镇人", "镇政", "乡长", "乡委",
                                      "乡党", "乡人", "乡政", NULL };
  static const char *const joint[] = { "建", "居", "规", "融", "统", "一体", "发", "环", "社", "医", NULL };
  gsize n = 0;

  if (at >= span.start + 6 && stands_at (folded, span, at - 6, "乡镇街道"))
    return 0;
  if (stands_at (folded, span, at, "街道") || stands_at (folded, span, at, "苏木"))
    return 6;
  if (at >= span.start + 3 && stands_at (folded, span, at - 3, "乡镇"))
    return 0;
  /* 住房城乡建设, but not 古城乡 */
  for (guint i = 0; at >= span.start + 3 && joint[i] != NULL; i++)
    if (stands_at (folded, span, at - 3, "城乡") && stands_at (folded, span, at + 3, joint[i]))
      return 0;
  if (stands_at (folded, span, at, "镇") || stands_at (folded, span, at, "乡"))
    n = 3;
  for (guint i = 0; n > 0 && post[i] != NULL; i++) /* 青禾镇镇长 */
    if (stands_at (folded, span, at + n, post[i]) && memcmp (folded + at, post[i], n) == 0) /* but not 乡镇长 */
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
  return dz_word_ends (folded, span.start, span.end, word) > 0;
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

/* Whether the text up to @at ends with a word no name holds. It is asked before every character: the words are told
 * apart by their last byte first. */
static gboolean
ends_with_mark (const char *folded,
                gsize       from,
                gsize       at)
{
#define MARK(word) { word, sizeof (word) - 1 }
  static const struct
  {
    const char *word;
    gsize len;
  } marks[] = { MARK ("关于"), MARK ("中共"), MARK ("年度"), MARK ("年"), MARK ("述职"), MARK ("委员会"), MARK ("人民政府"),
                MARK ("办事处"), MARK ("位于"), MARK ("地处"), MARK ("推动"), MARK ("推进"), MARK ("会同"), MARK ("按照"),
                MARK ("以来"), MARK ("印发"), MARK ("关于对"), MARK ("关于向"), MARK ("关于给"), MARK ("关于在") };
#undef MARK

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (at >= from + marks[i].len && folded[at - 1] == marks[i].word[marks[i].len - 1] &&
        memcmp (folded + at - marks[i].len, marks[i].word, marks[i].len) == 0)
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
  const char *single;
  gunichar before;

  if (ends_with_mark (folded, from, at))
    return TRUE;
  if (at < from + 6)
    return FALSE;
  single = g_utf8_prev_char (folded + at);
  before = dz_char_at (g_utf8_prev_char (single));
  if (dz_char_is_any (dz_char_at (single), "和与及"))
    return dz_char_is_any (before, "镇乡道村县区府会局办所站委");
  if (!dz_char_is_any (dz_char_at (single), "在对由向让使把将是的为了从到以据凭我本等"))
    return FALSE;

  return is_han (before) && !ends_with_mark (folded, from, at - 3) && !dz_char_is_any (before, "省市县区州旗");
}

/* 开到菜场里兰荡街道: a place something is done in ends before the name; 八里湖 and 阿里河 are names. */
static gboolean
ends_place (const char *folded,
            DzSpan      before,
            gsize       length)
{
  static const char *const numerals = "一二三四五六七八九十百千万半";
  const char *at = folded + before.end - 3;

  if (length < 2 || before.end < before.start + 9 || !ends_with (folded, before, "里"))
    return FALSE;
  at = g_utf8_prev_char (at);

  return is_han (dz_char_at (at)) && is_han (dz_char_at (g_utf8_prev_char (at))) &&
         !dz_char_is_any (dz_char_at (at), numerals);
}

static gboolean
is_admin_mark (gunichar c)
{
  return c == 0x7701 || c == 0x5e02 || c == 0x53bf || c == 0x533a || c == 0x5dde || c == 0x65d7;
}

/* Cuts 省, 市, 县 off the front of a name; the last of them is the county. 州 in 鼎州区 is a part of its name. */
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

      /* 红旗营子乡: a banner's name has more than one character */
      if (n >= (dz_char_at (p) == 0x65d7 ? 2 : 1) && is_admin_mark (dz_char_at (p)) && after < suffix &&
          !(is_admin_mark (dz_char_at (folded + after)) && n == 1 && after + 3 < suffix))
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

/* The longest word of the rules at the beginning of @span; @whole: only if it is all of it. */
static gsize
find_at_start (DzRuleSet  *rules,
               const char *folded,
               DzSpan      span,
               gboolean    whole)
{
  g_autoptr(GArray) hits = dz_rule_set_find (rules, folded, span);
  gsize longest = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      gboolean cuts = g_str_equal (dz_rule_get_word (hit->rule, "cut"), "yes");

      if (hit->span.start == span.start && (whole ? hit->span.end == span.end : cuts))
        longest = MAX (longest, hit->span.end - hit->span.start);
    }

  return longest;
}

/* Words of a sentence before a name: 依托, 组织. A single character is cut only behind another word. */
static void
cut_words (DzRuleSet  *rules,
           const char *folded,
           gsize       suffix,
           DzSpan     *span)
{
  gsize n;
  gboolean cut = FALSE;

  while (span->start < suffix &&
         (n = find_at_start (rules, folded, (DzSpan){ span->start, suffix }, FALSE)) > (cut ? 0 : 3))
    {
      span->start += n;
      cut = TRUE;
    }
}

/* 将法治建设纳入镇域: what is too long for a name holds a sentence; the name is behind its last verb. */
static void
cut_sentence (DzRuleSet  *rules,
              const char *folded,
              gsize       suffix,
              DzSpan     *span)
{
  g_autoptr(GArray) hits = NULL;

  if (dz_report_lines_count (folded, (DzSpan){ span->start, suffix }) < LONGEST_PLAIN_STEM)
    return;
  hits = dz_rule_set_find (rules, folded, (DzSpan){ span->start, suffix });
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (g_str_equal (dz_rule_get_word (hit->rule, "cut"), "yes") && hit->span.end - hit->span.start > 3)
        span->start = MAX (span->start, hit->span.end);
    }
}

static gboolean
is_named (const char *folded,
          DzSpan      span,
          gsize       at)
{
  static const char *const offices[] = { "人民政府", "党委", "党工委", "办事处", "政府", "委员会", "镇长", "乡长", "书记", NULL };

  for (guint i = 0; offices[i] != NULL; i++)
    if (stands_at (folded, span, at, offices[i]))
      return TRUE;

  return FALSE;
}

/* 依托全镇, 带动全街道: what stands before is no name, unless it is as short as 双全镇. */
static gboolean
ends_like_no_name (const char *folded,
                   DzSpan      stem,
                   gboolean    bounded)
{
  static const char *const ends[] = { "全", "我", "本", "各", "该", "每", "某", "整个", "依法治", "下辖", NULL };

  return ends_with_any (folded, stem, ends) &&
         !(bounded && stem.end - stem.start == 6 && !dz_char_is_any (dz_char_at (folded + stem.start), "向对由给让请为与和同在"));
}

/* 建设镇人民政府, 平安里街道办事处: there are towns of this name. */
static gboolean
is_word_and_name (const char *folded,
                  DzSpan      stem)
{
  static const char *const words[] = { "建设", "联合", "平安", "团结", "和平", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (stands_at (folded, stem, stem.start, words[i]))
      {
        gsize rest = stem.end - stem.start - strlen (words[i]);

        if (rest == 0)
          return TRUE;

        return rest == 3 && dz_char_is_any (dz_char_at (folded + stem.end - 3), "里湖路桥门河山岗堡坊庄岭湾");
      }

  return FALSE;
}

/* 平安里街道2025年度…: the name of a line's beginning. */
static gboolean
begins_line (const char *folded,
             gsize       at)
{
  return at == 0 || folded[at - 1] == '\n';
}

/* Where the name that ends with the suffix at @at begins. */
static gboolean
read_name (DzRuleSet  *not_a_stem,
           const char *folded,
           DzSpan      span,
           DzSpan      suffix,
           DzName     *name)
{
  static const char *const peoples[] = { "族", NULL };
  const char *from = folded + suffix.start;
  gsize length = 0;
  gsize start, whole;
  DzSpan stem;

  *name = (DzName){ suffix, DZ_SPAN_NONE, FALSE, is_named (folded, span, suffix.end) };
  while (from > folded + span.start && is_han (dz_char_at (g_utf8_prev_char (from))) &&
         !is_boundary (folded, span.start, (gsize) (from - folded)) && length < LONGEST_STEM + 10 &&
         !ends_place (folded, (DzSpan) { span.start, (gsize) (from - folded) }, length))
    {
      from = g_utf8_prev_char (from);
      length++;
    }
  if (dz_char_at (from) == 0x7684) /* 87%的青禾镇: behind a mark the loop does not tell it from a name */
    from += 3;
  name->bounded = length < LONGEST_STEM + 10;
  name->name.start = start = whole = (gsize) (from - folded);
  cut_words (not_a_stem, folded, suffix.start, &name->name);
  name->bounded &= name->name.start == start;
  cut_admin (folded, suffix.start, name);
  start = name->name.start;
  if (!dz_span_is_empty (name->county))
    name->bounded = TRUE;
  else
    cut_words (not_a_stem, folded, suffix.start, &name->name);
  cut_sentence (not_a_stem, folded, suffix.start, &name->name);
  name->bounded &= name->name.start == start;
  if (name->name.start >= suffix.start && name->named && is_word_and_name (folded, (DzSpan){ start, suffix.start }))
    name->name.start = start;
  else if (name->name.start > whole && dz_span_is_empty (name->county) && begins_line (folded, whole) &&
           is_word_and_name (folded, (DzSpan){ whole, suffix.start }))
    name->name.start = whole;
  stem = (DzSpan){ name->name.start, suffix.start };
  length = dz_report_lines_count (folded, stem);

  return length >= 1 && length <= LONGEST_STEM + (ends_with_any (folded, stem, peoples) ? LONGEST_PEOPLE : 0) && !ends_like_no_name (folded, stem, name->bounded) &&
         (find_at_start (not_a_stem, folded, stem, TRUE) == 0 ||
          ((name->named || begins_line (folded, stem.start)) && is_word_and_name (folded, stem)));
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
      gsize n = may_be_suffix (p) ? read_suffix (folded, span, at) : 0;

      if (n > 0 && read_name (not_a_stem, folded, span, (DzSpan){ at, at + n }, name))
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_names_next_street:
 *
 * 青禾街 for 青禾街道: a name so short is one only where a mark stands before it.
 */
gboolean
dz_names_next_street (DzRuleSet  *not_a_stem,
                      const char *folded,
                      DzSpan      span,
                      DzName     *name)
{
  static const char *const goes_on[] = { "道", "区", "巷", "上", "头", "面", "边", "坊", "市", "景", "心", "舞", "镇", "乡", "长" };

  for (const char *p = folded + span.start; p + 3 <= folded + span.end; p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - folded);
      gboolean goes = FALSE;

      if (!stands_at (folded, span, at, "街"))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (goes_on); i++)
        goes |= stands_at (folded, span, at + 3, goes_on[i]);
      if (!goes && read_name (not_a_stem, folded, span, (DzSpan){ at, at + 3 }, name) && name->bounded &&
          name->name.end - name->name.start >= 9)
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_names_next_office:
 *
 * 樊家台办事处, as street offices are called in provinces that do not say 街道: a name of two characters and more behind a mark.
 */
gboolean
dz_names_next_office (DzRuleSet  *not_a_stem,
                      const char *folded,
                      DzSpan      span,
                      DzName     *name)
{
  static const char *const office = "办事处";
  static const char *const no_stem[] = { "街道", "街", "镇", "乡", "委", "处", "局", "府", "区", "县", "市", "省", "京", "驻外", "我", "本", "各", "该",
                                         "援助", "法律", NULL };
  const char *found;

  while ((found = dz_word_find (folded, span.start, span.end, office)) != NULL)
    {
      gsize at = (gsize) (found - folded);
      DzSpan suffix = { at, at + strlen (office) };

      if (!ends_with_any (folded, (DzSpan){ span.start, at }, no_stem) && read_name (not_a_stem, folded, span, suffix, name) &&
          name->bounded && suffix.start - name->name.start >= strlen ("双全"))
        return TRUE;
      span.start = suffix.end;
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
  for (int i = 0; i < 10 && c >= 0x3007 && c <= 0x96f6; i++)
    if (han[i] == c)
      return i;

  return -1;
}

/* Whether the first digit of such a year stands there: 1, 2, 一 or 二. */
static inline gboolean
may_be_year (const char *at)
{
  const guchar *b = (const guchar *) at;

  return *b == '1' || *b == '2' || (*b == 0xe4 && ((b[1] == 0xb8 && b[2] == 0x80) || (b[1] == 0xba && b[2] == 0x8c)));
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
      int digit = p < folded + span.end ? year_digit (dz_char_at (p)) : -1;

      if (digit < 0)
        return 0;
      value = value * 10 + digit;
    }
  if (value < 1990 || value > 2099)
    return 0;
  if (p < folded + span.end && year_digit (dz_char_at (p)) >= 0)
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

/* 3 2024年重点工作: folding leaves out the blank between the number of a line and a year. */
static gboolean
is_line_number (const char *folded,
                gsize       year)
{
  return year > 0 && g_ascii_isdigit (folded[year - 1]) && (year == 1 || folded[year - 2] == '\n');
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
      gsize n = may_be_year (p) ? read_year (folded, span, at, &year) : 0;
      gunichar before;
      gsize after = at + n;

      if (n == 0)
        continue;
      before = p > folded ? dz_char_at (g_utf8_prev_char (p)) : 0;
      if (is_dash (before) || (year_digit (before) >= 0 && !is_line_number (folded, at)) || before == 0x3014 || before == '[')
        {
          p = folded + after - 1;
          continue;
        }
      if (stands_at (folded, span, after, "以来"))
        {
          *date = (DzDate){ year, 0, 0, { at, after } };
          return TRUE;
        }
      if (!stands_at (folded, span, after, "年"))
        continue;
      if (after + 3 < span.end && is_dash (dz_char_at (folded + after + 3)))
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
      gsize n = may_be_year (p) ? read_year (folded, span, at, &year) : 0;

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
