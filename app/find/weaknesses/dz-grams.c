/* dz-grams.c - what the second reader sees of a text: its characters, by ones, twos and threes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-grams.h"

#include <math.h>
#include <string.h>

#define CHARACTER_BITS 21
#define CHARACTER_MASK ((G_GUINT64_CONSTANT (1) << CHARACTER_BITS) - 1)

/* One character as it is compared: all digits are one, marks are none (0). */
static guint64
read_character (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c >= 0x4e00 && c <= 0x9fff)
    return c;
  if (c < 0x80)
    return g_ascii_isdigit (*at) ? '0' : g_ascii_isalpha (*at) ? (guint64) g_ascii_tolower (*at) : 0;

  return g_unichar_isalnum (c) ? c : 0;
}

/* The @n-th character of a gram stands so high that grams are in the order of their bytes. */
static DzGram
place (guint64 c,
       guint   n)
{
  return c << (CHARACTER_BITS * (DZ_GRAM_LONGEST - 1 - n));
}

static guint
hash (DzGram gram,
      guint  mask)
{
  return (guint) ((gram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40) & mask;
}

/* @grams has room for all that may come. */
static void
add_once (GArray *grams,
          DzGram *seen,
          guint   mask,
          DzGram  gram)
{
  guint at = hash (gram, mask);

  while (seen[at] != 0 && seen[at] != gram)
    at = (at + 1) & mask;
  if (seen[at] == gram)
    return;
  seen[at] = gram;
  g_array_index (grams, DzGram, grams->len++) = gram;
}

/**
 * dz_grams_new:
 * @span: of @folded
 *
 * Returns: (transfer full) (element-type DzGram): every run of one to three characters that no mark
 *   parts, each once, as they come
 */
GArray *
dz_grams_new (const char *folded,
              DzSpan      span)
{
  GArray *grams = g_array_new (FALSE, FALSE, sizeof (DzGram));
  g_autofree DzGram *seen = NULL;
  guint64 before = 0, earlier = 0; /* characters before this one, 0 behind a mark */
  gsize most = 0; /* grams: each character ends three at most, and a Latin one has a single byte */
  guint size = 64;

  for (gsize i = span.start; i < span.end; i++)
    most += (folded[i] & 0xc0) != 0x80 ? DZ_GRAM_LONGEST : 0;
  /* at most half of the table is used */
  while (size < 2 * most + 2)
    size *= 2;
  seen = g_new0 (DzGram, size);
  g_array_set_size (grams, size / 2);
  g_array_set_size (grams, 0);
  for (gsize i = span.start; i < span.end; i += (gsize) g_utf8_skip[(guchar) folded[i]])
    {
      guint64 c = read_character (folded + i);

      if (c != 0)
        {
          add_once (grams, seen, size - 1, place (c, 0));
          if (before != 0)
            add_once (grams, seen, size - 1, place (before, 0) | place (c, 1));
          if (earlier != 0)
            add_once (grams, seen, size - 1, place (earlier, 0) | place (before, 1) | place (c, 2));
        }
      earlier = c != 0 ? before : 0;
      before = c;
    }

  return grams;
}

/**
 * dz_gram_read:
 *
 * Returns: the gram of the characters of @word, 0 if they are none
 */
DzGram
dz_gram_read (const char *word,
              gsize       len)
{
  DzGram gram = 0;
  guint n = 0;

  for (const char *p = word; p < word + len; p = g_utf8_next_char (p))
    {
      if (n >= DZ_GRAM_LONGEST)
        return 0;
      gram |= place (g_utf8_get_char (p), n++);
    }

  return gram;
}

/**
 * dz_gram_of:
 * @second: 0: none
 * @third: 0: none
 *
 * Returns: the gram of these characters
 */
DzGram
dz_gram_of (gunichar first,
            gunichar second,
            gunichar third)
{
  return place (first, 0) | place (second, 1) | place (third, 2);
}

/**
 * dz_gram_get_character:
 *
 * Returns: the @n-th character from 0, 0 where the gram is shorter
 */
gunichar
dz_gram_get_character (DzGram gram,
                       guint  n)
{
  return (gunichar) (gram >> (CHARACTER_BITS * (DZ_GRAM_LONGEST - 1 - n)) & CHARACTER_MASK);
}

/**
 * dz_gram_dup_word:
 *
 * Returns: (transfer full): the characters of the gram
 */
char *
dz_gram_dup_word (DzGram gram)
{
  char word[DZ_GRAM_LONGEST * 6 + 1];
  int used = 0;

  for (guint n = 0; n < DZ_GRAM_LONGEST; n++)
    {
      gunichar c = dz_gram_get_character (gram, n);

      if (c != 0)
        used += g_unichar_to_utf8 (c, word + used);
    }

  return g_strndup (word, (gsize) used);
}

/**
 * dz_gram_has_ascii:
 *
 * Returns: whether one of its characters is a digit or a Latin letter
 */
gboolean
dz_gram_has_ascii (DzGram gram)
{
  for (guint n = 0; n < DZ_GRAM_LONGEST; n++)
    {
      guint64 c = gram >> (CHARACTER_BITS * n) & CHARACTER_MASK;

      if (c != 0 && c < 0x80)
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_gram_is_single:
 *
 * Returns: whether it is one character
 */
gboolean
dz_gram_is_single (DzGram gram)
{
  return (gram & ((G_GUINT64_CONSTANT (1) << (CHARACTER_BITS * (DZ_GRAM_LONGEST - 1))) - 1)) == 0;
}

/**
 * dz_gram_compare:
 * @a: (type DzGram): pointer to one
 *
 * Returns: their order, that of their bytes
 */
int
dz_gram_compare (gconstpointer a,
                 gconstpointer b)
{
  DzGram x = *(const DzGram *) a;
  DzGram y = *(const DzGram *) b;

  return x < y ? -1 : x > y;
}

/**
 * dz_grams_weight:
 * @n: number of grams of a text
 *
 * Returns: what each of them counts, so that a long text says no more than a short one
 */
double
dz_grams_weight (guint n)
{
  return 1 / sqrt (MAX (n, 1));
}
