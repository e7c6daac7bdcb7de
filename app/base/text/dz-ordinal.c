/* dz-ordinal.c - the numbering reports are parted with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ordinal.h"

#include "dz-char.h"

#include <string.h>

/* One character that is an ordinal whole, and the number its first sign stands for. */
static const struct
{
  gunichar first;
  gunichar last;
  DzOrdinalStyle style;
} signs[] = {
  { 0x3220, 0x3229, DZ_ORDINAL_HAN_BOX },   /* ㈠ */
  { 0x3280, 0x3289, DZ_ORDINAL_HAN_BOX },   /* ㊀ */
  { 0x2474, 0x2487, DZ_ORDINAL_DIGIT_BOX }, /* ⑴ */
  { 0x2488, 0x249b, DZ_ORDINAL_DIGIT },     /* ⒈ */
  { 0x2460, 0x2473, DZ_ORDINAL_DIGIT_BOX }, /* ① */
  { 0x2776, 0x277f, DZ_ORDINAL_DIGIT_BOX }, /* ❶ */
  { 0x2160, 0x2169, DZ_ORDINAL_PART },      /* Ⅰ */
};

static const char *const opens[] = { "（", "(", "【", NULL };
static const char *const closes[] = { "）", ")", "】", NULL };
static const char *const half_closes[] = { "）", ")", NULL };
static const char *const han_marks[] = { "、", ".", "．", "，", ",", "·", NULL };
static const char *const digit_marks[] = { "、", "．", "）", ")", NULL };
static const char *const run_marks[] = { "是", "要", "抓", NULL };
static const char *const run_first[] = { "其", "第", "头", NULL };

/* The value of a Chinese numeral digit or 十, -1 for anything else. */
static int
han_value (gunichar c)
{
  static const gunichar plain[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                    0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341 };
  static const gunichar formal[] = { 0x58f9, 0x8d30, 0x53c1, 0x8086, 0x4f0d,
                                     0x9646, 0x67d2, 0x634c, 0x7396, 0x62fe };
  static const gunichar traditional[] = { 0x58f9, 0x8cb3, 0x53c3, 0x8086, 0x4f0d,
                                          0x9678, 0x67d2, 0x634c, 0x7396, 0x62fe };

  static const guint32 known[] = { 0x00002209, 0x00010000, 0x20001042, 0x01002800, 0x00501040, 0x00080000, 0x0804000a, 0x42000000 };

  /* most characters are told from all of them by their last bits */
  if ((known[c / 32 % 8] & 1u << (c % 32)) == 0)
    return -1;
  for (int i = 0; i < 10; i++)
    if (c == plain[i] || c == formal[i] || c == traditional[i])
      return i + 1;

  return -1;
}

/* 壹, 贰: stand above 一 where a report has both. */
static gboolean
is_formal (gunichar c)
{
  return han_value (c) > 0 && !dz_char_is_any (c, "一二三四五六七八九十");
}

/**
 * dz_ordinal_read_han_number:
 * @used: (out): bytes read, 0 if no Chinese numeral stands there
 *
 * Returns: the number from 1 to 99 at the beginning of @text
 */
guint
dz_ordinal_read_han_number (const char *text,
                            gsize       len,
                            gsize      *used)
{
  const char *p = text;
  guint number = 0;
  int last = 10;
  int n = 0;

  for (; p < text + len && n < 3; p = g_utf8_next_char (p), n++)
    {
      int value = han_value (dz_char_at (p));

      if (value < 0)
        break;
      /* 五一、国庆两个长假: a day, where the fifty-first would be 五十一 */
      if (value < 10 && last < 10)
        {
          *used = 0;
          return 0;
        }
      last = value;
      if (value == 10)
        number = number == 0 ? 10 : number * 10;
      else
        number += (guint) value;
    }
  *used = (gsize) (p - text);

  return number;
}

static gsize
take (const char        *text,
      gsize              len,
      gsize              at,
      const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = dz_word_at (text, len, at, words[i]);

      if (n > 0)
        return n;
    }

  return 0;
}

static gsize
skip_blanks (const char *text,
             gsize       len,
             gsize       at)
{
  static const char *const blanks[] = { " ", "　", "\302\240", NULL };
  gsize n;

  while ((n = take (text, len, at, blanks)) > 0)
    at += n;

  return at;
}

/* An Arabic digit of either width, -1 for anything else. */
static int
digit_at (const char *text,
          gsize       len,
          gsize       at,
          gsize      *used)
{
  gunichar c = at < len ? dz_char_at (text + at) : 0;

  *used = c < 0x80 ? 1 : 3;
  if (c >= '0' && c <= '9')
    return (int) (c - '0');

  return c >= 0xff10 && c <= 0xff19 ? (int) (c - 0xff10) : -1;
}

static gsize
read_digits (const char *text,
             gsize       len,
             gsize       at,
             guint      *number)
{
  gsize from = at;
  gsize used;

  *number = 0;
  for (int n = 0; n < 2 && digit_at (text, len, at, &used) >= 0; n++, at += used)
    *number = *number * 10 + (guint) digit_at (text, len, at, &used);

  return digit_at (text, len, at, &used) >= 0 ? 0 : at - from;
}

static gsize
read_boxed (const char     *text,
            gsize           len,
            DzOrdinalStyle *style,
            guint          *number)
{
  gsize open = take (text, len, 0, opens);
  gsize used = 0;
  gsize close;

  if (open > 0)
    open = skip_blanks (text, len, open);
  *number = dz_ordinal_read_han_number (text + open, len - open, &used);
  *style = DZ_ORDINAL_HAN_BOX;
  if (used == 0 && open > 0)
    {
      used = read_digits (text, len, open, number);
      *style = DZ_ORDINAL_DIGIT_BOX;
    }
  if (used == 0)
    return 0;
  used = skip_blanks (text, len, open + used);
  close = take (text, len, used, open > 0 ? closes : half_closes);

  return close > 0 ? used + close : 0;
}

/* 第二个是, 头一件事，: as one counts in speech. The bytes behind the number, 0 if it is not counted so. */
static gsize
read_spoken (const char *text,
             gsize       len,
             gsize       used)
{
  static const char *const measures[] = { "个", "件", "条", "点", "项", "桩", "块", "笔", NULL };
  static const char *const things[] = { "方面", "问题", "不足", "短板", "事", NULL };
  static const char *const marks[] = { "是", "就是", "还是", "出在", "在于", "，", ",", "：", NULL };
  gsize measure = take (text, len, used, measures);
  gsize thing = take (text, len, used + measure, things);
  gsize mark = take (text, len, used + measure + thing, marks);

  return measure > 0 && mark > 0 ? measure + thing + mark : 0;
}

/* 第一部分, 第一章, 第一节; 第一， in a run. */
static gsize
read_counted (const char     *text,
              gsize           len,
              gsize           used,
              DzOrdinalStyle *style)
{
  static const char *const parts[] = { "部分", "章", "篇", NULL };
  static const char *const chapters[] = { "节", NULL };
  gsize mark = take (text, len, used, parts);

  *style = DZ_ORDINAL_PART;
  if (mark == 0)
    {
      mark = take (text, len, used, chapters);
      *style = DZ_ORDINAL_HAN;
    }
  if (mark > 0)
    return used + mark + take (text, len, used + mark, han_marks);
  *style = DZ_ORDINAL_RUN;
  mark = take (text, len, used, han_marks);
  if (mark == 0)
    mark = read_spoken (text, len, used);

  return mark > 0 ? used + mark : 0;
}

static gsize
read_han (const char     *text,
          gsize           len,
          DzOrdinalStyle *style,
          guint          *number)
{
  gsize first = take (text, len, 0, run_first);
  gsize used = 0;
  gsize mark;

  *number = dz_ordinal_read_han_number (text + first, len - first, &used);
  if (used == 0)
    return 0;
  used += first;
  if (first > 0 && g_str_has_prefix (text, "第"))
    return read_counted (text, len, used, style);
  if (first > 0 && g_str_has_prefix (text, "头"))
    {
      mark = *number == 1 ? read_spoken (text, len, used) : 0;
      *style = DZ_ORDINAL_RUN;
      return mark > 0 ? used + mark : 0;
    }
  if (first > 0)
    {
      *style = DZ_ORDINAL_RUN;
      return used + take (text, len, used, han_marks);
    }
  mark = skip_blanks (text, len, used);
  mark = take (text, len, mark, han_marks) > 0 ? mark + take (text, len, mark, han_marks) : 0;
  if (mark > 0)
    {
      *style = is_formal (dz_char_at (text)) ? DZ_ORDINAL_PART : DZ_ORDINAL_HAN;
      return mark;
    }
  mark = take (text, len, used, run_marks);
  *style = DZ_ORDINAL_RUN;

  return mark > 0 ? used + mark : 0;
}

static gboolean
is_word (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff && !dz_char_is_any (c, "万亿元个件次亩倍米吨项人名年月日");
}

/* 3.1 and 3.1.2 before a word, a blank between them or none; 3.15 only with one: the day is none, nor is 1.2 万.
 * @at: of the first point. Its last number counts. */
static gsize
read_decimal (const char *text,
              gsize       len,
              gsize       at,
              guint      *number)
{
  gsize digits = 0, behind;

  for (int level = 0; level < 2 && at < len && text[at] == '.'; level++, at += 1 + digits)
    if ((digits = read_digits (text, len, at + 1, number)) == 0)
      return 0;
  behind = skip_blanks (text, len, at);
  if (behind >= len || !is_word (dz_char_at (text + behind)) || (digits > 1 && behind == at))
    return 0;

  return at;
}

/* 1. 2025年的做法, of which the blank is gone */
static gboolean
is_year (const char *text,
         gsize       len,
         gsize       at)
{
  static const char *const centuries[] = { "19", "20", NULL };

  return take (text, len, at, centuries) > 0 && at + 4 < len && g_ascii_isdigit (text[at + 2]) &&
         g_ascii_isdigit (text[at + 3]) && dz_word_at (text, len, at + 4, "年") > 0;
}

static gsize
read_number (const char     *text,
             gsize           len,
             DzOrdinalStyle *style,
             guint          *number)
{
  gsize used = read_digits (text, len, 0, number);
  gsize mark;

  *style = DZ_ORDINAL_DIGIT;
  if (used == 0)
    return 0;
  mark = take (text, len, used, digit_marks);
  if (mark > 0)
    return used + mark;
  if (used >= len || text[used] != '.')
    return 0;
  /* 1. but not 1.2万 */
  if (digit_at (text, len, used + 1, &mark) < 0 || is_year (text, len, used + 1))
    return used + 1;
  *style = DZ_ORDINAL_DIGIT_BOX;

  return *number < 10 ? read_decimal (text, len, used, number) : 0;
}

/* 问一：, 一问：, 第一问：: a report that asks itself stands where 一、 would. */
static gsize
read_question (const char     *text,
               gsize           len,
               DzOrdinalStyle *style,
               guint          *number)
{
  static const char *const asks[] = { "问", NULL };
  static const char *const nth[] = { "第", NULL };
  static const char *const marks[] = { "：", ":", "、", NULL };
  gsize ask = take (text, len, 0, asks);
  gsize first = ask > 0 ? ask : take (text, len, 0, nth);
  gsize used = 0, mark;

  *number = dz_ordinal_read_han_number (text + first, len - first, &used);
  if (used == 0)
    return 0;
  used += first;
  if (ask == 0)
    {
      gsize behind = take (text, len, used, asks);

      if (behind == 0)
        return 0;
      used += behind;
    }
  mark = take (text, len, used, marks);
  *style = DZ_ORDINAL_HAN;

  return mark > 0 ? used + mark : 0;
}

/* 甲、 乙、 stand where 一、 would. */
static gsize
read_stem (const char     *text,
           gsize           len,
           DzOrdinalStyle *style,
           guint          *number)
{
  static const gunichar stems[] = { 0x7532, 0x4e59, 0x4e19, 0x4e01, 0x620a, 0x5df1, 0x5e9a, 0x8f9b, 0x58ec, 0x7678 };
  static const char *const marks[] = { "、", ".", "．", NULL };
  gunichar c = len > 3 ? dz_char_at (text) : 0;
  gsize mark = len > 3 ? take (text, len, 3, marks) : 0;

  for (guint i = 0; mark > 0 && i < G_N_ELEMENTS (stems); i++)
    if (c == stems[i])
      {
        *style = DZ_ORDINAL_HAN;
        *number = i + 1;
        return 3 + mark;
      }

  return 0;
}

static gsize
read_sign (const char     *text,
           gsize           len,
           DzOrdinalStyle *style,
           guint          *number)
{
  gunichar c = len > 0 ? dz_char_at (text) : 0;
  gsize used = (gsize) g_unichar_to_utf8 (c, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c >= signs[i].first && c <= signs[i].last)
      {
        *style = signs[i].style;
        *number = c - signs[i].first + 1;
        return used + take (text, len, used, han_marks);
      }

  return 0;
}

/**
 * dz_ordinal_read:
 * @text: where a paragraph or a sentence begins, folded or as written
 * @style: (out): of the ordinal, %DZ_ORDINAL_NONE if there is none
 * @number: (out): its number
 *
 * Returns: the bytes of the ordinal with its mark, 0 if there is none
 */
gsize
dz_ordinal_read (const char     *text,
                 gsize           len,
                 DzOrdinalStyle *style,
                 guint          *number)
{
  gsize used;

  if ((used = read_boxed (text, len, style, number)) > 0 ||
      (used = read_han (text, len, style, number)) > 0 ||
      (used = read_number (text, len, style, number)) > 0 ||
      (used = read_stem (text, len, style, number)) > 0 || (used = read_question (text, len, style, number)) > 0 ||
      (used = read_sign (text, len, style, number)) > 0)
    return used;
  *style = DZ_ORDINAL_NONE;
  *number = 0;

  return 0;
}

/**
 * dz_ordinal_read_bare:
 * @number: (out): its number
 *
 * A formal numeral without a mark, 壹 成绩, which only its neighbours tell from a word: 陆续.
 *
 * Returns: its bytes, 0 if there is none
 */
gsize
dz_ordinal_read_bare (const char *text,
                      gsize       len,
                      guint      *number)
{
  gunichar c = len > 0 ? dz_char_at (text) : 0;

  if (!is_formal (c))
    return 0;
  *number = (guint) han_value (c);

  return (gsize) g_unichar_to_utf8 (c, NULL);
}

/**
 * dz_ordinal_read_volume:
 * @number: (out): 1, 2 or 3
 *
 * 上篇 中篇 下篇 and a blank or a colon, 【上篇】 too: parts where a text stands between them, else links to other pages.
 *
 * Returns: its bytes with its mark, 0 if there is none
 */
gsize
dz_ordinal_read_volume (const char *text,
                        gsize       len,
                        guint      *number)
{
  static const char *const volumes[] = { "上", "中", "下" };
  static const char *const kinds[] = { "篇", "编", "部", NULL };
  static const char *const marks[] = { "：", ":", "、", "】", "》", " ", "　", "—", NULL };
  gsize open = take (text, len, 0, (const char *const[]){ "【", "《", NULL });

  for (guint i = 0; i < G_N_ELEMENTS (volumes); i++)
    {
      gsize used = open + dz_word_at (text, len, open, volumes[i]);
      gsize kind = used > open ? take (text, len, used, kinds) : 0;
      gsize mark = kind > 0 ? take (text, len, used + kind, marks) : 0;

      if (kind == 0 || (mark == 0 && used + kind < len))
        continue;
      *number = i + 1;
      return used + kind + mark;
    }

  return 0;
}

/**
 * dz_ordinal_read_bullet:
 *
 * Returns: the bytes of a sign that marks an item without numbering it, ◆ ▲ ●; 0 if there is none
 */
gsize
dz_ordinal_read_bullet (const char *text,
                        gsize       len)
{
  static const char *const bullets[] = { "◆", "◇", "▲", "△", "●", "■", "□", "★", "☆", "▶", "►", "▪",
                                         "※", "✦", "➢", "•", "·", "・", NULL };

  return take (text, len, 0, bullets);
}
