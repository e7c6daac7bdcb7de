/* dz-gram-walk.h - the grams of a text, character by character
 *
 *   DzGramWalk walk = { folded, span.start, span.end };
 *
 *   while (dz_gram_walk_next (&walk))
 *     for (guint i = 0; i < walk.n; i++)
 *       … walk.grams[i]
 *
 * A gram comes as often as it stands there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-char.h"
#include "dz-grams.h"

G_BEGIN_DECLS

#define DZ_GRAM_BITS 21 /* of a character */

typedef struct
{
  const char *text;
  gsize at;
  gsize end;
  guint64 before, earlier;        /* characters before this one, 0 behind a mark */
  DzGram grams[DZ_GRAM_LONGEST]; /* that end in the character, the shortest first */
  guint n;
} DzGramWalk;

/* One character as it is compared: all digits are one, marks are none (0). */
static inline guint64
dz_gram_character (gunichar c)
{
  if (c >= 0x4e00 && c <= 0x9fff)
    return c;
  if (c < 0x80)
    return g_ascii_isdigit (c) ? '0' : g_ascii_isalpha (c) ? (guint64) g_ascii_tolower ((char) c) : 0;

  return g_unichar_isalnum (c) ? c : 0;
}

/* The @n-th character of a gram stands so high that grams are in the order of their bytes. */
static inline DzGram
dz_gram_place (guint64 c,
               guint   n)
{
  return c << (DZ_GRAM_BITS * (DZ_GRAM_LONGEST - 1 - n));
}

/* Where a gram stands in a table of @mask + 1 places, a power of 2. */
static inline guint
dz_gram_hash (DzGram gram,
              guint  mask)
{
  return (guint) ((gram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40) & mask;
}

/* Whether there is another character. */
static inline gboolean
dz_gram_walk_next (DzGramWalk *walk)
{
  guint64 c;

  if (walk->at >= walk->end)
    return FALSE;
  c = dz_gram_character (dz_char_at (walk->text + walk->at));
  walk->at += (gsize) g_utf8_skip[(guchar) walk->text[walk->at]];
  walk->n = 0;
  if (c != 0)
    {
      walk->grams[walk->n++] = dz_gram_place (c, 0);
      if (walk->before != 0)
        walk->grams[walk->n++] = dz_gram_place (walk->before, 0) | dz_gram_place (c, 1);
      if (walk->earlier != 0)
        walk->grams[walk->n++] = dz_gram_place (walk->earlier, 0) | dz_gram_place (walk->before, 1) | dz_gram_place (c, 2);
    }
  walk->earlier = c != 0 ? walk->before : 0;
  walk->before = c;

  return TRUE;
}

G_END_DECLS
