/* dz-sentence-clauses.c - the clauses of a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-walk.h"

#include "dz-char.h"

#define LONGEST_EVIDENCE 190

/**
 * dz_sentence_walk_is_mark:
 *
 * Returns: whether a clause ends at @c
 */
gboolean
dz_sentence_walk_is_mark (gunichar c)
{
  return c == 0xff0c || c == 0xff1b || c == 0x3002 || c == 0xff1a || c == 0xff01 || c == 0xff1f ||
         c == '\n' || c == '\t';
}

/**
 * dz_report_sentences_clause:
 * @cue: inside @sentence
 *
 * Returns: the clause, or the clauses, @cue stands in, without the mark at the end
 */
DzSpan
dz_report_sentences_clause (const char *folded,
                            DzSpan      sentence,
                            DzSpan      cue)
{
  DzSpan clause = { cue.start, dz_report_sentences_trim (folded, cue).end };

  cue.end = clause.end;
  for (const char *p = folded + cue.start; p > folded + sentence.start;)
    {
      const char *before = g_utf8_prev_char (p);

      if (dz_sentence_walk_is_mark (dz_char_at (before)))
        break;
      p = before;
      clause.start = (gsize) (p - folded);
    }
  for (const char *p = folded + cue.end; p < folded + sentence.end; p = g_utf8_next_char (p))
    {
      if (dz_sentence_walk_is_mark (dz_char_at (p)))
        break;
      clause.end = (gsize) (g_utf8_next_char (p) - folded);
    }

  return dz_report_sentences_trim (folded, clause);
}

/**
 * dz_report_sentences_trim:
 *
 * Returns: @span without marks at its ends, at most as long as evidence may be
 */
DzSpan
dz_report_sentences_trim (const char *folded,
                          DzSpan      span)
{
  DzOrdinalStyle style;
  guint number;
  gsize used;
  gsize n;

  while (span.end > span.start &&
         dz_sentence_walk_is_mark (dz_char_at (g_utf8_prev_char (folded + span.end))))
    span.end = (gsize) (g_utf8_prev_char (folded + span.end) - folded);
  used = dz_report_lines_read_ordinal (folded + span.start, span.end - span.start, &style, &number);
  if (used > 0 && style == DZ_ORDINAL_RUN)
    span.start += used;
  n = dz_report_lines_count (folded, span);
  if (n > LONGEST_EVIDENCE)
    span.end = (gsize) (g_utf8_offset_to_pointer (folded + span.start, LONGEST_EVIDENCE) - folded);

  return span;
}
