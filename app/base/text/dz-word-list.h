/* dz-word-list.h - which of several words stand in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-char.h"

G_BEGIN_DECLS

/* A bit of 64 for the character at @at: most first characters of words are told apart by it. */
static inline guint64
dz_char_bit (const char *at)
{
  guchar lead = (guchar) *at;

  return G_GUINT64_CONSTANT (1) << ((lead < 0xe0 ? lead : (guchar) at[1] * 4 + (guchar) at[2]) % 64);
}

/* Whether one of @words, ended by %NULL, stands in the part of @text from @from to @end. */
static inline gboolean
dz_words_stand (const char        *text,
                gsize              from,
                gsize              end,
                const char *const *words)
{
  guint64 firsts = 0;

  for (guint i = 0; words[i] != NULL; i++)
    firsts |= dz_char_bit (words[i]);
  for (gsize at = from; at < end; at += g_utf8_skip[(guchar) text[at]])
    if ((firsts & dz_char_bit (text + at)) != 0)
      for (guint i = 0; words[i] != NULL; i++)
        if (dz_word_at (text, end, at, words[i]) > 0)
          return TRUE;

  return FALSE;
}

G_END_DECLS
