/* dz-pieces.c - a regular expression that several threads match with, in a long text, a piece at a time
 *
 * The library looks all it is given through for broken characters each time it is asked: at ten
 * thousand places of a text of a megabyte that took minutes. So it is given no more than a rule reaches.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pieces.h"

/* No rule looks further than so many bytes on from where it is tried; what is longer ends there. */
#define REACH 1200
#define PIECE 16384

static GRegex *
make_regex (const char         *pattern,
            GRegexCompileFlags  flags,
            GError            **error)
{
  GRegex *regex = g_regex_new (pattern, flags, 0, error);

  if (regex != NULL)
    g_regex_match (regex, "", 0, NULL);

  return regex;
}

/**
 * dz_shared_regex_new:
 *
 * Makes machine code of @pattern here and now. GLib puts that off to the first match without a lock, and PCRE2 forbids it while
 * another thread uses the expression.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL with @error set
 */
GRegex *
dz_shared_regex_new (const char  *pattern,
                     GError     **error)
{
  return make_regex (pattern, G_REGEX_OPTIMIZE, error);
}

/**
 * dz_shared_regex_new_anchored:
 *
 * As dz_shared_regex_new(), for one that matches where it is tried and is not searched for.
 */
GRegex *
dz_shared_regex_new_anchored (const char  *pattern,
                              GError     **error)
{
  return make_regex (pattern, G_REGEX_OPTIMIZE | G_REGEX_ANCHORED, error);
}

/* Where a character begins, at @at or before. */
static gsize
begin_character (const char *text,
                 gsize       at,
                 gsize       len)
{
  at = MIN (at, len);
  while (at > 0 && at < len && (text[at] & 0xc0) == 0x80)
    at--;

  return at;
}

/**
 * dz_pieces_match_at:
 * @regex: anchored
 * @text: UTF-8
 * @match: (out) (transfer full): also where it does not match
 *
 * Returns: whether it matches at byte @at
 */
gboolean
dz_pieces_match_at (GRegex      *regex,
                    const char  *text,
                    gsize        len,
                    gsize        at,
                    GMatchInfo **match)
{
  return g_regex_match_full (regex, text, (gssize) begin_character (text, at + REACH, len), (gint) at, 0, match, NULL);
}

/**
 * dz_pieces_find_next:
 * @text: UTF-8
 *
 * Returns: where it matches next from byte @from on; empty: nowhere. A match of nothing is none.
 */
DzSpan
dz_pieces_find_next (GRegex     *regex,
                     const char *text,
                     gsize       len,
                     gsize       from)
{
  while (from < len)
    {
      gsize end = begin_character (text, from + PIECE, len);
      gsize last = end == len ? len : begin_character (text, end - REACH, len); /* what begins from here on may go on */
      g_autoptr(GMatchInfo) match = NULL;
      int start, stop;

      if (g_regex_match_full (regex, text, (gssize) end, (gint) from, 0, &match, NULL) &&
          g_match_info_fetch_pos (match, 0, &start, &stop) && (gsize) start < last)
        return (DzSpan){ (gsize) start, (gsize) stop };
      from = last;
    }

  return DZ_SPAN_NONE;
}
