/* dz-answers.c - what the plan offers against each weakness, graded
 *
 * Matching is by clause, not by heading: any sentence of the plan may answer.
 * A countermeasure of the codebook gives its own grade where the sentence or
 * its heading speaks of the weakness; the subject with some concrete act is
 * half an answer or a whole one as the codebook says; the subject with nothing
 * but a wish is generic.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-answers.h"

#include "dz-report-lines.h"
#include "dz-report-sentences.h"

#include <string.h>

struct _DzAnswers
{
  DzRuleSet *rules;
  DzRuleSet *concrete;
  DzRuleSet *wish;
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
  DzSpan concrete;      /* the first concrete act, empty if none */
  gboolean wishes;
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
  g_free (self);
}

static void
clear_planned (gpointer data)
{
  Planned *planned = data;

  g_array_unref (planned->hits);
  g_array_unref (planned->heading_hits);
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

static GArray *
read_plan (DzAnswers *self,
           DzContext *context)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (Planned));

  g_array_set_clear_func (plan, clear_planned);
  for (guint i = 0; i < context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);
      Planned planned = { sentence, NULL, NULL, DZ_SPAN_NONE, FALSE };

      if (sentence->zone != DZ_ZONE_PLAN)
        continue;
      planned.hits = dz_rule_set_find (self->rules, context->folded, sentence->span);
      planned.heading_hits = dz_rule_set_find (self->rules, context->folded, sentence->heading);
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
offer (DzContext       *context,
       const Planned   *planned,
       DzGrade          grade,
       const DzRuleHit *hit,
       DzSpan           cue,
       Answer          *best)
{
  /* of two as good, the sentence is better evidence than a heading */
  if (grade < best->grade ||
      (grade == best->grade && !(best->is_heading && !planned->sentence->is_heading)))
    return;
  best->grade = grade;
  best->is_heading = planned->sentence->is_heading;
  best->cue = hit->cue;
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

static void
grade_sentence (DzAnswers     *self,
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
  gboolean heading_alone = planned->sentence->is_heading;
  DzSpan concrete;

  if (subject == NULL)
    subject = inside;
  if (direct != NULL)
    offer (context, planned,
           subject != NULL || g_str_equal (dz_rule_get_word (direct->rule, "alone"), "yes")
             ? DZ_GRADE_DIRECT
             : DZ_GRADE_GENERIC,
           direct, direct->span, best);
  if (partial != NULL)
    offer (context, planned, DZ_GRADE_PARTIAL, partial, partial->span, best);
  if (generic != NULL)
    offer (context, planned, DZ_GRADE_GENERIC, generic, generic->span, best);
  if (subject == NULL)
    return;
  concrete = inside == subject ? concrete_beside (self, context, planned, code) : planned->concrete;
  if (!dz_span_is_empty (concrete) && !heading_alone)
    offer (context, planned,
           g_str_equal (dz_rule_get_word (subject->rule, "concrete"), "partial")
             ? DZ_GRADE_PARTIAL
             : DZ_GRADE_DIRECT,
           subject, concrete, best);
  else if (planned->wishes && inside != NULL)
    offer (context, planned, DZ_GRADE_GENERIC, inside, inside->span, best);
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

  for (guint i = 0; i < context->report->weaknesses->len; i++)
    {
      DzWeakness *weakness = &g_array_index (context->report->weaknesses, DzWeakness, i);
      Answer best = { DZ_GRADE_NONE, DZ_SPAN_NONE, DZ_SPAN_NONE, NULL, FALSE };

      if (weakness->last_year || weakness->code == NULL)
        continue;
      for (guint k = 0; k < plan->len; k++)
        grade_sentence (self, context, &g_array_index (plan, Planned, k), weakness->code, &best);
      weakness->grade = best.grade;
      if (best.grade == DZ_GRADE_NONE)
        continue;
      weakness->answer = dz_fold_to_original (context->fold, best.clause);
      weakness->answer_ground.rule = best.cue;
      weakness->answer_ground.cue = dz_fold_to_original (context->fold, best.cue_span);
      weakness->answer_ground.clause = weakness->answer;
    }
}
