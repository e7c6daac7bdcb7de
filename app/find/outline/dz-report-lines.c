/* dz-report-lines.c - the paragraphs of the folded text, with their ordinals and headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-report-lines.h"

#include "dz-char.h"
#include "dz-furniture.h"

#include <string.h>

#define LONGEST_SENTENCE 9000 /* bytes: 3000 characters */
#define LONGEST_HEADING 48
#define LONGEST_BARE_HEADING 36

/**
 * dz_report_lines_count:
 *
 * Returns: the characters in @span
 */
gsize
dz_report_lines_count (const char *folded,
                       DzSpan      span)
{
  return dz_span_is_empty (span)
           ? 0
           : dz_char_count (folded + span.start, span.end - span.start);
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == 0xff01 || c == 0xff1f || c == '\n';
}

/* The bytes of a mark that ends a sentence at @at, 0 if none stands there. */
static gsize
read_stop (const char *at)
{
  const guchar *b = (const guchar *) at;

  if (*b == '\n')
    return 1;
  if (*b == 0xe3)
    return b[1] == 0x80 && b[2] == 0x82 ? 3 : 0; /* 。 */

  return *b == 0xef && b[1] == 0xbc && (b[2] == 0x9b || b[2] == 0x81 || b[2] == 0x9f) ? 3 : 0; /* ；！？ */
}

/**
 * dz_report_lines_sentence_end:
 *
 * A sentence longer than any that is written ends at its next comma, so that what is compared within a
 * sentence is never a whole text without stops.
 *
 * Returns: the byte after the first 。；！？ in @span, or the end of @span
 */
gsize
dz_report_lines_sentence_end (const char *folded,
                              DzSpan      span)
{
  gsize at = span.start;

  while (at < span.end)
    {
      gsize size = read_stop (folded + at);

      if (size > 0)
        return at + size;
      if (at - span.start >= LONGEST_SENTENCE &&
          (memcmp (folded + at, "，", 3) == 0 || at - span.start >= 2 * LONGEST_SENTENCE))
        size = 1;
      at += (gsize) g_utf8_skip[(guchar) folded[at]];
      if (size > 0)
        return at;
    }

  return span.end;
}

/* The heading: up to the first full stop or colon, if that is near. */
static void
read_heading (const char *folded,
              DzLine     *line)
{
  DzSpan rest = { line->ordinal.end, line->span.end };
  gsize n = 0;

  line->heading = DZ_SPAN_NONE;
  if (dz_span_is_empty (line->ordinal))
    rest.start = line->span.start;
  for (const char *p = folded + rest.start;; p = g_utf8_next_char (p), n++)
    {
      gsize at = (gsize) (p - folded);
      gunichar c = at < rest.end ? dz_char_at (p) : '\n';

      if (n > LONGEST_HEADING)
        return;
      if (c == '\t')
        return;
      if (ends_sentence (c) || c == 0xff1a)
        {
          line->heading = (DzSpan){ line->span.start, at };
          line->whole = at >= rest.end || (gsize) (g_utf8_next_char (p) - folded) >= rest.end;
          break;
        }
    }
  /* Without an ordinal only a short line of its own can be a heading. */
  if (dz_span_is_empty (line->ordinal) && (!line->whole || n > LONGEST_BARE_HEADING || n < 2))
    line->heading = DZ_SPAN_NONE;
}

/**
 * dz_report_lines_ends_in:
 * @words: %NULL-terminated
 *
 * Returns: whether @span ends in one of @words
 */
gboolean
dz_report_lines_ends_in (const char        *folded,
                         DzSpan             span,
                         const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (dz_word_ends (folded, span.start, span.end, words[i]) > 0)
      return TRUE;

  return FALSE;
}

gboolean
dz_report_lines_holds (const char *folded,
                       DzSpan      span,
                       const char *word)
{
  const char *at = folded + span.start;
  const char *end = folded + span.end;
  gsize n = strlen (word);

  while (at + n <= end && (at = memchr (at, *word, (gsize) (end - at) - n + 1)) != NULL)
    {
      if (memcmp (at, word, n) == 0)
        return TRUE;
      at++;
    }

  return FALSE;
}

/**
 * dz_report_lines_is_told:
 *
 * Returns: whether what stands at the beginning of the line is no heading but a sentence: it has several clauses and
 *   ends in a full stop (（一）安排部署多，跟踪问效少。)
 */
gboolean
dz_report_lines_is_told (const char   *folded,
                         const DzLine *line)
{
  static const char *const stop[] = { "。", NULL };
  DzSpan rest = { line->heading.start, line->span.end };

  rest.end = MIN (rest.end, line->heading.end + strlen (stop[0]));

  return dz_report_lines_holds (folded, line->heading, "，") && dz_report_lines_ends_in (folded, rest, stop);
}

static gboolean
is_furniture (DzContext *context,
              DzLine    *line)
{
  DzSpan original = dz_fold_to_original (context->fold, line->span);
  const char *text = dz_text_peek (context->report->text, NULL);

  return dz_furniture_is_line (text + original.start, original.end - original.start);
}

/* 相关稿件 behind the text: nothing after it belongs to the report. */
static gboolean
opens_other_pages (DzContext *context,
                   DzLine    *line)
{
  DzSpan original = dz_fold_to_original (context->fold, line->span);
  const char *text = dz_text_peek (context->report->text, NULL);

  return line->span.start * 2 > context->folded_len &&
         dz_furniture_is_related (text + original.start, original.end - original.start);
}

/* 壹 成绩: a numeral without a mark is an ordinal where its list goes on with it. */
static void
read_unmarked (DzContext *context,
               DzLine    *line,
               guint     *last)
{
  const char *at = context->folded + line->span.start;
  gsize len = line->span.end - line->span.start;
  guint number;
  gsize used = dz_ordinal_read_bare (at, len, &number);

  if (used > 0 && number == *last + 1)
    {
      *last = number;
      line->style = DZ_ORDINAL_PART;
      line->number = number;
    }
  else
    {
      used = dz_ordinal_read_bullet (at, len);
      line->bullet = used > 0 ? dz_char_at (at) : 0;
      line->style = used > 0 ? DZ_ORDINAL_DIGIT_BOX : line->style;
    }
  if (used > 0)
    line->ordinal = (DzSpan){ line->span.start, line->span.start + used };
}

static guint
heading_hint (DzContext *context,
              DzLine    *line)
{
  DzSpan original = dz_fold_to_original (context->fold, line->span);
  DzPlace place;
  const DzPart *part;

  if (!dz_text_locate (context->report->text, original.start, &place))
    return 0;
  part = dz_text_get_part (context->report->text, place.part);

  return part != NULL && part->kind == DZ_PART_HEADING ? MAX (part->level, 1) : 0;
}

/* 上篇 … 下篇 with text between them part the report; where they follow each other they lead to other pages. */
static void
take_volumes (DzContext *context,
              GArray    *lines)
{
  guint last = 0; /* the line of the volume before, counted from 1 */
  guint order = 0;

  for (guint i = lines->len; i > 0; i--)
    {
      DzLine *line = &g_array_index (lines, DzLine, i - 1);
      guint number;
      gsize used = dz_ordinal_read_volume (context->folded + line->span.start, line->span.end - line->span.start, &number);

      if (used == 0 || (last > 0 && number >= order))
        continue;
      if (last > 0 ? last == i + 1 : number == 1)
        return;
      last = i;
      order = number;
    }
  if (order != 1)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      DzLine *line = &g_array_index (lines, DzLine, i);
      guint number;
      gsize used = dz_ordinal_read_volume (context->folded + line->span.start, line->span.end - line->span.start, &number);

      if (used == 0)
        continue;
      line->style = DZ_ORDINAL_PART;
      line->number = number;
      line->bullet = 0;
      line->furniture = FALSE;
      line->ordinal = (DzSpan){ line->span.start, line->span.start + used };
      read_heading (context->folded, line);
    }
}

/**
 * dz_report_lines_new:
 *
 * Returns: (transfer full) (element-type DzLine): the paragraphs that are not empty
 */
GArray *
dz_report_lines_new (DzContext *context)
{
  const char *folded = context->folded;
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (DzLine));
  guint unmarked = 0;
  gboolean ended = FALSE;

  for (gsize at = 0; at < context->folded_len;)
    {
      const char *eol = memchr (folded + at, '\n', context->folded_len - at);
      gsize end = eol != NULL ? (gsize) (eol - folded) : context->folded_len;
      DzLine line = { { at, end }, DZ_ORDINAL_NONE, 0, DZ_SPAN_NONE, DZ_SPAN_NONE, FALSE, 0, FALSE, 0 };
      gsize used;

      if (end > at)
        {
          used = dz_report_lines_read_ordinal (folded + at, end - at, &line.style, &line.number);
          if (used > 0)
            line.ordinal = (DzSpan){ at, at + used };
          else
            read_unmarked (context, &line, &unmarked);
          ended = ended || opens_other_pages (context, &line);
          line.furniture = ended || is_furniture (context, &line);
          read_heading (folded, &line);
          line.hint = heading_hint (context, &line);
          g_array_append_val (lines, line);
        }
      at = end + 1;
    }
  take_volumes (context, lines);

  return lines;
}
