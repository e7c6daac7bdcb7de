/* dz-check-wording.c - years, names, ordinals and titles that do not belong here
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include <string.h>

#define LONGEST_FOREIGN_STEM 3
#define CONTEXT_BEFORE 36 /* bytes of a clause before a name, where 会同 or 与 may stand */

/* A list of findings that becomes one check. */
typedef struct
{
  GString *message;
  GArray *spans;
} Findings;

static void
finish (const DzCheckRun *run,
        Findings         *findings,
        const char       *clean,
        const char       *advice)
{
  DzCheck *check;

  if (findings->spans->len == 0)
    check = dz_check_add (run, DZ_RESULT_PASS, "%s", clean);
  else
    check = dz_check_add (run, DZ_RESULT_FAIL, "%s%s", findings->message->str, advice);
  for (guint i = 0; i < findings->spans->len; i++)
    dz_check_add_span (check, g_array_index (findings->spans, DzSpan, i));
}

static void
take (Findings *findings,
      DzSpan    span,
      char     *words)
{
  if (findings->message->len > 0)
    g_string_append (findings->message, "；");
  g_string_append (findings->message, words);
  g_array_append_val (findings->spans, span);
  g_free (words);
}

/* Which years a heading of this part may name as its own. */
static gboolean
may_name_year (DzSectionKind kind,
               int           own,
               int           year)
{
  switch (kind)
    {
    case DZ_SECTION_PLAN:
    case DZ_SECTION_MERGED:
      return year == own || year == own + 1;
    case DZ_SECTION_LAST_YEAR:
      return year == own || year == own - 1;
    case DZ_SECTION_OTHER:
      return TRUE;
    case DZ_SECTION_OPENING:
    case DZ_SECTION_ACHIEVEMENTS:
    case DZ_SECTION_PRINCIPAL_DUTY:
    case DZ_SECTION_PROBLEMS:
    case DZ_SECTION_CAUSES:
    case DZ_SECTION_CLOSING:
    default:
      return year == own;
    }
}

/* 将2023年度…情况报告如下 in the opening names the reported year as well. */
static void
check_opening_year (const DzCheckRun *run,
                    Findings         *findings)
{
  const char *folded = run->context->folded;
  int own = run->report->identity.year;

  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      DzSpan rest = sentence->span;
      const char *now;
      DzDate date;

      if (sentence->zone != DZ_ZONE_FRAME || i > 40)
        continue;
      now = g_strstr_len (folded + rest.start, (gssize) (rest.end - rest.start), "现将");
      if (now == NULL ||
          g_strstr_len (now, folded + rest.end - now, "如下") == NULL)
        continue;
      rest.start = (gsize) (now - folded);
      if (dz_names_next_year (folded, rest, &date) && date.year != own)
        take (findings, dz_check_to_original (run, date.span),
              g_strdup_printf ("引言中写为%d年，与本报告年度%d年不一致", date.year, own));
    }
}

void
dz_check_year (const DzCheckRun *run)
{
  g_autoptr(GString) message = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Findings findings = { message, spans };
  int own = run->report->identity.year;

  if (own == 0)
    {
      dz_check_add (run, DZ_RESULT_CANNOT_TELL, "未识别出报告年度，请先确认年度。");
      return;
    }
  for (guint i = 0; i < run->report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (run->report->sections, DzSection, i);
      DzSpan heading;
      DzDate date;
      g_autofree char *quote = NULL;

      if (dz_span_is_empty (section->heading))
        continue;
      heading = dz_fold_from_original (run->context->fold, section->heading);
      if (!dz_names_next_year (run->context->folded, heading, &date) ||
          may_name_year (section->kind, own, date.year))
        continue;
      quote = dz_check_quote (run, section->heading);
      take (&findings, dz_check_to_original (run, date.span),
            g_strdup_printf ("标题%s写的是%d年，本报告年度为%d年", quote, date.year, own));
    }
  check_opening_year (run, &findings);
  finish (run, &findings, "标题中的年度与本报告年度一致。", "，请核对。");
}

static const char *
body_kind (const char *township)
{
  static const char *const kinds[] = { "街道", "镇", "乡" };

  for (guint i = 0; township != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (township, kinds[i]))
      return kinds[i];

  return NULL;
}

static void
take_first_person (const DzCheckRun *run,
                   Findings         *findings,
                   const char       *kind)
{
  DzSpan all = { 0, run->context->folded_len };
  g_autoptr(GArray) hits = NULL;

  if (run->cues == NULL)
    return;
  hits = dz_rule_set_find (run->cues, run->context->folded, all);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const char *body = dz_rule_get_word (hit->rule, "body");
      DzSpan span;
      g_autofree char *quote = NULL;

      if (!g_str_equal (body, kind) && !g_str_equal (body, "any"))
        continue;
      span = dz_check_to_original (run, hit->span);
      quote = dz_check_quote (run, span);
      take (findings, span,
            g_strdup_printf ("文中自称%s，与本单位“%s”不符", quote,
                             run->report->identity.township));
    }
}

/* 会同, 与, 、 before the name, or 交界 after it: a neighbour may be named. */
static gboolean
stands_together (const DzCheckRun *run,
                 DzSpan            sentence,
                 DzSpan            name)
{
  DzSpan clause = dz_report_sentences_clause (run->context->folded, sentence, name);
  DzSpan before = { MAX (clause.start, name.start > CONTEXT_BEFORE ? name.start - CONTEXT_BEFORE : 0),
                    name.start };
  g_autoptr(GArray) hits = NULL;

  while (before.start < before.end &&
         (run->context->folded[before.start] & 0xc0) == 0x80)
    before.start++;
  hits = dz_check_cue_hits (run, before, "role", "together");

  return hits->len > 0;
}

/* 组织街道干部, 完善镇级机制: the word before is no name. */
static gboolean
is_common (const DzCheckRun *run,
           DzSpan            name)
{
  g_autoptr(GArray) hits = dz_check_cue_hits (run, name, "role", "common");

  for (guint i = 0; i < hits->len; i++)
    {
      DzSpan hit = g_array_index (hits, DzRuleHit, i).span;

      if (hit.start == name.start || hit.end - hit.start >= 6)
        return TRUE;
    }

  return FALSE;
}

static void
take_foreign_names (const DzCheckRun *run,
                    Findings         *findings)
{
  const char *own = run->report->identity.township;

  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      DzSpan rest = sentence->span;
      DzName name;

      if (sentence->zone == DZ_ZONE_FRAME)
        continue;
      while (dz_names_next (run->names, run->context->folded, rest, &name))
        {
          g_autofree char *text = g_strndup (run->context->folded + name.name.start,
                                             name.name.end - name.name.start);
          gsize kind_length = g_str_has_suffix (text, "街道") ? 2 : 1;
          glong n = g_utf8_strlen (text, -1) - (glong) kind_length;

          rest.start = name.name.end;
          if (n < 2 || n > LONGEST_FOREIGN_STEM || is_common (run, name.name) || strstr (text, own) != NULL ||
              strstr (own, text) != NULL || stands_together (run, sentence->span, name.name))
            continue;
          take (findings, dz_check_to_original (run, name.name),
                g_strdup_printf ("文中出现其他单位名称“%s”", text));
        }
    }
}

static gboolean
overlaps_any (GArray *spans,
              DzSpan  span)
{
  for (guint i = 0; i < spans->len; i++)
    if (span.start < g_array_index (spans, DzSpan, i).end &&
        g_array_index (spans, DzSpan, i).start < span.end)
      return TRUE;

  return FALSE;
}

/* Names of the county's own roster need no rule to be known. */
static void
take_roster_names (const DzCheckRun *run,
                   DzReadingHints   *hints,
                   Findings         *findings)
{
  const char *own = run->report->identity.township;

  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      g_autoptr(GArray) spans =
        sentence->zone != DZ_ZONE_FRAME
          ? dz_reading_hints_find_names (hints, run->context->folded, sentence->span) : NULL;

      for (guint k = 0; spans != NULL && k < spans->len; k++)
        {
          DzSpan span = g_array_index (spans, DzSpan, k);
          DzSpan original = dz_check_to_original (run, span);
          g_autofree char *text = g_strndup (run->context->folded + span.start,
                                             span.end - span.start);

          if (g_utf8_strlen (text, -1) < 3 || strstr (text, own) != NULL ||
              strstr (own, text) != NULL || overlaps_any (findings->spans, original) ||
              stands_together (run, sentence->span, span))
            continue;
          take (findings, original, g_strdup_printf ("文中出现其他单位名称“%s”", text));
        }
    }
}

void
dz_check_name (const DzCheckRun *run)
{
  DzReadingHints *hints = dz_codebook_get_hints (run->context->codebook);
  g_autoptr(GString) message = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Findings findings = { message, spans };
  const char *kind = body_kind (run->report->identity.township);

  if (kind == NULL)
    {
      dz_check_add (run, DZ_RESULT_CANNOT_TELL, "未识别出报告单位，请先确认单位。");
      return;
    }
  take_first_person (run, &findings, kind);
  take_foreign_names (run, &findings);
  if (hints != NULL)
    take_roster_names (run, hints, &findings);
  finish (run, &findings, "未见其他单位的名称或口吻。", "，请核对是否为引用他文时遗留。");
}

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
               Findings         *findings,
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
    take (findings, dz_check_to_original (run, span),
          number == last
            ? g_strdup_printf ("%s类序号中第%u项重复", style_name (style), number)
            : g_strdup_printf ("%s类序号由第%u项接到第%u项", style_name (style), last, number));
  else if (number == 1 && last == 1 && style != DZ_ORDINAL_RUN)
    take (findings, dz_check_to_original (run, span),
          g_strdup_printf ("%s类序号中第1项重复", style_name (style)));
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
  g_autoptr(GString) message = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Findings findings = { message, spans };
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
  finish (run, &findings, "序号连续。", "，请核对序号。");
}
