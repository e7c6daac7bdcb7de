/* dz-number.c - digits, 万/亿, percent, Chinese numerals -> value, bound, form
 *
 * A small grammar read by hand from left to right:
 *
 *   number   = 百分之 figure more? | figure more? tail | 双百
 *   figure   = (digits | numerals) (range-mark (digits | numerals))?
 *   more     = 余 | 多 | 几          (also between the figure and 万 or 亿)
 *   tail     = % | 个百分点 | 倍 | 成 figure? | nothing
 *   before   = 近 约 超过 不少于 ...    after = 以上 以内 左右 ...
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-number.h"

#include "dz-char.h"
#include "dz-numeral.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *word;
  DzBound bound;
} Qualifier;

/* Longest first where one begins or ends like another. */
static const Qualifier before_words[] = {
  { "不少于", DZ_BOUND_AT_LEAST }, { "不低于", DZ_BOUND_AT_LEAST }, { "不超过", DZ_BOUND_AT_MOST },
  { "不高于", DZ_BOUND_AT_MOST },  { "不多于", DZ_BOUND_AT_MOST },  { "超过", DZ_BOUND_AT_LEAST },
  { "突破", DZ_BOUND_AT_LEAST },   { "多达", DZ_BOUND_EXACT },      { "至少", DZ_BOUND_AT_LEAST },
  { "大约", DZ_BOUND_ABOUT },      { "大概", DZ_BOUND_ABOUT },      { "接近", DZ_BOUND_ABOUT },
  { "将近", DZ_BOUND_ABOUT },      { "至多", DZ_BOUND_AT_MOST },    { "达到", DZ_BOUND_EXACT },
  { "差不多", DZ_BOUND_ABOUT },    { "约莫", DZ_BOUND_ABOUT },      { "大致", DZ_BOUND_ABOUT },
  { "估摸", DZ_BOUND_ABOUT },      { "起码", DZ_BOUND_AT_LEAST },   { "不下", DZ_BOUND_AT_LEAST },
  { "不下于", DZ_BOUND_AT_LEAST }, { "少说", DZ_BOUND_AT_LEAST },   { "少说也", DZ_BOUND_AT_LEAST },
  { "顶多", DZ_BOUND_AT_MOST },
  { "高达", DZ_BOUND_EXACT },      { "不足", DZ_BOUND_AT_MOST },    { "不到", DZ_BOUND_AT_MOST },
  { "未满", DZ_BOUND_AT_MOST },    { "不满", DZ_BOUND_AT_MOST },    { "超", DZ_BOUND_AT_LEAST },     { "逾", DZ_BOUND_AT_LEAST },
  { "上", DZ_BOUND_AT_LEAST },     { "过", DZ_BOUND_AT_LEAST },     { "近", DZ_BOUND_ABOUT },        { "约", DZ_BOUND_ABOUT },        { "达", DZ_BOUND_EXACT },
};

static const Qualifier after_words[] = {
  { "以上", DZ_BOUND_AT_LEAST }, { "之多", DZ_BOUND_EXACT },   { "以下", DZ_BOUND_AT_MOST },
  { "以内", DZ_BOUND_AT_MOST },  { "左右", DZ_BOUND_ABOUT },   { "上下", DZ_BOUND_ABOUT },
  { "余", DZ_BOUND_AT_LEAST },   { "多", DZ_BOUND_AT_LEAST },
};

static gsize
skip_word (const char *text,
           gsize       len,
           gsize       at,
           const char *word)
{
  return dz_word_at (text, len, at, word);
}

static gboolean
is_digit (const char *text,
          gsize       len,
          gsize       at)
{
  return at < len && g_ascii_isdigit (text[at]);
}

/* ，530 after at most three digits parts thousands; ，研讨2 and ，2023 do not. */
static gsize
read_separator (const char *text,
                gsize       len,
                gsize       at)
{
  gsize n = skip_word (text, len, at, "，");

  if (n == 0)
    n = skip_word (text, len, at, "'");
  if (n == 0 || !is_digit (text, len, at + n) || !is_digit (text, len, at + n + 1) ||
      !is_digit (text, len, at + n + 2) || is_digit (text, len, at + n + 3))
    return 0;

  return n;
}

static gsize
read_decimal_point (const char *text,
                    gsize       len,
                    gsize       at)
{
  gsize n = skip_word (text, len, at, ".");

  if (n == 0)
    {
      gsize end;

      /* A middle dot is a decimal point only in a percentage; else it is a day: 12·4. */
      n = skip_word (text, len, at, "·");
      for (end = at + n; is_digit (text, len, end);)
        end++;
      if (n > 0 && skip_word (text, len, end, "%") == 0)
        return 0;
    }

  return n > 0 && is_digit (text, len, at + n) ? n : 0;
}

static gsize
read_arabic (const char *text,
             gsize       len,
             gsize       at,
             double     *value)
{
  gsize from = at;
  gsize run = 0;
  gboolean parted = FALSE;
  gsize n;

  *value = 0;
  while (at < len)
    {
      if (is_digit (text, len, at))
        {
          *value = *value * 10 + (text[at] - '0');
          at++;
          run++;
        }
      else if (run > 0 && run <= 3 && (!parted || run == 3) &&
               (n = read_separator (text, len, at)) > 0)
        {
          at += n;
          run = 0;
          parted = TRUE;
        }
      else
        break;
    }
  n = read_decimal_point (text, len, at);
  if (n > 0)
    {
      double place = 0.1;

      for (at += n; is_digit (text, len, at); at++)
        {
          *value += (text[at] - '0') * place;
          place /= 10;
        }
      *value = round (*value * 1e9) / 1e9;
    }

  return at - from;
}

/* 八百来名, 8000来份: about so many; 来信 and 来访 are other words. */
static gsize
read_nearly (const char *text,
             gsize       len,
             gsize       at)
{
  static const char *const measures[] = { "名", "人", "份", "件", "户", "次", "场", "个", "家", "条", "亩", "起", "本", "册", "张", "套", "辆", "台" };
  gsize n = skip_word (text, len, at, "来");

  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (measures); i++)
    if (skip_word (text, len, at + n, measures[i]) > 0)
      return n;

  return 0;
}

/* 余 多 几 after a number, unless they begin a word of their own (多次, 余额). */
static gsize
read_more (const char *text,
           gsize       len,
           gsize       at)
{
  gsize n = skip_word (text, len, at, "余");

  if (n == 0)
    n = skip_word (text, len, at, "多");
  if (n == 0)
    n = skip_word (text, len, at, "几");
  if (n > 0 && (skip_word (text, len, at + n, "种") > 0 || skip_word (text, len, at + n, "元化") > 0))
    return 0;

  return n;
}

/* A mark, or the end: no digit goes on, and no measure word follows. */
static gboolean
ends_words (const char *text,
            gsize       len,
            gsize       at)
{
  static const char *const marks[] = { "，", "。", "；", "、", "）", "！" };

  for (guint i = 0; at < len && text[at] != '\n' && i < G_N_ELEMENTS (marks); i++)
    if (skip_word (text, len, at, marks[i]) > 0)
      return TRUE;

  return at >= len || text[at] == '\n';
}

/* One figure with its 万 or 亿: 0.5万, 1余万, 3千, 225.34万. */
static gsize
read_figure (const char *text,
             gsize       len,
             gsize       at,
             DzNumber   *number,
             double     *value,
             double     *high)
{
  gsize from = at;
  gsize n;

  *high = NAN;
  if (is_digit (text, len, at))
    n = read_arabic (text, len, at, value);
  else
    n = dz_numeral_read (text, len, at, value, high);
  if (n == 0)
    return 0;
  at += n;
  if (at < len && (guchar) text[at] >= 0xe4)
    {
      gsize more = read_more (text, len, at);
      gunichar c = at + more < len ? dz_char_at (text + at + more) : 0;
      double unit = dz_numeral_large_unit (c);

      if (unit == 0 && is_digit (text, len, from) && (c == 0x5343 || c == 0x767e))
        unit = dz_numeral_unit (c); /* 3千, 5百 */
      if (unit > 0)
        {
          *value = round (*value * unit * 1e4) / 1e4;
          if (!isnan (*high))
            *high *= unit;
          if (more > 0)
            number->bound = DZ_BOUND_AT_LEAST;
          at += more + 3;
          /* 9万3千, 9万3 */
          if (unit == 1e4 && is_digit (text, len, at))
            {
              gsize digits = 1;
              double part = text[at] - '0';

              unit = at + digits < len ? dz_numeral_unit (dz_char_at (text + at + digits)) : 0;
              if (unit >= 100)
                {
                  *value += part * unit;
                  at += digits + 3;
                }
              else if (ends_words (text, len, at + digits)) /* 3万6 is said for 3万6千 */
                {
                  *value += part * 1e3;
                  at += digits;
                }
            }
          /* 1万亿, and 1千万 */
          while (at < len && (unit = dz_numeral_large_unit (dz_char_at (text + at))) > 0)
            {
              *value *= unit;
              at += 3;
            }
        }
    }

  return at - from;
}

static gsize
read_range_mark (const char *text,
                 gsize       len,
                 gsize       at)
{
  static const char *const marks[] = { "——", "—", "–", "-", "~", "～", "至", "到" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = skip_word (text, len, at, marks[i]);

      if (n > 0 && dz_number_starts_at (text, at + n))
        return n;
    }

  return 0;
}

/* 九成, 九成八, 三成多: tenths, said only in Chinese numerals; 一成立 and 三成员 are other words. */
static gsize
read_tenths (const char *text,
             gsize       len,
             gsize       at,
             DzNumber   *number)
{
  static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  static const char *const ends[] = { "，", "。", "；", "、", "以上", "左右", "多", "）", "和", "的", "\n", "：", "在", "通过", "都", "是", "能", "用" };
  gsize n = skip_word (text, len, at, "成");

  if (n == 0 || !number->chinese || number->value < 1 || number->value > 10)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (skip_word (text, len, at + n, digits[i]) > 0)
      {
        number->value = number->value * 10 + i + 1;
        number->form = DZ_NUMBER_PERCENT;
        return 2 * n;
      }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (at + n == len || skip_word (text, len, at + n, ends[i]) > 0)
      {
        number->value *= 10;
        number->form = DZ_NUMBER_PERCENT;
        return n;
      }

  return 0;
}

static gsize
read_tail (const char *text,
           gsize       len,
           gsize       at,
           DzNumber   *number)
{
  gsize n;

  if ((n = skip_word (text, len, at, "%")) > 0)
    {
      number->form = DZ_NUMBER_PERCENT;
      return n;
    }
  if ((n = skip_word (text, len, at, "个百分点")) > 0 ||
      (n = skip_word (text, len, at, "百分点")) > 0)
    {
      number->form = DZ_NUMBER_POINTS;
      return n;
    }
  if ((n = skip_word (text, len, at, "倍")) > 0)
    {
      number->form = DZ_NUMBER_TIMES;
      return n;
    }

  return read_tenths (text, len, at, number);
}

/* 村规民约, 送达, 附近: the syllable before is the end of a word, not a qualifier. */
static gboolean
ends_other_word (const char *text,
                 gsize       at)
{
  static const char *const before_yue = "民公合签预违履节条契邀集特";
  static const char *const before_da = "传表送下到转抵通发";
  static const char *const before_jin = "最附就邻亲走";
  static const char *const peoples[] = { "居民约", "村民约", "牧民约", "渔民约", "农民约", "市民约" };
  const char *befores;

  if (at < 3)
    return FALSE;
  /* 村规民约 is a word, 居民约 is none */
  for (guint i = 0; i < G_N_ELEMENTS (peoples) && at >= 6; i++)
    if (memcmp (text + at - 6, peoples[i], 9) == 0)
      return FALSE;
  befores = memcmp (text + at, "约", 3) == 0   ? before_yue
            : memcmp (text + at, "达", 3) == 0 ? before_da
            : memcmp (text + at, "近", 3) == 0 ? before_jin
                                               : NULL;

  return befores != NULL &&
         dz_char_is_any (dz_char_at (g_utf8_prev_char (text + at)), befores);
}

/* What the words before a number end in, each once: most numbers are told apart by one look. */
static const char *
get_last_of_words_before (void)
{
  static char *last; /* kept to the end */

  if (g_once_init_enter (&last))
    {
      GString *all = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (before_words); i++)
        {
          const char *word = before_words[i].word;
          const char *end = g_utf8_prev_char (word + strlen (word));

          if (strstr (all->str, end) == NULL)
            g_string_append (all, end);
        }
      g_once_init_leave (&last, g_string_free (all, FALSE));
    }

  return last;
}

/* Where the words before a number end: 差不多有8000 has its verb between. */
static gsize
skip_verb_before (const char *text,
                  gsize       at)
{
  return at >= 6 && memcmp (text + at - 3, "有", 3) == 0 ? at - 3 : at;
}

static void
take_words_before (const char *text,
                   DzNumber   *number)
{
  const char *last = get_last_of_words_before ();
  gboolean again = TRUE;

  for (guint round = 0; again && round < 3 && number->span.start >= 3; round++)
    {
      gsize end = skip_verb_before (text, number->span.start);

      again = FALSE;
      if (!dz_char_is_any (dz_char_at (g_utf8_prev_char (text + end)), last))
        return;
      for (guint i = 0; i < G_N_ELEMENTS (before_words) && !again; i++)
        {
          gsize n = strlen (before_words[i].word);

          if (end < n || memcmp (text + end - n, before_words[i].word, n) != 0)
            continue;
          /* 约有300, but 会上有300 and 送达有300 are exact */
          if (end < number->span.start && n == 3 && before_words[i].bound != DZ_BOUND_ABOUT)
            continue;
          /* 上百, 过万 only: 网上3次 and 经过2次 are no bounds */
          if ((strcmp (before_words[i].word, "上") == 0 || strcmp (before_words[i].word, "过") == 0) &&
              !(number->chinese && number->value >= 100))
            continue;
          if (n == 3 && ends_other_word (text, end - n))
            continue;
          number->span.start = end - n;
          if (before_words[i].bound == DZ_BOUND_ABOUT)
            number->bound = DZ_BOUND_ABOUT;
          else if (before_words[i].bound != DZ_BOUND_EXACT && number->bound != DZ_BOUND_ABOUT)
            number->bound = before_words[i].bound;
          again = TRUE;
        }
    }
}

/**
 * dz_number_take_qualifiers:
 * @after: where words after the number (or after its measure word) may stand
 * @end: (out) (nullable): behind the words taken, or @after
 *
 * Adds 以上, 左右, 余 and their like at @after to the bound of @number.
 */
void
dz_number_take_qualifiers (const char *text,
                           gsize       len,
                           gsize       after,
                           DzNumber   *number,
                           guint      *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (after_words); i++)
    {
      gsize n = skip_word (text, len, after, after_words[i].word);

      if (n == 0 || (n == 3 && read_more (text, len, after) == 0))
        continue;
      if (after_words[i].bound != DZ_BOUND_EXACT && number->bound != DZ_BOUND_ABOUT)
        number->bound = after_words[i].bound;
      after += n;
      break;
    }
  if (end != NULL)
    *end = (guint) after;
}

/* 近万, 超万, 上万: only there does 万 stand for 10000 by itself. */
static gboolean
follows_nearness (const char *text,
                  gsize       at)
{
  static const char *const words[] = { "近", "约", "超", "逾", "上", "过", "达" };

  for (guint i = 0; i < G_N_ELEMENTS (words) && at >= 3; i++)
    if (memcmp (text + at - 3, words[i], 3) == 0)
      return TRUE;

  return FALSE;
}

/* The first two bytes of 〇 一 两 三 四 五 六 七 八 九 十 百 千 万 零 tell nearly all others apart. */
static inline gboolean
may_be_numeral (guchar lead,
                guchar second)
{
  switch (lead)
    {
    case 0xe3: return second == 0x80;
    case 0xe4: return second >= 0xb8 && second <= 0xba;
    case 0xe5: return second == 0x85 || second == 0x8d || second == 0x9b;
    case 0xe7: return second == 0x99;
    case 0xe9: return second == 0x9b;
    default:   return FALSE;
    }
}

/**
 * dz_number_starts_at:
 *
 * Returns: whether a number may begin at byte @at: a digit or a Chinese numeral
 */
gboolean
dz_number_starts_at (const char *text,
                     gsize       at)
{
  guchar lead = (guchar) text[at];
  gunichar c;

  if (lead >= '0' && lead <= '9')
    return TRUE;
  if (lead < 0xe3 || lead > 0xe9)
    return FALSE;
  if (!may_be_numeral (lead, (guchar) text[at + 1]))
    return dz_numeral_is_formal (text, at);
  c = dz_char_at (text + at);

  return dz_numeral_digit (c) >= 0 || dz_numeral_unit (c) > 0 ||
         (dz_numeral_large_unit (c) > 0 && follows_nearness (text, at));
}

/**
 * dz_number_read:
 * @text: folded text
 * @at: where a number may begin (dz_number_starts_at()); words that qualify it are looked for on
 *   both sides
 *
 * Returns: whether a number stands there
 */
gboolean
dz_number_read (const char *text,
                gsize       len,
                gsize       at,
                DzNumber   *number)
{
  gsize from = at;
  gsize n;
  double other;
  double other_high;

  g_return_val_if_fail (text != NULL && at < len && number != NULL, FALSE);

  memset (number, 0, sizeof *number);
  number->chinese = !g_ascii_isdigit (text[at]);
  if ((n = skip_word (text, len, at, "百分之")) > 0 && at + n < len &&
      dz_number_starts_at (text, at + n))
    {
      number->form = DZ_NUMBER_PERCENT;
      at += n;
    }
  n = read_figure (text, len, at, number, &number->value, &number->high);
  if (n == 0)
    return FALSE;
  at += n;
  if (skip_word (text, len, at, "%") > 0 && read_range_mark (text, len, at + 1) > 0)
    {
      at += 1;
      number->form = DZ_NUMBER_PERCENT;
    }
  n = read_range_mark (text, len, at);
  if (n > 0)
    {
      gsize m = read_figure (text, len, at + n, number, &other, &other_high);

      if (m > 0 && other > number->value)
        {
          number->high = other;
          at += n + m;
        }
    }
  n = read_more (text, len, at);
  if (n > 0)
    number->bound = DZ_BOUND_AT_LEAST;
  number->core = (DzSpan) { from, at };
  at += n;
  n = number->value >= 10 ? read_nearly (text, len, at) : 0;
  if (n > 0)
    number->bound = DZ_BOUND_ABOUT;
  at += n;
  at += read_tail (text, len, at, number);
  if (number->form != DZ_NUMBER_COUNT)
    number->core.end = at;
  number->span = (DzSpan) { from, at };
  take_words_before (text, number);
  if (number->form != DZ_NUMBER_COUNT)
    dz_number_take_qualifiers (text, len, at, number, &number->span.end);

  return TRUE;
}

/**
 * dz_number_parse:
 * @text: folded text that is one number, qualifiers included
 *
 * Returns: whether the whole of @text was read as a number
 */
gboolean
dz_number_parse (const char *text,
                 DzNumber   *number)
{
  gsize len = strlen (text);

  for (gsize at = 0; at < len; at += g_utf8_skip[(guchar) text[at]])
    if (dz_number_starts_at (text, at))
      {
        if (!dz_number_read (text, len, at, number) || number->span.start != 0)
          return FALSE;
        dz_number_take_qualifiers (text, len, number->span.end, number, &number->span.end);
        return number->span.end == len;
      }

  return FALSE;
}
