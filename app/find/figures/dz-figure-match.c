/* dz-figure-match.c - the indicator a quantity's clause names
 *
 * Every cue of the codebook found near a quantity bids for it. A bid is worth
 * more the nearer the cue stands: in the quantity's own words before it, around
 * it (召开4次专题会议), behind it, elsewhere in the clause, or carried over a
 * comma when the quantity has no noun of its own. A cue that needs company (its
 * "with") loses by the distance to it, so of 办结率 under 热线 and 办结率 under
 * 信访 the nearer subject wins. Equal bids go to the earlier indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-match.h"

#include "dz-char.h"
#include "dz-figure-frames.h"
#include "dz-figure-words.h"

#include <string.h>

enum
{
  SCORE_BEFORE = 100,
  SCORE_AROUND = 96,
  SCORE_AFTER = 86,
  SCORE_CLAUSE = 64,
  SCORE_CARRIED = 54,
  SCORE_SHARED = 76,
  BEYOND_ITEM = 14,
  BEHIND_ALL = 40,
  NO_RIVAL = 99
};

/* A carried noun is looked for this many clauses back. */
#define MOST_CARRIED 2
#define MOST_CARRIED_CHANGE 4

/* Bytes before a noun in which a modifier may stand. */
#define MODIFIER 6

/* Bytes of the name of a rate. */
#define LONGEST_RATE 24

/* No cue is longer, with its gaps. */
#define LONGEST_CUE 1200

static gboolean
fits_kind (const DzIndicatorRules *indicator,
           DzMeasures              measures,
           const DzQuantity       *quantity,
           gboolean                is_change)
{
  if (is_change || indicator->form == DZ_VALUE_CHANGE)
    return is_change && indicator->form == DZ_VALUE_CHANGE &&
           quantity->number.form == DZ_NUMBER_PERCENT;
  if (indicator->form == DZ_VALUE_RATE)
    return quantity->number.form == DZ_NUMBER_PERCENT;
  if (quantity->number.form != DZ_NUMBER_COUNT)
    return FALSE;
  if (quantity->unit == NULL) /* lost: a sum or an area without its unit could be anything */
    return indicator->form != DZ_VALUE_SIZE;

  return (quantity->measure & measures) != 0 && quantity->measure != 1;
}

/**
 * dz_figure_match_fits:
 *
 * Returns: whether a quantity of this form and measure word may be a value of the indicator
 */
gboolean
dz_figure_match_fits (const DzFigureScene *scene,
                      guint                indicator,
                      const DzQuantity    *quantity)
{
  const DzIndicatorRules *rules = &g_array_index (scene->rules->indicators, DzIndicatorRules,
                                                  indicator);

  return (quantity->unit != NULL || quantity->number.form != DZ_NUMBER_COUNT) &&
         fits_kind (rules, rules->measures, quantity, FALSE);
}

static gboolean
ends_in_verb (const DzFigureScene *scene,
              DzSpan               words)
{
  for (gsize at = words.start; at + 6 <= words.end; at += (gsize) g_utf8_skip[(guchar) scene->text[at]])
    if (dz_figure_scene_word_at (scene, DZ_GRAMMAR_VERB, at, words.end) == words.end)
      return TRUE;

  return FALSE;
}

/* 11名书记、6名站长进行述法: whether only items of the same measure stand before the words they
 * share. */
static gboolean
goes_on_to (const DzFigureScene *scene,
            const DzQuantity    *quantity,
            DzSpan               hit)
{
  const DzQuantity *last = &g_array_index (scene->quantities, DzQuantity,
                                           scene->quantities->len - 1);
  const DzQuantity *next = quantity;

  while (next < last && next[1].span.start < hit.start)
    {
      next++;
      if (next->unit != quantity->unit || next->span.start < 3 ||
          memcmp (scene->text + next->span.start - 3, "、", 3) != 0)
        return FALSE;
      /* 8人报考、6人通过: each has a verb of its own */
      if (ends_in_verb (scene, (DzSpan) { next[-1].span.end, next->span.start - 3 }))
        return FALSE;
    }

  return next != quantity;
}

/* Where a cue stands, seen from a quantity; 0: too far away. */
static int
place_cue (const DzFigureScene *scene,
           const DzQuantity    *quantity,
           const DzWindows     *windows,
           const DzFigureFrame       *frame,
           const DzCue         *cue,
           DzSpan               hit)
{
  const DzClause *clause = dz_figure_scene_clause (scene, windows->clause);

  if (hit.start >= windows->shared.start && hit.end <= windows->shared.end)
    return cue->where == DZ_WHERE_AFTER ? 0 : SCORE_SHARED;
  if (hit.end <= windows->before.end && hit.end > windows->before.start)
    {
      if (cue->where == DZ_WHERE_AFTER)
        return 0;
      return hit.start >= windows->before.start ? SCORE_BEFORE : SCORE_CLAUSE + 6;
    }
  if (hit.start < quantity->span.start && hit.end > quantity->span.end)
    return hit.start >= windows->before.start && hit.end <= windows->after.end &&
               !dz_figure_words_cross_item (scene, (DzSpan) { quantity->span.end, hit.end }) ? SCORE_AROUND : 0;
  if (hit.start > quantity->span.end &&
      dz_figure_words_open_some (scene, (DzSpan) { quantity->span.end, hit.start }))
    return 0;
  if (hit.start >= windows->after.start && hit.end <= frame->own.end)
    return SCORE_AFTER;
  /* 9名班子成员全年坐班接访: nine are the members; only a cue that looks behind its number says more */
  if (cue->where == DZ_WHERE_ANY && !dz_span_is_empty (frame->own) && hit.start >= frame->own.end)
    return 0;
  if (hit.start >= windows->after.start && hit.end <= windows->after.end)
    return cue->where != DZ_WHERE_BEFORE && hit.start >= quantity->span.end &&
               !dz_figure_words_open_item (scene, (DzSpan) { quantity->span.end, hit.start }) ? SCORE_AFTER : 0;
  if (hit.start >= windows->after.end && hit.end <= clause->span.end &&
      cue->where != DZ_WHERE_BEFORE && goes_on_to (scene, quantity, hit))
    return SCORE_AFTER - BEYOND_ITEM;
  if (hit.end > windows->before.end || cue->where == DZ_WHERE_AFTER || !cue->carry)
    return 0;
  if (hit.start >= clause->span.start)
    return SCORE_CLAUSE;

  return SCORE_CARRIED;
}

static int
carried_score (const DzFigureScene *scene,
               const DzWindows     *windows,
               gboolean             is_change,
               DzSpan               hit)
{
  guint from = dz_clauses_at (scene->clauses, hit.start);
  guint back = windows->clause - from;
  const DzClause *here = dz_figure_scene_clause (scene, windows->clause);

  if (back > (is_change ? MOST_CARRIED_CHANGE : MOST_CARRIED) || dz_figure_scene_clause (scene, from)->sentence != here->sentence)
    return 0;

  return SCORE_CARRIED - 4 * (int) back;
}

/* How far away the company of a cue stands: clauses between, -1 if there is none. */
static int
find_company (const DzFigureScene *scene,
              const DzWindows     *windows,
              DzSpan               hit,
              int                  pattern,
              DzReach              within)
{
  const DzClause *here = dz_figure_scene_clause (scene, windows->clause);
  guint first = dz_figure_scene_first_clause (scene, windows->clause, within);
  DzSpan found;
  guint at;

  if (pattern == DZ_NO_PATTERN)
    return 0;
  if (within == DZ_REACH_NEAR)
    return dz_figure_scene_find (scene, pattern,
                                 (DzSpan) { windows->before.start, windows->after.end }, NULL)
             ? 0 : -1;
  if (dz_figure_scene_find (scene, pattern, here->span, &found))
    return 0;
  /* 干部夜学每月1次，全年12次: what keeps a carried noun company stands where the noun does */
  if (within == DZ_REACH_CLAUSE && hit.end <= here->span.start)
    return dz_figure_scene_find (scene, pattern,
                                 dz_figure_scene_clause (scene, dz_clauses_at (scene->clauses, hit.start))->span,
                                 NULL) ? 0 : -1;
  if (!dz_figure_scene_find_last (scene, pattern,
                                  (DzSpan) { dz_figure_scene_clause (scene, first)->span.start,
                                             here->span.start }, &found))
    return within == DZ_REACH_AROUND &&
               dz_figure_scene_find (scene, pattern,
                                     dz_figure_scene_reach (scene, windows->clause, within), NULL)
             ? 1 : -1;
  at = dz_clauses_at (scene->clauses, found.start);

  return (int) (windows->clause - at) +
         (dz_figure_scene_clause (scene, at)->full != here->full ? 3 : 0) +
         (dz_figure_scene_clause (scene, at)->paragraph != here->paragraph ? 4 : 0);
}

/* The words an exclusion may stand in: what follows a quantity belongs to it only up to the next
 * item of a list, a bracket or 其中. */
static DzSpan
get_own_words (const DzFigureScene *scene,
               const DzWindows     *windows,
               DzSpan               hit)
{
  static const char *const ends[] = { "、", "（", "其中", "和", "；" };
  DzSpan own = { MIN (windows->before.start, hit.start), windows->after.end };
  DzSpan clause = dz_figure_scene_clause (scene, windows->clause)->span;

  /* 重复投诉由61件降到23件: nor is a modifier of a noun that stands apart */
  if (own.start < windows->before.start)
    own.start -= MIN (MODIFIER, own.start - MIN (clause.start, own.start));
  gsize from = MAX (windows->after.start, hit.end);

  /* A、B分别为1、2 and the cells of a table: nothing between its noun and a number is said of it */
  if (windows->apart)
    return windows->before;
  own.start = hit.end <= clause.start ? windows->before.start : own.start;
  if (dz_figure_words_follows_list (scene, (DzSpan) { own.start, hit.start }))
    own.start = hit.start;
  for (gsize at = from; at < own.end; at += (gsize) g_utf8_skip[(guchar) scene->text[at]])
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
      if (dz_figure_words_start (scene->text, (DzSpan) { at, own.end }, ends[i]))
        {
          own.end = at;
          break;
        }

  return own;
}

/* As dz_figure_scene_find(), but for what a bracket before @number adds. */
static gboolean
find_outside_brackets (const DzFigureScene *scene,
                       int                  pattern,
                       DzSpan               span,
                       gsize                number)
{
  DzSpan found;

  while (dz_figure_scene_find (scene, pattern, span, &found))
    {
      /* and 《信访工作条例》 tells of no petitions */
      if ((found.end > number || !dz_figure_words_is_bracketed (scene, found.end, number)) &&
          !dz_figure_words_in_title (scene, found))
        return TRUE;
      span.start = found.start + 3;
    }

  return FALSE;
}

/* Whether @pattern stands in the words of a quantity, or in the clause its noun was carried from. */
static gboolean
has_in_own_words (const DzFigureScene *scene,
                  const DzWindows     *windows,
                  DzSpan               hit,
                  int                  pattern)
{
  if (find_outside_brackets (scene, pattern, get_own_words (scene, windows, hit), windows->before.end))
    return TRUE;
  if (pattern == DZ_NO_PATTERN ||
      hit.end > dz_figure_scene_clause (scene, windows->clause)->span.start)
    return FALSE;

  return dz_figure_scene_find (scene, pattern,
                               dz_figure_scene_clause (scene,
                                                       dz_clauses_at (scene->clauses, hit.start))->span,
                               NULL);
}

/* The exclusion of @indicator that holds here, NULL if none does. */
static const DzNot *
find_exclusion (const DzFigureScene    *scene,
                const DzIndicatorRules *indicator,
                guint                   index,
                DzSpan                  hit)
{
  const DzWindows *windows = dz_figure_scene_windows (scene, index);

  for (guint i = 0; i < indicator->nots->len; i++)
    {
      const DzNot *not = &g_array_index (indicator->nots, DzNot, i);
      DzSpan wide = get_own_words (scene, windows, hit);

      if (not->head)
        {
          DzSpan head = { hit.start, MAX (hit.end, dz_figure_scene_frame (scene, index)->own.end) };

          if (dz_figure_scene_find (scene, not->pattern, head, NULL) &&
              !dz_figure_scene_find (scene, not->unless, head, NULL))
            return not;
          continue;
        }
      if (not->within == DZ_REACH_NEAR)
        {
          if (has_in_own_words (scene, windows, hit, not->pattern) &&
              !has_in_own_words (scene, windows, hit, not->unless))
            return not;
          continue;
        }
      wide.start = MIN (wide.start,
                        dz_figure_scene_reach (scene, windows->clause, not->within).start);
      if (dz_figure_scene_find (scene, not->pattern, wide, NULL) &&
          !dz_figure_scene_find (scene, not->unless, wide, NULL))
        return not;
    }

  return NULL;
}

/* A number whose measure word was lost belongs only to a noun right before it. */
static gboolean
may_lack_unit (const DzFigureScene *scene,
               const DzCue         *cue,
               const DzQuantity    *quantity,
               DzSpan               hit)
{
  gsize end = quantity->span.end;

  if (quantity->number.chinese || hit.end > quantity->span.start)
    return FALSE;
  if (dz_figure_words_is_all_of_item (scene, quantity, hit))
    return TRUE;
  if (cue->measures != 0 || quantity->number.value < 20 ||
      dz_figure_words_count (scene->text, (DzSpan) { hit.end, quantity->span.start }) > 1)
    return FALSE;

  return end >= scene->len || scene->text[end] == '\n' || (guchar) scene->text[end] >= 0xe3;
}

/* 公布《权责清单》73项: the title is that of the list the items stand in. */
static gboolean
names_list (const DzFigureScene *scene,
            const DzQuantity    *quantity)
{
  static const char *const end = "清单》";
  gsize at = quantity->span.start;

  return g_strcmp0 (quantity->unit, "项") == 0 && at >= strlen (end) &&
         memcmp (scene->text + at - strlen (end), end, strlen (end)) == 0;
}

/* The cue stands apart from the words of the number. */
static gboolean
is_far (int score)
{
  return score < SCORE_AFTER && score != SCORE_SHARED;
}

/* What the bid of @cue says: @as is the word to set the quantity aside with, or %NULL. */
static void
fill_match (const DzFigureScene *scene,
            guint                index,
            const DzCue         *cue,
            DzSpan               hit,
            int                  score,
            const char          *as,
            DzFigureMatch       *match)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  const DzFigureFrame *frame = dz_figure_scene_frame (scene, index);

  match->indicator = (int) cue->indicator;
  match->set_aside = as;
  match->cue = hit;
  match->rule = cue->rule->text;
  match->score = score;
  match->place = hit.start < quantity->span.start && hit.end > quantity->span.end ? DZ_NOUN_AROUND
                 : hit.start >= quantity->span.end
                   ? hit.end <= frame->own.end ? DZ_NOUN_OWN : DZ_NOUN_BEHIND
                 : hit.start >= windows->before.start ? DZ_NOUN_BEFORE
                 : hit.start >= dz_figure_scene_clause (scene, windows->clause)->span.start
                   ? DZ_NOUN_CLAUSE : DZ_NOUN_CARRIED;
  match->distance = hit.end <= quantity->span.start
                      ? dz_figure_words_count (scene->text, (DzSpan) { hit.end, quantity->span.start })
                    : hit.start >= quantity->span.end
                      ? dz_figure_words_count (scene->text, (DzSpan) { quantity->span.end, hit.start }) : 0;
  match->margin = NO_RIVAL;
  match->shared = FALSE;
  match->base = cue->base;
}

/* 普法小队走村，讲了31场: the noun stands before, no number has counted it yet, and what is between says nothing. */
static gboolean
is_told_again (const DzFigureScene *scene,
               guint                index,
               DzSpan               hit)
{
  guint before = index;

  /* 坐在一起 is no number of anything */
  while (before > 0 && dz_figure_scene_quantity (scene, before - 1)->set_aside != NULL)
    before--;

  return (before == 0 || dz_figure_scene_quantity (scene, before - 1)->span.end <= hit.start) &&
         dz_figure_frames_is_spoken (scene, dz_figure_scene_windows (scene, index)->before);
}

/* @speech: as people speak, a deed may stand between the noun and its number. */
static gboolean
bid (const DzFigureScene *scene,
     guint                index,
     const DzCue         *cue,
     DzSpan               hit,
     gboolean             is_change,
     gboolean             speech,
     DzFigureMatch       *match)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  const DzFigureFrame *frame = dz_figure_scene_frame (scene, index);
  const DzIndicatorRules *indicator = &g_array_index (scene->rules->indicators, DzIndicatorRules,
                                                      cue->indicator);
  const DzNot *not;
  int score;
  int company;
  guint length;

  if (!fits_kind (indicator, cue->measures != 0 ? cue->measures : indicator->measures, quantity,
                  is_change))
    return FALSE;
  score = place_cue (scene, quantity, windows, frame, cue, hit);
  /* 8人持有执法证，5人为辅助人员: it is told itself what five are */
  if (score <= SCORE_CLAUSE && dz_figure_words_is_own (scene, index))
    return FALSE;
  if (score == SCORE_CARRIED)
    score = carried_score (scene, windows, is_change, hit);
  if (score == 0 || dz_figure_words_is_single_thing (scene, index, hit) || dz_figure_words_counts_another (scene, index, cue, hit) ||
      dz_figure_words_is_part_in_bracket (scene, index, hit) || dz_figure_words_is_of_next (scene, index, hit) ||
      dz_figure_words_is_piece (scene, indicator, index, hit))
    return FALSE;
  /* 学习《行政复议法》2次 is no reconsideration, but 《责令改正通知书》18份 are notices */
  if (g_strcmp0 (quantity->unit, "份") != 0 && !names_list (scene, quantity) && dz_figure_words_in_title (scene, hit))
    return FALSE;
  if (is_far (score) && hit.end <= quantity->span.start && !dz_figure_words_are_bare (scene, windows->before) &&
      !(hit.end == dz_figure_scene_clause (scene, windows->clause - MIN (windows->clause, 1))->span.end &&
        dz_figure_words_is_of_label (scene, index)) &&
      !(speech && is_told_again (scene, index, hit)))
    return FALSE;
  if (quantity->unit == NULL && quantity->number.form == DZ_NUMBER_COUNT &&
      !may_lack_unit (scene, cue, quantity, hit))
    return FALSE;
  company = find_company (scene, windows, hit, cue->with, cue->within);
  if (company < 0)
    return FALSE;
  if (has_in_own_words (scene, windows, hit, cue->not))
    return FALSE;

  length = dz_figure_words_count (scene->text, hit);
  score += cue->weight + (int) MIN (length, 10) * 2 - 2 * company;
  score += cue->with != DZ_NO_PATTERN ? 6 : 0;
  /* 矫正对象、31名安置帮教人员: the noun before the 、 belongs to the item before */
  if (hit.end <= quantity->span.start &&
      g_strstr_len (scene->text + hit.end, (gssize) (quantity->span.start - hit.end), "、") != NULL)
    score -= dz_span_is_empty (frame->own) ? BEYOND_ITEM : BEHIND_ALL;
  /* 138项配合履职事项以及41项收回事项: what a link parts from the number belongs to the item before */
  else if (hit.end <= quantity->span.start && dz_figure_words_follows_link (scene, hit.end, quantity->span.start))
    score -= BEHIND_ALL;
  if (dz_figure_words_is_listed (scene, hit, quantity->span.start))
    score -= BEYOND_ITEM;
  if (hit.end <= quantity->span.start)
    score -= (int) MIN (dz_figure_words_count (scene->text, (DzSpan) { hit.end, quantity->span.start }), 12);
  else if (hit.start >= quantity->span.end)
    score -= (int) MIN (dz_figure_words_count (scene->text, (DzSpan) { quantity->span.end, hit.start }), 12);
  /* 处罚案件（含简易程序）65件: what a bracket adds is not what is counted */
  if (hit.end <= quantity->span.start && !dz_figure_words_is_label (scene, hit, quantity->span.start) &&
      dz_figure_words_is_bracketed (scene, hit.end, quantity->span.start))
    return FALSE;
  /* 10名队员全部取得执法证: ten are the officers, not the certificates */
  if (frame->all > 0 && hit.start >= frame->all)
    score -= BEHIND_ALL;
  not = find_exclusion (scene, indicator, index, hit);
  if (not != NULL && not->as == NULL)
    return FALSE;
  /* 边界纠纷19起、婚姻纠纷41起，共计126起: a sum is of no one kind */
  if (not != NULL && hit.end <= dz_figure_scene_clause (scene, windows->clause)->span.start &&
      dz_figure_scene_find_word (scene, DZ_GRAMMAR_TOTAL, windows->before, NULL))
    not = NULL;

  fill_match (scene, index, cue, hit, score, not != NULL ? not->as : NULL, match);

  return TRUE;
}

static gboolean
is_better (const DzFigureMatch *a,
           const DzFigureMatch *b)
{
  if (b->indicator < 0)
    return TRUE;
  if (a->score != b->score)
    return a->score > b->score;

  return a->indicator < b->indicator;
}

/* Of the bids that share one noun the best is kept: a noun names one thing. */
static void
keep_bid (GArray              *bids,
          const DzFigureMatch *match)
{
  for (guint i = 0; i < bids->len; i++)
    {
      DzFigureMatch *other = &g_array_index (bids, DzFigureMatch, i);

      DzSpan both = { MIN (other->cue.start, match->cue.start), MAX (other->cue.end, match->cue.end) };

      if (!dz_span_overlaps (other->cue, match->cue))
        continue;
      /* the words of two cues of one indicator are one evidence */
      if (match->indicator == other->indicator)
        {
          if (is_better (match, other))
            *other = *match;
          other->cue = both;
        }
      else if (is_better (match, other))
        *other = *match;
      return;
    }
  g_array_append_vals (bids, match, 1);
}

/* 审核率、备案率、公开率均达100%: a rate no indicator knows stands in the list as well. */
static gboolean
skip_rate (const DzFigureScene *scene,
           DzSpan              *between)
{
  gsize end = MIN (between->end, between->start + LONGEST_RATE);
  const char *rate = dz_word_find (scene->text, between->start, end, "率");

  for (gsize at = between->start; rate != NULL && scene->text + at < rate; at++)
    if ((guchar) scene->text[at] < 0xe4 && ((guchar) scene->text[at] & 0xc0) != 0x80)
      return FALSE;
  if (rate == NULL)
    return FALSE;
  between->start = (gsize) (rate - scene->text) + strlen ("率");

  return TRUE;
}

/* 讲座、咨询、送法活动各11场: what no indicator knows stands between two that are known. */
static gboolean
skip_item (const DzFigureScene *scene,
           DzSpan              *between)
{
  static const char *const link = "、";
  gsize end = MIN (between->end, between->start + LONGEST_RATE);
  const char *stop = dz_word_find (scene->text, between->start, end, link);

  if (stop == NULL || (guchar) scene->text[between->start] < 0xe4 ||
      memcmp (scene->text + between->start - strlen (link), link, strlen (link)) != 0)
    return FALSE;
  for (gsize at = between->start; scene->text + at < stop; at += (gsize) g_utf8_skip[(guchar) scene->text[at]])
    if ((guchar) scene->text[at] < 0xe4)
      return FALSE;
  between->start = (gsize) (stop - scene->text);

  return TRUE;
}

/* 参考率、合格率均达, 办结率、群众满意率均为: only these may stand between the nouns that share a rate. */
static gboolean
is_list_link (const DzFigureScene *scene,
              DzSpan               between,
              gboolean             each)
{
  static const char *const links[] = { "、", "和", "与", "及", "以及", "”", "“", "双", "均", "，", "群众", "企业", "社会", "办件", "回访", "法治", "法律", "普法", "专题", "集中" };

  if (between.start > between.end)
    return FALSE;
  while (between.start < between.end)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (links) && !known; i++)
        if (dz_figure_words_start (scene->text, between, links[i]))
          {
            between.start += strlen (links[i]);
            known = TRUE;
          }
      if (!known && !skip_rate (scene, &between) && !(each && skip_item (scene, &between)))
        return FALSE;
    }

  return TRUE;
}

/* “清朗夜市”专项行动: a mark between two nouns makes no list of them. */
static gboolean
holds_link (const DzFigureScene *scene,
            DzSpan               between)
{
  static const char *const links[] = { "、", "和", "与", "及", "，" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_strstr_len (scene->text + between.start, (gssize) (between.end - between.start), links[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* 法治讲座和业务培训共45场: one number for two nouns goes to the first of them. */
static DzFigureMatch
first_of_list (const DzFigureScene *scene,
               const GArray        *bids,
               DzFigureMatch        best)
{
  for (guint i = 0; i < bids->len; i++)
    {
      const DzFigureMatch *other = &g_array_index (bids, DzFigureMatch, i);

      if (other->cue.end < best.cue.start && other->score >= SCORE_BEFORE &&
          other->indicator != best.indicator &&
          is_list_link (scene, (DzSpan) { other->cue.end, best.cue.start }, FALSE) &&
          holds_link (scene, (DzSpan) { other->cue.end, best.cue.start }))
        return *other;
    }

  return best;
}

static int
compare_cues (gconstpointer a,
              gconstpointer b)
{
  const DzFigureMatch *x = a;
  const DzFigureMatch *y = b;

  return x->cue.start < y->cue.start ? 1 : x->cue.start > y->cue.start ? -1 : 0;
}

/* Keeps the best bid, or for a rate that nouns share all of the list. */
static void
settle (const DzFigureScene *scene,
        guint                index,
        GArray              *bids,
        GArray              *matches)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  DzFigureMatch best = { .indicator = -1 };

  for (guint i = 0; i < bids->len; i++)
    {
      const DzFigureMatch *other = &g_array_index (bids, DzFigureMatch, i);

      if (is_better (other, &best))
        best = *other;
    }
  if (best.indicator < 0)
    return;
  /* 参考率、合格率均达100%; 学法、考法各三次 */
  if ((quantity->number.form == DZ_NUMBER_PERCENT || quantity->each) &&
      best.cue.end <= quantity->span.start)
    {
      gsize edge;

      g_array_sort (bids, compare_cues);
      best = g_array_index (bids, DzFigureMatch, 0);
      edge = best.cue.start;
      g_array_append_val (matches, best);
      for (guint i = 1; i < bids->len; i++)
        {
          const DzFigureMatch *other = &g_array_index (bids, DzFigureMatch, i);

          if (other->indicator == best.indicator || other->cue.end > edge ||
              !is_list_link (scene, (DzSpan) { other->cue.end, edge }, quantity->each))
            continue;
          edge = other->cue.start;
          g_array_append_vals (matches, other, 1);
        }
      for (guint i = 0; i < matches->len; i++)
        g_array_index (matches, DzFigureMatch, i).shared = matches->len > 1;
      return;
    }
  best = first_of_list (scene, bids, best);
  g_array_append_val (matches, best);
}

/* How far the best bid of any other indicator stays behind. */
static void
weigh_rivals (const GArray *every,
              GArray       *matches)
{
  for (guint i = 0; i < matches->len && matches->len == 1; i++)
    {
      DzFigureMatch *match = &g_array_index (matches, DzFigureMatch, i);

      for (guint k = 0; k < every->len; k++)
        {
          const DzFigureMatch *other = &g_array_index (every, DzFigureMatch, k);

          if (other->indicator != match->indicator)
            match->margin = MIN (match->margin, match->score - other->score);
        }
    }
}

/* The first clause a cue that bids may begin in: it is carried over few clauses, or reaches over them itself. */
static guint
first_bidding (const DzFigureScene *scene,
               guint                clause)
{
  guint first = dz_figure_scene_first_clause (scene, clause, DZ_REACH_SENTENCE);
  gsize start = dz_figure_scene_clause (scene, clause)->span.start;
  guint carried = clause - MIN (clause, MOST_CARRIED_CHANGE);
  guint reaching = dz_clauses_at (scene->clauses, start - MIN (start, LONGEST_CUE));

  return MAX (first, MIN (carried, reaching));
}

static void
look_for (const DzFigureScene *scene,
          guint                quantity,
          gboolean             is_change,
          gboolean             speech,
          GArray              *matches)
{
  const DzWindows *windows = dz_figure_scene_windows (scene, quantity);
  guint first = first_bidding (scene, windows->clause);
  g_autoptr(GArray) bids = g_array_new (FALSE, FALSE, sizeof (DzFigureMatch));
  g_autoptr(GArray) every = g_array_new (FALSE, FALSE, sizeof (DzFigureMatch));

  if (dz_figure_scene_frame (scene, quantity)->lacking)
    return;
  for (guint h = g_array_index (scene->first_cue, guint, first); h < scene->cue_hits->len; h++)
    {
      const DzHit *hit = &g_array_index (scene->hits, DzHit, g_array_index (scene->cue_hits, guint, h));
      const DzPatternUse *use = &g_array_index (scene->rules->uses, DzPatternUse, hit->pattern);

      if (hit->span.start >= dz_figure_scene_clause (scene, windows->clause)->span.end)
        break;
      for (guint i = 0; i < use->n_cues; i++)
        {
          const DzCue *cue = &g_array_index (scene->rules->cues, DzCue, use->first_cue + i);
          DzFigureMatch match;

          if (bid (scene, quantity, cue, hit->span, is_change, speech, &match))
            {
              keep_bid (bids, &match);
              g_array_append_val (every, match);
            }
        }
    }
  settle (scene, quantity, bids, matches);
  weigh_rivals (every, matches);
}

/**
 * dz_figure_match_find:
 * @quantity: index of the quantity
 * @is_change: it is a change, not a level
 * @matches: (element-type DzFigureMatch): what it is; more than one where nouns share a rate
 */
void
dz_figure_match_find (const DzFigureScene *scene,
                      guint                quantity,
                      gboolean             is_change,
                      GArray              *matches)
{
  look_for (scene, quantity, is_change, FALSE, matches);
  if (matches->len == 0 && dz_figure_frames_is_spoken (scene, dz_figure_scene_windows (scene, quantity)->before))
    look_for (scene, quantity, is_change, TRUE, matches);
}
