/* dz-char.h - characters and words of UTF-8 text, where every character of a report is looked at
 *
 * What GLib has a call for, without the call: most characters of a report are
 * Chinese ones of three bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include <string.h>

G_BEGIN_DECLS

/* As g_utf8_get_char(). */
static inline gunichar
dz_char_at (const char *at)
{
  const guchar *b = (const guchar *) at;

  if (*b < 0x80)
    return *b;
  if ((*b & 0xf0) == 0xe0)
    return (gunichar) (*b & 0x0f) << 12 | (gunichar) (b[1] & 0x3f) << 6 | (gunichar) (b[2] & 0x3f);

  return g_utf8_get_char (at);
}

/* A blank of any width, or none, and the marks of the direction of writing: what folding leaves out between two characters of a line; a tab is none of them. */
static inline gboolean
dz_char_is_blank (gunichar c)
{
  return c == ' ' || c == '\r' || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200f) || (c >= 0x202a && c <= 0x202f) ||
         (c >= 0x205f && c <= 0x206f) || c == 0xfeff || c == 0x00ad;
}

/* As g_unichar_to_utf8(). */
static inline int
dz_char_write (gunichar c,
               char    *at)
{
  if (c < 0x800 || c > 0xffff)
    return g_unichar_to_utf8 (c, at);
  at[0] = (char) (0xe0 | c >> 12);
  at[1] = (char) (0x80 | (c >> 6 & 0x3f));
  at[2] = (char) (0x80 | (c & 0x3f));

  return 3;
}

/* Whether @c is one of the few characters of @set; 0, the end of a text, is one of any, as it is to g_utf8_strchr(). */
static inline gboolean
dz_char_is_any (gunichar    c,
                const char *set)
{
  for (; *set != '\0'; set += g_utf8_skip[*(const guchar *) set])
    if (dz_char_at (set) == c)
      return TRUE;

  return c == 0;
}

/* The bytes of @word if it stands at byte @at of @text, else 0. */
static inline gsize
dz_word_at (const char *text,
            gsize       len,
            gsize       at,
            const char *word)
{
  gsize n = 0;

  while (word[n] != '\0')
    {
      if (at + n >= len || text[at + n] != word[n])
        return 0;
      n++;
    }

  return n;
}

/* The bytes of @word if the part of @text from @floor to @end ends in it, else 0. */
static inline gsize
dz_word_ends (const char *text,
              gsize       floor,
              gsize       end,
              const char *word)
{
  gsize n = strlen (word);

  return end >= floor + n && n > 0 && text[end - 1] == word[n - 1] && memcmp (text + end - n, word, n) == 0 ? n : 0;
}

/* Where @word first stands in the part of @text from @from to @end, %NULL if it does not. */
static inline const char *
dz_word_find (const char *text,
              gsize       from,
              gsize       end,
              const char *word)
{
  gsize n = strlen (word);

  for (gsize at = from; n > 0 && at + n <= end; at += g_utf8_skip[(guchar) text[at]])
    if (text[at + n - 1] == word[n - 1] && text[at] == word[0] && memcmp (text + at, word, n) == 0)
      return text + at;

  return NULL;
}

/* As g_utf8_strlen(), of text without zeros: its bytes that begin a character, but for one that is not whole. */
static inline gsize
dz_char_count (const char *text,
               gsize       len)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize n = len, at = 0, last = len;

  for (; at + 8 <= len; at += 8)
    {
      guint64 bytes;

      memcpy (&bytes, text + at, 8);
      /* bytes 10xxxxxx go on with a character */
      n -= (gsize) ((((bytes >> 7) & ~(bytes >> 6) & ones) * ones) >> 56);
    }
  for (; at < len; at++)
    n -= (text[at] & 0xc0) == 0x80;
  while (last > 0 && (text[last - 1] & 0xc0) == 0x80)
    last--;

  return last > 0 && last - 1 + g_utf8_skip[(guchar) text[last - 1]] > len ? n - 1 : n;
}

G_END_DECLS
