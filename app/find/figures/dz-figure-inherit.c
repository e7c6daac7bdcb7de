/* dz-figure-inherit.c - a bare quantity takes the object of the quantity before it
 *
 * 2021年以来举办讲座96场，今年21场: the second number says when, not what. Only a quantity that
 * says no noun of its own inherits, within its sentence, and only from one that was told for
 * another time, place or purpose (累计, 去年, 计划, 全县, one village), or as the total of parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-inherit.h"

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

static gboolean
says_total (const DzFigureScene *scene,
            DzSpan               window)
{
  return dz_figure_scene_find_word (scene, DZ_GRAMMAR_TOTAL, window, NULL);
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

  if (dz_figure_words_is_own (scene, quantity) || frame->foreign || frame->whole >= 0 || !dz_figure_frames_is_bare (scene, window))
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
      if (!leaves_object (earlier->reason) && !says_total (scene, window))
        return FALSE;
      match->indicator = earlier->indicator;
      match->set_aside = NULL;
      match->cue = source->span;
      match->rule = g_intern_static_string ("inherited");
      match->score = INHERITED_SCORE;
      match->place = DZ_NOUN_INHERITED;
      match->distance = 0;
      match->margin = 99;
      match->shared = FALSE;
      return TRUE;
    }

  return FALSE;
}
