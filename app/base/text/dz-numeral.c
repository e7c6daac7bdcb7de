/* dz-numeral.c - numbers in Chinese characters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-numeral.h"

#include "dz-char.h"

#include <math.h>
#include <string.h>

static gsize
skip_word (const char *text,
           gsize       len,
           gsize       at,
           const char *word)
{
  gsize n = strlen (word);

  return at + n <= len && memcmp (text + at, word, n) == 0 ? n : 0;
}

/* The value of a Chinese digit, -1 if it is none. */
int
dz_numeral_digit (gunichar c)
{
  switch (c)
    {
    case 0x3007: case 0x96f6: return 0; /* 〇 零 */
    case 0x4e00: return 1;
    case 0x4e8c: case 0x4e24: return 2; /* 二 两 */
    case 0x4e09: return 3;
    case 0x56db: return 4;
    case 0x4e94: return 5;
    case 0x516d: return 6;
    case 0x4e03: return 7;
    case 0x516b: return 8;
    case 0x4e5d: return 9;
    default: return -1;
    }
}

/* The numerals money is written in: 贰万壹仟伍佰. */
static int
read_formal_digit (gunichar c)
{
  switch (c)
    {
    case 0x96f6: return 0; /* 零 */
    case 0x58f9: return 1; /* 壹 */
    case 0x8d30: return 2; /* 贰 */
    case 0x53c1: return 3; /* 叁 */
    case 0x8086: return 4; /* 肆 */
    case 0x4f0d: return 5; /* 伍 */
    case 0x9646: return 6; /* 陆 */
    case 0x67d2: return 7; /* 柒 */
    case 0x634c: return 8; /* 捌 */
    case 0x7396: return 9; /* 玖 */
    default: return -1;
    }
}

static double
read_formal_unit (gunichar c)
{
  switch (c)
    {
    case 0x62fe: return 10;   /* 拾 */
    case 0x4f70: return 100;  /* 佰 */
    case 0x4edf: return 1000; /* 仟 */
    default: return 0;
    }
}

/**
 * dz_numeral_is_formal:
 *
 * A digit of theirs counts only before a unit: 队伍, 大陆 and 陆续 are no numbers.
 *
 * Returns: whether a number in the numerals of money begins at @at
 */
gboolean
dz_numeral_is_formal (const char *text,
                      gsize       at)
{
  gunichar unit;

  /* 佰 仟 万 亿 and 拾 begin with these bytes: most characters are told apart by what follows them */
  if ((guchar) text[at + 3] != 0xe4 && (guchar) text[at + 3] != 0xe6)
    return FALSE;
  if (read_formal_digit (dz_char_at (text + at)) < 1)
    return FALSE;
  unit = dz_char_at (text + at + 3);

  return read_formal_unit (unit) > 0 || dz_numeral_large_unit (unit) > 0;
}

double
dz_numeral_unit (gunichar c)
{
  switch (c)
    {
    case 0x5341: return 10;     /* 十 */
    case 0x767e: return 100;    /* 百 */
    case 0x5343: return 1000;   /* 千 */
    default: return 0;
    }
}

double
dz_numeral_large_unit (gunichar c)
{
  return c == 0x4e07 ? 1e4 : c == 0x4ebf ? 1e8 : 0; /* 万 亿 */
}

/* 二〇二四: digits in a row are read by place; returns the bytes taken, 0 if they are none. */
static gsize
read_by_place (const char *text,
               gsize       len,
               gsize       at,
               double     *value)
{
  gsize from = at;
  guint n = 0;

  *value = 0;
  while (at < len)
    {
      int digit = dz_numeral_digit (dz_char_at (text + at));

      if (digit < 0)
        break;
      *value = *value * 10 + digit;
      at += 3;
      n++;
    }
  if (n < 3 || (at < len && dz_numeral_unit (dz_char_at (text + at)) > 0))
    return 0;

  return at - from;
}

/* 点二 after a whole part */
static gsize
read_chinese_decimals (const char *text,
                       gsize       len,
                       gsize       at,
                       double     *value)
{
  gsize n = skip_word (text, len, at, "点");
  gsize from = at;
  double place = 0.1;

  if (n == 0 || at + n >= len || dz_numeral_digit (dz_char_at (text + at + n)) < 0)
    return 0;
  for (at += n; at < len; at += 3)
    {
      int digit = dz_numeral_digit (dz_char_at (text + at));

      if (digit < 0)
        break;
      *value += digit * place;
      place /= 10;
    }

  return at - from;
}

/* 两三, 十一二, 七八十: two neighbouring digits are a range. */
static gboolean
is_neighbour_pair (int first,
                   int second)
{
  return first >= 1 && second == first + 1;
}

/**
 * dz_numeral_read:
 * @high: (out): the upper end of 两三 and its like, else NAN
 *
 * Returns: the bytes of the Chinese numeral at @at, 0 if there is none
 */
gsize
dz_numeral_read (const char *text,
                 gsize       len,
                 gsize       at,
                 double     *value,
                 double     *high)
{
  gsize from = at;
  double total = 0;   /* finished 万 and 亿 */
  double section = 0; /* below 万 */
  int digit = -1;
  int digit_high = -1;
  double below = 0;   /* the place behind the last unit: 十五万六 is 15万6千, 十五万零六 is not */
  gboolean formal = dz_numeral_is_formal (text, at);
  gsize n = read_by_place (text, len, at, value);

  *high = NAN;
  if (n > 0)
    return n;
  while (at < len)
    {
      gunichar c = dz_char_at (text + at);
      int d = formal ? read_formal_digit (c) : dz_numeral_digit (c);
      double unit = formal ? read_formal_unit (c) : dz_numeral_unit (c);
      double large = dz_numeral_large_unit (c);

      if (d == 0 && (at > from || total + section > 0))
        {
          digit = -1; /* 一百零五 */
          below = 0;
        }
      else if (d >= 0 && digit < 0)
        digit = d;
      else if (d >= 0 && is_neighbour_pair (digit, d) && digit_high < 0)
        digit_high = d;
      else if (d >= 0)
        break;
      else if (unit > 0)
        {
          if (digit_high > 0)
            *high = section + digit_high * unit;
          section += (digit < 0 ? 1 : digit) * unit;
          digit = digit_high = -1;
          below = at > from && unit >= 100 ? unit / 10 : 0;
        }
      else if (large > 0)
        {
          total = (at == from ? 1 : total + section + (digit > 0 ? digit : 0)) * large;
          below = at > from ? large / 10 : 0;
          section = 0;
          digit = digit_high = -1;
        }
      else
        break;
      at += 3;
      if (d == 0 && at == from + 3)
        digit = 0;
    }
  if (at == from)
    return 0;
  *value = total + section + (digit > 0 ? digit : 0) * (below > 0 && digit_high < 0 ? below : 1);
  if (digit_high > 0)
    *high = total + section + digit_high;
  at += read_chinese_decimals (text, len, at, value);

  return at - from;
}
