/* dz-check-years.c - another year than the reported one, where the reported one should stand
 *
 * A heading, the opening and a clause that tells what was done all speak of
 * the reported year; the plan speaks of the next. What was begun, built,
 * ordered or compared in another year may name it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include <stdlib.h>
#include <string.h>

#define MOST_YEARS_BACK 3 /* what is older is told as history */

/* Which years a heading of this part may name as its own. */
static gboolean
may_name_year (const DzCheckRun *run,
               DzSectionKind     kind,
               int               year)
{
  int own = run->report->identity.year;

  switch (kind)
    {
    case DZ_SECTION_PLAN:
      return year == own + 1 || (year == own && !dz_check_knows_year (run));
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
      /* a heading of the next year is one of the plan, whatever it was taken for */
      return year == own || year == own + 1;
    }
}

/* The first year of the heading that does not belong there; FALSE if another one of it does. */
static gboolean
find_wrong_year (const DzCheckRun *run,
                 const DzSection  *section,
                 DzDate           *wrong)
{
  DzSpan rest = dz_fold_from_original (run->context->fold, section->heading);
  gboolean any = FALSE;
  DzDate date;

  while (dz_names_next_year (run->context->folded, rest, &date))
    {
      rest.start = date.span.end;
      if (may_name_year (run, section->kind, date.year) || g_str_has_prefix (run->context->folded + rest.start, "以来"))
        return FALSE;
      if (!any)
        *wrong = date;
      any = TRUE;
    }

  return any;
}

static void
check_headings (const DzCheckRun *run,
                DzFindings       *findings)
{
  int own = run->report->identity.year;

  for (guint i = 0; i < run->report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (run->report->sections, DzSection, i);
      g_autofree char *quote = NULL;
      DzDate date;

      if (dz_span_is_empty (section->heading) || !find_wrong_year (run, section, &date))
        continue;
      quote = dz_check_quote (run, section->heading);
      if (section->kind == DZ_SECTION_PLAN)
        dz_findings_take (findings, dz_check_to_original (run, date.span),
                          "标题%s写的是%d年，%d年度报告的计划应为%d年", quote, date.year, own, own + 1);
      else
        dz_findings_take (findings, dz_check_to_original (run, date.span), "标题%s写的是%d年，本报告年度为%d年", quote,
                          date.year, own);
    }
}

/* The body itself behind the year: 青禾镇, 我镇, 全镇. */
static gboolean
speaks_of_itself (const DzCheckRun *run,
                  const char       *at)
{
  static const char *const itself[] = { "我镇", "我乡", "我街道", "本镇", "本乡", "本街道", "全镇", "全乡", "全街道", "街道党工委",
                                        "镇党委", "乡党委", "镇人民政府", "乡人民政府" };
  const char *own = run->report->identity.township;

  for (guint i = 0; i < G_N_ELEMENTS (itself); i++)
    if (g_str_has_prefix (at, itself[i]))
      return TRUE;

  return own != NULL && g_str_has_prefix (at, own);
}

/* 将2023年度…情况报告如下 names the reported year. */
static void
check_announcement (const DzCheckRun *run,
                    DzFindings       *findings,
                    DzSpan            sentence)
{
  const char *folded = run->context->folded;
  const char *now = g_strstr_len (folded + sentence.start, (gssize) (sentence.end - sentence.start), "现将");
  int own = run->report->identity.year;
  DzDate date;

  if (now == NULL || g_strstr_len (now, folded + sentence.end - now, "如下") == NULL ||
      !dz_names_next_year (folded, (DzSpan){ (gsize) (now - folded), sentence.end }, &date) || date.year == own)
    return;
  dz_findings_take (findings, dz_check_to_original (run, date.span), "引言中写为%d年，与本报告年度%d年不一致", date.year, own);
}

/* 2023年，我镇… at the head of a sentence of the opening does so as well. */
static void
check_opening (const DzCheckRun *run,
               DzFindings       *findings,
               DzSpan            sentence)
{
  const char *folded = run->context->folded;
  int own = run->report->identity.year;
  DzDate date;

  check_announcement (run, findings, sentence);
  if (dz_names_next_year (folded, sentence, &date) && date.span.start == sentence.start && date.year == own - 1 &&
      g_str_has_prefix (folded + date.span.end, "，") &&
      speaks_of_itself (run, folded + date.span.end + strlen ("，")) && !dz_check_says (run, sentence, "other-year"))
    dz_findings_take (findings, dz_check_to_original (run, date.span), "引言写的是%d年的情况，本报告年度为%d年", date.year, own);
}

static gboolean
has_digit (const char *folded,
           DzSpan      span)
{
  for (gsize i = span.start; i < span.end; i++)
    if (g_ascii_isdigit (folded[i]))
      return TRUE;

  return FALSE;
}

/* 2023年，全镇调处纠纷133件 at the head of a sentence among the results. */
static void
check_results (const DzCheckRun       *run,
               DzFindings             *findings,
               const DzReportSentence *sentence)
{
  static const char *const begins[] = { "，", "度，", "度全", "全", "我", "本", "度我", "度本", "街道", "度街道" };
  const char *folded = run->context->folded;
  int own = run->report->identity.year;
  g_autofree char *own_year = g_strdup_printf ("%d年", own);
  gboolean wanted = FALSE;
  DzDate date;

  if (!dz_names_next_year (folded, sentence->span, &date) || date.span.start != sentence->span.start ||
      date.year >= own || date.year < own - MOST_YEARS_BACK)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    wanted |= g_str_has_prefix (folded + date.span.end, begins[i]);
  if (!wanted || !has_digit (folded, (DzSpan){ date.span.end, sentence->span.end }) ||
      g_strstr_len (folded + sentence->span.start, (gssize) (sentence->span.end - sentence->span.start), own_year) != NULL ||
      dz_check_says (run, sentence->span, "other-year"))
    return;
  {
    DzSpan original = dz_check_to_original (run, sentence->span);
    g_autofree char *quote = dz_check_quote (run, original);

    dz_findings_take (findings, dz_check_to_original (run, date.span), "正文%s把%d年的情况写成本年度的，本报告年度为%d年", quote,
                      date.year, own);
  }
}

static void
check_signature (const DzCheckRun *run,
                 DzFindings       *findings)
{
  const DzIdentity *identity = &run->report->identity;
  g_autofree char *own = g_strdup_printf ("%d", identity->year);

  if (identity->issued != NULL && identity->title != NULL && strstr (identity->title, own) != NULL &&
      atoi (identity->issued) == identity->year - 1 && !dz_span_is_empty (identity->issued_span))
    dz_findings_take (findings, identity->issued_span, "落款日期为%d年，早于本报告年度%d年", identity->year - 1, identity->year);
}

static gboolean
is_last_year (const DzCheckRun *run,
              DzSpan            folded)
{
  const DzSection *section = dz_report_section_at (run->report, dz_check_to_original (run, folded).start);

  return section != NULL && section->kind == DZ_SECTION_LAST_YEAR;
}

void
dz_check_year (const DzCheckRun *run)
{
  g_auto(DzFindings) findings = DZ_FINDINGS_INIT;
  GArray *sentences = run->context->sentences;

  if (run->report->identity.year == 0)
    {
      dz_check_add (run, DZ_RESULT_CANNOT_TELL, "未识别出报告年度，请先确认年度。");
      return;
    }
  check_headings (run, &findings);
  for (guint i = 0; i < sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (sentences, DzReportSentence, i);

      if (sentence->zone == DZ_ZONE_FRAME && i <= 40)
        check_opening (run, &findings, sentence->span);
      else if (sentence->zone == DZ_ZONE_OTHER && dz_check_knows_year (run) && !is_last_year (run, sentence->span))
        check_results (run, &findings, sentence);
    }
  check_signature (run, &findings);
  dz_findings_finish (&findings, run, "标题、引言和正文中的年度与本报告年度一致。", "，请核对。");
}
