/* dz-identity-year.c - the year a report is about
 *
 * The title says it best; then a line under it, a heading, the text itself by
 * what it names most, and last the date it was signed or published. A year
 * something will be done in is never the year reported on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity-parts.h"

#include "dz-report-lines.h"
#include "dz-names.h"

#include <stdlib.h>
#include <string.h>

#define LINES_UNDER_TITLE 4
#define OPENING_PARAGRAPHS 3
#define FIRST_YEAR 1990
#define N_YEARS 110

typedef struct
{
  guint votes[N_YEARS];
  DzSpan first[N_YEARS];
} Votes;

static void
take (DzContext *context,
      DzSpan     folded,
      int        year,
      double     confidence)
{
  DzIdentity *identity = &context->report->identity;

  identity->year = year;
  identity->year_span = dz_fold_to_original (context->fold, folded);
  identity->year_confidence = confidence;
}

static gboolean
from_title (DzContext *context)
{
  DzIdentity *identity = &context->report->identity;
  DzSpan title = dz_fold_from_original (context->fold, identity->title_span);
  g_autofree char *folded = NULL;
  DzDate date;

  if (identity->title == NULL)
    return FALSE;
  if (!dz_span_is_empty (identity->title_span))
    {
      if (!dz_names_next_year (context->folded, title, &date))
        return FALSE;
      take (context, date.span, date.year, 0.95);
      return TRUE;
    }
  folded = dz_fold_string (identity->title);
  if (!dz_names_next_year (folded, (DzSpan){ 0, strlen (folded) }, &date))
    return FALSE;
  identity->year = date.year;
  identity->year_confidence = 0.85;

  return TRUE;
}

/* （2023年度）: a short line behind the title that is no date. */
static gboolean
from_lines_under_title (DzContext *context)
{
  DzSpan title = dz_fold_from_original (context->fold, context->report->identity.title_span);
  guint seen = 0;

  if (dz_span_is_empty (title))
    return FALSE;
  for (guint i = 0; i < context->lines->len && seen < LINES_UNDER_TITLE; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);
      DzDate date;

      if (line->span.start < title.end || line->furniture)
        continue;
      seen++;
      if (dz_report_lines_count (context->folded, line->span) <= LONGEST_LINE / 2 &&
          line->style == DZ_ORDINAL_NONE && dz_names_next_year (context->folded, line->span, &date) &&
          !dz_names_next_date (context->folded, line->span, &(DzDate){ 0 }))
        {
          take (context, date.span, date.year, 0.85);
          return TRUE;
        }
    }

  return FALSE;
}

/* 四、2025年工作打算 names the year after. */
static gboolean
is_of_plan (DzContext *context,
            DzSpan     span)
{
  static const char *const words[] = { "打算", "计划", "安排", "思路", "下一", "下步", "展望", "谋划", "努力方向", "工作重点", "重点工作",
                                       "重点任务", "目标", "怎么干", "规划", "要点", "新篇", "任务", "事项" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dz_report_lines_holds (context->folded, span, words[i]))
      return TRUE;

  return FALSE;
}

/* 一、2024年度述法反馈问题整改 names the year before. */
static gboolean
is_of_last_year (DzContext *context,
                 DzSpan     span)
{
  static const char *const words[] = { "反馈", "整改", "点评", "指出" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dz_report_lines_holds (context->folded, span, words[i]))
      return TRUE;

  return FALSE;
}

static void
vote (Votes *votes,
      int    year,
      DzSpan span,
      guint  weight)
{
  guint slot = (guint) (year - FIRST_YEAR);

  if (slot >= N_YEARS)
    return;
  if (votes->votes[slot] == 0)
    votes->first[slot] = span;
  votes->votes[slot] += weight;
}

/* The year most voted for, the first told where two are even; 0 if there is none. */
static int
best_of (const Votes *votes)
{
  int best = -1;

  for (int i = 0; i < N_YEARS; i++)
    if (votes->votes[i] > 0 &&
        (best < 0 || votes->votes[i] > votes->votes[best] ||
         (votes->votes[i] == votes->votes[best] && votes->first[i].start < votes->first[best].start)))
      best = i;

  return best < 0 ? 0 : best + FIRST_YEAR;
}

/* Headings with a year, the plan's and last year's as what they say of this one. */
static gboolean
from_headings (DzContext *context)
{
  DzIdentity *identity = &context->report->identity;
  Votes votes = { { 0 }, { DZ_SPAN_NONE } };
  int year;

  for (guint i = 0; i < context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);
      DzDate date;
      int shift;

      if (line->furniture || line->style > DZ_ORDINAL_HAN || dz_span_is_empty (line->heading) ||
          !dz_names_next_year (context->folded, line->heading, &date))
        continue;
      shift = is_of_last_year (context, line->heading) ? 1 : is_of_plan (context, line->heading) ? -1 : 0;
      vote (&votes, date.year + shift, date.span, shift == 0 ? 3 : 2);
    }
  if ((year = best_of (&votes)) == 0)
    return FALSE;
  if (identity->issued != NULL && atoi (identity->issued + 5) > 6)
    vote (&votes, atoi (identity->issued), dz_fold_from_original (context->fold, identity->issued_span), 1);
  year = best_of (&votes);
  take (context, votes.first[year - FIRST_YEAR], year, 0.8);

  return TRUE;
}

/* 2025年将…, 2025年，力争…: what will be done. */
static gboolean
is_future (const char *folded,
           DzSpan      rest)
{
  static const char *const words[] = { "将", "拟", "力争", "计划", "要", "争取", "打算", "，将", "，拟", "，力争", "，计划", "，我镇将",
                                       "，我乡将", "我镇将", "我乡将", "前", "底前", "底之前" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded + rest.start, words[i]))
      return TRUE;

  return FALSE;
}

static void
count_years (DzContext *context,
             DzSpan     span,
             guint      weight,
             Votes     *votes)
{
  DzDate date, day;

  while (dz_names_next_year (context->folded, span, &date))
    {
      DzSpan rest = { date.span.end, span.end };

      span.start = date.span.end;
      if (is_future (context->folded, rest) ||
          (dz_names_next_date (context->folded, (DzSpan){ date.span.start, rest.end }, &day) &&
           day.span.start == date.span.start))
        continue;
      vote (votes, date.year, date.span, weight);
    }
}

/* The year the text names most, its first paragraphs before the rest. */
static gboolean
from_text (DzContext *context)
{
  Votes votes = { { 0 }, { DZ_SPAN_NONE } };
  guint paragraphs = 0;
  int year;

  for (guint i = 0; i < context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if (line->furniture)
        continue;
      if (line->style <= DZ_ORDINAL_HAN && is_of_plan (context, line->heading))
        break;
      count_years (context, line->span, paragraphs < OPENING_PARAGRAPHS ? 3 : 1, &votes);
      paragraphs++;
    }
  if ((year = best_of (&votes)) == 0)
    return FALSE;
  take (context, votes.first[year - FIRST_YEAR], year, 0.6);

  return TRUE;
}

static void
from_date (DzContext  *context,
           const char *date,
           DzSpan      original,
           double      confidence)
{
  DzIdentity *identity = &context->report->identity;
  int year = atoi (date);

  /* a report is of the year before; a notice or a briefing of its own */
  identity->year = atoi (date + 5) <= 6 && identity->kind != DZ_KIND_OTHER ? year - 1 : year;
  identity->year_span = original;
  identity->year_confidence = confidence;
}

/**
 * dz_identity_find_year:
 *
 * Title and dates must be known.
 */
void
dz_identity_find_year (DzIdentityFinder *self,
                       DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;

  if (from_title (context) || from_lines_under_title (context) || from_headings (context) ||
      from_text (context))
    return;
  if (identity->issued != NULL)
    from_date (context, identity->issued, identity->issued_span, 0.4);
  else if (identity->published != NULL)
    from_date (context, identity->published, DZ_SPAN_NONE, 0.3);
}
