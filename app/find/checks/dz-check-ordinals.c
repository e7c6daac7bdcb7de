/* dz-check-ordinals.c - ordinals repeated, left out or out of order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include <string.h>

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

static void
check_ordinal (const DzCheckRun *run,
               DzFindings       *findings,
               Ordinals         *ordinals,
               DzOrdinalStyle    style,
               guint             number,
               DzSpan            span)
{
  guint last = ordinals->number[style];
  guint expected = last + 1;

  /* a run may begin with 首先, or its 一 be lost: then only what follows can be wrong */
  if (number != expected && number != 1 && number != ordinals->latest[style] + 1 &&
      !(style == DZ_ORDINAL_RUN && last == 0))
    {
      if (number == last)
        dz_findings_take (findings, dz_check_to_original (run, span), "%s类序号中第%u项重复", style_name (style), number);
      else
        dz_findings_take (findings, dz_check_to_original (run, span), "%s类序号由第%u项接到第%u项", style_name (style), last,
                          number);
    }
  else if (number == 1 && last == 1 && style != DZ_ORDINAL_RUN)
    dz_findings_take (findings, dz_check_to_original (run, span), "%s类序号中第1项重复", style_name (style));
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
