/* dz-figure-scene.h - one report laid out for the rules of figures
 *
 * Quantities, clauses and the hits of all patterns side by side, each in text
 * order, so that a rule looks only at the few around its quantity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-clauses.h"
#include "dz-context.h"
#include "dz-figure-rules.h"
#include "dz-quantities.h"

G_BEGIN_DECLS

/**
 * DzWindows: what belongs to one quantity
 * @clause: its clause, index into clauses
 * @before: from the clause's start, or the quantity before it, to the quantity
 * @after: from the quantity to the clause's end, or the next quantity
 * @apart: @before does not reach the quantity: A、B分别为1、2, and the cells of a table
 * @shared: the words all the quantities of a list told in order have: A、B分别听取汇报1次、2次; else empty
 */
typedef struct
{
  guint clause;
  DzSpan before;
  DzSpan after;
  gboolean apart;
  DzSpan shared;
} DzWindows;

/**
 * DzFigureFrame: the grammar of one quantity
 * @own: the noun right behind its measure word; empty if none
 * @foreign: that noun is a thing the words before the number do not count
 * @lacking: 没有, 未, 不 follow: it is said what they lack
 * @all: where 全部, 均, 都 begins what is said of all of them; 0: nowhere
 * @whole: the quantity this one is a part of, -1: none
 */
typedef struct
{
  DzSpan own;
  gboolean foreign;
  gboolean lacking;
  gsize all;
  int whole;
} DzFigureFrame;

/**
 * DzClauseReach: what lies around a clause
 * @first: the first clause of its sentence, up to 。
 * @last: the last
 * @top: the first clause of its paragraph, or the short heading above it
 * @bottom: the last of its paragraph
 */
typedef struct
{
  guint first;
  guint last;
  guint top;
  guint bottom;
} DzClauseReach;

/* Where a pattern stands: in the scene's spans; @n is 1 more than how many, 0: nobody has asked yet. */
typedef struct
{
  guint first, n;
} DzPlaces;

typedef struct
{
  const DzFigureRules *rules;
  DzContext *context;
  const char *text; /* folded */
  gsize len;
  DzPatternScan *scan;
  GArray *hits;           /* DzHit, by start, of patterns that are used for something themselves */
  GArray *cut;            /* gboolean, one for each hit: it begins or ends within a longer word */
  GArray *quantities;     /* DzQuantity */
  GArray *clauses;        /* DzClause */
  GArray *windows;        /* DzWindows, one for each quantity */
  GArray *frames;         /* DzFigureFrame, one for each quantity */
  GArray *reaches;        /* DzClauseReach, one for each clause */
  DzPlaces *places;       /* by pattern: where it stands, once it has been asked for */
  GArray *spans;          /* DzSpan, what they are of */
  GArray *first_hit;      /* guint, one for each clause: the first hit that starts in it or later */
  GArray *cue_hits;       /* guint, the hits that name an indicator and are not cut */
  GArray *first_cue;      /* guint, one for each clause, into cue_hits */
  GArray *aside_hits;     /* guint, the hits that may set a number aside */
  GArray *first_aside;    /* guint, one for each clause, into aside_hits */
  GArray *wide_hits;      /* guint, those of them that may do so in the whole of a paragraph */
  GArray *first_wide;     /* guint, one for each clause, into wide_hits */
  GArray *kinds;          /* DzSectionKind, one for each clause */
} DzFigureScene;

DzFigureScene *dz_figure_scene_new   (DzFigureRules *rules,
                                      DzContext     *context);
void           dz_figure_scene_free  (DzFigureScene *self);
gboolean       dz_figure_scene_find  (const DzFigureScene *self,
                                      int                  pattern,
                                      DzSpan               span,
                                      DzSpan              *found);
gboolean       dz_figure_scene_find_last (const DzFigureScene *self,
                                          int                  pattern,
                                          DzSpan               span,
                                          DzSpan              *found);
gboolean       dz_figure_scene_find_word (const DzFigureScene *self,
                                          DzGrammar            words,
                                          DzSpan               span,
                                          DzSpan              *found);
gsize          dz_figure_scene_word_at   (const DzFigureScene *self,
                                          DzGrammar            words,
                                          gsize                at,
                                          gsize                end);
guint          dz_figure_scene_first_clause (const DzFigureScene *self,
                                             guint                clause,
                                             DzReach              reach);
guint          dz_figure_scene_count_brackets (const DzFigureScene *self,
                                               DzSpan               span,
                                               gsize               *open);
DzSpan         dz_figure_scene_reach (const DzFigureScene *self,
                                      guint                clause,
                                      DzReach              reach);

static inline const DzClause *
dz_figure_scene_clause (const DzFigureScene *self,
                        guint                index)
{
  return &g_array_index (self->clauses, DzClause, index);
}

static inline const DzWindows *
dz_figure_scene_windows (const DzFigureScene *self,
                         guint                quantity)
{
  return &g_array_index (self->windows, DzWindows, quantity);
}

static inline const DzQuantity *
dz_figure_scene_quantity (const DzFigureScene *self,
                          guint                index)
{
  return &g_array_index (self->quantities, DzQuantity, index);
}

static inline const DzFigureFrame *
dz_figure_scene_frame (const DzFigureScene *self,
                       guint                quantity)
{
  return &g_array_index (self->frames, DzFigureFrame, quantity);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzFigureScene, dz_figure_scene_free)

G_END_DECLS
