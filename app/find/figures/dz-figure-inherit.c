/* dz-figure-inherit.c - a bare quantity takes the object of the quantity before it
 *
 * 2021年以来举办讲座96场，今年21场: the second number says when, not what. Only a quantity that
 * says no noun of its own inherits, within its sentence, and only from one that was told for
 * another time, place or purpose (累计, 去年, 计划, 全县, one village), or as the total of parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-inherit.h"

#include "dz-char.h"
#include "dz-figure-frames.h"
#include "dz-figure-words.h"

#include <string.h>

#define INHERITED_SCORE 60

/* The object is looked for over so many numbers. */
#define MOST_NUMBERS_BACK 400

/* Reasons that leave the object standing for the next quantity. */
static gboolean
leaves_object (const char *reason)
{
  static const char *const reasons[] = { "plan",   "cumulative", "last-year", "requirement", "rhythm",
                                         "county", "village",    "example",   "density",     "sub-case", "change" };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reason, reasons[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * dz_figure_inherit_says_total:
 *
 * Returns: whether @window tells a sum: 合计, 总数, or nothing but 共
 */
gboolean
dz_figure_inherit_says_total (const DzFigureScene *scene,
                              DzSpan               window)
{
  gsize n = dz_word_at (scene->text, scene->len, window.start, "共");

  return (n > 0 && window.start + n == window.end) || dz_figure_scene_find_word (scene, DZ_GRAMMAR_TOTAL, window, NULL);
}

/* The bytes of the longest of @words at @at, 0 if none stands there. */
static gsize
skip_any (const DzFigureScene *scene,
          gsize                at,
          const char *const   *words)
{
  gsize longest = 0;

  for (; *words != NULL; words++)
    longest = MAX (longest, dz_word_at (scene->text, scene->len, at, *words));

  return longest;
}

/**
 * dz_figure_inherit_is_of_law:
 *
 * 中心组学习12次，其中法治专题4次: of what was told together only the part counts.
 *
 * Returns: whether the words before @quantity name nothing but law, as a part of the number before it, which is not
 *   of law by its own words
 */
gboolean
dz_figure_inherit_is_of_law (const DzFigureScene *scene,
                             guint                quantity)
{
  static const char *const law[] = { "法治", "法律", "法律法规", "涉法", "法制", NULL };
  static const char *const more[] = { "内容", "专题", "类", "方面", "知识", "的", "有关", "相关", "学习", "为", "涉及", "课程", "主题", NULL };
  DzSpan window = dz_figure_scene_windows (scene, quantity)->before;
  gsize at = window.start + dz_word_at (scene->text, window.end, window.start, "其中");
  gboolean named = FALSE;

  if (at == window.start || quantity == 0 ||
      dz_word_find (scene->text, dz_figure_scene_windows (scene, quantity - 1)->before.start,
                    dz_figure_scene_quantity (scene, quantity - 1)->span.start, "法") != NULL)
    return FALSE;
  while (at < window.end)
    {
      gsize n = skip_any (scene, at, law);

      named |= n > 0;
      n = n > 0 ? n : skip_any (scene, at, more);
      if (n == 0)
        return FALSE;
      at += n;
    }

  return named;
}

/* 上半年138件、下半年151件，全年289件: all of the year, or of the body. */
static gboolean
says_whole (const DzFigureScene *scene,
            DzSpan               window)
{
  static const char *const wholes[] = { "全年", "一年下来", "全镇", "全乡", "全街道", NULL };

  for (guint i = 0; wholes[i] != NULL; i++)
    if (dz_word_find (scene->text, window.start, window.end, wholes[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* 全县执法人员1260人中，我镇有22人: a part of the county's is the body's whole. */
static gboolean
is_of_county (const GArray *settled,
              guint         whole)
{
  return g_strcmp0 (g_array_index (settled, DzSettled, whole).reason, "county") == 0;
}

/* 省级2个、市级7个: a level of what the number before counts, which was of another. */
static gboolean
is_next_level (const DzFigureScene *scene,
               const GArray        *settled,
               guint                quantity)
{
  static const char *const link = "、";
  const DzQuantity *here = dz_figure_scene_quantity (scene, quantity);
  DzSpan words = dz_figure_scene_windows (scene, quantity)->before;
  DzSpan before;

  if (quantity == 0 || words.end < words.start + strlen (link) || memcmp (scene->text + words.start, link, strlen (link)) != 0 ||
      g_array_index (settled, DzSettled, quantity - 1).indicator < 0 || g_array_index (settled, DzSettled, quantity - 1).reason != NULL ||
      dz_figure_scene_quantity (scene, quantity - 1)->measure != here->measure ||
      dz_figure_scene_quantity (scene, quantity - 1)->span.end != words.start)
    return FALSE;
  words.start += strlen (link);
  before = dz_figure_scene_windows (scene, quantity - 1)->before;

  return dz_figure_scene_word_at (scene, DZ_GRAMMAR_LEVEL, words.start, words.end) == words.end &&
         dz_figure_scene_find_word (scene, DZ_GRAMMAR_LEVEL, before, NULL);
}

/* The object of the number @source. */
static void
take_object (const DzFigureScene *scene,
             int                  indicator,
             guint                source,
             DzFigureMatch       *match)
{
  memset (match, 0, sizeof *match);
  match->indicator = indicator;
  match->cue = dz_figure_scene_quantity (scene, source)->span;
  match->rule = g_intern_static_string ("inherited");
  match->score = INHERITED_SCORE;
  match->place = DZ_NOUN_INHERITED;
  match->margin = 99;
}

/**
 * dz_figure_inherit:
 * @settled: (element-type DzSettled): one for each quantity before @quantity
 * @match: (out): what the quantity is, its cue the number it was taken from
 *
 * Returns: whether the quantity takes the object of an earlier one
 */
gboolean
dz_figure_inherit (const DzFigureScene *scene,
                   const GArray        *settled,
                   guint                quantity,
                   DzFigureMatch       *match)
{
  const DzWindows *windows = dz_figure_scene_windows (scene, quantity);
  const DzFigureFrame *frame = dz_figure_scene_frame (scene, quantity);
  guint full = dz_figure_scene_clause (scene, windows->clause)->full;
  DzSpan window = windows->before;
  gboolean is_of_law = dz_figure_inherit_is_of_law (scene, quantity);

  if (is_next_level (scene, settled, quantity))
    {
      take_object (scene, g_array_index (settled, DzSettled, quantity - 1).indicator, quantity - 1, match);
      return TRUE;
    }
  if (dz_figure_words_is_own (scene, quantity) || frame->foreign ||
      (!is_of_law && ((frame->whole >= 0 && !is_of_county (settled, (guint) frame->whole)) || !dz_figure_frames_is_bare (scene, window))))
    return FALSE;
  for (guint i = quantity; i > 0 && quantity - i < MOST_NUMBERS_BACK; i--)
    {
      const DzSettled *earlier = &g_array_index (settled, DzSettled, i - 1);
      const DzQuantity *source = dz_figure_scene_quantity (scene, i - 1);

      if (dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, i - 1)->clause)->full != full)
        return FALSE;
      if (earlier->indicator < 0 ||
          !dz_figure_match_fits (scene, (guint) earlier->indicator,
                                 dz_figure_scene_quantity (scene, quantity)))
        continue;
      /* 受理22件（其中网上15件），办结22件: what a bracket adds leaves nothing standing */
      if (dz_figure_words_is_bracketed (scene, source->span.end, dz_figure_scene_quantity (scene, quantity)->span.start))
        continue;
      if (!is_of_law && !leaves_object (earlier->reason) && !dz_figure_inherit_says_total (scene, window) &&
          !(says_whole (scene, window) &&
            source->measure == dz_figure_scene_quantity (scene, quantity)->measure &&
            !dz_figure_scene_find_word (scene, DZ_GRAMMAR_VERB, window, NULL) &&
            dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, i - 1)->clause)->sentence ==
              dz_figure_scene_clause (scene, windows->clause)->sentence && dz_figure_scene_quantity (scene, quantity)->number.value > source->number.value))
        return FALSE;
      take_object (scene, earlier->indicator, i - 1, match);
      return TRUE;
    }

  return FALSE;
}
