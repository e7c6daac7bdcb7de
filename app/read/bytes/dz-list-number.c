/* dz-list-number.c - the numbers that lists count with, as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-list-number.h"

#include <string.h>

static const char *const plain_digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char *const legal_digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
static const char *const plain_units[] = { "", "十", "百", "千" };
static const char *const legal_units[] = { "", "拾", "佰", "仟" };
static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };
static const char *const branches[] = { "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥" };

/* 10 is 十, 11 is 十一, 105 is 一百零五: as one counts aloud. */
static void
append_chinese (GString           *out,
                int                n,
                const char *const *digits,
                const char *const *units,
                gboolean           short_ten)
{
  gboolean zero = FALSE;
  int unit = 3;

  if (n <= 0 || n > 9999)
    {
      g_string_append_printf (out, "%d", n);
      return;
    }
  for (int power = 1000; power >= 1; power /= 10, unit--)
    {
      int digit = n / power % 10;

      if (digit == 0)
        {
          zero = n >= power; /* a zero inside, not in front */
          continue;
        }
      if (zero && n % (power * 10) != 0)
        g_string_append (out, "零");
      zero = FALSE;
      if (!(short_ten && power == 10 && n < 20))
        g_string_append (out, digits[digit]);
      g_string_append (out, units[unit]);
    }
}

static void
append_digits (GString *out,
               int      n,
               gboolean full_width)
{
  char number[16];

  g_snprintf (number, sizeof number, "%d", n);
  for (const char *p = number; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      g_string_append_c (out, *p);
    else if (full_width)
      g_string_append_unichar (out, 0xff10 + (gunichar) (*p - '0'));
    else
      g_string_append (out, plain_digits[*p - '0']);
}

static void
append_roman (GString *out,
              int      n,
              gboolean upper)
{
  static const struct { int value; const char *text; } steps[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" },
    { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
  };
  gsize start = out->len;

  if (n <= 0 || n > 4999)
    {
      g_string_append_printf (out, "%d", n);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; n >= steps[i].value; n -= steps[i].value)
      g_string_append (out, steps[i].text);
  for (gsize i = start; upper && i < out->len; i++)
    out->str[i] = g_ascii_toupper (out->str[i]);
}

/* a … z, aa, bb … as word processors count. */
static void
append_letter (GString *out,
               int      n,
               char     first)
{
  if (n <= 0 || n > 26 * 20)
    g_string_append_printf (out, "%d", n);
  else
    for (int i = 0; i <= (n - 1) / 26; i++)
      g_string_append_c (out, (char) (first + (n - 1) % 26));
}

static void
append_from (GString *out,
             int      n,
             gunichar first,
             int      last)
{
  if (n >= 1 && n <= last)
    g_string_append_unichar (out, first + (gunichar) n - 1);
  else
    g_string_append_printf (out, "%d", n);
}

static void
append_circle (GString *out,
               int      n)
{
  if (n > 35 && n <= 50)
    g_string_append_unichar (out, 0x32b1 + (gunichar) n - 36);
  else if (n > 20 && n <= 35)
    g_string_append_unichar (out, 0x3251 + (gunichar) n - 21);
  else
    append_from (out, n, 0x2460, 20);
}

/**
 * dz_list_number_append:
 * @n: the number to write
 *
 * Appends @n to @out; what a kind cannot write is written with digits.
 */
void
dz_list_number_append (GString     *out,
                       DzListNumber kind,
                       int          n)
{
  switch (kind)
    {
    case DZ_NUMERAL_NONE:
    case DZ_NUMERAL_BULLET:
      break;
    case DZ_NUMERAL_DECIMAL_ZERO:
      g_string_append_printf (out, "%02d", n);
      break;
    case DZ_NUMERAL_FULL_WIDTH:
      append_digits (out, n, TRUE);
      break;
    case DZ_NUMERAL_CIRCLE:
      append_circle (out, n);
      break;
    case DZ_NUMERAL_STOP:
      append_from (out, n, 0x2488, 20);
      break;
    case DZ_NUMERAL_PARENTHESES:
      append_from (out, n, 0x2474, 20);
      break;
    case DZ_NUMERAL_CHINESE:
      append_chinese (out, n, plain_digits, plain_units, TRUE);
      break;
    case DZ_NUMERAL_CHINESE_DIGITS:
      append_digits (out, n, FALSE);
      break;
    case DZ_NUMERAL_CHINESE_LEGAL:
      append_chinese (out, n, legal_digits, legal_units, FALSE);
      break;
    case DZ_NUMERAL_STEMS:
      g_string_append (out, n > 0 ? stems[(n - 1) % 10] : "");
      break;
    case DZ_NUMERAL_BRANCHES:
      g_string_append (out, n > 0 ? branches[(n - 1) % 12] : "");
      break;
    case DZ_NUMERAL_CHINESE_CIRCLE:
      append_from (out, n, 0x3280, 10);
      break;
    case DZ_NUMERAL_UPPER_ROMAN:
    case DZ_NUMERAL_LOWER_ROMAN:
      append_roman (out, n, kind == DZ_NUMERAL_UPPER_ROMAN);
      break;
    case DZ_NUMERAL_UPPER_LETTER:
    case DZ_NUMERAL_LOWER_LETTER:
      append_letter (out, n, kind == DZ_NUMERAL_UPPER_LETTER ? 'A' : 'a');
      break;
    case DZ_NUMERAL_DECIMAL:
    default:
      g_string_append_printf (out, "%d", n);
    }
}

/**
 * dz_list_number_needs_gap:
 *
 * Returns: whether a blank parts @label from the words after it; one that ends in a Chinese mark
 *   stands close
 */
gboolean
dz_list_number_needs_gap (const GString *label)
{
  static const char *const close[] = { "、", "）", "．", "。", "】", "〕", "：", "，", " ", "\343\200\200" };

  if (label->len == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (close); i++)
    if (g_str_has_suffix (label->str, close[i]))
      return FALSE;

  return TRUE;
}
