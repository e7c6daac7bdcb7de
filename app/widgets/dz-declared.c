/* dz-declared.c - a weakness in the township's own words
 *
 * The evidence of a weakness is often only its heading; what a reader wants is
 * the point it is made in, up to the next one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-declared.h"

#define MOST_CHARACTERS 220
#define LEAST_LINE 15 /* a shorter line is a heading, not half a sentence */

static gboolean
is_full_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b || c == ';' || c == 0xff1a || c == '\n';
}

/* Whether the end of line at @at only breaks a sentence: a full line before it, no stop, text after it. */
static gboolean
is_soft (const char *text,
         gsize       at)
{
  const char *p = text + at;
  guint n = 0;

  if (at == 0 || text[at] != '\n' || text[at + 1] == '\0' || g_ascii_isspace (text[at + 1]) ||
      g_str_has_prefix (text + at + 1, "　") || g_str_has_prefix (text + at + 1, "（") ||
      is_full_stop (g_utf8_get_char (g_utf8_prev_char (p))))
    return FALSE;
  while (p > text && n < LEAST_LINE && *g_utf8_prev_char (p) != '\n')
    {
      p = g_utf8_prev_char (p);
      n++;
    }

  return n == LEAST_LINE;
}

/* The end of the paragraph, or of the sentence, @from is in. */
static gsize
find_end (DzReport *report,
          gsize     from,
          gboolean  sentence)
{
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  const char *p = text + from;

  while (p < text + len)
    {
      if (*p == '\n' && !is_soft (text, (gsize) (p - text)))
        break;
      p = g_utf8_next_char (p);
      if (sentence && *g_utf8_prev_char (p) != '\n' && is_full_stop (g_utf8_get_char (g_utf8_prev_char (p))))
        break;
    }

  return (gsize) (p - text);
}

/* The words of a weakness with what follows in its paragraph, up to where another one begins. */
static DzSpan
find_passage (DzReport         *report,
              const DzWeakness *weakness)
{
  const char *text = dz_text_peek (report->text, NULL);
  DzSpan passage = { dz_report_sentence_at (report, weakness->span.start).start, weakness->span.end };
  gsize least = find_end (report, weakness->span.end, TRUE);
  gsize limit = MAX (find_end (report, weakness->span.end, FALSE), least);
  guint n = 0;

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *other = &g_array_index (report->weaknesses, DzWeakness, i);
      gsize start = dz_report_sentence_at (report, other->span.start).start;

      if (other->code != weakness->code && start >= weakness->span.end)
        limit = MIN (limit, start);
    }
  while (passage.end < limit && n++ < MOST_CHARACTERS)
    passage.end = (gsize) (g_utf8_next_char (text + passage.end) - text);

  return passage;
}

/* From where a span begins to the end of its sentence. */
static DzSpan
extend_to_sentence (DzReport *report,
                    DzSpan    span)
{
  gunichar last = span.end > span.start
                    ? g_utf8_get_char (g_utf8_prev_char (dz_text_peek (report->text, NULL) + span.end)) : 0;

  return is_full_stop (last) ? span : (DzSpan){ span.start, find_end (report, span.end, TRUE) };
}

/**
 * dz_declared_dup_point:
 *
 * Returns: (transfer full): the words of @weakness with what follows in its paragraph, in one line
 */
char *
dz_declared_dup_point (DzReport         *report,
                       const DzWeakness *weakness)
{
  return dz_text_dup_line (report->text, find_passage (report, weakness));
}

/**
 * dz_declared_dup_sentence:
 *
 * Returns: (transfer full): the words from where @span begins to the end of its sentence, in one line
 */
char *
dz_declared_dup_sentence (DzReport *report,
                          DzSpan    span)
{
  return dz_text_dup_line (report->text, extend_to_sentence (report, span));
}
