/* dz-check-certificates.c - what is told of all: that all have certificates, and full hundreds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-6
#define FARTHEST_CLAIM 180 /* bytes between the staff and the claim of a part of it */

/* 工作人员16人，其中执法人员10人，10人全部持证: the claim is of the part, and so many have the certificate. */
static gboolean
claims_of_part (const DzCheckRun *run,
                const DzFigure   *staff,
                double            certified,
                DzSpan            claim)
{
  g_autofree char *words = NULL;
  const char *part, *number;

  if (dz_span_is_empty (claim) || claim.start <= staff->number.end ||
      claim.start - staff->number.end > FARTHEST_CLAIM)
    return FALSE;
  words = dz_check_dup_text (run, (DzSpan){ staff->number.end, claim.start });
  part = strstr (words, "其中");
  number = part != NULL ? strpbrk (part, "0123456789") : NULL;

  return number != NULL && g_strstr_len (part, number - part, "证") == NULL && strstr (words, "。") == NULL &&
         fabs (g_ascii_strtod (number, NULL) - certified) <= NEAR;
}

/* The last number of staff that some number of certificates falls short of, and the last of those; none of whom @claim
 * does not speak. */
static gboolean
find_uncertified (const DzCheckRun *run,
                  DzSpan            claim,
                  const DzFigure  **staff,
                  const DzFigure  **certified)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new (); /* each is looked at once, though a text may tell thousands of both */
  double least = INFINITY;
  gboolean known = FALSE;

  for (int c = dz_check_next_figure (run, "certified_enforcers", 0); c >= 0;
       c = dz_check_next_figure (run, "certified_enforcers", (guint) c + 1))
    {
      known = TRUE;
      if (dz_check_figure_at (run, c)->derived)
        continue;
      g_ptr_array_add (told, (gpointer) dz_check_figure_at (run, c));
      least = fmin (least, dz_check_figure_at (run, c)->value);
    }
  if (!known || dz_check_next_figure (run, "enforcement_staff", 0) < 0)
    return FALSE;
  for (int s = dz_check_next_figure (run, "enforcement_staff", 0); s >= 0;
       s = dz_check_next_figure (run, "enforcement_staff", (guint) s + 1))
    if (dz_check_figure_at (run, s)->value > least && !claims_of_part (run, dz_check_figure_at (run, s), least, claim))
      *staff = dz_check_figure_at (run, s);
  for (guint i = 0; i < told->len && *staff != NULL; i++)
    if (((const DzFigure *) g_ptr_array_index (told, i))->value < (*staff)->value)
      *certified = g_ptr_array_index (told, i);

  return TRUE;
}

/* The first sentence outside the plan that says so; empty: none. */
static DzSpan
find_claim (const DzCheckRun *run)
{
  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      g_autoptr(GArray) hits = NULL;

      if (sentence->zone != DZ_ZONE_OTHER && sentence->zone != DZ_ZONE_LAST_YEAR)
        continue;
      hits = dz_check_cue_hits (run, sentence->span, NULL, NULL);
      if (hits->len > 0)
        return dz_check_to_original (run, g_array_index (hits, DzRuleHit, 0).span);
    }

  return DZ_SPAN_NONE;
}

/* 2名队员尚未取得执法证: what undoes the claim in words. */
static DzSpan
find_undone (const DzCheckRun *run)
{
  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      g_autoptr(GArray) hits = NULL;

      if ((sentence->zone != DZ_ZONE_OTHER && sentence->zone != DZ_ZONE_PROBLEM && sentence->zone != DZ_ZONE_ADMISSION))
        continue;
      hits = dz_check_cue_hits (run, sentence->span, "role", "without");
      if (hits->len == 0)
        continue;
      {
        DzSpan clause = dz_report_sentences_clause (run->context->folded, sentence->span,
                                                    g_array_index (hits, DzRuleHit, 0).span);

        if (!dz_check_says (run, clause, "no-enforcer"))
          return dz_check_to_original (run, clause);
      }
    }

  return DZ_SPAN_NONE;
}

void
dz_check_cert (const DzCheckRun *run)
{
  const DzFigure *staff = NULL;
  const DzFigure *certified = NULL;
  DzSpan claim = find_claim (run);
  gboolean known = find_uncertified (run, claim, &staff, &certified);
  DzSpan undone = find_undone (run);
  g_autofree char *quote = NULL;
  DzCheck *check;

  if (dz_span_is_empty (claim))
    {
      dz_check_add (run, DZ_RESULT_PASS, "没有“全部持证”一类的表述。");
      return;
    }
  quote = dz_check_quote (run, claim);
  if (staff != NULL)
    {
      check = dz_check_add (run, DZ_RESULT_FAIL, "文中称%s，但执法人员%.0f人、持证%.0f人，相差%.0f人，请核对。",
                            quote, staff->value, certified->value, staff->value - certified->value);
      dz_check_add_span (check, claim);
      dz_check_add_span (check, staff->span);
      dz_check_add_span (check, certified->span);
    }
  else if (!dz_span_is_empty (undone))
    {
      g_autofree char *words = dz_check_quote (run, undone);

      check = dz_check_add (run, DZ_RESULT_FAIL, "文中称%s，又写有%s，请核对。", quote, words);
      dz_check_add_span (check, claim);
      dz_check_add_span (check, undone);
    }
  else
    dz_check_add_span (known ? dz_check_add (run, DZ_RESULT_PASS, "持证表述与人数一致。")
                             : dz_check_add (run, DZ_RESULT_PASS, "有全部持证的表述，未见与之矛盾的人数。"),
                       claim);
}

/* Informs: lists what is told as a full hundred, judges nothing. */
void
dz_check_percent (const DzCheckRun *run)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  DzCheck *check;

  for (guint i = 0; i < run->report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (run->report->figures, DzFigure, i);

      if (figure->unit == NULL || !g_str_equal (figure->unit, "%") || figure->value != 100 ||
          figure->set_aside != NULL)
        continue;
      if (spans->len > 0 &&
          dz_span_overlaps (g_array_index (spans, DzSpan, spans->len - 1), figure->span))
        continue;
      g_array_append_val (spans, figure->span);
    }
  if (spans->len == 0)
    {
      dz_check_add (run, DZ_RESULT_PASS, "没有百分之百的表述。");
      return;
    }
  check = dz_check_add (run, DZ_RESULT_PASS, "有%u处百分之百的表述，列出供核对。", spans->len);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}
