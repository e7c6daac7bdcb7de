/* dz-check-ordinals.c - ordinals repeated, left out or out of order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include "dz-char.h"

#include <string.h>

#define PLACE_CHARACTERS 12 /* told behind an ordinal */
#define LINES_BACK 4 /* in which a first item may stand that was not read as one */

static const char *
style_name (DzOrdinalStyle style)
{
  switch (style)
    {
    case DZ_ORDINAL_PART: return "“第一部分”";
    case DZ_ORDINAL_HAN: return "“一、”";
    case DZ_ORDINAL_HAN_BOX: return "“（一）”";
    case DZ_ORDINAL_DIGIT: return "“1.”";
    case DZ_ORDINAL_DIGIT_BOX: return "“（1）”";
    case DZ_ORDINAL_RUN: return "“一是”";
    case DZ_ORDINAL_NONE:
    default: return "";
    }
}

typedef struct
{
  guint number[DZ_ORDINAL_NONE + 1]; /* the last of each style in its own list, 0: none yet */
  guint latest[DZ_ORDINAL_NONE + 1]; /* the last of each style anywhere: lists may run through */
} Ordinals;

/* The ordinal with the words behind it, as the report writes them: “（四）以和为贵”. */
static char *
dup_place (const DzCheckRun *run,
           DzSpan            ordinal)
{
  const char *folded = run->context->folded;
  DzSpan place = ordinal;

  for (guint i = 0; i < PLACE_CHARACTERS && place.end < run->context->folded_len && folded[place.end] != '\n'; i++)
    {
      const char *next = g_utf8_next_char (folded + place.end);

      if (dz_char_is_any (dz_char_at (folded + place.end), "。，；：！？"))
        break;
      place.end = (gsize) (next - folded);
    }

  return dz_check_quote (run, dz_check_to_original (run, place));
}

/* 1.12345热线…, or （一） behind a colon: the first item stands in a line before, where none was read. */
static gboolean
has_first (const DzCheckRun *run,
           DzOrdinalStyle    style,
           gsize             at)
{
  static const char *const first[][3] = {
    [DZ_ORDINAL_PART] = { "第一部分", NULL },      [DZ_ORDINAL_HAN] = { "一、", NULL },
    [DZ_ORDINAL_HAN_BOX] = { "（一）", "一）", NULL }, [DZ_ORDINAL_DIGIT] = { "1.", "1、", NULL },
    [DZ_ORDINAL_DIGIT_BOX] = { "（1）", "①", NULL }, [DZ_ORDINAL_RUN] = { "一是", "其一", NULL },
    [DZ_ORDINAL_NONE] = { NULL },
  };
  const char *folded = run->context->folded;
  gsize from = at;

  for (guint lines = 0; from > 0 && lines <= LINES_BACK; from--)
    lines += folded[from - 1] == '\n';
  for (guint i = 0; first[style][i] != NULL; i++)
    if (g_strstr_len (folded + from, (gssize) (at - from), first[style][i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
check_ordinal (const DzCheckRun *run,
               DzFindings       *findings,
               Ordinals         *ordinals,
               DzOrdinalStyle    style,
               guint             number,
               DzSpan            span)
{
  guint last = ordinals->number[style];
  gboolean skips = number != last + 1 && number != 1 && number != ordinals->latest[style] + 1;
  gboolean twice = (skips && number == last) || (number == 1 && last == 1 && style != DZ_ORDINAL_RUN);
  DzSpan original = dz_check_to_original (run, span);
  g_autofree char *place = skips || twice ? dup_place (run, span) : NULL;

  /* a run may begin with 首先, or its 一 be lost: then only what follows can be wrong */
  if (twice)
    dz_findings_take (findings, original, "%s处，%s类序号的第%u项重复", place, style_name (style), number);
  else if (skips && last > 0)
    dz_findings_take (findings, original, "%s处，%s类序号由第%u项跳到第%u项", place, style_name (style), last, number);
  else if (skips && style != DZ_ORDINAL_RUN && !(number == 2 && has_first (run, style, span.start)))
    dz_findings_take (findings, original, "%s处，%s类序号从第%u项起，前面的项缺失", place, style_name (style), number);
  ordinals->number[style] = number;
  ordinals->latest[style] = number;
  for (guint deeper = style + 1; deeper <= DZ_ORDINAL_NONE; deeper++)
    ordinals->number[deeper] = 0;
}

/* Where an ordinal may stand next: after a sentence, or a colon that begins a list. */
static gsize
next_start (const char *folded,
            DzSpan      span)
{
  DzSpan sentence = { span.start, dz_report_lines_sentence_end (folded, span) };

  for (gsize i = sentence.start; i + 3 <= sentence.end; i++)
    if (memcmp (folded + i, "：", 3) == 0)
      return i + 3;

  return sentence.end;
}

void
dz_check_ordinal (const DzCheckRun *run)
{
  g_auto(DzFindings) findings = DZ_FINDINGS_INIT;
  const char *folded = run->context->folded;
  Ordinals ordinals = { { 0 }, { 0 } };

  for (guint i = 0; i < run->context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (run->context->lines, DzLine, i);
      DzSpan rest = line->span;

      if (line->style == DZ_ORDINAL_NONE)
        ordinals.number[DZ_ORDINAL_RUN] = 0;
      while (rest.start < rest.end)
        {
          DzOrdinalStyle style;
          guint number;
          gsize used = dz_report_lines_read_ordinal (folded + rest.start, rest.end - rest.start, &style,
                                                     &number);

          /* inside a paragraph only 一是 runs are lists */
          if (used > 0 && (rest.start == line->span.start || style == DZ_ORDINAL_RUN))
            check_ordinal (run, &findings, &ordinals, style, number,
                           (DzSpan){ rest.start, rest.start + used });
          rest.start = next_start (folded, (DzSpan){ rest.start + used, rest.end });
        }
    }
  dz_findings_finish (&findings, run, "序号连续。", "，请核对序号。");
}
