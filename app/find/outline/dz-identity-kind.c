/* dz-identity-kind.c - what kind of document a text is, told by what it says of itself
 *
 * A report of a body, the report of one principal on his own duty, or another
 * document: a notice, a plan, a circular, news. Only words that say so make it
 * another document; a text that only lacks a title stays a report, with little
 * confidence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity-parts.h"

#include "dz-report-lines.h"

#include <string.h>

#define OPENING_LINES 8
#define LONGEST_AUTHOR 30

/* 我, where it is not 我镇, 我们 or 我国. */
static guint
count_first_person (const char *folded,
                    DzSpan      span)
{
  static const char *const of_body[] = { "镇", "乡", "街", "县", "区", "市", "国", "省", "们", "局", "办", "委", "党", "单", "辖", "处", "所" };
  guint n = 0;

  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    {
      gboolean body = FALSE;

      if (g_str_has_prefix (p, "本人"))
        n++;
      if (!g_str_has_prefix (p, "我") || (p > folded && g_str_has_prefix (g_utf8_prev_char (p), "自我")))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (of_body); i++)
        body |= g_str_has_prefix (p + strlen ("我"), of_body[i]);
      n += !body;
    }

  return n;
}

/* 栗子坪乡党委副书记、乡长 周启山: under the title of a principal's report. */
static gboolean
has_author (DzContext *context)
{
  static const char *const posts[] = { "书记", "镇长", "乡长", "主任", "述职人", "述法人", "报告人" };
  DzSpan title = dz_fold_from_original (context->fold, context->report->identity.title_span);

  for (guint i = 0; i < MIN (context->lines->len, TITLE_LINES); i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if (line->span.start < title.end || line->furniture)
        continue;
      if (line->style != DZ_ORDINAL_NONE || dz_report_lines_count (context->folded, line->span) > LONGEST_AUTHOR ||
          dz_report_lines_sentence_end (context->folded, line->span) < line->span.end)
        return FALSE;
      for (guint k = 0; k < G_N_ELEMENTS (posts); k++)
        if (dz_report_lines_holds (context->folded, line->span, posts[k]) &&
            !dz_report_lines_holds (context->folded, line->span, "："))
          return TRUE;
    }

  return FALSE;
}

/**
 * dz_identity_refine_kind:
 *
 * A report on the first responsible person's duty is a principal's own where a person speaks in it.
 */
void
dz_identity_refine_kind (DzIdentityFinder *self,
                         DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;
  g_autofree char *title = dz_fold_string (identity->title);
  DzSpan all = { 0, strlen (title) };
  DzSpan text = { 0, context->folded_len };
  gboolean own;

  if (identity->kind != DZ_KIND_ANNUAL_REPORT)
    return;
  if (dz_rule_set_matches (self->person, title, all))
    own = has_author (context) || count_first_person (context->folded, text) > 0 ||
          (strstr (title, "党政") == NULL && strstr (title, "法治政府") == NULL);
  else
    own = has_author (context) && count_first_person (context->folded, text) > 1;
  if (own)
    {
      identity->kind = DZ_KIND_DUTY_REPORT;
      identity->kind_confidence = 0.8;
    }
}

/* The first paragraphs, headings among them, furniture left out. */
static DzSpan
find_opening (DzContext *context)
{
  DzSpan opening = DZ_SPAN_NONE;
  guint n = 0;

  for (guint i = 0; i < context->lines->len && n < OPENING_LINES; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if (line->furniture)
        continue;
      if (n == 0)
        opening.start = line->span.start;
      opening.end = line->span.end;
      n++;
      if (line->style <= DZ_ORDINAL_HAN)
        break;
    }

  return opening;
}

static guint
count_headings (DzContext *context)
{
  guint n = 0;

  for (guint i = 0; i < context->lines->len; i++)
    n += g_array_index (context->lines, DzLine, i).style <= DZ_ORDINAL_HAN;

  return n;
}

static void
take (DzContext   *context,
      DzReportKind kind,
      DzSpan       folded,
      double       confidence)
{
  DzIdentity *identity = &context->report->identity;

  identity->kind = kind;
  identity->kind_span = dz_fold_to_original (context->fold, folded);
  identity->kind_confidence = confidence;
}

static gboolean
speaks_of_itself (DzContext *context,
                  DzSpan     opening)
{
  static const char *const words[] = { "我镇", "我乡", "我街道", "本镇", "本乡", "本街道", "全镇", "全乡" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dz_report_lines_holds (context->folded, opening, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_duty (DzContext *context,
         DzSpan     opening)
{
  const char *folded = context->folded;
  DzSpan all = { 0, context->folded_len };

  if (dz_report_lines_holds (folded, opening, "述职") || dz_report_lines_holds (folded, opening, "述法报告"))
    return TRUE;

  return count_first_person (folded, opening) > 0 &&
         (count_first_person (folded, all) > 1 || dz_report_lines_holds (folded, all, "第一责任人")) &&
         (dz_report_lines_holds (folded, all, "职责") || dz_report_lines_holds (folded, all, "履职"));
}

/* 谢集区开展乡镇法治建设专项督察: the first line is no title of a report, and tells a deed. */
static gboolean
is_headed_as_news (DzIdentityFinder *self,
                   DzContext        *context,
                   DzSpan            opening)
{
  static const char *const sentence[] = { "。", "；", "，", "：", NULL };
  static const char *const reports[] = { "报告", "总结", "汇报", "情况", "述职", "述法" };
  const char *end = memchr (context->folded + opening.start, '\n', opening.end - opening.start);
  DzSpan line = { opening.start, end != NULL ? (gsize) (end - context->folded) : opening.start };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (dz_report_lines_holds (context->folded, line, reports[i]))
      return FALSE;

  return dz_report_lines_count (context->folded, line) <= LONGEST_LINE &&
         !dz_report_lines_ends_in (context->folded, line, sentence) &&
         dz_rule_set_matches (self->news_title, context->folded, line);
}

/* 石榴市领导到我镇调研法治建设: news has no parts, and says who wrote it, or who was told. */
static gboolean
is_news (DzIdentityFinder *self,
         DzContext        *context,
         DzSpan            opening)
{
  return count_headings (context) == 0 &&
         !dz_report_lines_holds (context->folded, (DzSpan){ 0, context->folded_len }, "如下") &&
         (dz_rule_set_matches (self->news, context->folded, (DzSpan){ 0, context->folded_len }) ||
          is_headed_as_news (self, context, opening));
}

/* 第一条, 第二条: rules have articles, a report has none. */
static gboolean
has_articles (DzContext *context)
{
  guint n = 0;

  for (guint i = 0; i < context->lines->len; i++)
    {
      DzSpan span = g_array_index (context->lines, DzLine, i).span;
      gsize used = 0;

      if (!g_str_has_prefix (context->folded + span.start, "第"))
        continue;
      span.start += strlen ("第");
      dz_ordinal_read_han_number (context->folded + span.start, span.end - span.start, &used);
      n += used > 0 && g_str_has_prefix (context->folded + span.start + used, "条");
    }

  return n >= 3;
}

/**
 * dz_identity_kind_from_text:
 *
 * Sets the kind where no title does.
 */
void
dz_identity_kind_from_text (DzIdentityFinder *self,
                            DzContext        *context)
{
  static const char *const matters[] = { "法治", "依法", "普法", "执法", "调解", "司法", "学法", "行政处罚" };
  const char *folded = context->folded;
  DzSpan opening = find_opening (context);
  DzSpan all = { 0, context->folded_len };
  gboolean subject, reports;
  guint of_law = 0;

  if (dz_rule_set_matches (self->other_opening, folded, opening) ||
      dz_rule_set_matches (self->other_addressee, folded, opening) ||
      is_news (self, context, opening) || has_articles (context))
    {
      take (context, DZ_KIND_OTHER, opening, 0.7);
      return;
    }
  if (is_duty (context, opening))
    {
      take (context, DZ_KIND_DUTY_REPORT, opening, 0.6);
      return;
    }
  subject = dz_rule_set_matches (self->subject, folded, all);
  reports = dz_rule_set_matches (self->report_opening, folded, opening);
  for (guint i = 0; i < G_N_ELEMENTS (matters); i++)
    of_law += dz_report_lines_holds (folded, all, matters[i]);
  if (subject && (reports || count_headings (context) > 0))
    take (context, DZ_KIND_ANNUAL_REPORT, opening, 0.5);
  else if (reports && of_law > 0 && speaks_of_itself (context, opening))
    take (context, DZ_KIND_ANNUAL_REPORT, opening, 0.4);
  else if (subject || (of_law > 0 && count_headings (context) > 0) || of_law > 1)
    take (context, DZ_KIND_ANNUAL_REPORT, opening, 0.3);
  else
    take (context, DZ_KIND_OTHER, opening, 0.3);
}
