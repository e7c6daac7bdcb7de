/* dz-heading-marks.c - headings told by marks at both ends, or by a number without one
 *
 * 〓 工作成效 〓, ★主要做法★: the same sign before and behind a few words. 1 全年工作 over 1.1 and 1.2: the number of
 * a part has no mark where the numbers of its points have the point. Both are believed where a report has several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-heading-marks.h"

#include "dz-char.h"
#include "dz-ordinal.h"
#include "dz-report-lines.h"

#include <string.h>

#define FEWEST 3         /* headings */
#define FEWEST_WITH_POINTS 2
#define LONGEST_WORDS 24 /* characters */
#define SHORTEST_WORDS 2

/* The sign that stands at both ends of the line; 0 if none does. @words: (out): what stands between, signs repeated left out. */
static gunichar
read_signs (const char *folded,
            DzSpan      line,
            DzSpan     *words)
{
  static const char signs[] = "〓◆◇■□★☆※●○▲△◎→=~－—-#*";
  gunichar sign;
  glong n;

  if (line.end <= line.start)
    return 0;
  sign = dz_char_at (folded + line.start);
  if (!dz_char_is_any (sign, signs))
    return 0;
  *words = line;
  while (words->start < words->end && dz_char_at (folded + words->start) == sign)
    words->start = (gsize) (g_utf8_next_char (folded + words->start) - folded);
  while (words->end > words->start && dz_char_at (g_utf8_prev_char (folded + words->end)) == sign)
    words->end = (gsize) (g_utf8_prev_char (folded + words->end) - folded);
  n = (glong) dz_report_lines_count (folded, *words);

  return words->end < line.end && n >= SHORTEST_WORDS && n <= LONGEST_WORDS &&
             dz_report_lines_sentence_end (folded, *words) == words->end
           ? sign : 0;
}

static void
take_signed (DzContext *context,
             GArray    *lines)
{
  const char *folded = context->folded;
  gunichar sign = 0;
  guint n = 0;
  DzSpan words;

  for (guint i = 0; i < lines->len; i++)
    {
      gunichar here = read_signs (folded, g_array_index (lines, DzLine, i).span, &words);

      if (here != 0 && sign == 0)
        sign = here;
      n += here != 0 && here == sign;
    }
  for (guint i = 0; n >= FEWEST && i < lines->len; i++)
    {
      DzLine *line = &g_array_index (lines, DzLine, i);

      if (read_signs (folded, line->span, &words) != sign)
        continue;
      line->ordinal = (DzSpan){ line->span.start, words.start };
      line->span.end = words.end;
      line->heading = (DzSpan){ line->span.start, words.end };
      line->style = DZ_ORDINAL_PART;
      line->number = 0;
      line->bullet = 0;
      line->furniture = FALSE;
      line->whole = TRUE;
    }
}

/* 1 before a word and no mark, where it would be the next part; 0 if the line begins otherwise. */
static guint
read_bare_number (const char   *folded,
                  const DzLine *line)
{
  const char *at = folded + line->span.start;
  gunichar behind = line->span.end > line->span.start + 1 ? dz_char_at (at + 1) : 0;

  if (line->style != DZ_ORDINAL_NONE || !g_ascii_isdigit (*at) || *at == '0' || behind < 0x4e00 || behind > 0x9fff ||
      dz_char_is_any (behind, "万亿元个件次亩倍米吨项人名年月日号户家场份起宗条") ||
      dz_report_lines_count (folded, line->span) > LONGEST_WORDS ||
      dz_report_lines_sentence_end (folded, line->span) != line->span.end)
    return 0;

  return (guint) (*at - '0');
}

/* Whether a line behind @index begins with 1.1 before the next part does. */
static gboolean
has_points (const char *folded,
            GArray     *lines,
            guint       index,
            guint       number)
{
  for (guint i = index + 1; i < lines->len && i <= index + 2; i++)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i);
      const char *at = folded + line->span.start;

      if (line->style == DZ_ORDINAL_DIGIT_BOX && line->span.end - line->span.start > 3 && (guint) (*at - '0') == number &&
          at[1] == '.')
        return TRUE;
    }

  return FALSE;
}

static void
take_numbered (DzContext *context,
               GArray    *lines)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = 0, with_points = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i);
      guint number = read_bare_number (context->folded, line);

      if (number != last + 1 && (line->style != DZ_ORDINAL_DIGIT || line->number != last + 1))
        continue;
      if (number == last + 1)
        g_array_append_val (found, i);
      with_points += has_points (context->folded, lines, i, last + 1);
      last++;
    }
  for (guint i = 0; last >= FEWEST && with_points >= FEWEST_WITH_POINTS && i < found->len; i++)
    {
      DzLine *line = &g_array_index (lines, DzLine, g_array_index (found, guint, i));

      line->style = DZ_ORDINAL_DIGIT;
      line->number = (guint) (context->folded[line->span.start] - '0');
      line->ordinal = (DzSpan){ line->span.start, line->span.start + 1 };
      line->heading = line->span;
      line->whole = TRUE;
    }
}

/* 第一，工作成效。 … 第五，打算。: where nothing else parts the report, its thoughts, each a paragraph, are its parts. */
static void
take_counted (DzContext *context,
              GArray    *lines)
{
  static const char counts[] = "第";
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint named = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i);

      if (line->style <= DZ_ORDINAL_HAN_BOX)
        return;
      if (line->style != DZ_ORDINAL_RUN || !g_str_has_prefix (context->folded + line->span.start, counts) ||
          dz_span_is_empty (line->heading) || dz_report_lines_count (context->folded, line->heading) > LONGEST_WORDS)
        continue;
      if (line->number != found->len + 1)
        return;
      g_array_append_val (found, i);
      named += dz_report_lines_holds (context->folded, line->heading, "情况") || line->whole;
    }
  for (guint i = 0; found->len > FEWEST && named >= FEWEST_WITH_POINTS && i < found->len; i++)
    g_array_index (lines, DzLine, g_array_index (found, guint, i)).style = DZ_ORDINAL_HAN;
}

/**
 * dz_heading_marks_take:
 * @lines: (element-type DzLine): the paragraphs of the report, as they were read one by one
 *
 * Makes headings of the lines that all of them together tell to be.
 */
void
dz_heading_marks_take (DzContext *context,
                       GArray    *lines)
{
  take_signed (context, lines);
  take_numbered (context, lines);
  take_counted (context, lines);
}
