/* dz-quoted-words.c - a report's own words between quotation marks of ours
 *
 * Marks inside marks are set as GB/T 15834 has them: “…‘…’…”, straight ones too. No other character changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-quoted-words.h"

#include <string.h>

#define MARK 3 /* bytes of each of the four marks */

/**
 * dz_quoted_words:
 *
 * Returns: (transfer full): the characters of @span as the report has them, broken lines joined; the stars
 *   and lattices that only set a Markdown text in bold or as a heading are no words of it
 */
char *
dz_quoted_words (DzReport *report,
                 DzSpan    span)
{
  g_autofree char *words = dz_text_dup_span (report->text, span);
  GString *joined = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at++)
    {
      if (*at == '\n' || *at == '\r')
        while (at[1] == ' ' || at[1] == '\t' || at[1] == '\n' || at[1] == '\r')
          at++;
      else if (*at == '*' || *at == '#' || *at == '`')
        continue;
      else
        g_string_append_c (joined, *at == '\t' ? ' ' : *at);
    }

  return g_string_free (joined, FALSE);
}

/**
 * dz_quoted_start:
 *
 * Returns: where the words begin, past 还有以下差距：and （一） 一是 1. ** and blanks in front: what is left is
 *   still the report's own words
 */
gsize
dz_quoted_start (const char *text,
                 DzSpan      span)
{
  static GRegex *regex;
  g_autofree char *words = g_strndup (text + span.start, span.end - span.start);
  g_autoptr(GMatchInfo) match = NULL;
  int start, end;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("^(?:[^。；：:\n]{0,40}[：:](?=一是|一、|（一）|\\(一\\)|1[.．、]))?"
                                    "(\\s|[*#]|（[一二三四五六七八九十]+）|\\([一二三四五六七八九十]+\\)|\\([0-9]+\\)"
                                    "|[一二三四五六七八九十]+[是、]|[0-9]+[.．、])+",
                                    G_REGEX_OPTIMIZE, 0, NULL));
  if (g_regex_match (regex, words, 0, &match) && g_match_info_fetch_pos (match, 0, &start, &end) &&
      span.start + end < span.end)
    return span.start + end;

  return span.start;
}

static const char *
other_mark (const char *at)
{
  static const char *const pairs[][2] = { { "“", "‘" }, { "”", "’" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (strncmp (at, pairs[i][0], MARK) == 0)
        return pairs[i][1];
      if (strncmp (at, pairs[i][1], MARK) == 0)
        return pairs[i][0];
    }

  return NULL;
}

/**
 * dz_quoted_set_straight:
 * @words: of a report
 *
 * Straight marks that come in pairs, every second one closing: those of the keyboard say no more than that.
 *
 * Returns: (transfer full): @words with marks as print has them
 */
char *
dz_quoted_set_straight (const char *words)
{
  static const char *const marks[2][2] = { { "“", "”" }, { "‘", "’" } };
  GString *set = g_string_new (NULL);
  guint n = 0, i = 0;
  int depth = 0;

  for (const char *at = strchr (words, '"'); at != NULL; at = strchr (at + 1, '"'))
    n++;
  for (const char *at = words; *at != '\0'; at++)
    {
      depth += (strncmp (at, "“", MARK) == 0) - (strncmp (at, "”", MARK) == 0);
      if (*at == '"' && n % 2 == 0)
        g_string_append (set, marks[depth > 0][i++ % 2]);
      else
        g_string_append_c (set, *at);
    }

  return g_string_free (set, FALSE);
}

/**
 * dz_quoted_nest:
 * @words: what will stand between “ and ”
 *
 * Returns: (transfer full): @words with its own marks one step further in
 */
char *
dz_quoted_nest (const char *words)
{
  char *nested = dz_quoted_set_straight (words);

  /* without marks of the first step an apostrophe is one */
  if (strstr (nested, "“") == NULL && strstr (nested, "”") == NULL)
    return nested;
  for (char *at = nested; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *other = other_mark (at);

      if (other != NULL)
        memcpy (at, other, MARK);
    }

  return nested;
}

/**
 * dz_quoted_order:
 * @sentence: ours, with quotations in it that have marks of their own
 *
 * Returns: (transfer full): the same with the inner marks as inner marks
 */
char *
dz_quoted_order (const char *sentence)
{
  char *ordered = g_strdup (sentence);
  guint depth = 0;

  for (char *at = ordered; *at != '\0'; at = g_utf8_next_char (at))
    if (strncmp (at, "“", MARK) == 0)
      {
        if (depth++ % 2 == 1)
          memcpy (at, "‘", MARK);
      }
    else if (strncmp (at, "”", MARK) == 0 && depth > 0)
      {
        if (--depth % 2 == 1)
          memcpy (at, "’", MARK);
      }

  return ordered;
}

/**
 * dz_quoted_is_whole:
 *
 * Returns: whether every mark in @words that opens is closed, and none is closed that was not opened
 */
gboolean
dz_quoted_is_whole (const char *words)
{
  int depth = 0;

  for (const char *at = words; *at != '\0' && depth >= 0; at = g_utf8_next_char (at))
    depth += (strncmp (at, "“", MARK) == 0) - (strncmp (at, "”", MARK) == 0);

  return depth == 0;
}
