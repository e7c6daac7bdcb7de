/* dz-figure-words.h - the words between a noun and its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-scene.h"

G_BEGIN_DECLS

/* Bytes: words that only lead to a number are never as long. */
#define DZ_FIGURE_LONGEST_LEAD 1200

guint    dz_figure_words_count      (const char          *text,
                                     DzSpan               span);
gboolean dz_figure_words_start      (const char          *text,
                                     DzSpan               span,
                                     const char          *word);
gsize    dz_figure_words_from_actual (const char          *text,
                                     DzSpan               window);
gboolean dz_figure_words_are_bare   (const DzFigureScene *scene,
                                     DzSpan               window);
gboolean dz_figure_words_cross_item (const DzFigureScene *scene,
                                     DzSpan               span);
gboolean dz_figure_words_open_item  (const DzFigureScene *scene,
                                     DzSpan               between);
gboolean dz_figure_words_open_some  (const DzFigureScene *scene,
                                     DzSpan               between);
gboolean dz_figure_words_in_title   (const DzFigureScene *scene,
                                     DzSpan               hit);

gboolean dz_figure_words_counts_another     (const DzFigureScene *scene,
                                              guint                index,
                                              const DzCue         *cue,
                                              DzSpan               hit);
gboolean dz_figure_words_is_single_thing    (const DzFigureScene *scene,
                                              guint                index,
                                              DzSpan               hit);
gboolean dz_figure_words_is_bracketed       (const DzFigureScene *scene,
                                              gsize                from,
                                              gsize                to);
gboolean dz_figure_words_is_of_next (const DzFigureScene *scene,
                                              guint                index,
                                              DzSpan               hit);
gboolean dz_figure_words_is_part_in_bracket (const DzFigureScene *scene,
                                              guint                index,
                                              DzSpan               hit);
gboolean dz_figure_words_is_piece            (const DzFigureScene    *scene,
                                              const DzIndicatorRules *indicator,
                                              guint                   index,
                                              DzSpan                  hit);
gboolean dz_figure_words_is_listed          (const DzFigureScene *scene,
                                             DzSpan                hit,
                                             gsize                 number);
gboolean dz_figure_words_follows_list        (const DzFigureScene *scene,
                                              DzSpan               before);
gboolean dz_figure_words_follows_link        (const DzFigureScene *scene,
                                              gsize                from,
                                              gsize                number);
gboolean dz_figure_words_is_label            (const DzFigureScene *scene,
                                              DzSpan               hit,
                                              gsize                number);
gboolean dz_figure_words_is_of_label        (const DzFigureScene *scene,
                                             guint                index);
gboolean dz_figure_words_is_all_of_item     (const DzFigureScene *scene,
                                             const DzQuantity    *quantity,
                                             DzSpan               hit);
gboolean dz_figure_words_is_own             (const DzFigureScene *scene,
                                              guint                index);

G_END_DECLS
