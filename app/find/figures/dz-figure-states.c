/* dz-figure-states.c - all and none forms, and the evidence of a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-states.h"

#include "dz-figure-asides.h"

#include <math.h>
#include <string.h>

/* Back to the report's own characters, never longer than evidence may be. */
DzSpan
dz_figure_evidence (const DzFigureScene *scene,
                    DzSpan               folded,
                    DzSpan               number)
{
  DzSpan wide = { MIN (folded.start, number.start), MAX (folded.end, number.end) };
  DzSpan span = dz_fold_to_original (scene->context->fold, wide);

  if (dz_text_count_characters (scene->context->report->text, span) > DZ_LONGEST_EVIDENCE)
    span = dz_fold_to_original (scene->context->fold, number);

  return span;
}

void
dz_figure_fill_ground (const DzFigureScene *scene,
                       DzFigure            *figure,
                       const char          *rule,
                       DzSpan               cue,
                       guint                clause)
{
  DzFold *fold = scene->context->fold;

  figure->ground.rule = rule != NULL ? g_intern_string (rule) : NULL;
  if (!dz_span_is_empty (cue))
    figure->ground.cue = dz_fold_to_original (fold, cue);
  figure->ground.clause = dz_fold_to_original (fold, dz_figure_scene_clause (scene, clause)->span);
}

static gboolean
crosses_comma (const DzFigureScene *scene,
               DzSpan               span)
{
  return g_strstr_len (scene->text + span.start, (gssize) (span.end - span.start), "，") != NULL;
}

/* What makes an all or none form say less than it seems: 因执法不当引发的. */
static gboolean
is_qualified (const DzFigureScene *scene,
              guint                clause,
              DzAsideVerdict      *verdict)
{
  DzSpan here = dz_figure_scene_clause (scene, clause)->span;

  for (guint i = 0; i < scene->rules->asides->len; i++)
    {
      const DzAside *aside = &g_array_index (scene->rules->asides, DzAside, i);

      if (aside->reach == DZ_REACH_STATE &&
          dz_figure_scene_find (scene, aside->pattern, here, &verdict->cue) &&
          !dz_figure_scene_find (scene, aside->unless, here, NULL))
        {
          verdict->reason = aside->reason;
          verdict->rule = aside->rule->text;
          return TRUE;
        }
    }

  return FALSE;
}

/* 没有发生 and 没有 both begin the same form: it is told once. */
static gboolean
is_told (const DzFigureScene *scene,
         const char          *id,
         DzSpan               span)
{
  const GArray *figures = scene->context->report->figures;
  DzSpan number = dz_fold_to_original (scene->context->fold, span);

  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (figures, DzFigure, i);

      if (figure->indicator == id && figure->derived && dz_span_overlaps (figure->number, number))
        return TRUE;
    }

  return FALSE;
}

/* 参加资格考试5人，全部通过: what was wanted is a part of what is refused, or follows it at once */
static gboolean
touches_refused (const DzFigureScene *scene,
                 guint                refused_words,
                 DzSpan               around,
                 DzSpan               wanted)
{
  DzSpan refused;

  while (dz_figure_scene_find (scene, refused_words, around, &refused) && refused.start <= wanted.end)
    {
      if (wanted.start <= refused.end)
        return TRUE;
      around.start = refused.start + 1;
    }

  return FALSE;
}

static void
add_state (const DzFigureScene *scene,
           const DzStateRule   *state,
           DzSpan               span)
{
  const DzIndicatorRules *indicator = &g_array_index (scene->rules->indicators, DzIndicatorRules,
                                                      state->indicator);
  guint clause = dz_clauses_at (scene->clauses, span.start);
  DzAsideVerdict verdict = dz_figure_asides_judge_span (scene, span);
  DzFigure figure = { 0 };
  DzSpan around = dz_figure_scene_reach (scene, clause, state->within);
  DzSpan wanted = DZ_SPAN_NONE;

  if (is_told (scene, indicator->entry->id, span))
    return;
  if (state->with != DZ_NO_PATTERN && !dz_figure_scene_find (scene, state->with, around, &wanted))
    return;
  if (dz_figure_scene_find (scene, state->not, dz_figure_scene_clause (scene, clause)->span, NULL))
    return;
  if (state->with != DZ_NO_PATTERN && touches_refused (scene, state->not, around, wanted))
    return;
  if (verdict.reason == NULL || g_str_equal (verdict.reason, "change"))
    {
      verdict.reason = NULL;
      is_qualified (scene, clause, &verdict);
    }
  figure.indicator = verdict.reason == NULL ? indicator->entry->id : NULL;
  figure.set_aside = verdict.reason;
  figure.unit = indicator->entry->unit;
  figure.value = state->value;
  figure.high = NAN;
  figure.derived = TRUE;
  figure.confidence = 0.88;
  figure.ground.frame = g_intern_static_string ("all or none");
  figure.span = figure.number = dz_figure_evidence (scene, span, span);
  dz_figure_fill_ground (scene, &figure, verdict.reason == NULL ? state->rule->text : verdict.rule,
               verdict.reason == NULL ? span : verdict.cue, clause);
  g_array_append_val (scene->context->report->figures, figure);
}

/**
 * dz_figure_states_read:
 *
 * Adds the all and none forms of the text to the report's figures.
 */
void
dz_figure_states_read (const DzFigureScene *scene)
{
  for (guint h = 0; h < scene->hits->len; h++)
    {
      const DzHit *hit = &g_array_index (scene->hits, DzHit, h);
      const DzPatternUse *use = &g_array_index (scene->rules->uses, DzPatternUse, hit->pattern);

      if (use->states == NULL || g_array_index (scene->cut, gboolean, h) || crosses_comma (scene, hit->span))
        continue;
      for (guint i = 0; i < use->states->len; i++)
        add_state (scene, &g_array_index (scene->rules->states, DzStateRule,
                                          g_array_index (use->states, guint, i)), hit->span);
    }
}
