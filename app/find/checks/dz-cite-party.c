/* dz-cite-party.c - congresses, plenums and five-year plans a report names
 *
 * A congress not yet held, or one of before whose spirit is studied as if it
 * were the latest, was left over from another year's report. So was a
 * five-year plan that begins in a year in which it ended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cite.h"

#include "dz-char.h"

#include <stdlib.h>
#include <string.h>

static const DzRule *
find_opened (const DzEntry *congress)
{
  for (guint i = 0; i < congress->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (congress->rules, i);

      if (g_str_equal (rule->name, "opened"))
        return rule;
    }

  return NULL;
}

static const DzRule *
find_plenum (const DzEntry *congress,
             guint          number)
{
  for (guint i = 0; i < congress->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (congress->rules, i);

      if (g_str_equal (rule->name, "plenum") && dz_rule_get_int (rule, "number", 0) == (int) number)
        return rule;
    }

  return NULL;
}

/* The congress that had opened before the reported year began, after @congress; NULL: none. */
static const DzRule *
find_later_congress (DzCite       *self,
                     const DzRule *congress)
{
  GPtrArray *congresses = dz_codebook_list (self->run->context->codebook, DZ_ENTRY_CONGRESS);
  const DzRule *later = NULL;

  for (guint i = 0; i < congresses->len; i++)
    {
      const DzRule *opened = find_opened (g_ptr_array_index (congresses, i));

      if (opened != NULL && strcmp (dz_rule_get_word (opened, "on"), dz_rule_get_word (congress, "on")) > 0 &&
          dz_cite_is_past (self, dz_rule_get_word (opened, "on")))
        later = opened;
    }

  return later;
}

static gboolean
names_congress (DzCite       *self,
                DzSpan        folded,
                const DzRule *congress)
{
  const char *number = dz_rule_get_word (congress, "number");
  g_autofree char *text = g_strndup (self->run->context->folded + folded.start, folded.end - folded.start);
  g_autofree char *whole = g_strconcat (number, "大", NULL);
  g_autofree char *plenary = g_strconcat (number, "届", NULL);

  return strstr (text, whole) != NULL || strstr (text, plenary) != NULL;
}

/* What is studied as the latest is not, unless the latest stands beside it or it is told as the past. */
static void
judge_spirit (DzCite       *self,
              const DzRule *congress,
              DzSpan        span,
              const char   *called)
{
  const DzRule *later = find_later_congress (self, congress);
  DzSpan sentence = dz_cite_sentence (self, span);
  DzSpan after = { span.end, MIN (sentence.end, span.end + 30) };
  g_autofree char *month = later != NULL ? dz_cite_month (dz_rule_get_word (later, "on")) : NULL;

  while (after.end > after.start && after.end < sentence.end && (self->run->context->folded[after.end] & 0xc0) == 0x80)
    after.end--;
  if (later == NULL || names_congress (self, sentence, later) || dz_cite_says (self, after, "told") ||
      !dz_cite_says (self, dz_cite_clause (self, span), "spirit"))
    return;
  dz_cite_take (self, span, "文中学习贯彻的是%s，党的%s大已于%s召开，似为旧稿遗留", called, dz_rule_get_word (later, "number"),
                month);
}

static void
judge_day (DzCite     *self,
           const char *day,
           DzSpan      span,
           const char *called)
{
  g_autofree char *month = dz_cite_month (day);

  dz_cite_take (self, span, "%s于%s召开，本报告落款时尚未召开", called, month);
}

/* A plenum the table does not hold: held after the last it knows, so not before a report signed earlier. */
static void
judge_unknown_plenum (DzCite        *self,
                      const DzEntry *congress,
                      guint          number,
                      DzSpan         span,
                      const char    *called)
{
  const DzRule *last = NULL;

  for (guint i = 0; i < congress->rules->len; i++)
    if (g_str_equal (((const DzRule *) g_ptr_array_index (congress->rules, i))->name, "plenum"))
      last = g_ptr_array_index (congress->rules, i);
  if (last != NULL && (int) number > dz_rule_get_int (last, "number", 0) &&
      dz_cite_is_later (self, dz_rule_get_word (last, "on")))
    dz_cite_take (self, span, "%s在本报告落款时尚未召开", called);
}

static void
judge_plenum (DzCite        *self,
              const DzEntry *congress,
              guint          number,
              DzSpan         span)
{
  static const char *const han[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  const DzRule *opened = find_opened (congress);
  const DzRule *plenum = find_plenum (congress, number);
  g_autofree char *called = g_strdup_printf ("党的%s届%s中全会", dz_rule_get_word (opened, "number"), han[number]);

  self->cited++;
  if (plenum == NULL)
    judge_unknown_plenum (self, congress, number, span, called);
  else if (dz_cite_is_later (self, dz_rule_get_word (plenum, "on")))
    judge_day (self, dz_rule_get_word (plenum, "on"), span, called);
  else
    judge_spirit (self, opened, span, called);
}

/* 十九届二中、三中、四中全会: each plenum named up to 全会. */
static void
find_plenums (DzCite        *self,
              const DzEntry *congress,
              gsize          from)
{
  const char *folded = self->run->context->folded;
  gsize len = self->run->context->folded_len;
  const char *all = g_strstr_len (folded + from, (gssize) MIN (60, len - from), "全会");

  for (const char *p = folded + from; all != NULL && p < all;)
    {
      gsize used;
      guint number = dz_report_lines_han_number (p, (gsize) (all - p), &used);

      if (used > 0 && number >= 1 && number <= 9 && g_str_has_prefix (p + used, "中"))
        {
          judge_plenum (self, congress, number,
                        (DzSpan){ (gsize) (p - folded), (gsize) (p - folded) + used + strlen ("中") });
          p += used + strlen ("中");
        }
      else if (dz_char_is_any (dz_char_at (p), "、和及与中全会历次"))
        p = g_utf8_next_char (p);
      else
        return;
    }
}

/* 二十大 of 党的二十大, 二十大精神; not of 二十大类事项. */
static gboolean
is_congress (const char *folded,
             gsize       start,
             gsize       end)
{
  static const char *const behind[] = { "精神", "报告", "以来", "召开", "胜利", "和", "、", "，", "及", "关于", "部署", "作出",
                                        "提出", "确定" };
  gsize from = start > 24 ? start - 24 : 0;

  if (g_strstr_len (folded + from, (gssize) (start - from), "党的") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (g_str_has_prefix (folded + end, behind[i]))
      return TRUE;

  return FALSE;
}

static void
find_congress (DzCite        *self,
               const DzEntry *congress)
{
  const char *folded = self->run->context->folded;
  const DzRule *opened = find_opened (congress);
  const char *number = opened != NULL ? dz_rule_get_word (opened, "number") : "";
  gsize n = strlen (number);

  for (const char *p = n > 0 ? strstr (folded, number) : NULL; p != NULL; p = strstr (p + n, number))
    {
      DzSpan span = { (gsize) (p - folded), (gsize) (p - folded) + n + strlen ("大") };
      g_autofree char *called = g_strdup_printf ("党的%s大", number);

      if (g_str_has_prefix (p + n, "届"))
        find_plenums (self, congress, span.end);
      if (!g_str_has_prefix (p + n, "大") || !is_congress (folded, span.start, span.end))
        continue;
      self->cited++;
      if (dz_cite_is_later (self, dz_rule_get_word (opened, "on")))
        judge_day (self, dz_rule_get_word (opened, "on"), span, called);
      else
        judge_spirit (self, opened, span, called);
    }
}

void
dz_cite_congresses (DzCite *self)
{
  GPtrArray *congresses = dz_codebook_list (self->run->context->codebook, DZ_ENTRY_CONGRESS);

  for (guint i = 0; i < congresses->len; i++)
    find_congress (self, g_ptr_array_index (congresses, i));
}

static DzZone
zone_at (DzCite *self,
         gsize   at)
{
  GArray *sentences = self->run->context->sentences;

  for (guint i = 0; i < sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (sentences, DzReportSentence, i);

      if (at >= sentence->span.start && at < sentence->span.end)
        return sentence->zone;
    }

  return DZ_ZONE_OTHER;
}

/* 2021年，我镇将…启动“八五”普法: it speaks of the next year itself. */
static gboolean
names_next_year (DzCite *self,
                 DzSpan  sentence)
{
  g_autofree char *next = g_strdup_printf ("%d年", self->run->report->identity.year + 1);

  return g_strstr_len (self->run->context->folded + sentence.start, (gssize) (sentence.end - sentence.start), next) != NULL;
}

/* The year a passage speaks of: the plan speaks of the next as well. */
static void
judge_plan (DzCite          *self,
            const DzRuleHit *hit)
{
  int year = self->run->report->identity.year;
  int from = dz_rule_get_int (hit->rule, "from", 0);
  int to = dz_rule_get_int (hit->rule, "to", 0);
  DzSpan sentence = dz_cite_sentence (self, hit->span);
  int last = year + (zone_at (self, hit->span.start) == DZ_ZONE_PLAN || names_next_year (self, sentence));
  DzSpan clause = dz_cite_clause (self, hit->span);
  g_autofree char *words = g_strndup (self->run->context->folded + hit->span.start, hit->span.end - hit->span.start);
  g_auto(GStrv) parts = g_strsplit (words, "”", -1); /* the mark before them is not among the words */
  g_autofree char *called = g_strjoinv ("", parts);

  self->cited++;
  if ((year > from + 1 && dz_cite_says (self, clause, "begins") && !dz_cite_says (self, clause, "past")) ||
      (year > to + 1 && !dz_cite_says (self, sentence, "past")))
    dz_cite_take (self, hit->span, "“%s”为%d—%d年，与本报告年度%d年不符", called, from, to, year);
  else if (last < from - 2 || (last < from && !dz_cite_says (self, sentence, "ahead")))
    dz_cite_take (self, hit->span, "“%s”为%d—%d年，本报告年度%d年尚未开始", called, from, to, year);
}

void
dz_cite_plans (DzCite *self)
{
  DzContext *context = self->run->context;
  DzSpan all = { 0, context->folded_len };
  g_autoptr(GArray) hits = NULL;

  if (!dz_check_knows_year (self->run) || self->run->plans == NULL)
    return;
  hits = dz_rule_set_find (self->run->plans, context->folded, all);
  for (guint i = 0; i < hits->len; i++)
    judge_plan (self, &g_array_index (hits, DzRuleHit, i));
}
