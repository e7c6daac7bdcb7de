/* dz-answers.c - what the plan offers against each weakness, graded
 *
 * Matching is by clause, not by heading: any sentence of the plan may answer.
 * A countermeasure of the codebook gives its own grade where the sentence or
 * its heading speaks of the weakness; the subject with some concrete act is
 * half an answer or a whole one as the codebook says; the subject with nothing
 * but a wish is generic. What no countermeasure names, the second reader takes
 * to be about a weakness or not; and where it is firm, it grades: an act with a
 * number or a body answers, 加强…建设 alone does not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-answers.h"

#include "dz-report-lines.h"
#include "dz-report-sentences.h"
#include "dz-second-reader.h"

#include <string.h>

#define ABOUT -0.6       /* from this score on a sentence of the plan is about a weakness */
#define ABOUT_IN_ORDER -0.8 /* enough where the plan goes point by point as the problems do */
#define NEARLY_BEST 0.25 /* and no other weakness may fit it better by more */
#define NEARLY_IN_ORDER 0.5
#define TOLD_AGAIN -0.4  /* it tells the problem itself again */
#define FIRM 0.3         /* by so much one grade must be likelier than that of the rules */

struct _DzAnswers
{
  DzRuleSet *rules;
  DzRuleSet *concrete;
  DzRuleSet *wish;
  DzSecondReader *reader;
  DzSecondReader *problems; /* 对着一人所的难处: a plan may tell again what it answers */
};

typedef struct
{
  DzGrade grade;
  DzSpan clause;
  DzSpan cue_span;
  const char *cue;
  gboolean is_heading;
} Answer;

/* A sentence of the plan with what was found in it, read once for all weaknesses. */
typedef struct
{
  const DzReportSentence *sentence;
  GArray *hits;         /* DzRuleHit in the sentence */
  GArray *heading_hits; /* DzRuleHit in its heading */
  GArray *opinions;     /* DzOpinion: about what it is, and its grade */
  GArray *told;         /* DzOpinion: what it would be as a problem */
  DzSpan concrete;      /* the first concrete act, empty if none */
  gboolean wishes;
  gboolean is_heading;  /* with something under it; alone it is what is planned */
} Planned;

/**
 * dz_answers_new:
 *
 * Returns: (transfer full) (nullable): the compiled rules
 */
DzAnswers *
dz_answers_new (DzCodebook  *codebook,
                GError     **error)
{
  g_autoptr(DzAnswers) self = g_new0 (DzAnswers, 1);

  self->rules = dz_rule_set_new (codebook);
  self->concrete = dz_rule_set_new (codebook);
  self->wish = dz_rule_set_new (codebook);
  self->reader = dz_second_reader_new (dz_codebook_get_learned (codebook), "plans");
  self->problems = dz_second_reader_new (dz_codebook_get_learned (codebook), "weaknesses");
  if (!dz_rule_set_add_kind (self->rules, DZ_ENTRY_WEAKNESS, "answer", error) ||
      !dz_rule_set_add_words (self->concrete, "concrete", error) ||
      !dz_rule_set_add_words (self->wish, "wish", error))
    return NULL;
  dz_rule_set_compile (self->rules);
  dz_rule_set_compile (self->concrete);
  dz_rule_set_compile (self->wish);

  return g_steal_pointer (&self);
}

void
dz_answers_free (DzAnswers *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rules, dz_rule_set_free);
  g_clear_pointer (&self->concrete, dz_rule_set_free);
  g_clear_pointer (&self->wish, dz_rule_set_free);
  g_clear_pointer (&self->reader, dz_second_reader_free);
  g_clear_pointer (&self->problems, dz_second_reader_free);
  g_free (self);
}

static void
clear_planned (gpointer data)
{
  Planned *planned = data;

  g_array_unref (planned->hits);
  g_array_unref (planned->heading_hits);
  g_array_unref (planned->opinions);
  g_array_unref (planned->told);
}

/* A named act, or a number that is no ordinal. */
static DzSpan
find_concrete (DzAnswers  *self,
               const char *folded,
               DzSpan      span)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->concrete, folded, span);

  if (hits->len > 0)
    return g_array_index (hits, DzRuleHit, 0).span;
  for (gsize i = span.start; i < span.end; i++)
    if (g_ascii_isdigit (folded[i]))
      return (DzSpan){ i, i + 1 };

  return DZ_SPAN_NONE;
}

/* Whether more is planned under the heading at @index. */
static gboolean
has_more (DzContext *context,
          guint      index)
{
  const DzReportSentence *here = &g_array_index (context->sentences, DzReportSentence, index);
  const DzReportSentence *next = here + 1;

  return index + 1 < context->sentences->len && next->point == here->point && next->zone == here->zone;
}

static GArray *
read_plan (DzAnswers *self,
           DzContext *context)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (Planned));

  g_array_set_clear_func (plan, clear_planned);
  for (guint i = 0; i < context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);
      Planned planned = { sentence, NULL, NULL, NULL, NULL, DZ_SPAN_NONE, FALSE, FALSE };

      if (sentence->zone != DZ_ZONE_PLAN)
        continue;
      planned.hits = dz_rule_set_find (self->rules, context->folded, sentence->span);
      planned.heading_hits = dz_rule_set_find (self->rules, context->folded, sentence->heading);
      planned.is_heading = sentence->is_heading && has_more (context, i);
      planned.opinions = dz_second_reader_read (self->reader, context->folded, sentence->span);
      planned.told = dz_second_reader_read (self->problems, context->folded, sentence->span);
      planned.concrete = find_concrete (self, context->folded, sentence->span);
      planned.wishes = dz_rule_set_matches (self->wish, context->folded, sentence->span);
      g_array_append_val (plan, planned);
    }

  return plan;
}

static gboolean
has_grade (const DzRuleHit *hit,
           const char      *grade)
{
  return g_str_equal (dz_rule_get_word (hit->rule, "grade"), grade);
}

static const DzRuleHit *
find_hit (GArray     *hits,
          const char *code,
          const char *grade,
          gboolean    in_heading)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry->id == code && has_grade (hit, grade) &&
          (in_heading || !g_str_equal (dz_rule_get_word (hit->rule, "place"), "heading")))
        return hit;
    }

  return NULL;
}

static void
offer (DzContext     *context,
       const Planned *planned,
       DzGrade        grade,
       const char    *rule,
       DzSpan         cue,
       Answer        *best)
{
  /* of two as good, the sentence is better evidence than a heading */
  if (grade < best->grade ||
      (grade == best->grade && !(best->is_heading && !planned->is_heading)))
    return;
  best->grade = grade;
  best->is_heading = planned->is_heading;
  best->cue = rule;
  best->cue_span = cue;
  best->clause = dz_report_sentences_clause (context->folded, planned->sentence->span, cue);
}

/* A concrete act in a clause that names the subject. */
static DzSpan
concrete_beside (DzAnswers     *self,
                 DzContext     *context,
                 const Planned *planned,
                 const char    *code)
{
  for (guint i = 0; i < planned->hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (planned->hits, DzRuleHit, i);
      DzSpan concrete;

      if (hit->entry->id != code || !has_grade (hit, "subject") ||
          g_str_equal (dz_rule_get_word (hit->rule, "place"), "heading"))
        continue;
      concrete = find_concrete (self, context->folded,
                                dz_report_sentences_clause (context->folded, planned->sentence->span,
                                                            hit->span));
      if (!dz_span_is_empty (concrete))
        return concrete;
    }

  return DZ_SPAN_NONE;
}

/* What the countermeasures of the codebook say of one sentence. */
static void
grade_by_rules (DzAnswers     *self,
                DzContext     *context,
                const Planned *planned,
                const char    *code,
                Answer        *best)
{
  const DzRuleHit *direct = find_hit (planned->hits, code, "direct", FALSE);
  const DzRuleHit *partial = find_hit (planned->hits, code, "partial", FALSE);
  const DzRuleHit *generic = find_hit (planned->hits, code, "generic", FALSE);
  const DzRuleHit *inside = find_hit (planned->hits, code, "subject", FALSE);
  const DzRuleHit *subject = find_hit (planned->heading_hits, code, "subject", TRUE);
  gboolean heading_alone = planned->is_heading;
  DzSpan concrete;

  if (subject == NULL)
    subject = inside;
  if (direct != NULL)
    offer (context, planned,
           subject != NULL || g_str_equal (dz_rule_get_word (direct->rule, "alone"), "yes")
             ? DZ_GRADE_DIRECT
             : DZ_GRADE_GENERIC,
           direct->cue, direct->span, best);
  if (partial != NULL)
    offer (context, planned, DZ_GRADE_PARTIAL, partial->cue, partial->span, best);
  if (generic != NULL)
    offer (context, planned, DZ_GRADE_GENERIC, generic->cue, generic->span, best);
  if (subject == NULL)
    return;
  concrete = inside == subject ? concrete_beside (self, context, planned, code) : planned->concrete;
  if (!dz_span_is_empty (concrete) && !heading_alone)
    offer (context, planned,
           g_str_equal (dz_rule_get_word (subject->rule, "concrete"), "partial")
             ? DZ_GRADE_PARTIAL
             : DZ_GRADE_DIRECT,
           subject->cue, concrete, best);
  else if (planned->wishes && inside != NULL)
    offer (context, planned, DZ_GRADE_GENERIC, inside->cue, inside->span, best);
}

static double
score_of (const Planned *planned,
          const char    *word)
{
  for (guint i = 0; i < planned->opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (planned->opinions, DzOpinion, i);

      if (g_str_equal (opinion->code, word))
        return opinion->score;
    }

  return -G_MAXDOUBLE;
}

static gboolean
is_grade (const char *word)
{
  return g_str_equal (word, "direct") || g_str_equal (word, "partial") || g_str_equal (word, "generic");
}

static gboolean
tells_again (const Planned *planned,
             const char    *code)
{
  const DzOpinion *first = planned->told->len > 0 ? &g_array_index (planned->told, DzOpinion, 0) : NULL;

  return first != NULL && g_str_equal (first->code, code) && first->score >= TOLD_AGAIN;
}

/* Whether the second reader takes the sentence to be about the weakness. */
static gboolean
is_about (const Planned *planned,
          const char    *code,
          gboolean       in_order)
{
  double own = score_of (planned, code);
  double nearly = in_order ? NEARLY_IN_ORDER : NEARLY_BEST;

  if (tells_again (planned, code))
    return TRUE;
  if (own < (in_order ? ABOUT_IN_ORDER : ABOUT))
    return FALSE;
  for (guint i = 0; i < planned->opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (planned->opinions, DzOpinion, i);

      if (!is_grade (opinion->code))
        return own >= opinion->score - nearly;
    }

  return FALSE;
}

/* The grade the second reader gives, and by how much it is likelier than @other. */
static DzGrade
read_grade (const Planned *planned,
            DzGrade        other,
            double        *firm)
{
  static const DzGrade grades[] = { DZ_GRADE_GENERIC, DZ_GRADE_PARTIAL, DZ_GRADE_DIRECT };
  DzGrade best = DZ_GRADE_NONE;
  double score = -G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      double here = score_of (planned, dz_grade_to_string (grades[i]));

      if (here <= score)
        continue;
      score = here;
      best = grades[i];
    }
  *firm = score - score_of (planned, dz_grade_to_string (other));

  return best;
}

/* A wish the rules took for an act, and an act they took for a wish: never a named act for none. */
static gboolean
may_regrade (const Planned *planned,
             DzGrade        rules,
             DzGrade        reader)
{
  if (reader == DZ_GRADE_NONE || planned->is_heading)
    return FALSE;

  return reader > rules || dz_span_is_empty (planned->concrete);
}

static void
grade_sentence (DzAnswers     *self,
                DzContext     *context,
                const Planned *planned,
                const char    *code,
                gboolean       in_order,
                Answer        *best)
{
  Answer rules = { DZ_GRADE_NONE, DZ_SPAN_NONE, DZ_SPAN_NONE, NULL, FALSE };
  const char *reason;
  DzGrade grade;
  DzSpan cue;
  double firm;

  grade_by_rules (self, context, planned, code, &rules);
  grade = read_grade (planned, rules.grade, &firm);
  if (rules.grade != DZ_GRADE_NONE)
    {
      if (!may_regrade (planned, rules.grade, grade) || firm < FIRM)
        grade = rules.grade;
      offer (context, planned, grade, rules.cue, rules.cue_span, best);
      return;
    }
  if (grade == DZ_GRADE_NONE || planned->is_heading || !is_about (planned, code, in_order))
    return;
  reason = dz_second_reader_reason (self->reader, context->folded, planned->sentence->span, code, &cue);
  if (dz_span_is_empty (cue))
    reason = dz_second_reader_reason (self->problems, context->folded, planned->sentence->span, code, &cue);
  if (!dz_span_is_empty (cue))
    offer (context, planned, grade, reason, cue, best);
}

/* The points of a zone, in order. */
static GArray *
list_points (DzContext *context,
             DzZone     zone)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);

      if (sentence->zone == zone && !dz_span_is_empty (sentence->heading) &&
          (points->len == 0 || g_array_index (points, guint, points->len - 1) != sentence->point))
        g_array_append_val (points, sentence->point);
    }

  return points;
}

/* The point of the plan that stands where the weakness's point stands among the problems, if both have as many. */
static guint
find_counterpart (DzContext *context,
                  DzSpan     weakness,
                  GArray    *problems,
                  GArray    *plans)
{
  DzSpan folded = dz_fold_from_original (context->fold, weakness);

  for (guint i = 0; problems->len == plans->len && problems->len > 1 && i < context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);

      if (sentence->zone != DZ_ZONE_PROBLEM || !dz_span_overlaps (sentence->span, folded))
        continue;
      for (guint k = 0; k < problems->len; k++)
        if (g_array_index (problems, guint, k) == sentence->point)
          return g_array_index (plans, guint, k);
    }

  return G_MAXUINT;
}

/**
 * dz_answers_find:
 *
 * Grades the plan's answer to each of this year's weaknesses.
 */
void
dz_answers_find (DzAnswers *self,
                 DzContext *context)
{
  g_autoptr(GArray) plan = read_plan (self, context);
  g_autoptr(GArray) problems = list_points (context, DZ_ZONE_PROBLEM);
  g_autoptr(GArray) plans = list_points (context, DZ_ZONE_PLAN);

  for (guint i = 0; i < context->report->weaknesses->len; i++)
    {
      DzWeakness *weakness = &g_array_index (context->report->weaknesses, DzWeakness, i);
      Answer best = { DZ_GRADE_NONE, DZ_SPAN_NONE, DZ_SPAN_NONE, NULL, FALSE };
      guint counterpart = find_counterpart (context, weakness->span, problems, plans);

      if (weakness->last_year || weakness->code == NULL)
        continue;
      for (guint k = 0; k < plan->len; k++)
        {
          const Planned *planned = &g_array_index (plan, Planned, k);

          grade_sentence (self, context, planned, weakness->code, planned->sentence->point == counterpart,
                          &best);
        }
      weakness->grade = best.grade;
      if (best.grade == DZ_GRADE_NONE)
        continue;
      weakness->answer = dz_fold_to_original (context->fold, best.clause);
      weakness->answer_ground.rule = best.cue;
      weakness->answer_ground.cue = dz_fold_to_original (context->fold, best.cue_span);
      weakness->answer_ground.clause = weakness->answer;
    }
}
