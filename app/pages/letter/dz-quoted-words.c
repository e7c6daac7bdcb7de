/* dz-quoted-words.c - a report's own words between quotation marks of ours
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
