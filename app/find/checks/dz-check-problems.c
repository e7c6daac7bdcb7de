/* dz-check-problems.c - whether the declared problems say something, and the plan answers them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include "dz-char.h"

#include <string.h>

#define SHORTEST_PROBLEMS 100 /* characters */
#define SMALLEST_SHARE 0.05
#define FEWEST_WEAKNESSES 2
#define FEWEST_TOLD 4 /* sentences of an unnumbered part that cannot all be about one weakness */
#define FEWEST_FACTS 12 /* Chinese characters that are no set phrase: what has fewer names nothing */
#define FEWEST_FACTS_CODED 2
#define FEWEST_FACTS_OF_SOME 5
#define FEWEST_FACTS_OF_PART 30

static gboolean
is_own (const DzWeakness *weakness)
{
  return !weakness->last_year && !weakness->county;
}

static guint
count_weaknesses (const DzCheckRun *run,
                  gboolean          with_uncoded)
{
  guint n = 0;

  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (run->report->weaknesses, DzWeakness, i);

      n += is_own (weakness) && (weakness->code != NULL || with_uncoded);
    }

  return n;
}

static gboolean
is_problem (const DzReportSentence *sentence)
{
  return sentence->zone == DZ_ZONE_PROBLEM || sentence->zone == DZ_ZONE_ADMISSION;
}

/* Chinese characters and digits of @folded that belong to no word anybody may write: 工作, 还有, 差距. */
static guint
count_facts (const DzCheckRun *run,
             DzSpan            folded)
{
  g_autoptr(GArray) hits = dz_rule_set_find (run->empty, run->context->folded, folded);
  gsize covered = folded.start;
  guint n = 0, next = 0;

  for (const char *p = run->context->folded + folded.start; p < run->context->folded + folded.end;
       p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - run->context->folded);
      gunichar c = dz_char_at (p);

      for (; next < hits->len && g_array_index (hits, DzRuleHit, next).span.start <= at; next++)
        covered = MAX (covered, g_array_index (hits, DzRuleHit, next).span.end);
      if (at < covered)
        continue;
      n += g_ascii_isdigit (*p) ? FEWEST_FACTS : c >= 0x4e00 && c <= 0x9fff;
    }

  return n;
}

/* What is said of @weakness from its sentence to the end of its point; what stands before is of another one. */
static guint
count_point_facts (const DzCheckRun *run,
                   const DzWeakness *weakness)
{
  GArray *sentences = run->context->sentences;
  DzSpan folded = dz_fold_from_original (run->context->fold, weakness->span);
  const DzReportSentence *own;
  guint n = 0, low = 0, high = sentences->len;

  /* the first that ends behind where it begins */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sentences, DzReportSentence, middle).span.end <= folded.start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == sentences->len || !dz_span_overlaps (g_array_index (sentences, DzReportSentence, low).span, folded))
    return count_facts (run, folded);
  own = &g_array_index (sentences, DzReportSentence, low);
  /* points are numbered as they come */
  for (guint i = low; i < sentences->len && g_array_index (sentences, DzReportSentence, i).point == own->point; i++)
    {
      const DzReportSentence *sentence = &g_array_index (sentences, DzReportSentence, i);
      gboolean same_point = own->point > 0 && sentence->zone == own->zone && sentence->heading.start == own->heading.start;

      if (sentence == own || same_point)
        n += count_facts (run, sentence->span);
    }

  return n;
}

static guint
count_part_facts (const DzCheckRun *run)
{
  guint n = 0;

  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);

      if (is_problem (sentence))
        n += count_facts (run, sentence->span);
    }

  return n;
}

static void
check_unheaded_problem (const DzCheckRun *run)
{
  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (run->report->weaknesses, DzWeakness, i);

      if (weakness->last_year)
        continue;
      dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL,
                                       "没有单列“存在的问题”部分，仅在文中提到不足，建议单列一部分写明。"),
                         weakness->span);
      return;
    }
  dz_check_add (run, DZ_RESULT_FAIL, "未找到“存在的问题”部分，请补充本年度存在的不足。");
}

/* 四、2026年工作打算, 虽然…但仍存在…: the plan admits something, its heading tells of no problems. */
static gboolean
is_named_a_plan (const DzCheckRun *run,
                 const DzSection  *section)
{
  return section->kind == DZ_SECTION_MERGED && !dz_span_is_empty (section->heading) &&
         !dz_check_says (run, dz_fold_from_original (run->context->fold, section->heading), "heading");
}

void
dz_check_problem (const DzCheckRun *run)
{
  const DzSection *section = dz_check_section (run, DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED);
  guint coded = count_weaknesses (run, FALSE);

  if (section == NULL && !dz_check_has_parts (run))
    dz_check_add (run, DZ_RESULT_CANNOT_TELL, NO_PARTS);
  else if (section == NULL || is_named_a_plan (run, section))
    check_unheaded_problem (run);
  else if (coded > 0)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明存在的问题，共识别%u项。", coded),
                       section->heading);
  else if (count_part_facts (run) >= FEWEST_FACTS_OF_PART)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_CANNOT_TELL, "列有“存在的问题”部分，所写问题未归入已知类别，请人工核对。"),
                       section->heading);
  else
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL,
                                     "列有“存在的问题”部分，但未看出具体问题，请写明是哪方面的不足。"),
                       section->heading);
}

/* Points that are numbered, or told as 执法方面，… 宣传方面，…, or sentences that state facts one by one. */
static guint
count_points (const DzCheckRun *run)
{
  guint aspects = 0, points = 0, told = 0, last = 0;
  gboolean numbered = FALSE;
  gsize heading = 0;

  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      g_autoptr(GArray) hits = NULL;

      if (!is_problem (sentence))
        continue;
      hits = dz_check_cue_hits (run, sentence->span, "role", "aspect");
      aspects += hits->len;
      numbered |= dz_check_is_numbered (run, sentence);
      told += count_facts (run, sentence->span) >= FEWEST_FACTS;
      if (sentence->point > 0 && (sentence->point != last || sentence->heading.start != heading))
        points++;
      last = sentence->point;
      heading = sentence->heading.start;
    }

  return MAX (MAX (aspects, points), !numbered && told >= FEWEST_TOLD ? told / 2 : 0);
}

/* Causes told under a lead-in (究其原因，主要是…) belong to the problems; under a numbered heading they do not. */
static gboolean
is_lead_in (const DzCheckRun *run,
            const DzSection  *section)
{
  DzSpan heading = dz_fold_from_original (run->context->fold, section->heading);
  DzOrdinalStyle style;
  guint number;

  return dz_span_is_empty (heading) ||
         dz_report_lines_read_ordinal (run->context->folded + heading.start, heading.end - heading.start, &style,
                                       &number) == 0;
}

/* Characters of the problems, the lead-in's causes and what is planned in the same part with them, and of the whole. */
static void
measure_problems (const DzCheckRun *run,
                  gsize            *part,
                  gsize            *whole)
{
  DzFold *fold = run->context->fold;
  gboolean after_problems = FALSE;

  *part = 0;
  *whole = dz_report_lines_count (run->context->folded, (DzSpan){ 0, run->context->folded_len });
  for (guint i = 0; i < run->report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (run->report->sections, DzSection, i);
      DzSpan body = { MAX (section->heading.end, section->span.start), section->span.end };

      if (section->kind == DZ_SECTION_CAUSES && after_problems && is_lead_in (run, section))
        *part += dz_report_lines_count (run->context->folded, dz_fold_from_original (fold, section->span));
      else if (section->kind == DZ_SECTION_PROBLEMS || section->kind == DZ_SECTION_MERGED)
        *part += dz_report_lines_count (run->context->folded, dz_fold_from_original (fold, body));
      after_problems = section->kind == DZ_SECTION_PROBLEMS;
    }
}

void
dz_check_short (const DzCheckRun *run)
{
  const DzSection *section = dz_check_section (run, DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED);
  guint points = MAX (count_weaknesses (run, TRUE), count_points (run));
  gsize whole, part;

  if (section == NULL)
    {
      dz_check_add (run, DZ_RESULT_PASS, "没有单列问题部分，篇幅不作核查。");
      return;
    }
  measure_problems (run, &part, &whole);
  if (part < SHORTEST_PROBLEMS || (double) part < SMALLEST_SHARE * (double) whole)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL,
                                     "问题部分约%" G_GSIZE_FORMAT "字，占全文%.1f%%，篇幅偏短，建议写得更具体。",
                                     part, whole > 0 ? 100.0 * (double) part / (double) whole : 0),
                       section->span);
  else if (points < FEWEST_WEAKNESSES)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL, "问题部分只写了%u项不足，建议进一步查摆。",
                                     points),
                       section->span);
  else
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS,
                                     "问题部分约%" G_GSIZE_FORMAT "字，识别%u项不足。", part, points),
                       section->heading);
}

/* What has a code need not say much more, unless it is said of some only. */
static guint
facts_needed (const DzWeakness *weakness)
{
  if (weakness->code == NULL)
    return FEWEST_FACTS;

  return weakness->some_only ? FEWEST_FACTS_OF_SOME : FEWEST_FACTS_CODED;
}

void
dz_check_vague (const DzCheckRun *run)
{
  g_auto(DzFindings) findings = DZ_FINDINGS_INIT;

  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (run->report->weaknesses, DzWeakness, i);
      g_autofree char *quote = NULL;

      if (weakness->last_year || count_point_facts (run, weakness) >= facts_needed (weakness))
        continue;
      quote = dz_check_quote (run, weakness->span);
      dz_findings_take (&findings, weakness->span, "%s", quote);
    }
  dz_findings_finish (&findings, run, "各项问题均能看出具体方面。", "说得较笼统，建议写明具体是哪方面、什么事、在哪里。");
}
