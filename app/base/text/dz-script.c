/* dz-script.c - traditional characters and their simplified forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-script.h"

#include "dz-char.h"

#include <opencc/opencc.h>
#include <string.h>

/* Characters that only traditional script has and that these reports are full of, in order:
 * 務區員執實對導幹擔於會業權為產眾糾紛與處規設調議責辦進鄉鎮門開關題 */
static const guint16 traditional_signs[] = {
  0x52d9, 0x5340, 0x54e1, 0x57f7, 0x5be6, 0x5c0d, 0x5c0e, 0x5e79, 0x64d4, 0x65bc,
  0x6703, 0x696d, 0x6b0a, 0x70ba, 0x7522, 0x773e, 0x7cfe, 0x7d1b, 0x8207, 0x8655,
  0x898f, 0x8a2d, 0x8abf, 0x8b70, 0x8cac, 0x8fa6, 0x9032, 0x9109, 0x93ae, 0x9580,
  0x958b, 0x95dc, 0x984c,
};

/* The character of three bytes at @at. */
static inline gunichar
read_three (const char *at)
{
  return (gunichar) (at[0] & 0x0f) << 12 | (gunichar) (at[1] & 0x3f) << 6 | (gunichar) (at[2] & 0x3f);
}

/**
 * dz_script_is_han:
 *
 * Returns: whether @c is a Chinese character, rare ones and 〇 among them
 */
gboolean
dz_script_is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x2fa1f) || (c >= 0xf900 && c <= 0xfaff);
}

static gboolean
is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007;
}

static gboolean
is_traditional_sign (gunichar c)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (traditional_signs);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (traditional_signs[middle] < c)
        low = middle + 1;
      else
        high = middle;
    }

  return low < G_N_ELEMENTS (traditional_signs) && traditional_signs[low] == c;
}

/**
 * dz_script_is_traditional:
 *
 * Returns: whether @text is written in traditional characters
 */
gboolean
dz_script_is_traditional (const char *text,
                          gsize       len)
{
  guint32 bits[8] = { 0 }; /* most characters are told from all signs by their last bits */
  gsize hits = 0;
  gsize han = 0;

  for (guint i = 0; i < G_N_ELEMENTS (traditional_signs); i++)
    bits[traditional_signs[i] / 32 % 8] |= 1u << (traditional_signs[i] % 32);
  for (const char *p = text; p < text + len; p = g_utf8_next_char (p))
    {
      gunichar c = ((guchar) *p & 0xf0) == 0xe0 ? read_three (p) : 0; /* no Chinese character is shorter */

      if (!is_han (c))
        continue;
      han++;
      if ((bits[c / 32 % 8] & 1u << (c % 32)) == 0 || !is_traditional_sign (c))
        continue;
      hits++;
      if (hits >= 8 && hits * 200 >= han)
        return TRUE;
    }

  return hits >= 2 && hits * 100 >= han;
}

/* The simplified form of each Han character met so far, 0 if it was not met. Conversion by
 * characters is enough for matching, and makes the library's work a thing of the first reports. */
#define HAN_FIRST 0x4e00u
#define HAN_LAST 0x9fffu

static guint16 simple_forms[HAN_LAST - HAN_FIRST + 1];

static gboolean
is_common_han (gunichar c)
{
  return c >= HAN_FIRST && c <= HAN_LAST;
}

static void
take_forms (const char *from,
            const char *converted)
{
  while (*from != '\0')
    {
      gunichar c = dz_char_at (from);
      const char *stop = strchr (converted, '\n');
      gunichar simple = stop != NULL ? dz_char_at (converted) : c;

      if (stop == NULL || g_utf8_next_char (converted) != stop || !is_common_han (simple))
        simple = c;
      simple_forms[c - HAN_FIRST] = (guint16) simple;
      from = g_utf8_next_char (from) + 1;
      converted = stop != NULL ? stop + 1 : "";
    }
}

/* The first character from @p on whose form is not known. */
static const char *
find_unknown (const char *p,
              const char *end)
{
  while (p < end)
    {
      if (((guchar) *p & 0xf0) == 0xe0)
        {
          gunichar c = read_three (p);

          if (is_common_han (c) && simple_forms[c - HAN_FIRST] == 0)
            break;
        }
      p += g_utf8_skip[(guchar) *p];
    }

  return p;
}

/**
 * dz_script_learn:
 *
 * Sees to it that dz_script_simplify() knows every character of @text.
 */
void
dz_script_learn (const char *text,
                 gsize       len)
{
  static GMutex lock;
  static opencc_t converter = NULL;
  static guint8 asked[HAN_LAST - HAN_FIRST + 1]; /* while it is being asked: each once */
  const char *end = text + len;
  const char *p = find_unknown (text, end);
  g_autoptr(GString) unknown = NULL;

  if (p >= end)
    return;
  unknown = g_string_new (NULL);
  g_mutex_lock (&lock);
  for (; p < end; p = find_unknown (g_utf8_next_char (p), end))
    {
      gunichar c = dz_char_at (p);

      /* another thread may have learnt it since */
      if (simple_forms[c - HAN_FIRST] != 0 || asked[c - HAN_FIRST])
        continue;
      asked[c - HAN_FIRST] = TRUE;
      g_string_append_unichar (unknown, c);
      g_string_append_c (unknown, '\n');
    }
  if (unknown->len > 0)
    {
      char *converted = NULL;

      if (converter == NULL)
        converter = opencc_open ("tw2s.json");
      if (converter != (opencc_t) -1)
        converted = opencc_convert_utf8 (converter, unknown->str, unknown->len);
      take_forms (unknown->str, converted != NULL ? converted : "");
      if (converted != NULL)
        opencc_convert_utf8_free (converted);
    }
  g_mutex_unlock (&lock);
}

/**
 * dz_script_simplify:
 *
 * Returns: the simplified form of @c, or @c itself
 */
gunichar
dz_script_simplify (gunichar c)
{
  return is_common_han (c) && simple_forms[c - HAN_FIRST] != 0 ? simple_forms[c - HAN_FIRST] : c;
}

/**
 * dz_script_dup_simplified:
 *
 * Returns: (transfer full) (nullable): @text in simplified characters, as long in bytes; %NULL
 *   where it is so as it stands
 */
char *
dz_script_dup_simplified (const char *text,
                          gsize       len)
{
  char *simplified = NULL;

  dz_script_learn (text, len);
  for (gsize i = 0; i < len; i += (gsize) g_utf8_skip[(guchar) text[i]])
    {
      gunichar c;
      gunichar simple;

      if (((guchar) text[i] & 0xf0) != 0xe0)
        continue;
      c = read_three (text + i);
      simple = dz_script_simplify (c);
      if (simple == c)
        continue;
      if (simplified == NULL)
        simplified = g_strndup (text, len);
      g_unichar_to_utf8 (simple, simplified + i);
    }

  return simplified;
}
