/* dz-rewording.c - what a person wrote in place of our sentences, and for which
 *
 * A sentence tells numbers of one year, one scope and one state of the data. What somebody wrote in its place is
 * true of these: it is kept together with the sentence, and stands only where our sentence is that one again.
 * Numbers of sources, tables and charts follow from what else is printed; both are compared without them, and
 * in the words kept each is a place, filled in when it is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-rewording.h"

#include <string.h>

#define PLACE "\\[[0-9]+(?:[-–][0-9]+)?\\]|[表图][0-9]+"
#define FIRST_PLACE 0xe000 /* of the private use area, which no writing has */
#define N_PLACES 0x1900

static GRegex *
places (void)
{
  static gsize once;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new (PLACE, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return regex;
}

/* Appends the place of @token; one that is none of @tokens as it stands, all of them alike without @tokens. */
static void
put_place (GString    *words,
           const char *token,
           GPtrArray  *tokens)
{
  guint k = 0;

  while (tokens != NULL && k < tokens->len && !g_str_equal (tokens->pdata[k], token))
    k++;
  if (k < (tokens != NULL ? MIN (tokens->len, N_PLACES) : 1))
    g_string_append_unichar (words, FIRST_PLACE + k);
  else
    g_string_append (words, token);
}

/* @text with places for the numbers that are among @tokens. @found: (nullable): takes all there are, in order */
static char *
with_places (const char *text,
             GPtrArray  *tokens,
             GPtrArray  *found)
{
  GString *words = g_string_new (NULL);
  g_autoptr(GMatchInfo) match = NULL;
  int from = 0, start, end;

  g_regex_match (places (), text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      char *token = g_match_info_fetch (match, 0);

      g_match_info_fetch_pos (match, 0, &start, &end);
      g_string_append_len (words, text + from, start - from);
      put_place (words, token, tokens);
      from = end;
      if (found != NULL)
        g_ptr_array_add (found, token);
      else
        g_free (token);
    }
  g_string_append (words, text + from);

  return g_string_free (words, FALSE);
}

static char *
fill_places (const char *words,
             GPtrArray  *tokens)
{
  GString *filled = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= FIRST_PLACE && c < FIRST_PLACE + MIN (tokens->len, N_PLACES))
        g_string_append (filled, g_ptr_array_index (tokens, c - FIRST_PLACE));
      else
        g_string_append_unichar (filled, c);
    }

  return g_string_free (filled, FALSE);
}

/**
 * dz_rewording_set:
 * @overrides: (element-type utf8 utf8): those of a #DzBriefingOptions
 * @key: the sentence's stable name
 * @sentence: ours, as it is printed with its sources and tables
 * @words: (nullable): what is to stand in its place; %NULL, or the same: ours
 *
 * Keeps what a person wrote for this very sentence.
 */
void
dz_rewording_set (GHashTable *overrides,
                  const char *key,
                  const char *sentence,
                  const char *words)
{
  g_autoptr(GPtrArray) tokens = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *bare = NULL;
  char *whole;

  g_return_if_fail (overrides != NULL && key != NULL && sentence != NULL);

  bare = with_places (sentence, NULL, tokens);
  whole = g_strconcat (key, "\n", bare, NULL);
  g_hash_table_remove (overrides, key);
  if (words != NULL && !g_str_equal (words, sentence))
    {
      g_hash_table_replace (overrides, whole, with_places (words, tokens, NULL));
      return;
    }
  g_hash_table_remove (overrides, whole);
  g_free (whole);
}

/**
 * dz_rewording_find:
 * @overrides: (element-type utf8 utf8): those of a #DzBriefingOptions; a key alone, without the sentence it is for,
 *   stands whatever the data are, as where the words were given from outside
 * @key: the sentence's stable name
 * @sentence: ours, as it would be printed
 * @mask: what hides names, where @sentence has them hidden
 * @other: (out): whether a person wrote something for this sentence as it was with other data
 *
 * Returns: (transfer full) (nullable): the words in place of @sentence, with its sources and tables
 */
char *
dz_rewording_find (GHashTable     *overrides,
                   const char     *key,
                   const char     *sentence,
                   DzRewordingMask  mask,
                   gpointer        user_data,
                   gboolean       *other)
{
  g_autoptr(GPtrArray) tokens = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *bare = NULL;
  const char *found = NULL;
  GHashTableIter iter;
  gpointer whole, words;
  gsize len = strlen (key);

  *other = FALSE;
  if (g_hash_table_size (overrides) == 0)
    return NULL;
  bare = with_places (sentence, NULL, tokens);
  g_hash_table_iter_init (&iter, overrides);
  while (found == NULL && g_hash_table_iter_next (&iter, &whole, &words))
    {
      const char *rest = (const char *) whole + len;
      g_autofree char *masked = NULL;

      if (!g_str_has_prefix (whole, key) || *rest != '\n')
        continue;
      masked = mask (user_data, rest + 1);
      if (g_str_equal (rest + 1, bare) || g_str_equal (masked, bare))
        found = words;
      else
        *other = TRUE;
    }
  if (found == NULL)
    found = g_hash_table_lookup (overrides, key);
  if (found == NULL)
    return NULL;
  *other = FALSE;

  return fill_places (found, tokens);
}
