/* dz-check-contents.c - whether the required contents are there, and say something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include <string.h>

#define SHORTEST_PROBLEMS 100
#define SMALLEST_SHARE 0.05
#define FEWEST_WEAKNESSES 2

static const DzSection *
find_section (const DzCheckRun *run,
              DzSectionKind     kind,
              DzSectionKind     or_kind)
{
  GArray *sections = run->report->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const DzSection *section = &g_array_index (sections, DzSection, i);

      if (section->kind == kind || section->kind == or_kind)
        return section;
    }

  return NULL;
}

static gboolean
is_duty_report (const DzCheckRun *run)
{
  return run->report->identity.kind == DZ_KIND_DUTY_REPORT;
}

static guint
count_weaknesses (const DzCheckRun *run,
                  gboolean          with_uncoded)
{
  guint n = 0;

  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (run->report->weaknesses, DzWeakness, i);

      n += !weakness->last_year && !weakness->county &&
           (weakness->code != NULL || with_uncoded);
    }

  return n;
}

void
dz_check_results (const DzCheckRun *run)
{
  const DzSection *section = find_section (run, DZ_SECTION_ACHIEVEMENTS, DZ_SECTION_ACHIEVEMENTS);

  if (section == NULL)
    dz_check_add (run, DZ_RESULT_FAIL, "未找到“主要举措和成效”部分，请补充本年度工作情况。");
  else
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明本年度主要举措和成效。"),
                       section->heading);
}

void
dz_check_problem (const DzCheckRun *run)
{
  const DzSection *section = find_section (run, DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED);
  guint coded = count_weaknesses (run, FALSE);
  DzCheck *check;

  if (section == NULL && coded > 0)
    {
      const DzWeakness *first = NULL;

      for (guint i = 0; first == NULL && i < run->report->weaknesses->len; i++)
        if (!g_array_index (run->report->weaknesses, DzWeakness, i).last_year)
          first = &g_array_index (run->report->weaknesses, DzWeakness, i);
      check = dz_check_add (run, DZ_RESULT_FAIL,
                            "没有单列“存在的问题”部分，仅在文中提到不足，建议单列一部分写明。");
      if (first != NULL)
        dz_check_add_span (check, first->span);
    }
  else if (section == NULL)
    dz_check_add (run, DZ_RESULT_FAIL, "未找到“存在的问题”部分，请补充本年度存在的不足。");
  else if (coded == 0)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL,
                                     "列有“存在的问题”部分，但未看出具体问题，请写明是哪方面的不足。"),
                       section->heading);
  else
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明存在的问题，共识别%u项。", coded),
                       section->heading);
}

void
dz_check_cause (const DzCheckRun *run)
{
  const DzSection *section = find_section (run, DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED);
  GArray *causes = run->report->causes;
  DzCheck *check;
  g_autofree char *heading = NULL;

  if (is_duty_report (run))
    {
      dz_check_add (run, DZ_RESULT_PASS, "述职报告对原因分析不作统一要求。");
      return;
    }
  if (causes->len > 0)
    {
      check = dz_check_add (run, DZ_RESULT_PASS, "已分析问题产生的原因，共识别%u处。", causes->len);
      for (guint i = 0; i < causes->len; i++)
        dz_check_add_span (check, g_array_index (causes, DzCause, i).span);
      return;
    }
  if (find_section (run, DZ_SECTION_CAUSES, DZ_SECTION_CAUSES) != NULL)
    {
      dz_check_add_span (dz_check_add (run, DZ_RESULT_CANNOT_TELL,
                                       "列有原因部分，但未归入已知的原因类型，请人工核对。"),
                         find_section (run, DZ_SECTION_CAUSES, DZ_SECTION_CAUSES)->span);
      return;
    }
  if (section != NULL)
    heading = dz_text_dup_span (run->report->text, section->heading);
  if (heading != NULL && strstr (heading, "原因") != NULL)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL,
                                     "标题写明“原因”，但正文只列了问题，没有分析原因，请补充。"),
                       section->heading);
  else
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL, "未写明问题产生的原因，请补充原因分析。"),
                       section != NULL ? section->heading : DZ_SPAN_NONE);
}

/* An act of the principals, outside the plan and the problems. */
void
dz_check_duty (const DzCheckRun *run)
{
  const DzSection *section = find_section (run, DZ_SECTION_PRINCIPAL_DUTY,
                                           DZ_SECTION_PRINCIPAL_DUTY);
  GArray *sentences = run->context->sentences;

  if (is_duty_report (run))
    {
      dz_check_add (run, DZ_RESULT_PASS, "述职报告全文为第一责任人履职情况。");
      return;
    }
  for (guint i = 0; i < sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (sentences, DzReportSentence, i);
      g_autoptr(GArray) hits = NULL;

      if (sentence->zone != DZ_ZONE_OTHER && sentence->zone != DZ_ZONE_LAST_YEAR)
        continue;
      hits = dz_check_cue_hits (run, sentence->span, NULL, NULL);
      if (hits->len == 0)
        continue;
      dz_check_add_span (
        dz_check_add (run, DZ_RESULT_PASS, "已写明党政主要负责人履行第一责任人职责的情况。"),
        dz_check_to_original (run, dz_report_sentences_clause (run->context->folded, sentence->span,
                                                               g_array_index (hits, DzRuleHit, 0).span)));
      return;
    }
  if (section != NULL)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_CANNOT_TELL,
                                     "列有第一责任人履职部分，但未看出具体做法，请人工核对。"),
                       section->heading);
  else
    dz_check_add (run, DZ_RESULT_FAIL,
                  "未写明党政主要负责人履行推进法治建设第一责任人职责的情况，请补充。");
}

void
dz_check_plan (const DzCheckRun *run)
{
  const DzSection *section = find_section (run, DZ_SECTION_PLAN, DZ_SECTION_MERGED);

  if (section == NULL)
    dz_check_add (run, DZ_RESULT_FAIL, "未找到下一年度工作计划，请补充下一步打算。");
  else
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明下一步工作计划。"),
                       section->heading);
}

void
dz_check_last_year (const DzCheckRun *run)
{
  const DzSection *section = find_section (run, DZ_SECTION_LAST_YEAR, DZ_SECTION_LAST_YEAR);
  GArray *sentences = run->context->sentences;

  if (!is_duty_report (run))
    {
      dz_check_add (run, DZ_RESULT_PASS, "年度报告对上年问题整改不作统一要求。");
      return;
    }
  if (section != NULL)
    {
      dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明上年度问题的整改情况。"),
                         section->heading);
      return;
    }
  for (guint i = 0; i < sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (sentences, DzReportSentence, i);
      g_autoptr(GArray) hits = NULL;

      if (sentence->zone != DZ_ZONE_OTHER)
        continue;
      hits = dz_check_cue_hits (run, sentence->span, NULL, NULL);
      if (hits->len == 0)
        continue;
      dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "文中提到了上年度问题的整改情况。"),
                         dz_check_to_original (run, dz_report_sentences_trim (run->context->folded,
                                                                              sentence->span)));
      return;
    }
  dz_check_add (run, DZ_RESULT_FAIL, "未写明上年度述法指出问题的整改落实情况，请补充。");
}

void
dz_check_short (const DzCheckRun *run)
{
  const DzSection *section = find_section (run, DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED);
  gsize whole = 0;
  gsize part = 0;
  guint points = count_weaknesses (run, TRUE);

  if (section == NULL)
    {
      dz_check_add (run, DZ_RESULT_PASS, "没有单列问题部分，篇幅不作核查。");
      return;
    }
  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      gsize n = dz_report_lines_count (run->context->folded, sentence->span);

      whole += n;
      if (sentence->zone == DZ_ZONE_PROBLEM)
        part += n;
    }
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

void
dz_check_vague (const DzCheckRun *run)
{
  g_autoptr(GString) quotes = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  DzCheck *check;

  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (run->report->weaknesses, DzWeakness, i);
      g_autofree char *quote = NULL;

      if (weakness->last_year || weakness->code != NULL)
        continue;
      quote = dz_check_quote (run, weakness->span);
      if (quotes->len > 0)
        g_string_append (quotes, "、");
      g_string_append (quotes, quote);
      g_array_append_val (spans, weakness->span);
    }
  if (spans->len == 0)
    {
      dz_check_add (run, DZ_RESULT_PASS, "各项问题均能看出具体方面。");
      return;
    }
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s说得较笼统，建议写明具体是哪方面、什么事、在哪里。",
                        quotes->str);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}

/* Last year's, not yet solved: told under last year's heading. */
static gboolean
is_left_over (const DzCheckRun *run,
              const DzWeakness *weakness)
{
  const DzSection *section = dz_report_section_at (run->report, weakness->span.start);

  return section != NULL && section->kind == DZ_SECTION_LAST_YEAR;
}

void
dz_check_answer (const DzCheckRun *run)
{
  g_autoptr(GString) none = g_string_new (NULL);
  g_autoptr(GString) generic = g_string_new (NULL);
  g_autoptr(GString) message = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  DzCheck *check;

  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (run->report->weaknesses, DzWeakness, i);
      g_autofree char *quote = NULL;
      GString *list = weakness->grade == DZ_GRADE_NONE ? none : generic;

      if (!dz_weakness_counts (weakness) || weakness->grade >= DZ_GRADE_PARTIAL ||
          is_left_over (run, weakness))
        continue;
      quote = dz_check_quote (run, weakness->span);
      if (list->len > 0)
        g_string_append (list, "、");
      g_string_append (list, quote);
      g_array_append_val (spans, weakness->span);
    }
  if (spans->len == 0)
    {
      if (count_weaknesses (run, FALSE) == 0)
        dz_check_add (run, DZ_RESULT_CANNOT_TELL, "没有识别出问题，措施无从对照。");
      else
        dz_check_add (run, DZ_RESULT_PASS, "各项问题在计划中均有对应措施。");
      return;
    }
  if (none->len > 0)
    g_string_append_printf (message, "%s在下一步计划中未见对应措施", none->str);
  if (generic->len > 0)
    g_string_append_printf (message, "%s%s的措施较笼统，没有具体做法", message->len > 0 ? "；" : "",
                            generic->str);
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s，请补充。", message->str);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}

void
dz_check_sign (const DzCheckRun *run)
{
  const DzIdentity *identity = &run->report->identity;

  if (identity->issued != NULL && identity->issuer != NULL)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "落款单位和日期齐全。"),
                       identity->issued_span);
  else if (identity->issued != NULL)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL, "有日期，未见落款单位或署名，请补充。"),
                       identity->issued_span);
  else if (identity->issuer != NULL)
    dz_check_add (run, DZ_RESULT_FAIL, "有落款单位，未见成文日期，请补充。");
  else
    dz_check_add (run, DZ_RESULT_FAIL, "未见落款单位和成文日期，请补充。");
}
