/* dz-figure-asides.c - quantities that are no result of this year and body, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-asides.h"

#include "dz-char.h"
#include "dz-report-lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* 下一步工作打算和安排: a heading, not a sentence. */
#define LONGEST_PLAN_HEADING 14

/* A year is looked for over so many numbers. */
#define MOST_NUMBERS_BACK 400

static void
say (DzAsideVerdict *verdict,
     const char     *reason,
     const char     *rule,
     DzSpan          cue)
{
  verdict->reason = g_intern_string (reason);
  verdict->rule = g_intern_string (rule);
  verdict->cue = cue;
}

/* Characters between two offsets. */
static guint
count_between (const char *text,
               gsize       from,
               gsize       to)
{
  guint n = 0;

  for (gsize i = from; i < to; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;

  return n;
}

static gboolean
stands_right (const DzFigureScene *scene,
              const DzAside       *aside,
              DzSpan               hit,
              DzSpan               number,
              gsize                core,
              guint                clause)
{
  DzSpan here = dz_figure_scene_clause (scene, clause)->span;

  switch (aside->reach)
    {
    case DZ_REACH_NEAR:
      return hit.end <= number.start && hit.start >= here.start &&
             count_between (scene->text, hit.end, number.start) == 0;
    case DZ_REACH_CLAUSE:
      return hit.end <= core && hit.start >= here.start;
    case DZ_REACH_AFTER:
      return hit.start >= number.end && hit.end <= here.end &&
             count_between (scene->text, number.end, hit.start) <= 1;
    case DZ_REACH_SENTENCE:
      return hit.end <= core;
    case DZ_REACH_PARAGRAPH:
    case DZ_REACH_AROUND:
      return hit.end <= number.start;
    case DZ_REACH_STATE:
    case DZ_REACH_NUMBER:
    default:
      return FALSE;
    }
}

/* “每周一法”小广播52期: what stands in a name says nothing of the number behind it. */
static gboolean
is_quoted (const DzFigureScene *scene,
           DzSpan               hit)
{
  gsize floor = hit.start > 30 ? hit.start - 30 : 0;

  for (gsize at = hit.start; at >= floor + 3; at--)
    {
      if (memcmp (scene->text + at - 3, "”", 3) == 0 || scene->text[at - 1] == '\n')
        return FALSE;
      if (memcmp (scene->text + at - 3, "“", 3) == 0)
        return g_strstr_len (scene->text + hit.start, (gssize) (hit.end - hit.start), "”") == NULL;
    }

  return FALSE;
}

/* The set-aside rules of the sentence, or the @wide ones of the paragraph before it. */
static gboolean
judge_by_hits (const DzFigureScene *scene,
               DzSpan               number,
               gsize                core,
               guint                clause,
               gboolean             wide,
               DzAsideVerdict      *verdict)
{
  guint first = dz_figure_scene_first_clause (scene, clause, DZ_REACH_SENTENCE);
  guint top = dz_figure_scene_first_clause (scene, clause, DZ_REACH_PARAGRAPH);
  gsize sentence = dz_figure_scene_clause (scene, first)->span.start;
  DzSpan here = dz_figure_scene_clause (scene, clause)->span;
  const GArray *hits = wide ? scene->wide_hits : scene->aside_hits;
  guint from = wide ? g_array_index (scene->first_wide, guint, top) : g_array_index (scene->first_aside, guint, first);
  gsize stop = wide ? sentence : here.end;

  for (guint h = from; h < hits->len; h++)
    {
      const DzHit *hit = &g_array_index (scene->hits, DzHit, g_array_index (hits, guint, h));
      const DzPatternUse *use = &g_array_index (scene->rules->uses, DzPatternUse, hit->pattern);

      if (hit->span.start >= stop)
        break;
      for (guint a = 0; a < use->asides->len; a++)
        {
          const DzAside *aside = &g_array_index (scene->rules->asides, DzAside,
                                                 g_array_index (use->asides, guint, a));

          gsize behind = aside->reach == DZ_REACH_SENTENCE
                           ? dz_figure_scene_reach (scene, clause, DZ_REACH_SENTENCE).end
                           : here.end;

          if (aside->reach != DZ_REACH_PARAGRAPH && hit->span.start < sentence)
            continue;
          if (!stands_right (scene, aside, hit->span, number, core, clause))
            continue;
          if (aside->after != DZ_NO_PATTERN &&
              !dz_figure_scene_find (scene, aside->after, (DzSpan) { number.end, behind }, NULL))
            continue;
          if (is_quoted (scene, hit->span))
            continue;
          if (hit->span.end < number.start &&
              dz_figure_scene_find (scene, aside->until, (DzSpan) { hit->span.end, number.start }, NULL))
            continue;
          if (dz_figure_scene_find (scene, aside->unless,
                                    (DzSpan) { MIN (hit->span.start, here.start), here.end }, NULL))
            continue;
          say (verdict, aside->reason, aside->rule->text, hit->span);
          verdict->sign = aside->sign;
          return TRUE;
        }
    }

  return FALSE;
}

/* The set-aside rules of phrases.xml: before the sentence only those that hold for a paragraph. */
static gboolean
judge_by_rules (const DzFigureScene *scene,
                DzSpan               number,
                gsize                core,
                guint                clause,
                DzAsideVerdict      *verdict)
{
  return judge_by_hits (scene, number, core, clause, TRUE, verdict) ||
         judge_by_hits (scene, number, core, clause, FALSE, verdict);
}

static gboolean
has_at (const DzFigureScene *scene,
        gsize                at,
        const char          *word)
{
  return dz_word_at (scene->text, scene->len, at, word) > 0;
}

/* 清理1998年以来文件112件, 对2000年以来的67件文件: the year is that of the papers, not of the work. */
static gboolean
is_year_of_what_is_cleared (const DzFigureScene *scene,
                            gsize                at)
{
  static const char *const deeds[] = { "清理", "梳理", "评估", "复核", "对" };

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (at >= strlen (deeds[i]) && has_at (scene, at - strlen (deeds[i]), deeds[i]))
      return TRUE;

  return FALSE;
}

/* 以来, 起, 至今 soon after a year, and not as an attribute: 2015年以来制发的文件. */
static gboolean
starts_span_of_years (const DzFigureScene *scene,
                      gsize                at,
                      DzSpan              *cue)
{
  static const char *const words[] = { "以来", "至今", "年起", "月起", "日起" };

  if (at >= 3 && has_at (scene, at - 3, "年"))
    at -= 3;
  for (guint n = 0; n < 8 && at < scene->len; n++)
    {
      if (has_at (scene, at, "，") || scene->text[at] == '\n')
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (has_at (scene, at, words[i]))
          {
            gsize end = at + strlen (words[i]);

            for (guint k = 0; k < 6 && end < scene->len && !has_at (scene, end, "，"); k++)
              {
                if (has_at (scene, end, "的"))
                  return FALSE;
                end += (gsize) g_utf8_skip[(guchar) scene->text[end]];
              }
            cue->end = at + strlen (words[i]);
            return TRUE;
          }
      at += (gsize) g_utf8_skip[(guchar) scene->text[at]];
    }

  return FALSE;
}

/* 2023年至2025年累计: the last year of several. */
static gboolean
ends_span_of_years (const DzFigureScene *scene,
                    guint                date)
{
  const DzQuantity *last = dz_figure_scene_quantity (scene, date);
  const DzQuantity *first = date > 0 ? dz_figure_scene_quantity (scene, date - 1) : NULL;
  gsize at = last->number.core.start;

  return first != NULL && g_strcmp0 (first->set_aside, "date") == 0 && first->number.value >= 1949 &&
         first->number.value < last->number.value && at - first->number.core.end <= 6 &&
         (has_at (scene, at - 3, "至") || has_at (scene, at - 3, "到") || has_at (scene, at - 3, "—"));
}

static gboolean
is_year (const DzQuantity *quantity)
{
  return g_strcmp0 (quantity->set_aside, "date") == 0 && quantity->number.value >= 1949 &&
         quantity->number.value <= 2100 && isnan (quantity->number.high);
}

/* 2024年、2025年: nothing but a 、 or 和 between two years. */
static gboolean
is_next_in_list (const DzFigureScene *scene,
                 guint                first)
{
  gsize at = dz_figure_scene_quantity (scene, first)->number.core.end;
  gsize end = dz_figure_scene_quantity (scene, first + 1)->number.core.start;

  at += has_at (scene, at, "年度") ? 6 : has_at (scene, at, "年") ? 3 : 0;

  return at + 3 == end && (has_at (scene, at, "、") || has_at (scene, at, "和") || has_at (scene, at, "与"));
}

/* 2024年、2025年分别调解312件和287件: each number is of the year in its place. */
static gboolean
judge_by_years_in_turn (const DzFigureScene *scene,
                        guint                index,
                        guint                clause,
                        DzAsideVerdict      *verdict)
{
  guint full = dz_figure_scene_clause (scene, clause)->full;
  guint first = dz_figure_scene_first_clause (scene, clause, DZ_REACH_SENTENCE);
  gsize at = dz_figure_scene_quantity (scene, index)->span.start;
  guint place = 0, years = 0, last = index;
  DzSpan word, next;

  if (!dz_figure_scene_find_word (scene, DZ_GRAMMAR_RESPECTIVE,
                                  (DzSpan) { dz_figure_scene_clause (scene, first)->span.start, at }, &word))
    return FALSE;
  while (dz_figure_scene_find_word (scene, DZ_GRAMMAR_RESPECTIVE, (DzSpan) { word.end, at }, &next))
    word = next;
  while (last > 0 && dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, last - 1)->clause)->full == full &&
         !is_year (dz_figure_scene_quantity (scene, last - 1)))
    place += dz_figure_scene_quantity (scene, --last)->span.start >= word.end;
  while (years < last && is_year (dz_figure_scene_quantity (scene, last - years - 1)) &&
         (years == 0 || is_next_in_list (scene, last - years - 1)))
    years++;
  if (years < 2 || place >= years ||
      dz_figure_scene_quantity (scene, last - years + place)->number.value == scene->context->report->identity.year)
    return FALSE;
  say (verdict, "last-year", "the year in its place", dz_figure_scene_quantity (scene, last - years + place)->number.core);

  return TRUE;
}

/* What the nearest year before the number says. */
static gboolean
judge_by_year (const DzFigureScene *scene,
               guint                before, /* quantities before this one */
               DzSpan               number,
               guint                clause,
               DzAsideVerdict      *verdict)
{
  int year = scene->context->report->identity.year;
  guint full = dz_figure_scene_clause (scene, clause)->full;

  /* 由2023年的2.1万元降至1.6万元: what a change leads to is this year's */
  if (year == 0 || (number.start >= 3 && (has_at (scene, number.start - 3, "至") ||
                                          has_at (scene, number.start - 3, "到"))))
    return FALSE;
  if (before < scene->quantities->len && dz_figure_scene_quantity (scene, before)->span.start == number.start &&
      judge_by_years_in_turn (scene, before, clause, verdict))
    return TRUE;
  for (guint i = before; i > 0 && before - i < MOST_NUMBERS_BACK; i--)
    {
      const DzQuantity *date = dz_figure_scene_quantity (scene, i - 1);
      const DzWindows *windows = dz_figure_scene_windows (scene, i - 1);
      DzSpan cue = date->number.core;

      if (dz_figure_scene_clause (scene, windows->clause)->full != full)
        return FALSE;
      if (g_strcmp0 (date->set_aside, "date") != 0 || date->number.value < 1949 ||
          date->number.value > 2100 || !isnan (date->number.high))
        continue;
      /* 2021年以来累计96场，今年21场: this year has begun since; but 2024年全年 is all of that year */
      if (dz_figure_scene_find_word (scene, DZ_GRAMMAR_NOW,
                                     (DzSpan) { MIN (cue.end + dz_word_at (scene->text, scene->len, cue.end, "年全年"),
                                                     number.start), number.start }, NULL))
        return FALSE;
      if (date->number.value == year && !ends_span_of_years (scene, i - 1))
        return FALSE;
      if (date->number.value == year)
        {
          say (verdict, "cumulative", "several years", cue);
          verdict->period = DZ_PERIOD_CUMULATIVE;
          return TRUE;
        }
      cue.end += has_at (scene, cue.end, "年") ? 3 : 0;
      if (date->number.value > year)
        {
          say (verdict, "plan", "a later year", cue);
          return TRUE;
        }
      if (is_year_of_what_is_cleared (scene, date->number.core.start))
        return FALSE;
      if (starts_span_of_years (scene, cue.end, &cue))
        {
          say (verdict, "cumulative", "since an earlier year", cue);
          verdict->period = DZ_PERIOD_CUMULATIVE;
          return TRUE;
        }
      if (windows->clause == clause && !has_at (scene, cue.end, "以来") &&
          (date->number.value == year - 1 || number.start - cue.end <= 3 ||
           date->number.core.start == dz_figure_scene_clause (scene, clause)->span.start))
        {
          say (verdict, "last-year", "an earlier year", cue);
          return TRUE;
        }
    }

  return FALSE;
}

/* 协助村里, 督察社区: what is done, and no name. */
static gboolean
holds_verb (const DzFigureScene *scene,
            DzSpan               stem)
{
  DzSpan verb;

  while (dz_figure_scene_find_word (scene, DZ_GRAMMAR_VERB, stem, &verb))
    {
      if (verb.end - verb.start >= 6)
        return TRUE;
      stem.start = verb.start + 3;
    }

  return FALSE;
}

/* 临江社区…, 例如盐墩村…: one place of the body, by its own name, opens the sentence. */
static gboolean
names_a_village (const DzFigureScene *scene,
                 DzSpan               clause,
                 DzSpan              *cue)
{
  static const char *const openers[] = { "其中", "例如", "比如", "如", "像", "仅", "以" };
  static const char *const places[] = { "村", "社区", "居委会", "屯", "寨" };
  static const char *const no_name = "各全个每镇乡农我本和与及到下进入驻在将把为对向以由等多有所是自然行政示范城老小区服"
                                     "走组指导引联依托通过围绕结合同让使给从被支个两三四五六七八九十举办落实推动开展深加强抓"
                                     "做好完善健配备聘请选派设发督察查访检巡评审听训和覆盖按照打造创建立面向针利用、”“‘’《》（）—…";
  static const char *const longer[] = { "镇", "乡", "街道", "居", "（", "级", "干部", "工作", "矫正", "民警", "服务", "居民", "法律", "”",
                                        "、", "两委", "党", "治", "支部", "网", "民", "调解", "书记", "主任",
                                        "会", "公", "规", "务", "警", "法", "医", "站", "组", "振兴", "全覆盖", "全部", "全体", "全面", "全员", "和",
                                        "及", "三级", "开", "共", "累", "里", "支书", "主干", "文书", "班子" };
  gsize at = clause.start;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    if (has_at (scene, at, openers[i]))
      at += strlen (openers[i]);
  if (has_at (scene, at, "，"))
    at += 3;
  cue->start = at;
  while (at < clause.end && n < 5)
    {
      const char *p = scene->text + at;

      for (guint i = 0; i < G_N_ELEMENTS (places) && n >= 2; i++)
        if (has_at (scene, at, places[i]))
          {
            cue->end = at + strlen (places[i]);
            if (has_at (scene, cue->start, "街道") || holds_verb (scene, (DzSpan) { cue->start, at }))
              return FALSE;
            for (guint k = 0; k < G_N_ELEMENTS (longer); k++)
              if (has_at (scene, cue->end, longer[k]))
                return FALSE;
            return TRUE;
          }
      if ((guchar) *p < 0xe4 || g_utf8_strchr (no_name, -1, dz_char_at (p)) != NULL)
        return FALSE;
      at += 3;
      n++;
    }

  return FALSE;
}

/* ；司法所受理…: another than the village of the item before acts. */
static gboolean
begins_with_actor (const DzFigureScene *scene,
                   guint                clause)
{
  static const char *const actors[] = { "镇", "乡", "街道", "办事处", "党委", "党工委", "书记", "主任", "班子", "领导", "司法所", "执法",
                                        "综治", "信访", "派出所", "综合", "法律顾问", "各村", "各社区" };
  const DzClause *here = dz_figure_scene_clause (scene, clause);

  for (guint i = 0; here->sentence != here[-1].sentence && i < G_N_ELEMENTS (actors); i++)
    if (has_at (scene, here->span.start, actors[i]))
      return TRUE;

  return FALSE;
}

static gboolean
judge_by_village (const DzFigureScene *scene,
                  DzSpan               number,
                  guint                clause,
                  DzAsideVerdict      *verdict)
{
  guint first = dz_figure_scene_first_clause (scene, clause, DZ_REACH_SENTENCE);

  for (guint c = clause; c > first; c--)
    if (begins_with_actor (scene, c))
      first = c;
  for (guint c = first; c <= clause; c++)
    {
      DzSpan cue;

      if (names_a_village (scene, dz_figure_scene_clause (scene, c)->span, &cue) &&
          !(cue.end < number.start &&
            dz_figure_scene_find_word (scene, DZ_GRAMMAR_BODY, (DzSpan) { cue.end, number.start }, NULL)))
        {
          say (verdict, "village", "one place by its name", cue);
          return TRUE;
        }
    }

  return FALSE;
}

/* Where the words of a clause begin: behind its ordinal, if it has one. */
static gsize
skip_ordinal (const DzFigureScene *scene,
              DzSpan               clause)
{
  DzOrdinalStyle style;
  guint number;

  return clause.start + dz_report_lines_read_ordinal (scene->text + clause.start,
                                                      clause.end - clause.start, &style, &number);
}

static gboolean
turns_to_plan (const DzFigureScene *scene,
               gsize                at)
{
  static const char *const turns[] = { "下一步", "下步", "今后", "接下来", "下阶段", "下一阶段",
                                       "改进措施", "整改措施", "努力方向", "工作打算",
                                       "工作计划", "主要打算" };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (has_at (scene, at, turns[i]))
      return TRUE;

  return FALSE;
}

/* （二）下一步打算 opens a paragraph: the plan half goes on to the end of the section. */
static gboolean
is_plan_heading (const DzFigureScene *scene,
                 guint                clause)
{
  const DzClause *here = dz_figure_scene_clause (scene, clause);
  gsize at = skip_ordinal (scene, here->span);

  return at > here->span.start &&
         (clause == 0 ||
          dz_figure_scene_clause (scene, clause - 1)->paragraph != here->paragraph) &&
         turns_to_plan (scene, at) &&
         count_between (scene->text, at, here->span.end) <= LONGEST_PLAN_HEADING;
}

/* 2026年，请县司法局…: a sentence of the year to come, in a section that holds problems and plan. */
static gboolean
opens_later_year (const DzFigureScene *scene,
                  gsize                at)
{
  char year[5] = { 0 };

  if (at + 4 >= scene->len || scene->text[at] != '2' || !has_at (scene, at + 4, "年"))
    return FALSE;
  memcpy (year, scene->text + at, 4);

  return scene->context->report->identity.year > 0 && atoi (year) == scene->context->report->identity.year + 1;
}

/* The plan section, and what follows 下一步 in a section that holds problems and plan. */
static gboolean
judge_by_section (const DzFigureScene *scene,
                  guint                clause,
                  DzAsideVerdict      *verdict)
{
  guint paragraph = dz_figure_scene_clause (scene, clause)->paragraph;

  if (g_array_index (scene->kinds, DzSectionKind, clause) == DZ_SECTION_PLAN)
    {
      say (verdict, "plan", "the plan section", DZ_SPAN_NONE);
      return TRUE;
    }
  for (guint c = clause + 1; c > 0; c--)
    {
      const DzClause *before = dz_figure_scene_clause (scene, c - 1);

      if (g_array_index (scene->kinds, DzSectionKind, c - 1) != DZ_SECTION_MERGED)
        break;
      if ((before->paragraph == paragraph && (turns_to_plan (scene, before->span.start) ||
                                              opens_later_year (scene, before->span.start))) ||
          is_plan_heading (scene, c - 1))
        {
          say (verdict, "plan", "the plan half of the section", before->span);
          return TRUE;
        }
    }

  return FALSE;
}

static DzAsideVerdict
judge (const DzFigureScene *scene,
       guint                before,
       DzSpan               number,
       gsize                core, /* behind 不超过 and its like, which belong to @number */
       guint                clause)
{
  DzAsideVerdict verdict = { 0 };

  if (!judge_by_section (scene, clause, &verdict) &&
      !judge_by_rules (scene, number, core, clause, &verdict) &&
      !judge_by_year (scene, before, number, clause, &verdict))
    judge_by_village (scene, number, clause, &verdict);

  return verdict;
}

/**
 * dz_figure_asides_judge:
 * @quantity: index of the quantity
 *
 * Returns: why it is to be set aside, if it is
 */
DzAsideVerdict
dz_figure_asides_judge (const DzFigureScene *scene,
                        guint                quantity)
{
  const DzQuantity *found = dz_figure_scene_quantity (scene, quantity);
  const DzWindows *windows = dz_figure_scene_windows (scene, quantity);
  DzAsideVerdict verdict = { 0 };

  if (found->set_aside != NULL)
    {
      say (&verdict, found->set_aside, found->ground, found->ground_span);
      return verdict;
    }
  verdict = judge (scene, quantity, found->span, found->number.core.start, windows->clause);
  if (verdict.reason == NULL && found->change != 0)
    {
      say (&verdict, "change", "column", found->number.core);
      verdict.sign = found->change;
    }
  if (verdict.reason == NULL &&
      (found->number.form == DZ_NUMBER_POINTS || found->number.form == DZ_NUMBER_TIMES))
    say (&verdict, "change", "points or times", found->number.core);

  return verdict;
}

/**
 * dz_figure_asides_judge_span:
 * @span: an all or none form
 *
 * Returns: as dz_figure_asides_judge()
 */
DzAsideVerdict
dz_figure_asides_judge_span (const DzFigureScene *scene,
                             DzSpan               span)
{
  guint clause = dz_clauses_at (scene->clauses, span.start);
  guint before = 0, high = scene->quantities->len;

  while (before < high)
    {
      guint middle = (before + high) / 2;

      if (dz_figure_scene_quantity (scene, middle)->span.start < span.start)
        before = middle + 1;
      else
        high = middle;
    }

  return judge (scene, before, span, span.start, clause);
}
