/* dz-list-start.c - the number a list item or heading begins with
 *
 * 一、 （一） 1. 1、 （1） ① 第一条 第一部分 壹、 一是 is none of them: it stands inside
 * paragraphs more often than at their start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-list-start.h"

#include <string.h>

#define HAN_DIGITS "〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾"

static gboolean
is_number (gunichar ch)
{
  static gunichar *digits;

  if (g_unichar_isdigit (ch))
    return TRUE;
  if (g_once_init_enter (&digits))
    g_once_init_leave (&digits, g_utf8_to_ucs4_fast (HAN_DIGITS, -1, NULL));
  for (const gunichar *at = digits; *at != 0; at++)
    if (*at == ch)
      return TRUE;

  return FALSE;
}

static gboolean
is_one_of (gunichar    ch,
           const char *list)
{
  for (; *list != '\0'; list = g_utf8_next_char (list))
    if (g_utf8_get_char (list) == ch)
      return TRUE;

  return FALSE;
}

static gunichar
char_at (const char *at,
         const char *end)
{
  return at < end ? g_utf8_get_char (at) : 0;
}

/**
 * dz_list_start_length:
 * @text: valid UTF-8
 *
 * Returns: bytes of the number with its stop, 0 if @text does not begin with one
 */
gsize
dz_list_start_length (const char *text,
                      gsize       len)
{
  const char *end = text + len;
  const char *at = text;
  gboolean opened, ordinal, han;
  guint n = 0;
  gunichar ch = char_at (at, end);

  if (ch >= 0x2460 && ch <= 0x249b)
    return (gsize) (g_utf8_next_char (at) - text);
  opened = ch == '(' || ch == 0xff08;
  ordinal = ch == 0x7b2c;
  if (opened || ordinal)
    at = g_utf8_next_char (at);
  han = !g_unichar_isdigit (char_at (at, end));
  for (; n < 5 && at < end && is_number (g_utf8_get_char (at)); n++)
    at = g_utf8_next_char (at);
  if (n == 0 || at >= end)
    return 0;

  ch = g_utf8_get_char (at);
  if (opened ? ch != ')' && ch != 0xff09
      : ordinal ? !is_one_of (ch, "章节条部分编款项")
      : han ? !is_one_of (ch, "、．.")
      : !is_one_of (ch, "、．.)）"))
    return 0;
  at = g_utf8_next_char (at);
  /* 3.5万元 is a figure. */
  if (!opened && !han && (ch == '.' || ch == 0xff0e) && g_unichar_isdigit (char_at (at, end)))
    return 0;

  return (gsize) (at - text);
}
