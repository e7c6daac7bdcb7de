/* dz-figure-trust.c - how sure a figure is, and by which frame it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-trust.h"

#include <math.h>

/* How sure figures of a kind are, by what tests/bench/reliability counts over texts nobody tuned on. */
#define SURE 0.98
#define NEAR_SURE 0.95
#define LIKELY 0.88
#define FAIR 0.78
#define TOLD_AGAIN 0.8
#define TOLD_ELSEWHERE 0.6
#define WHOLE_IN_PROBLEMS 0.6
#define IN_PROBLEMS 0.55

/* The noun stands right before its number, and long enough to mean only one thing. */
#define FARTHEST_SURE 3
#define LEAST_SURE 110
#define LEAST_MARGIN 24

/* 全年共化解185件 among the problems is said of the whole, and contradicts another whole. */
static gboolean
is_told_of_whole (const DzFigureScene *scene,
                  guint                clause,
                  gsize                number)
{
  DzSpan before = { dz_figure_scene_clause (scene, clause)->span.start, number };

  return dz_figure_scene_find_word (scene, DZ_GRAMMAR_NOW, before, NULL) ||
         dz_figure_scene_find_word (scene, DZ_GRAMMAR_TOTAL, before, NULL);
}

/* Staff, litigation, rates and the size of the place are told among the problems as they are; a deed is told there
 * of the whole, or as too little, or it is an example. */
static gboolean
is_example (const DzFigureScene    *scene,
            const DzIndicatorRules *indicator,
            guint                   clause)
{
  static const char *const little[] = { "只", "仅", "才", "一年", "不到", "不足", "偏少", "掉到", "降到", "公众号" };
  const DzEntry *entry = indicator->entry;
  DzSpan here = dz_figure_scene_clause (scene, clause)->span;

  if (g_strcmp0 (entry->unit, "人") == 0 || g_strcmp0 (entry->kind, "rate") == 0 ||
      g_strcmp0 (entry->unit, "项") == 0 || g_strcmp0 (entry->theme, "litigation") == 0 ||
      g_strcmp0 (entry->theme, "context") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (little); i++)
    if (g_strstr_len (scene->text + here.start, (gssize) (here.end - here.start), little[i]) != NULL)
      return FALSE;

  return TRUE;
}

/* 劝导20万余人次 under an indicator that counts cases: of so many persons a person is to say what they are. */
static gboolean
is_of_persons (const DzIndicatorRules *indicator,
               const DzQuantity       *quantity)
{
  return g_strcmp0 (indicator->entry->unit, "件") == 0 && quantity->unit != NULL && g_str_has_prefix (quantity->unit, "人");
}

/**
 * dz_figure_trust:
 *
 * Returns: the share of figures read like @match that are right; 0 where it is only an example of
 *   what is lacking
 */
double
dz_figure_trust (const DzFigureScene *scene,
                 guint                quantity,
                 const DzFigureMatch *match)
{
  const DzWindows *windows = dz_figure_scene_windows (scene, quantity);
  DzSectionKind section = g_array_index (scene->kinds, DzSectionKind, windows->clause);
  const DzNumber *number = &dz_figure_scene_quantity (scene, quantity)->number;
  const DzIndicatorRules *indicator = &g_array_index (scene->rules->indicators, DzIndicatorRules, match->indicator);

  if (section == DZ_SECTION_PROBLEMS || section == DZ_SECTION_CAUSES)
    {
      if (is_told_of_whole (scene, windows->clause, number->span.start))
        return WHOLE_IN_PROBLEMS;
      return is_example (scene, indicator, windows->clause)
               ? 0 : IN_PROBLEMS;
    }
  if (is_of_persons (indicator, dz_figure_scene_quantity (scene, quantity)))
    return FAIR;
  if (match->place == DZ_NOUN_BEHIND || match->place == DZ_NOUN_CLAUSE || match->place == DZ_NOUN_CARRIED)
    return FAIR;
  if (match->place == DZ_NOUN_INHERITED || (number->chinese && number->value <= 2 && isnan (number->high)))
    return TOLD_AGAIN;
  if (match->place == DZ_NOUN_AROUND && match->margin > 0)
    return NEAR_SURE;
  if (match->place == DZ_NOUN_BEFORE && match->distance <= FARTHEST_SURE && match->score >= LEAST_SURE)
    return match->margin >= LEAST_MARGIN ? SURE : NEAR_SURE;

  return LIKELY;
}

/* Where the last sentence or line ends before what is looked at: figures come in order, so that the text is gone through
 * once. */
typedef struct
{
  const char *text;
  gsize at;
  gsize last;
} Ends;

static gboolean
ends_between (Ends *self,
              gsize from,
              gsize to)
{
  static const char stop[] = "。";

  for (; self->at < to; self->at++)
    if (self->text[self->at] == '\n')
      self->last = self->at + 1;
    else if (self->text[self->at] == *stop && g_str_has_prefix (self->text + self->at, stop))
      self->last = self->at + strlen (stop);

  return from < self->last;
}

static DzSectionKind
section_at (const DzReport *report,
            gsize           offset)
{
  DzSectionKind kind = DZ_SECTION_ACHIEVEMENTS;

  for (guint i = 0; i < report->sections->len; i++)
    if (g_array_index (report->sections, DzSection, i).span.start <= offset)
      kind = g_array_index (report->sections, DzSection, i).kind;

  return kind;
}

/* The last figure of an indicator, and the last before it of another value. */
typedef struct
{
  const DzFigure *last;
  const DzFigure *other;
} Told;

static Told *
get_told (GHashTable     *all,
          const DzFigure *figure)
{
  Told *told = figure->indicator != NULL ? g_hash_table_lookup (all, figure->indicator) : NULL;

  if (told == NULL && figure->indicator != NULL)
    {
      told = g_new0 (Told, 1);
      g_hash_table_insert (all, (gpointer) figure->indicator, told);
    }

  return told;
}

static gboolean
differs (const DzFigure *a,
         const DzFigure *b)
{
  return a != NULL && a->value != b->value;
}

static void
note_told (Told           *told,
           const DzFigure *figure)
{
  if (differs (told->last, figure))
    told->other = told->last;
  told->last = figure;
}

/**
 * dz_figure_trust_repeats:
 *
 * Of a second value of an indicator one is often a part, or another body's: among the problems it
 * is set aside unless it is told of the whole, elsewhere it is less sure, most of all in another sentence.
 */
void
dz_figure_trust_repeats (DzReport *report)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full (NULL, NULL, NULL, g_free); /* indicator to Told */
  Ends ends = { dz_text_peek (report->text, NULL), 0, 0 };

  for (guint i = 0; i < report->figures->len; i++)
    {
      DzFigure *figure = &g_array_index (report->figures, DzFigure, i);
      Told *before = get_told (told, figure);
      const DzFigure *earlier = before == NULL ? NULL : differs (before->last, figure) ? before->last : before->other;

      if (before != NULL && earlier == NULL)
        note_told (before, figure);
      if (earlier == NULL)
        continue;
      if (section_at (report, figure->span.start) == DZ_SECTION_PROBLEMS && !figure->derived &&
          figure->confidence < WHOLE_IN_PROBLEMS)
        {
          figure->indicator = NULL;
          figure->set_aside = g_intern_static_string ("sub-case");
          continue;
        }
      note_told (before, figure);
      figure->confidence = MIN (figure->confidence, ends_between (&ends, earlier->span.end, figure->span.start)
                                                      ? TOLD_ELSEWHERE : TOLD_AGAIN);
    }
}

static const char *
name_frame (const DzFigureScene *scene,
            guint                quantity,
            const DzFigureMatch *match)
{
  static const char *const places[] = { "noun before the number", "noun behind the measure word",
                                        "noun around the number", "words behind the number",
                                        "noun of the clause",     "noun of a clause before",
                                        "object of the number before" };
  const DzFigureFrame *frame = dz_figure_scene_frame (scene, quantity);

  if (match != NULL)
    return frame->whole >= 0 ? "part of a whole" : places[match->place];
  if (frame->lacking)
    return "what is lacking";
  if (frame->whole >= 0)
    return "part of a whole";

  return frame->foreign ? "a thing no indicator counts" : "no noun an indicator knows";
}

/**
 * dz_figure_tell_frame:
 * @match: (nullable): what it was found to be
 *
 * Fills in how number, noun and verb stand.
 */
void
dz_figure_tell_frame (const DzFigureScene *scene,
                      guint                quantity,
                      const DzFigureMatch *match,
                      DzGround            *ground)
{
  const DzFigureFrame *frame = dz_figure_scene_frame (scene, quantity);
  const DzWindows *windows = dz_figure_scene_windows (scene, quantity);
  DzFold *fold = scene->context->fold;
  DzSpan verb;

  ground->frame = g_intern_string (name_frame (scene, quantity, match));
  if (!dz_span_is_empty (frame->own))
    ground->noun = dz_fold_to_original (fold, frame->own);
  else if (match != NULL)
    ground->noun = dz_fold_to_original (fold, match->cue);
  if (dz_figure_scene_find_last (scene, scene->rules->grammar[DZ_GRAMMAR_VERB], windows->before, &verb) &&
      verb.end - verb.start >= 6)
    ground->verb = dz_fold_to_original (fold, verb);
}
