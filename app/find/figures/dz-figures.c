/* dz-figures.c - quantities and the indicators their clauses name
 *
 * Every quantity ends in the report's figures: with its indicator, set aside
 * with the reason, or unassigned. All and none forms (已全部调解成功, 无一例越级上访)
 * are figures without a number of their own. Sums are made at the end, only
 * where the report tells no total.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "dz-figures.h"

#include "dz-word-list.h"
#include "dz-figure-asides.h"
#include "dz-figure-each.h"
#include "dz-figure-frames.h"
#include "dz-figure-inherit.h"
#include "dz-figure-match.h"
#include "dz-figure-parts.h"
#include "dz-figure-scene.h"
#include "dz-figure-states.h"
#include "dz-figure-tables.h"
#include "dz-figure-trust.h"
#include "dz-figure-words.h"

#include <math.h>
#include <string.h>

#define LONGEST_WHOLE 30 /* bytes from a number to 中 behind what it counts */

struct _DzFigures
{
  DzCodebook *codebook;
  DzFigureRules *rules;
};

/**
 * dz_figures_new:
 *
 * Returns: (transfer full) (nullable): the compiled rules, or %NULL with @error naming file, line
 *   and reason
 */
DzFigures *
dz_figures_new (DzCodebook  *codebook,
                GError     **error)
{
  g_autoptr(DzFigureRules) rules = dz_figure_rules_new (codebook, error);
  DzFigures *self;

  if (rules == NULL)
    return NULL;
  self = g_new0 (DzFigures, 1);
  self->codebook = dz_codebook_ref (codebook);
  self->rules = g_steal_pointer (&rules);

  return self;
}

void
dz_figures_free (DzFigures *self)
{
  if (self == NULL)
    return;

  dz_figure_rules_free (self->rules);
  dz_codebook_unref (self->codebook);
  g_free (self);
}

static const DzIndicatorRules *
get_indicator (const DzFigureScene *scene,
               guint                index)
{
  return &g_array_index (scene->rules->indicators, DzIndicatorRules, index);
}

static double
to_base_unit (const DzIndicatorRules *indicator,
              const DzQuantity       *quantity)
{
  static const struct
  {
    const char *from;
    const char *to;
    double factor;
  } units[] = {
    { "公顷", "亩", 15 },          { "平方米", "亩", 0.0015 }, { "亩", "平方米", 666.6667 },
    { "公顷", "平方公里", 0.01 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (quantity->unit, units[i].from) == 0 &&
        g_strcmp0 (indicator->entry->unit, units[i].to) == 0)
      return units[i].factor;

  return 1;
}

static gboolean
holds (const DzFigureScene *scene,
       DzSpan               span,
       const char          *word)
{
  return dz_word_find (scene->text, span.start, span.end, word) != NULL;
}

static DzScope
read_scope (const DzFigureScene *scene,
            DzSpan               before)
{
  static const char *const mixed[] = { "镇村", "乡村", "街道和社区", "街道、社区", "镇、村", "乡、村",
                                       "街道、村居", "镇和村", "乡和村", "镇村两级", NULL };
  static const char *const villages[] = { "各村", "各社区", NULL };

  if (dz_words_stand (scene->text, before.start, before.end, mixed) && !holds (scene, before, "干部"))
    return DZ_SCOPE_MIXED;

  return dz_words_stand (scene->text, before.start, before.end, villages) ? DZ_SCOPE_VILLAGES : DZ_SCOPE_BODY;
}

/* 截至11月底, 上半年, 1—11月: still this year's figure, but not of the whole year. */
static DzPeriod
read_period (const DzFigureScene *scene,
             guint                clause)
{
  static const char *const parts[] = { "上半年", "前三季度", "月底", "月末", "季度末", NULL };
  guint first = dz_figure_scene_first_clause (scene, clause, DZ_REACH_SENTENCE);
  DzSpan span = { dz_figure_scene_clause (scene, first)->span.start,
                  dz_figure_scene_clause (scene, clause)->span.end };

  return dz_words_stand (scene->text, span.start, span.end, parts) && !holds (scene, span, "12月底") ? DZ_PERIOD_PART_YEAR
                                                                                                       : DZ_PERIOD_YEAR;
}

static DzFigure
start_figure (const DzFigureScene *scene,
              const DzQuantity    *quantity)
{
  DzFigure figure = { 0 };
  DzFold *fold = scene->context->fold;

  figure.value = quantity->number.value;
  figure.high = quantity->number.high;
  figure.bound = quantity->number.bound;
  figure.number = dz_fold_to_original (fold, quantity->span);
  figure.span = figure.number;
  figure.unit = quantity->unit != NULL ? quantity->unit
                : quantity->number.form == DZ_NUMBER_PERCENT ? g_intern_static_string ("%")
                : quantity->number.form == DZ_NUMBER_POINTS ? g_intern_static_string ("个百分点")
                : quantity->number.form == DZ_NUMBER_TIMES ? g_intern_static_string ("倍")
                                                           : g_intern_static_string ("");

  return figure;
}

static void
append_figure (const DzFigureScene *scene,
               DzFigure            *figure)
{
  dz_figure_check_value (figure);
  g_array_append_vals (scene->context->report->figures, figure, 1);
}

static void
add_set_aside (const DzFigureScene  *scene,
               guint                 index,
               const DzAsideVerdict *verdict)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  DzFigure figure = start_figure (scene, quantity);

  if (!quantity->listed)
    return;
  figure.set_aside = verdict->reason;
  figure.period = verdict->period;
  figure.confidence = 0.9;
  if (!dz_span_is_empty (verdict->cue) && verdict->cue.end <= quantity->span.start)
    figure.span = dz_figure_evidence (scene, verdict->cue, quantity->span);
  dz_figure_fill_ground (scene, &figure, verdict->rule, verdict->cue,
               dz_figure_scene_windows (scene, index)->clause);
  dz_figure_tell_frame (scene, index, NULL, &figure.ground);
  append_figure (scene, &figure);
}

static void
add_unassigned (const DzFigureScene *scene,
                guint                index)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  DzFigure figure = start_figure (scene, quantity);

  if (!quantity->listed)
    return;
  figure.confidence = 0.5;
  figure.span = dz_figure_evidence (scene, windows->before, quantity->span);
  dz_figure_fill_ground (scene, &figure, NULL, DZ_SPAN_NONE, windows->clause);
  dz_figure_tell_frame (scene, index, NULL, &figure.ground);
  append_figure (scene, &figure);
}

static void
add_matched (const DzFigureScene  *scene,
             guint                 index,
             const DzFigureMatch  *match,
             const DzAsideVerdict *verdict)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  const DzIndicatorRules *indicator = get_indicator (scene, (guint) match->indicator);
  DzFigure figure = start_figure (scene, quantity);
  double factor = to_base_unit (indicator, quantity);

  if (match->set_aside != NULL)
    figure.set_aside = match->set_aside;
  else
    {
      figure.indicator = indicator->entry->id;
      figure.unit = indicator->entry->unit != NULL ? indicator->entry->unit : figure.unit;
      figure.value *= factor;
      figure.high *= factor;
    }
  if (verdict->sign < 0)
    figure.value = -figure.value;
  if (quantity->each && !match->shared)
    {
      guint named = dz_figure_each_count (scene, index);

      figure.value *= named;
      figure.derived = named > 1;
    }
  figure.scope = read_scope (scene, windows->before);
  figure.period = read_period (scene, windows->clause);
  figure.confidence = dz_figure_trust (scene, index, match);
  if (figure.confidence == 0)
    {
      figure.indicator = NULL;
      figure.set_aside = g_intern_static_string ("example");
      figure.confidence = 0.5;
    }
  figure.span = dz_figure_evidence (scene, match->cue, quantity->span);
  dz_figure_fill_ground (scene, &figure, match->rule, match->cue, windows->clause);
  dz_figure_tell_frame (scene, index, match, &figure.ground);
  append_figure (scene, &figure);
}

/* The first clause since a ； or the end of a sentence. */
static guint
first_of_item (const DzFigureScene *scene,
               guint                clause)
{
  guint sentence = dz_figure_scene_clause (scene, clause)->sentence;

  while (clause > 0 && dz_figure_scene_clause (scene, clause - 1)->sentence == sentence)
    clause--;

  return clause;
}

/* ；其中依据甲…；依据乙…: the items behind one that 其中 opens are parts as well. */
static guint
first_of_parts (const DzFigureScene *scene,
                guint                first)
{
  guint full = dz_figure_scene_clause (scene, first)->full;

  for (guint item = first; item > 0 && dz_figure_scene_clause (scene, item - 1)->full == full;)
    {
      const DzClause *before;

      item = first_of_item (scene, item - 1);
      before = dz_figure_scene_clause (scene, item);
      if (g_str_has_prefix (scene->text + before->span.start, "其中"))
        return item;
    }

  return first;
}

/* 其中 begins the parts of a total: a part that repeats the total's name is a kind of it. */
static gboolean
is_part_of_total (const DzFigureScene *scene,
                  guint                index,
                  const char          *id)
{
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  guint first = first_of_parts (scene, first_of_item (scene, windows->clause));
  gsize start = dz_figure_scene_clause (scene, first)->span.start;
  const GArray *figures = scene->context->report->figures;
  const char *among = memmem (scene->text + start, windows->before.end - start, "其中", strlen ("其中"));
  DzSpan sentence;
  gsize open;

  if (among == NULL)
    return FALSE;
  /* 宣传（其中进校园6场）共34场: the parts ended with their bracket */
  if (dz_figure_scene_count_brackets (scene, (DzSpan) { start, (gsize) (among - scene->text) }, &open) >
      dz_figure_scene_count_brackets (scene, (DzSpan) { start, windows->before.end }, &open))
    return FALSE;
  /* ；其中: the total stands in the item before */
  if (among == scene->text + start && first > 0 &&
      dz_figure_scene_clause (scene, first - 1)->full ==
        dz_figure_scene_clause (scene, first)->full)
    start = dz_figure_scene_clause (scene, first_of_item (scene, first - 1))->span.start;
  if (id == NULL)
    return TRUE;
  sentence = dz_fold_to_original (scene->context->fold,
                                  (DzSpan) { start, (gsize) (among - scene->text) });
  for (guint i = figures->len; i > 0; i--)
    {
      const DzFigure *figure = &g_array_index (figures, DzFigure, i - 1);

      if (figure->number.start < sentence.start)
        break;
      if (figure->indicator == id && figure->number.end <= sentence.end)
        return TRUE;
    }

  return FALSE;
}

/* 采取强制措施3起：查封砂场1处、暂扣三轮车2辆: what a colon behind the total opens are its parts. */
static gboolean
is_part_behind_colon (const DzFigureScene *scene,
                      guint                index,
                      const char          *id)
{
  const GArray *figures = scene->context->report->figures;
  gsize at = dz_figure_scene_windows (scene, index)->before.end;
  guint first = dz_figure_scene_first_clause (scene, dz_figure_scene_windows (scene, index)->clause, DZ_REACH_SENTENCE);
  gsize start = dz_figure_scene_clause (scene, first)->span.start;
  const char *colon = g_strrstr_len (scene->text + start, (gssize) (at - start), "：");
  gsize end = colon != NULL ? (gsize) (colon - scene->text) : 0;

  for (guint q = index; colon != NULL && q > 0; q--)
    {
      const DzQuantity *whole = dz_figure_scene_quantity (scene, q - 1);
      gsize number = dz_fold_to_original (scene->context->fold, whole->span).start;

      if (whole->span.end < end)
        return FALSE;
      if (whole->span.end != end)
        continue;
      for (guint i = figures->len; i > 0; i--)
        if (g_array_index (figures, DzFigure, i - 1).number.start == number)
          return g_array_index (figures, DzFigure, i - 1).indicator == id;
    }

  return FALSE;
}

/* 547件纠纷中，社区调解412件: the whole was told before, and is only taken up again. */
static gboolean
is_part_of_repeated (const DzFigureScene *scene,
                     guint                index,
                     const char          *id)
{
  const GArray *figures = scene->context->report->figures;
  const DzQuantity *part = dz_figure_scene_quantity (scene, index);
  guint full = dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, index)->clause)->full;

  for (guint q = index; q > 0; q--)
    {
      const DzQuantity *whole = dz_figure_scene_quantity (scene, q - 1);
      gsize end = whole->span.end;

      if (dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, q - 1)->clause)->full != full)
        return FALSE;
      if (whole->measure != part->measure ||
          memmem (scene->text + end, MIN (LONGEST_WHOLE, part->span.start - end), "中，", strlen ("中，")) == NULL)
        continue;
      for (guint i = 0; i < figures->len; i++)
        if (g_array_index (figures, DzFigure, i).indicator == id &&
            g_array_index (figures, DzFigure, i).value == whole->number.value)
          return TRUE;
    }

  return FALSE;
}

/* 中心组学习12次，其中法治专题4次: the twelve are told of more than law. */
static void
mix_whole (const DzFigureScene *scene,
           guint                whole,
           const char          *id)
{
  GArray *figures = scene->context->report->figures;
  gsize at = dz_fold_to_original (scene->context->fold, dz_figure_scene_quantity (scene, whole)->span).start;

  for (guint i = figures->len; i > 0; i--)
    {
      DzFigure *figure = &g_array_index (figures, DzFigure, i - 1);

      if (figure->indicator == id && figure->number.start == at)
        figure->scope = DZ_SCOPE_MIXED;
    }
}

/* Whether the match is a part of a total that was already told. */
static void
add_match (const DzFigureScene  *scene,
           guint                 index,
           const DzFigureMatch  *match,
           const DzAsideVerdict *verdict,
           DzSettled            *settled)
{
  const DzAsideVerdict part = { g_intern_static_string ("sub-case"),
                                g_intern_static_string ("其中"), DZ_SPAN_NONE, 0,
                                DZ_PERIOD_YEAR };

  const char *id = get_indicator (scene, (guint) match->indicator)->entry->id;

  if ((match->place == DZ_NOUN_INHERITED || match->place == DZ_NOUN_CARRIED) && dz_figure_inherit_is_of_law (scene, index))
    {
      mix_whole (scene, index - 1, id);
      add_matched (scene, index, match, verdict);
      return;
    }
  if (!is_part_of_total (scene, index, id) && !is_part_of_repeated (scene, index, id) &&
      !is_part_behind_colon (scene, index, id))
    {
      add_matched (scene, index, match, verdict);
      return;
    }
  add_set_aside (scene, index, &part);
  settled->reason = part.reason;
}

/* 决策目录列入4项，完成3项: a noun carried over a comma was counted by the number before. */
static gboolean
is_counted_before (const DzFigureScene *scene,
                   guint                index,
                   const DzFigureMatch *match,
                   const GArray        *earlier)
{
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  guint full = dz_figure_scene_clause (scene, windows->clause)->full;

  if (match->place != DZ_NOUN_CARRIED || dz_figure_scene_quantity (scene, index)->number.form != DZ_NUMBER_COUNT ||
      dz_figure_inherit_says_total (scene, windows->before) || dz_figure_inherit_is_of_law (scene, index) ||
      dz_figure_scene_find_word (scene, DZ_GRAMMAR_NOW, windows->before, NULL))
    return FALSE;
  for (guint i = index; i > 0; i--)
    {
      const DzSettled *one = &g_array_index (earlier, DzSettled, i - 1);

      if (dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, i - 1)->clause)->full != full)
        return FALSE;
      if (one->indicator == match->indicator && one->reason == NULL && !dz_figure_words_is_of_label (scene, i - 1) &&
          dz_figure_scene_quantity (scene, i - 1)->span.start > match->cue.end &&
          dz_figure_scene_quantity (scene, i - 1)->measure == dz_figure_scene_quantity (scene, index)->measure)
        return TRUE;
    }

  return FALSE;
}

/* 去年复议3件，其中1件被纠错: a part goes with its whole. */
static DzAsideVerdict
judge (const DzFigureScene *scene,
       guint                index,
       const GArray        *earlier)
{
  static const char *const reasons[] = { "last-year", "plan", "county" };
  static const char *const among = "其中";
  DzAsideVerdict verdict = dz_figure_asides_judge (scene, index);
  guint clause = dz_figure_scene_windows (scene, index)->clause;
  DzSpan here = { dz_figure_scene_clause (scene, clause)->span.start, dz_figure_scene_quantity (scene, index)->span.start };

  if (verdict.reason != NULL || index == 0 || here.end < here.start + strlen (among) ||
      memcmp (scene->text + here.start, among, strlen (among)) != 0 ||
      dz_figure_scene_quantity (scene, index - 1)->span.start >= here.start ||
      dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, index - 1)->clause)->full !=
        dz_figure_scene_clause (scene, clause)->full ||
      dz_figure_scene_find_word (scene, DZ_GRAMMAR_NOW, here, NULL) || dz_figure_scene_find_word (scene, DZ_GRAMMAR_BODY, here, NULL))
    return verdict;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (g_array_index (earlier, DzSettled, index - 1).reason, reasons[i]) == 0)
      {
        verdict.reason = g_intern_static_string (reasons[i]);
        verdict.rule = g_intern_static_string (among);
        verdict.cue = (DzSpan) { here.start, here.start + strlen (among) };
      }

  return verdict;
}

/* 包案6件，化解5件: what there was to do is no second value beside what was done of it. */
static void
drop_base (const DzFigureScene *scene,
           guint                index,
           const DzSettled     *done,
           const GArray        *earlier)
{
  GArray *figures = scene->context->report->figures;
  guint full = dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, index)->clause)->full;
  gsize at;

  if (index == 0 || done->indicator < 0 || done->base || done->reason != NULL || !g_array_index (earlier, DzSettled, index - 1).base ||
      g_array_index (earlier, DzSettled, index - 1).indicator != done->indicator ||
      dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, index - 1)->clause)->full != full)
    return;
  at = dz_fold_to_original (scene->context->fold, dz_figure_scene_quantity (scene, index - 1)->span).start;
  for (guint i = figures->len; i > 0; i--)
    {
      DzFigure *figure = &g_array_index (figures, DzFigure, i - 1);

      if (figure->number.start != at || figure->indicator == NULL)
        continue;
      figure->indicator = NULL;
      figure->set_aside = g_intern_static_string ("sub-case");
    }
}

static DzSettled
read_one (const DzFigureScene *scene,
          guint                index,
          const GArray        *earlier,
          GArray              *matches)
{
  DzAsideVerdict verdict = judge (scene, index, earlier);
  gboolean is_change = g_strcmp0 (verdict.reason, "change") == 0;
  DzSettled settled = { -1, verdict.reason, FALSE };
  DzFigureMatch inherited;

  g_array_set_size (matches, 0);
  if (!dz_figure_scene_quantity (scene, index)->set_aside)
    dz_figure_match_find (scene, index, is_change, matches);
  /* 每季度听一次汇报，一年下来四次: what has a rhythm is told, and counted later */
  else if (g_strcmp0 (dz_figure_scene_quantity (scene, index)->set_aside, "rhythm") == 0)
    {
      dz_figure_match_find (scene, index, FALSE, matches);
      settled.indicator = matches->len > 0 ? g_array_index (matches, DzFigureMatch, 0).indicator : -1;
      g_array_set_size (matches, 0);
    }
  if (matches->len > 0)
    {
      settled.indicator = g_array_index (matches, DzFigureMatch, 0).indicator;
      settled.base = g_array_index (matches, DzFigureMatch, 0).base;
    }
  else if (settled.indicator < 0 && is_change && dz_figure_scene_quantity (scene, index)->unit != NULL)
    {
      /* 复议案件较上年减少6件，全年只有3件: the object stands for the next number */
      dz_figure_match_find (scene, index, FALSE, matches);
      if (matches->len > 0)
        settled.indicator = g_array_index (matches, DzFigureMatch, 0).indicator;
      g_array_set_size (matches, 0);
    }
  else if (!is_change && dz_figure_inherit (scene, earlier, index, &inherited))
    {
      settled.indicator = inherited.indicator;
      g_array_append_val (matches, inherited);
    }
  if (verdict.reason != NULL && (!is_change || matches->len == 0))
    add_set_aside (scene, index, &verdict);
  else if ((matches->len == 0 && is_part_of_total (scene, index, NULL)) ||
           (matches->len == 1 && is_counted_before (scene, index, &g_array_index (matches, DzFigureMatch, 0), earlier)))
    {
      const DzAsideVerdict part = { g_intern_static_string ("sub-case"),
                                    g_intern_static_string ("其中"), DZ_SPAN_NONE, 0,
                                    DZ_PERIOD_YEAR };

      add_set_aside (scene, index, &part);
      settled.reason = part.reason;
    }
  else if (matches->len == 0)
    add_unassigned (scene, index);
  else
    for (guint i = 0; i < matches->len; i++)
      add_match (scene, index, &g_array_index (matches, DzFigureMatch, i), &verdict, &settled);

  return settled;
}

static const DzFigure *
find_figure (const GArray *figures,
             const char   *id)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, DzFigure, i).indicator == id)
      return &g_array_index (figures, DzFigure, i);

  return NULL;
}

/* Parts are added up only where all are told and the total is not. */
static void
add_sum (const DzFigureScene    *scene,
         const DzIndicatorRules *indicator)
{
  GArray *figures = scene->context->report->figures;
  DzFigure sum = { 0 };
  DzSpan wide = { G_MAXUINT, 0 };

  if (find_figure (figures, indicator->entry->id) != NULL)
    return;
  sum.high = NAN;
  sum.confidence = 0.9;
  for (guint i = 0; i < indicator->sum_of->len; i++)
    {
      const DzFigure *part = find_figure (figures, g_ptr_array_index (indicator->sum_of, i));

      if (part == NULL)
        return;
      sum.value += part->value;
      sum.bound = part->bound != DZ_BOUND_EXACT ? part->bound : sum.bound;
      wide.start = MIN (wide.start, part->span.start);
      wide.end = MAX (wide.end, part->span.end);
      sum.span = part->span;
      sum.ground.clause = part->ground.clause;
    }
  if (dz_text_count_characters (scene->context->report->text, wide) <= DZ_LONGEST_EVIDENCE)
    sum.span = wide;
  sum.number = sum.span;
  sum.indicator = indicator->entry->id;
  sum.unit = indicator->entry->unit;
  sum.derived = TRUE;
  sum.ground.rule = g_intern_static_string ("sum");
  append_figure (scene, &sum);
}

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  const DzFigure *x = a;
  const DzFigure *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end < y->span.end ? -1 : 1;

  return g_strcmp0 (x->indicator, y->indicator);
}

/**
 * dz_figures_find:
 *
 * Fills the report's figures: every quantity, with its indicator or without.
 */
void
dz_figures_find (DzFigures *self,
                 DzContext *context)
{
  g_autoptr(DzFigureScene) scene = dz_figure_scene_new (self->rules, context);
  g_autoptr(GArray) matches = g_array_new (FALSE, FALSE, sizeof (DzFigureMatch));
  g_autoptr(GArray) settled = g_array_new (FALSE, FALSE, sizeof (DzSettled));

  if (scene->clauses->len == 0)
    return;
  dz_figure_frames_lay (scene);
  dz_figure_tables_lay (scene);
  for (guint i = 0; i < scene->quantities->len; i++)
    {
      DzSettled one = read_one (scene, i, settled, matches);

      drop_base (scene, i, &one, settled);
      g_array_append_val (settled, one);
    }
  dz_figure_states_read (scene);
  for (guint i = 0; i < self->rules->indicators->len; i++)
    {
      const DzIndicatorRules *indicator = get_indicator (scene, i);

      if (indicator->sum_of != NULL)
        add_sum (scene, indicator);
    }
  g_array_sort (context->report->figures, compare_figures);
  dz_figure_parts_set_aside (context);
  dz_figure_trust_repeats (context->report);
}

/**
 * dz_figures_set_aside_all:
 *
 * For a document that is no report: its numbers stay in the list, none of them as a figure.
 */
void
dz_figures_set_aside_all (DzReport *report)
{
  for (guint i = report->figures->len; i > 0; i--)
    {
      DzFigure *figure = &g_array_index (report->figures, DzFigure, i - 1);

      if (figure->indicator != NULL && figure->derived)
        {
          g_array_remove_index (report->figures, i - 1);
          continue;
        }
      if (figure->indicator == NULL && figure->set_aside != NULL)
        continue;
      figure->indicator = NULL;
      figure->set_aside = g_intern_static_string ("not_a_report");
    }
}
