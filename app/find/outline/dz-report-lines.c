/* dz-report-lines.c - the paragraphs of the folded text, with their ordinals and headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-report-lines.h"

#include <string.h>

#define LONGEST_HEADING 48
#define LONGEST_BARE_HEADING 36

/* The value of a Chinese numeral digit or 十, -1 for anything else. */
static int
han_value (gunichar c)
{
  static const gunichar plain[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                    0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341 };
  static const gunichar formal[] = { 0x58f9, 0x8d30, 0x53c1, 0x8086, 0x4f0d,
                                     0x9646, 0x67d2, 0x634c, 0x7396, 0x62fe };

  for (int i = 0; i < 10; i++)
    if (c == plain[i] || c == formal[i])
      return i + 1;

  return -1;
}

/**
 * dz_report_lines_han_number:
 * @used: (out): bytes read, 0 if no Chinese numeral stands there
 *
 * Returns: the number from 1 to 99 at the beginning of @text
 */
guint
dz_report_lines_han_number (const char *text,
                            gsize       len,
                            gsize      *used)
{
  const char *p = text;
  guint number = 0;
  int n = 0;

  for (; p < text + len && n < 3; p = g_utf8_next_char (p), n++)
    {
      int value = han_value (g_utf8_get_char (p));

      if (value < 0)
        break;
      if (value == 10)
        number = number == 0 ? 10 : number * 10;
      else
        number += (guint) value;
    }
  *used = (gsize) (p - text);

  return number;
}

static gsize
take (const char *text,
      gsize       len,
      gsize       at,
      const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);

      if (at + n <= len && memcmp (text + at, words[i], n) == 0)
        return n;
    }

  return 0;
}

static gsize
read_digits (const char *text,
             gsize       len,
             gsize       at,
             guint      *number)
{
  gsize from = at;

  *number = 0;
  while (at < len && at - from < 2 && g_ascii_isdigit (text[at]))
    *number = *number * 10 + (guint) (text[at++] - '0');
  if (at < len && g_ascii_isdigit (text[at]))
    return 0;

  return at - from;
}

static const char *const opens[] = { "（", NULL };
static const char *const closes[] = { "）", NULL };
static const char *const han_marks[] = { "、", ".", "，", "．", NULL };
static const char *const digit_marks[] = { "、", "．", "）", NULL };
static const char *const run_marks[] = { "是", "要", "抓", NULL };
static const char *const run_first[] = { "其", "第", NULL };

static gsize
read_boxed (const char     *text,
            gsize           len,
            DzOrdinalStyle *style,
            guint          *number)
{
  gsize open = take (text, len, 0, opens);
  gsize used = 0;
  gsize close;

  *number = dz_report_lines_han_number (text + open, len - open, &used);
  *style = DZ_ORDINAL_HAN_BOX;
  if (used == 0 && open > 0)
    {
      used = read_digits (text, len, open, number);
      *style = DZ_ORDINAL_DIGIT_BOX;
    }
  if (used == 0)
    return 0;
  close = take (text, len, open + used, closes);

  return close > 0 ? open + used + close : 0;
}

/* 壹、 stands above 一、 where a report has both. */
static gboolean
is_formal (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return han_value (c) > 0 && g_utf8_strchr ("一二三四五六七八九十", -1, c) == NULL;
}

static gsize
read_han (const char     *text,
          gsize           len,
          DzOrdinalStyle *style,
          guint          *number)
{
  static const char *const parts[] = { "部分", "章", NULL };
  gsize first = take (text, len, 0, run_first);
  gsize used = 0;
  gsize mark;

  *number = dz_report_lines_han_number (text + first, len - first, &used);
  if (used == 0)
    return 0;
  used += first;
  if (first > 0 && g_str_has_prefix (text, "第"))
    {
      mark = take (text, len, used, parts);
      *style = mark > 0 ? DZ_ORDINAL_PART : DZ_ORDINAL_RUN;
      if (mark == 0)
        mark = take (text, len, used, han_marks);
      else if (take (text, len, used + mark, han_marks) > 0)
        mark += take (text, len, used + mark, han_marks);
      return mark > 0 ? used + mark : 0;
    }
  if (first > 0)
    {
      mark = take (text, len, used, han_marks);
      *style = DZ_ORDINAL_RUN;
      return mark > 0 ? used + mark : used;
    }
  mark = take (text, len, used, han_marks);
  if (mark > 0)
    {
      *style = is_formal (text) ? DZ_ORDINAL_PART : DZ_ORDINAL_HAN;
      return used + mark;
    }
  mark = take (text, len, used, run_marks);
  if (mark > 0)
    {
      *style = DZ_ORDINAL_RUN;
      return used + mark;
    }

  return 0;
}

static gsize
read_number (const char     *text,
             gsize           len,
             DzOrdinalStyle *style,
             guint          *number)
{
  gsize used = read_digits (text, len, 0, number);
  gsize mark;

  *style = DZ_ORDINAL_DIGIT;
  if (used == 0)
    {
      gunichar c = len > 0 ? g_utf8_get_char (text) : 0;

      if (c < 0x2460 || c > 0x2473) /* circled digits */
        return 0;
      *style = DZ_ORDINAL_DIGIT_BOX;
      *number = c - 0x2460 + 1;
      return 3;
    }
  mark = take (text, len, used, digit_marks);
  if (mark > 0)
    return used + mark;
  /* 3.1 before a word; 3.15 and 1.2万 are no ordinals */
  if (used == 1 && len > 5 && text[1] == '.' && g_ascii_isdigit (text[2]) &&
      (guchar) text[3] >= 0xe4 && g_utf8_strchr ("万亿元个件次亩倍", -1, g_utf8_get_char (text + 3)) == NULL)
    {
      *style = DZ_ORDINAL_DIGIT_BOX;
      *number = (guint) (text[2] - '0');
      return 3;
    }
  /* 1. but not 1.2万 */
  if (used + 1 < len && text[used] == '.' && !g_ascii_isdigit (text[used + 1]))
    return used + 1;

  return 0;
}

/**
 * dz_report_lines_read_ordinal:
 * @text: folded text where a paragraph or a sentence begins
 * @style: (out): of the ordinal, %DZ_ORDINAL_NONE if there is none
 * @number: (out): its number
 *
 * Returns: the bytes of the ordinal with its mark, 0 if there is none
 */
gsize
dz_report_lines_read_ordinal (const char     *text,
                              gsize           len,
                              DzOrdinalStyle *style,
                              guint          *number)
{
  gsize used;

  if ((used = read_boxed (text, len, style, number)) > 0 ||
      (used = read_han (text, len, style, number)) > 0 ||
      (used = read_number (text, len, style, number)) > 0)
    return used;
  *style = DZ_ORDINAL_NONE;
  *number = 0;

  return 0;
}

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
           : (gsize) g_utf8_strlen (folded + span.start, (gssize) (span.end - span.start));
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == 0xff01 || c == 0xff1f || c == '\n';
}

/**
 * dz_report_lines_sentence_end:
 *
 * Returns: the byte after the first 。；！？ in @span, or the end of @span
 */
gsize
dz_report_lines_sentence_end (const char *folded,
                              DzSpan      span)
{
  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    if (ends_sentence (g_utf8_get_char (p)))
      return (gsize) (g_utf8_next_char (p) - folded);

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
      gunichar c = at < rest.end ? g_utf8_get_char (p) : '\n';

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

  for (gsize at = 0; at < context->folded_len;)
    {
      const char *eol = memchr (folded + at, '\n', context->folded_len - at);
      gsize end = eol != NULL ? (gsize) (eol - folded) : context->folded_len;
      DzLine line = { { at, end }, DZ_ORDINAL_NONE, 0, DZ_SPAN_NONE, DZ_SPAN_NONE, FALSE, 0 };
      gsize used;

      if (end > at)
        {
          used = dz_report_lines_read_ordinal (folded + at, end - at, &line.style, &line.number);
          if (used > 0)
            line.ordinal = (DzSpan){ at, at + used };
          read_heading (folded, &line);
          line.hint = heading_hint (context, &line);
          g_array_append_val (lines, line);
        }
      at = end + 1;
    }

  return lines;
}
