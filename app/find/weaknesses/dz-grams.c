/* dz-grams.c - what the second reader sees of a text: its characters, by ones, twos and threes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-grams.h"

#include "dz-gram-walk.h"

#include <math.h>
#include <string.h>

#define CHARACTER_MASK ((G_GUINT64_CONSTANT (1) << DZ_GRAM_BITS) - 1)

/* @grams has room for all that may come. */
static inline void
add_once (GArray *grams,
          DzGram *seen,
          guint   mask,
          DzGram  gram)
{
  guint at = dz_gram_hash (gram, mask);

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
  DzGramWalk walk = { folded, span.start, span.end };
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
  while (dz_gram_walk_next (&walk))
    for (guint i = 0; i < walk.n; i++)
      add_once (grams, seen, size - 1, walk.grams[i]);

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
      gram |= dz_gram_place (dz_char_at (p), n++);
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
  return dz_gram_place (first, 0) | dz_gram_place (second, 1) | dz_gram_place (third, 2);
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
  return (gunichar) (gram >> (DZ_GRAM_BITS * (DZ_GRAM_LONGEST - 1 - n)) & CHARACTER_MASK);
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
      guint64 c = gram >> (DZ_GRAM_BITS * n) & CHARACTER_MASK;

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
  return (gram & ((G_GUINT64_CONSTANT (1) << (DZ_GRAM_BITS * (DZ_GRAM_LONGEST - 1))) - 1)) == 0;
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
