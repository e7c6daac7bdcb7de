/* dz-check-contents.c - whether the required contents are there, and say something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include "dz-fold.h"

#include <string.h>

#define LINES_UNDER_TITLE 6
#define LONGEST_BESIDE_ISSUER 24 /* characters: 述职人：, a post, a date */
#define LONGEST_SIGNATURE 24 /* characters of a line that names a person */
#define LONGEST_END 120 /* bytes at the end of a text of one line */
#define SHORTEST_RESULTS 30 /* characters: less is a heading over nothing */

static gboolean
is_duty_report (const DzCheckRun *run)
{
  return run->report->identity.kind == DZ_KIND_DUTY_REPORT;
}

/* What stands under the headings of a kind, headings left out. */
static gsize
count_body (const DzCheckRun *run,
            DzSectionKind     kind)
{
  gsize n = 0;

  for (guint i = 0; i < run->report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (run->report->sections, DzSection, i);
      DzSpan body = { MAX (section->heading.end, section->span.start), section->span.end };

      if (section->kind == kind)
        n += dz_report_lines_count (run->context->folded, dz_fold_from_original (run->context->fold, body));
    }

  return n;
}

void
dz_check_results (const DzCheckRun *run)
{
  const DzSection *section = dz_check_section (run, DZ_SECTION_ACHIEVEMENTS, DZ_SECTION_ACHIEVEMENTS);

  if (section == NULL && !dz_check_has_parts (run))
    dz_check_add (run, DZ_RESULT_CANNOT_TELL, NO_PARTS);
  else if (section == NULL)
    dz_check_add (run, DZ_RESULT_FAIL, "未找到“主要举措和成效”部分，请补充本年度工作情况。");
  else if (count_body (run, DZ_SECTION_ACHIEVEMENTS) < SHORTEST_RESULTS)
    {
      g_autofree char *quote = dz_check_quote (run, section->heading);

      dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL, "%s只有标题，没有写本年度的举措和成效，请补充。", quote),
                         section->heading);
    }
  else
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明本年度主要举措和成效。"),
                       section->heading);
}

/* The first sentence of the problems or causes that gives a reason, or of any part that says it does; empty: none. */
static DzSpan
find_reason (const DzCheckRun *run)
{
  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);

      gboolean declared = sentence->zone == DZ_ZONE_PROBLEM || sentence->zone == DZ_ZONE_CAUSE ||
                          sentence->zone == DZ_ZONE_ADMISSION;

      if (!sentence->is_heading && ((declared && dz_check_says (run, sentence->span, "cause-word")) ||
                                    dz_check_says (run, sentence->span, "cause-lead")))
        return sentence->span;
    }

  return DZ_SPAN_NONE;
}

void
dz_check_cause (const DzCheckRun *run)
{
  const DzSection *section = dz_check_section (run, DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED);
  GArray *causes = run->report->causes;
  DzCheck *check;
  DzSpan told;
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
  if (dz_check_section (run, DZ_SECTION_CAUSES, DZ_SECTION_CAUSES) != NULL)
    {
      dz_check_add_span (dz_check_add (run, DZ_RESULT_CANNOT_TELL,
                                       "列有原因部分，但未归入已知的原因类型，请人工核对。"),
                         dz_check_section (run, DZ_SECTION_CAUSES, DZ_SECTION_CAUSES)->span);
      return;
    }
  told = find_reason (run);
  if (!dz_span_is_empty (told))
    {
      dz_check_add_span (dz_check_add (run, DZ_RESULT_CANNOT_TELL, "似有原因分析，但未归入已知的原因类型，请人工核对。"),
                         dz_check_to_original (run, dz_report_sentences_trim (run->context->folded, told)));
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

/* 主持召开专题会2次 is a deed wherever it stands, 按照县委主要领导部署 in an opening is none: a number that is no year. */
static gboolean
counts (const DzCheckRun *run,
        DzSpan            clause)
{
  const char *folded = run->context->folded;

  for (gsize i = clause.start; i < clause.end; i++)
    {
      gsize end = i;

      while (end < clause.end && g_ascii_isdigit (folded[end]))
        end++;
      if (end > i && !g_str_has_prefix (folded + end, "年"))
        return TRUE;
      i = MAX (i, end);
    }

  return FALSE;
}

/* The first of the @hits that is of a principal: 副镇长担任专班负责人 holds the word inside a deputy's; %NULL if none is. */
static const DzRuleHit *
first_of_principal (const DzCheckRun *run,
                    GArray           *hits)
{
  static const char *const deputy[] = { "副", NULL };

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (!dz_report_lines_ends_in (run->context->folded, (DzSpan){ 0, hit->span.start }, deputy))
        return hit;
    }

  return NULL;
}

/* The first sentence outside the plan and the problems with a hit, in the opening where it counts something; @role: %NULL for
 * the plain cues. */
static DzSpan
find_act (const DzCheckRun *run,
          const char       *role)
{
  GArray *sentences = run->context->sentences;

  for (guint i = 0; i < sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (sentences, DzReportSentence, i);
      gboolean opening = sentence->zone == DZ_ZONE_FRAME && role == NULL;
      g_autoptr(GArray) hits = NULL;
      const DzRuleHit *hit;
      DzSpan clause;

      if (sentence->zone != DZ_ZONE_OTHER && sentence->zone != DZ_ZONE_LAST_YEAR && !opening)
        continue;
      hits = dz_check_cue_hits (run, sentence->span, role != NULL ? "role" : NULL, role);
      hit = first_of_principal (run, hits);
      if (hit == NULL)
        continue;
      clause = dz_report_sentences_clause (run->context->folded, sentence->span, hit->span);
      if (!opening || counts (run, clause))
        return clause;
    }

  return DZ_SPAN_NONE;
}

void
dz_check_duty (const DzCheckRun *run)
{
  const DzSection *section = dz_check_section (run, DZ_SECTION_PRINCIPAL_DUTY, DZ_SECTION_PRINCIPAL_DUTY);
  DzSpan act, claim;

  if (is_duty_report (run))
    {
      dz_check_add (run, DZ_RESULT_PASS, "述职报告全文为第一责任人履职情况。");
      return;
    }
  act = find_act (run, NULL);
  /* 县司法局局长到镇授课 is no deed of the town's */
  if (dz_span_is_empty (act) && g_strcmp0 (dz_identity_get_body_kind (&run->report->identity), "department") == 0)
    act = find_act (run, "department");
  claim = find_act (run, "claim");
  if (!dz_span_is_empty (act))
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明党政主要负责人履行第一责任人职责的情况。"),
                       dz_check_to_original (run, act));
  else if (section != NULL || !dz_span_is_empty (claim))
    dz_check_add_span (dz_check_add (run, DZ_RESULT_CANNOT_TELL,
                                     "提到第一责任人履职，但未看出开会、听取汇报、督办等具体做法，请人工核对。"),
                       section != NULL ? section->heading : dz_check_to_original (run, claim));
  else if (!dz_check_has_parts (run))
    dz_check_add (run, DZ_RESULT_CANNOT_TELL, NO_PARTS);
  else
    dz_check_add (run, DZ_RESULT_FAIL,
                  "未写明党政主要负责人履行推进法治建设第一责任人职责的情况，请补充。");
}

/* 2026年重点工作, a heading that names the next year in whatever part it was put, or 2026年，我镇将… at the head of
 * a sentence. */
static DzSpan
find_next_year (const DzCheckRun *run)
{
  int own = run->report->identity.year;
  guint heading = dz_check_next_year_line (run);
  DzDate date;

  if (heading < run->context->lines->len)
    return dz_check_to_original (run, g_array_index (run->context->lines, DzLine, heading).heading);
  for (guint i = 0; own != 0 && i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);

      if (dz_names_next_year (run->context->folded, sentence->span, &date) && date.year == own + 1 &&
          date.span.start == sentence->span.start && dz_check_says (run, sentence->span, "will"))
        return dz_check_to_original (run, dz_report_sentences_trim (run->context->folded, sentence->span));
    }

  return DZ_SPAN_NONE;
}

/* A plan without a heading of its own: the first sentence that plans. */
static DzSpan
find_plan (const DzCheckRun *run)
{
  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);

      if (sentence->zone == DZ_ZONE_PLAN)
        return dz_check_to_original (run, dz_report_sentences_trim (run->context->folded, sentence->span));
    }

  return DZ_SPAN_NONE;
}

void
dz_check_plan (const DzCheckRun *run)
{
  const DzSection *section = dz_check_section (run, DZ_SECTION_PLAN, DZ_SECTION_MERGED);
  DzSpan plan = find_plan (run);

  if (dz_span_is_empty (plan))
    plan = find_next_year (run);
  if (section != NULL)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "已写明下一步工作计划。"), section->heading);
  else if (!dz_span_is_empty (plan))
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "没有单列计划，文中写有下一步打算。"), plan);
  else if (!dz_check_has_parts (run))
    dz_check_add (run, DZ_RESULT_CANNOT_TELL, NO_PARTS);
  else
    dz_check_add (run, DZ_RESULT_FAIL, "未找到下一年度工作计划，请补充下一步打算。");
}

/* What was pointed out last year: of the year before by name, or by a comment that is always of it. */
static gboolean
tells_last_year (const DzCheckRun       *run,
                 const DzReportSentence *sentence)
{
  g_autoptr(GArray) hits = dz_check_cue_hits (run, sentence->span, NULL, NULL);
  g_autofree char *before = g_strdup_printf ("%d年", run->report->identity.year - 1);

  return hits->len > 0 ||
         (g_strstr_len (run->context->folded + sentence->span.start,
                        (gssize) (sentence->span.end - sentence->span.start), before) != NULL &&
          dz_check_says (run, sentence->span, "put-right"));
}

void
dz_check_last_year (const DzCheckRun *run)
{
  const DzSection *section = dz_check_section (run, DZ_SECTION_LAST_YEAR, DZ_SECTION_LAST_YEAR);
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

      if (sentence->zone != DZ_ZONE_OTHER || !tells_last_year (run, sentence))
        continue;
      dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "文中提到了上年度问题的整改情况。"),
                         dz_check_to_original (run, dz_report_sentences_trim (run->context->folded,
                                                                              sentence->span)));
      return;
    }
  dz_check_add (run, DZ_RESULT_FAIL, "未写明上年度述法指出问题的整改落实情况，请补充。");
}

/* 青桐乡党委书记 陶景和, a short line near the title of a duty report. */
static gboolean
is_signed_under_title (const DzCheckRun *run)
{
  for (guint i = 0; i < MIN (run->context->lines->len, LINES_UNDER_TITLE); i++)
    {
      const DzLine *line = &g_array_index (run->context->lines, DzLine, i);

      if (dz_report_lines_count (run->context->folded, line->span) <= LONGEST_SIGNATURE &&
          dz_check_says (run, line->span, "person") && !dz_check_says (run, line->span, "title"))
        return TRUE;
    }

  return FALSE;
}

/* The body's own name behind the last section, or at the end of a text of one line. */
static gboolean
signs_itself (const DzCheckRun *run)
{
  const DzSection *closing = dz_check_section (run, DZ_SECTION_CLOSING, DZ_SECTION_CLOSING);
  const char *own = run->report->identity.township;
  gsize len = run->context->folded_len;
  DzSpan folded = { len > LONGEST_END ? len - LONGEST_END : 0, len };

  if (is_duty_report (run) && is_signed_under_title (run))
    return TRUE;
  if (own == NULL)
    return FALSE;
  if (closing != NULL)
    folded = dz_fold_from_original (run->context->fold, closing->span);

  return g_strstr_len (run->context->folded + folded.start, (gssize) (folded.end - folded.start), own) != NULL;
}

/* Who issued it stands on a line of its own, or before a date: 来源：望泽县人民政府 over a web page signs nothing. */
static gboolean
is_signed_by_issuer (const DzCheckRun *run)
{
  const char *issuer = run->report->identity.issuer;
  g_autofree char *folded = issuer != NULL ? dz_fold_string (issuer) : NULL;
  gsize most = folded != NULL ? (gsize) g_utf8_strlen (folded, -1) + LONGEST_BESIDE_ISSUER : 0;

  for (guint i = 0; folded != NULL && i < run->context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (run->context->lines, DzLine, i);

      if (!line->furniture && dz_report_lines_count (run->context->folded, line->span) <= most &&
          g_strstr_len (run->context->folded + line->span.start, (gssize) (line->span.end - line->span.start), folded) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A date at the end of a text of one line, which has no closing. */
static DzSpan
find_last_date (const DzCheckRun *run)
{
  gsize len = run->context->folded_len;
  DzSpan end = { len > LONGEST_END ? len - LONGEST_END : 0, len };
  DzDate date;

  while (end.start < len && (run->context->folded[end.start] & 0xc0) == 0x80)
    end.start++;
  if (dz_check_section (run, DZ_SECTION_CLOSING, DZ_SECTION_CLOSING) != NULL ||
      !dz_names_next_date (run->context->folded, end, &date))
    return DZ_SPAN_NONE;

  return dz_check_to_original (run, date.span);
}

void
dz_check_sign (const DzCheckRun *run)
{
  const DzIdentity *identity = &run->report->identity;
  gboolean issuer = is_signed_by_issuer (run) || signs_itself (run);
  DzSpan day = identity->issued != NULL ? identity->issued_span : find_last_date (run);

  if ((identity->issued != NULL || !dz_span_is_empty (day)) && issuer)
    dz_check_add_span (dz_check_add (run, DZ_RESULT_PASS, "落款单位和日期齐全。"), day);
  else if (identity->issued != NULL || !dz_span_is_empty (day))
    dz_check_add_span (dz_check_add (run, DZ_RESULT_FAIL, "有日期，未见落款单位或署名，请补充。"), day);
  else if (issuer)
    dz_check_add (run, DZ_RESULT_FAIL, "有落款单位，未见成文日期，请补充。");
  else
    dz_check_add (run, DZ_RESULT_FAIL, "未见落款单位和成文日期，请补充。");
}
