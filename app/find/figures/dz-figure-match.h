/* dz-figure-match.h - the indicator a quantity's clause names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-scene.h"

G_BEGIN_DECLS

/* Where the words that name a quantity stand, seen from its number. */
typedef enum
{
  DZ_NOUN_BEFORE,
  DZ_NOUN_OWN,     /* the noun behind the measure word */
  DZ_NOUN_AROUND,
  DZ_NOUN_BEHIND,
  DZ_NOUN_CLAUSE,  /* in its clause, beyond another number */
  DZ_NOUN_CARRIED, /* in a clause before */
  DZ_NOUN_INHERITED
} DzNounPlace;

/**
 * DzFigureMatch:
 * @indicator: position in rules->indicators, or -1
 * @set_aside: (nullable): an exclusion of the best indicator says what it is instead
 * @cue: the words that named it, folded
 * @rule: the pattern
 * @score: how well
 * @place: where its words stand
 * @distance: characters between them and the number
 * @margin: by how much the best bid of another indicator is worse
 * @shared: one of several nouns that each have the number
 * @base: it says what there was to do, not what was done
 */
typedef struct
{
  int indicator;
  const char *set_aside;
  DzSpan cue;
  const char *rule;
  int score;
  DzNounPlace place;
  guint distance;
  int margin;
  gboolean shared;
  gboolean base;
} DzFigureMatch;

gboolean dz_figure_match_fits (const DzFigureScene *scene,
                               guint                indicator,
                               const DzQuantity    *quantity);
void     dz_figure_match_find (const DzFigureScene *scene,
                               guint                quantity,
                               gboolean             is_change,
                               GArray              *matches);

G_END_DECLS
