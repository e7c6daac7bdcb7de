/* dz-cross-checks.c - the checks that need more than one report
 *
 * Each tells result, a sentence a township would accept, and passages. The
 * order of two overlapping reports is the roster's; which was first is never
 * said, and the word is 重合度.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cross-checks.h"

#include "dz-common-weaknesses.h"
#include "dz-day.h"
#include "dz-format.h"
#include "dz-overlap-extent.h"
#include "dz-past.h"
#include "dz-reconciliation.h"
#include "dz-year-change.h"

#include <stdio.h>

static const char *
kind_name (DzReportKind kind)
{
  static const char *const names[] = { "报告", "年度报告", "述职报告" };

  return names[kind];
}

static void
add_passage (DzCrossFinding *finding,
             DzReport       *report,
             DzSpan          span)
{
  DzPassage passage = { .report_id = report->id, .span = span };

  g_array_append_val (finding->passages, passage);
}

/* "2025-02-28" as 2025年2月28日; what is no day as it is. */
static char *
date_words (const char *day)
{
  int year, month, date;

  if (sscanf (day, "%d-%d-%d", &year, &month, &date) != 3)
    return g_strdup (day);

  return g_strdup_printf ("%d年%d月%d日", year, month, date);
}

static guint
count_reports (const DzCrossContext *context,
               DzReportKind          kind)
{
  return dz_review_count_reports (context->review, context->body->id, context->year, kind);
}

static void
check_roster (const DzCrossContext *context,
              DzCrossFinding       *finding)
{
  DzReportKind due = context->body->due;

  if (context->year == 0) /* no report has told a year: nothing was due yet */
    return;
  finding->asked = TRUE;
  if (context->report == NULL || count_reports (context, due) == 0)
    {
      finding->result = DZ_RESULT_FAIL;
      finding->message = g_strdup_printf ("没有收到%d%s%s。", context->year, "年度",
                                          due == DZ_KIND_ANNUAL_REPORT ? "报告" : kind_name (due));
      return;
    }
  for (guint kind = DZ_KIND_ANNUAL_REPORT; kind <= DZ_KIND_DUTY_REPORT; kind++)
    if (count_reports (context, kind) > 1)
      {
        finding->result = DZ_RESULT_FAIL;
        g_free (finding->message);
        finding->message = g_strdup_printf ("%d年度的%s收到%u份，请确定用哪一份。", context->year,
                                            kind_name (kind), count_reports (context, kind));
      }
}

static void
check_submit (const DzCrossContext *context,
              DzCrossFinding       *finding)
{
  const char *received = context->report != NULL ? context->report->received : NULL;
  int late;

  if (context->report == NULL)
    return;
  finding->asked = TRUE;
  if (received == NULL)
    {
      finding->result = DZ_RESULT_CANNOT_TELL;
      finding->message = g_strdup ("没有登记收到日期。");
      return;
    }
  late = dz_day_count_between (context->submit_by, received);
  if (late > 0)
    {
      g_autofree char *day = date_words (received);
      g_autofree char *deadline = date_words (context->submit_by);

      finding->result = DZ_RESULT_FAIL;
      finding->message = g_strdup_printf ("%s收到，迟于%s，晚%d天。", day, deadline, late);
    }
}

static void
check_publish (const DzCrossContext *context,
               DzCrossFinding       *finding)
{
  const char *published;
  g_autofree char *before = NULL;

  /* a 述职报告 is handed in, not published */
  if (context->report == NULL || context->report->identity.kind == DZ_KIND_DUTY_REPORT)
    return;
  finding->asked = TRUE;
  published = context->report->identity.published;
  before = date_words (context->publish_before);
  if (published == NULL)
    {
      finding->result = DZ_RESULT_FAIL;
      finding->message = g_strdup_printf ("未登记公开日期；应在%s前公开。", before);
    }
  else if (g_strcmp0 (published, context->publish_before) >= 0)
    {
      g_autofree char *day = date_words (published);

      finding->result = DZ_RESULT_FAIL;
      finding->message = g_strdup_printf ("%s公开，未在%s前公开。", day, before);
    }
}

static int
find_claim (DzReport   *report,
            const char *code)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->last_year && weakness->code == code && weakness->state != DZ_STATE_REJECTED &&
          !dz_span_is_empty (weakness->rectified))
        return (int) i;
    }

  return -1;
}

static void
add_recurring (const DzCrossContext *context,
               DzCrossFinding       *finding,
               const DzEntry        *entry,
               GString              *names)
{
  DzWeaknessCell cell;
  int claim = find_claim (context->report, entry->id);

  dz_weakness_cell_fill (&cell, context->review, context->report, entry->id);
  if (cell.naming == DZ_NAMING_NAMED && cell.last_year)
    {
      const DzWeakness *last = &g_array_index (cell.last_year_report->weaknesses, DzWeakness,
                                               g_array_index (cell.last_year_weaknesses, guint, 0));

      g_string_append_printf (names, "%s“%s”%s", names->len > 0 ? "、" : "", entry->name,
                              claim >= 0 ? "（称已整改）" : "");
      add_passage (finding, context->report, dz_weakness_cell_get (&cell, 0)->span);
      add_passage (finding, cell.last_year_report, last->span);
      if (claim >= 0)
        add_passage (finding, context->report,
                     g_array_index (context->report->weaknesses, DzWeakness, (guint) claim).rectified);
    }
  dz_weakness_cell_clear (&cell);
}

static void
check_recur (const DzCrossContext *context,
             DzCrossFinding       *finding)
{
  g_autoptr(GString) names = g_string_new (NULL);
  GPtrArray *codes = dz_codebook_list (context->codebook, DZ_ENTRY_WEAKNESS);

  if (context->report == NULL || context->last == NULL)
    return;
  finding->asked = TRUE;
  for (guint i = 0; i < codes->len; i++)
    add_recurring (context, finding, g_ptr_array_index (codes, i), names);
  if (names->len == 0)
    return;
  finding->result = DZ_RESULT_FAIL;
  finding->message = g_strdup_printf ("%d年度已提出、%d年度又提出：%s。", context->year - 1,
                                      context->year, names->str);
}

static void
check_plan_done (const DzCrossContext *context,
                 DzCrossFinding       *finding)
{
  g_autoptr(GPtrArray) lasts = NULL;
  g_autoptr(GString) list = g_string_new (NULL);

  if (context->report == NULL || context->last == NULL)
    return;
  finding->asked = TRUE;
  lasts = dz_review_list_before (context->review, context->body->id, context->year);
  for (guint k = 0; k < lasts->len; k++)
    {
      DzReport *last = g_ptr_array_index (lasts, k);
      g_autoptr(GArray) items = dz_plan_items_find (context->plans, context->review, last, context->report);

      for (guint i = 0; i < items->len; i++)
        {
          const DzPlanItem *item = &g_array_index (items, DzPlanItem, i);
          g_autofree char *words = dz_plan_item_dup_words (item);

          if (dz_plan_item_get_promise (item) != DZ_PROMISE_UNMENTIONED)
            continue;
          g_string_append_printf (list, "%s“%s”", list->len > 0 ? "、" : "", g_strstrip (words));
          add_passage (finding, last, item->span);
        }
    }
  if (list->len == 0)
    return;
  finding->result = DZ_RESULT_FAIL;
  finding->message = g_strdup_printf ("%d年度计划中的%s，%d年度报告未见提及。", context->year - 1,
                                      list->str, context->year);
}

/* Its own text is compared with last year's, another body's with that of either year. */
static gboolean
is_year_compared (const DzCrossContext *context,
                  const DzReport       *other,
                  gboolean              own)
{
  return other->identity.year == context->year - 1 || (!own && other->identity.year == context->year);
}

/* Which pair, and how much: of the whole, or of the part that alone reaches far enough. */
static char *
word_overlap (const DzCrossContext *context,
              const DzOverlap      *overlap,
              const DzReport       *other)
{
  const DzBody *body = dz_review_find_body (context->review, other->body_id);
  gboolean own = other->body_id == context->body->id;
  double threshold = own ? context->review->county->self_threshold : context->review->county->peer_threshold;
  double of_part = dz_overlap_extent_find_part (context->review, overlap, NULL);
  g_autofree char *year = own || other->identity.year != context->year
                            ? g_strdup_printf ("%d年度", other->identity.year) : g_strdup ("的");
  g_autofree char *share = dz_format_decimals ((overlap->share >= threshold ? overlap->share : of_part) * 100, 0);

  return g_strdup_printf ("与%s%s报告%s重合度%s%%，相同文字%u处。", own ? "本单位" : body != NULL ? body->name : "",
                          year, overlap->share >= threshold ? "" : "其中一部分", share, overlap->passages->len);
}

static const DzOverlap *
find_overlap (const DzCrossContext *context,
              gboolean              own)
{
  g_autoptr(GPtrArray) overlaps = dz_review_list_overlaps (context->review, context->report->id);
  const DzOverlap *best = NULL;

  for (guint i = 0; i < overlaps->len; i++)
    {
      const DzOverlap *overlap = g_ptr_array_index (overlaps, i);
      gboolean first = overlap->report_a == context->report->id;
      DzReport *other;

      other = dz_review_find_report (context->review, first ? overlap->report_b : overlap->report_a);
      if (other == NULL || other->identity.kind == DZ_KIND_OTHER || own != (other->body_id == context->body->id) ||
          !is_year_compared (context, other, own) || !dz_overlap_extent_is_told (context->review, overlap))
        continue;
      if (best == NULL || overlap->share > best->share)
        best = overlap;
    }

  return best;
}

static void
check_copy (const DzCrossContext *context,
            DzCrossFinding       *finding,
            gboolean              own)
{
  const DzOverlap *overlap;
  DzReport *a, *b, *other;

  if (context->report == NULL || context->report->identity.kind == DZ_KIND_OTHER || (own && context->last == NULL))
    return;
  finding->asked = TRUE;
  overlap = find_overlap (context, own);
  if (overlap == NULL)
    return;

  a = dz_review_find_report (context->review, overlap->report_a);
  b = dz_review_find_report (context->review, overlap->report_b);
  other = a == context->report ? b : a;
  finding->result = DZ_RESULT_FAIL;
  finding->overlap = overlap;
  finding->message = word_overlap (context, overlap, other);
  for (guint i = 0; i < overlap->passages->len; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (overlap->passages, DzOverlapPassage, i);

      add_passage (finding, context->report, a == context->report ? passage->a : passage->b);
      add_passage (finding, other, a == context->report ? passage->b : passage->a);
    }
}

static void
check_copy_peer (const DzCrossContext *context,
                 DzCrossFinding       *finding)
{
  check_copy (context, finding, FALSE);
}

static void
check_copy_self (const DzCrossContext *context,
                 DzCrossFinding       *finding)
{
  check_copy (context, finding, TRUE);
}

/* What contradicts the county's own count; what may only count otherwise is listed behind it. */
static void
check_statistics (const DzCrossContext *context,
                  DzCrossFinding       *finding)
{
  g_autoptr(DzReconciliation) accounts = NULL;
  g_autoptr(GString) different = g_string_new (NULL);
  g_autoptr(GString) unsure = g_string_new (NULL);

  if (context->report == NULL || context->report->identity.kind == DZ_KIND_OTHER)
    return;
  accounts = dz_reconciliation_new_for (context->review, context->codebook, context->year, context->body);
  finding->asked = dz_reconciliation_get_n (accounts) > 0;
  for (guint i = 0; i < dz_reconciliation_get_n (accounts); i++)
    {
      const DzAccount *account = dz_reconciliation_get (accounts, i);
      GString *list = account->state == DZ_ACCOUNT_DIFFERENT ? different : unsure;
      const DzFigure *figure = dz_figure_cell_get_figure (&account->cell, 0);
      g_autofree char *words = NULL;

      if (account->state > DZ_ACCOUNT_UNSURE || figure == NULL)
        continue;
      words = dz_account_dup_words (account);
      g_string_append_printf (list, "%s%s", list->len > 0 ? "；" : "", words);
      add_passage (finding, context->report, figure->span);
    }
  if (different->len + unsure->len == 0)
    return;
  finding->result = different->len > 0 ? DZ_RESULT_FAIL : DZ_RESULT_CANNOT_TELL;
  if (different->len == 0)
    finding->message = g_strdup_printf ("口径是否一致待核：%s。", unsure->str);
  else
    finding->message = g_strdup_printf ("%s%s%s。", different->str, unsure->len > 0 ? "。口径是否一致待核：" : "",
                                        unsure->str);
}

static const struct
{
  const char *id;
  void (*run) (const DzCrossContext *context,
               DzCrossFinding       *finding);
} cross_checks[] = {
  { "C-ROSTER", check_roster },       { "C-SUBMIT", check_submit },
  { "C-PUBLISH", check_publish },     { "C-RECUR", check_recur },
  { "C-PLANDONE", check_plan_done },  { "C-COPY-PEER", check_copy_peer },
  { "C-COPY-SELF", check_copy_self }, { "C-STAT", check_statistics },
};

/**
 * dz_cross_checks_knows:
 *
 * Returns: whether the check is computed here and not read from the reports
 */
gboolean
dz_cross_checks_knows (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (cross_checks); i++)
    if (g_str_equal (cross_checks[i].id, id))
      return TRUE;

  return FALSE;
}

/**
 * dz_cross_checks_run:
 * @finding: (out caller-allocates): @message and @passages are the caller's
 *
 * Runs one check for one body.
 */
void
dz_cross_checks_run (const DzCrossContext *context,
                     const char           *id,
                     DzCrossFinding       *finding)
{
  *finding = (DzCrossFinding){ .result = DZ_RESULT_PASS };
  finding->passages = g_array_new (FALSE, FALSE, sizeof (DzPassage));
  for (guint i = 0; i < G_N_ELEMENTS (cross_checks); i++)
    if (g_str_equal (cross_checks[i].id, id))
      cross_checks[i].run (context, finding);
}
