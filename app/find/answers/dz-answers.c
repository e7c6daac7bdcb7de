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

#include "dz-counterparts.h"
#include "dz-planned.h"

#include <string.h>

#define ABOUT -0.6       /* from this score on a sentence of the plan is about a weakness */
#define ABOUT_IN_ORDER -0.8 /* enough where the plan goes point by point as the problems do */
#define NEARLY_BEST 0.25 /* and no other weakness may fit it better by more */
#define NEARLY_IN_ORDER 0.5
#define TOLD_AGAIN -0.4  /* it tells the problem itself again */
#define CLAIMS 0.6      /* by so much a sentence must be likelier another problem's to be no answer in its place */
#define FIRM 0.3         /* by so much one grade must be likelier than that of the rules */

/* What --explain says of an answer known by its kinship alone. */
static const char *const kin_rules[] = { NULL, "(in the order of the problems)", "(in a word of the problem)", "(in the words of the problem)",
                                         "(in the problem's own point)" };

struct _DzAnswers
{
  DzGramCounts *said_by_any;
  DzPlanReader *plans;
  DzRuleSet *foreign; /* 乡村振兴, 人居环境: what a plan does besides */
};

typedef struct
{
  DzGrade grade;
  DzSpan clause;
  DzSpan cue_span;
  const char *cue;
  gboolean is_heading;
  guint strength; /* of two as good, that which is likelier meant */
} Answer;

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

  self->said_by_any = dz_gram_counts_new_said_by_any (codebook);
  if ((self->plans = dz_plan_reader_new (codebook, error)) == NULL ||
      !dz_rule_set_make_words (&self->foreign, codebook, "other-work", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
dz_answers_free (DzAnswers *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->said_by_any, dz_gram_counts_free);
  g_clear_pointer (&self->plans, dz_plan_reader_free);
  g_clear_pointer (&self->foreign, dz_rule_set_free);
  g_free (self);
}

static void
offer (DzContext       *context,
       const DzPlanned *planned,
       DzGrade          grade,
       const char      *rule,
       DzSpan           cue,
       Answer          *best)
{
  guint strength = planned->strength;

  /* of two as good, the sentence is better evidence than a heading */
  if (grade < best->grade || (grade == best->grade && !(best->is_heading && !planned->is_heading) &&
                              !(best->is_heading == planned->is_heading && strength > best->strength)))
    return;
  best->grade = grade;
  best->strength = strength;
  best->is_heading = planned->is_heading;
  best->cue = rule;
  best->cue_span = cue;
  best->clause = dz_report_sentences_clause (context->folded, planned->sentence->span, cue);
}

/* A concrete act in a clause that names the subject. */
static DzSpan
concrete_beside (DzAnswers       *self,
                 DzContext       *context,
                 const DzPlanned *planned,
                 const char      *code)
{
  for (guint i = 0; i < planned->hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (planned->hits, DzRuleHit, i);
      DzSpan concrete;

      if (hit->entry->id != code || !dz_planned_has_grade (hit, "subject") ||
          g_str_equal (dz_rule_get_word (hit->rule, "place"), "heading"))
        continue;
      concrete = dz_plan_reader_find_concrete (
        self->plans, context->folded, dz_report_sentences_clause (context->folded, planned->sentence->span, hit->span));
      if (!dz_span_is_empty (concrete))
        return concrete;
    }

  return DZ_SPAN_NONE;
}

static gboolean
is_told (DzContext  *context,
         const char *code)
{
  for (guint i = 0; i < context->report->weaknesses->len; i++)
    if (g_array_index (context->report->weaknesses, DzWeakness, i).code == code)
      return TRUE;

  return FALSE;
}

/* Whether words that need no subject answer something else the report tells. */
static gboolean
answers_another (DzContext  *context,
                 GArray     *hits,
                 const char *code,
                 DzSpan      within)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry->id != code && dz_planned_has_grade (hit, "direct") && dz_span_contains (within, hit->span) &&
          g_str_equal (dz_rule_get_word (hit->rule, "alone"), "yes") && is_told (context, hit->entry->id))
        return TRUE;
    }

  return FALSE;
}

/* What the countermeasures of the codebook say of one sentence. */
static void
grade_by_rules (DzAnswers       *self,
                DzContext       *context,
                const DzPlanned *planned,
                const char      *code,
                Answer          *best)
{
  const DzRuleHit *direct = dz_planned_find_hit (planned->hits, code, "direct", FALSE);
  const DzRuleHit *partial = dz_planned_find_hit (planned->hits, code, "partial", FALSE);
  const DzRuleHit *generic = dz_planned_find_hit (planned->hits, code, "generic", FALSE);
  const DzRuleHit *inside = dz_planned_find_hit (planned->hits, code, "subject", FALSE);
  const DzRuleHit *subject = dz_planned_find_hit (planned->heading_hits, code, "subject", TRUE);
  gboolean heading_alone = planned->is_heading;
  DzSpan concrete;

  /* 推进执法公开。引进法律毕业生: what stands under the heading is another's */
  if (subject != NULL && inside == NULL && !dz_planned_names (planned->hits, code) &&
      answers_another (context, planned->hits, code, planned->sentence->span))
    subject = NULL;
  /* the sentence is its own heading: 三是力争…98%，继续加强公开 */
  if (subject == NULL || (inside != NULL && dz_span_overlaps (planned->sentence->heading, planned->sentence->span)))
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
  /* 组织律师对村规民约逐条审查: the act beside the subject is another's */
  if (inside == subject && answers_another (context, planned->hits, code,
                                            dz_report_sentences_clause (context->folded, planned->sentence->span, inside->span)))
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
score_of (const DzPlanned *planned,
          const char      *word)
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
tells_again (const DzPlanned *planned,
             const char      *code)
{
  const DzOpinion *first = planned->told->len > 0 ? &g_array_index (planned->told, DzOpinion, 0) : NULL;

  return first != NULL && g_str_equal (first->code, code) && first->score >= TOLD_AGAIN;
}

/* Whether the second reader takes the sentence to be about the weakness. */
static gboolean
is_about (const DzPlanned *planned,
          const char      *code,
          gboolean         in_order)
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
read_grade (const DzPlanned *planned,
            DzGrade          other,
            double          *firm)
{
  static const DzGrade grades[] = { DZ_GRADE_GENERIC, DZ_GRADE_PARTIAL, DZ_GRADE_DIRECT };
  DzGrade best = DZ_GRADE_NONE;
  double score = -G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      double here = score_of (planned, dz_grade_to_string (grades[i]));

      /* 充分发挥…作用 does nothing, whatever it speaks of */
      if (grades[i] > DZ_GRADE_GENERIC && dz_span_is_empty (planned->concrete) && !planned->acts)
        continue;

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
may_regrade (const DzPlanned *planned,
             DzGrade          rules,
             DzGrade          reader)
{
  if (reader == DZ_GRADE_NONE || planned->is_heading)
    return FALSE;

  return reader > rules || dz_span_is_empty (planned->concrete);
}

/* The grade of a sentence known to speak of the weakness, by what it does. */
static DzGrade
grade_kin (const DzPlanned *planned)
{
  double firm;

  if (!dz_span_is_empty (planned->concrete))
    return DZ_GRADE_DIRECT;
  if (!planned->acts || (read_grade (planned, DZ_GRADE_DIRECT, &firm) == DZ_GRADE_GENERIC && firm >= FIRM))
    return DZ_GRADE_GENERIC;

  return DZ_GRADE_DIRECT;
}

/* 化解率稳定在98%以上，继续加强村务公开: the clause at @cue only wishes, what acts before it speaks of something else. */
static gboolean
only_wishes (DzAnswers       *self,
             DzContext       *context,
             const DzPlanned *planned,
             const char      *code,
             DzSpan           cue)
{
  DzSpan clause = dz_report_sentences_clause (context->folded, planned->sentence->span, cue);

  if (clause.start == planned->sentence->span.start ||
      !dz_plan_reader_only_wishes (self->plans, context->folded, clause))
    return FALSE;
  for (guint i = 0; i < planned->hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (planned->hits, DzRuleHit, i);

      if (hit->entry->id != code && !dz_span_overlaps (hit->span, clause))
        return TRUE;
    }

  return FALSE;
}

/* What the countermeasures of the codebook offer, or where they are silent the second reader. */
static Answer
grade_by_words (DzAnswers       *self,
                DzContext       *context,
                const DzPlanned *planned,
                const char      *code,
                DzKinship        kin,
                gboolean        *by_rule)
{
  Answer rules = { DZ_GRADE_NONE, DZ_SPAN_NONE, DZ_SPAN_NONE, NULL, FALSE, 0 };
  Answer best = rules;
  const char *reason;
  DzGrade grade;
  DzSpan cue;
  double firm;

  grade_by_rules (self, context, planned, code, &rules);
  *by_rule = rules.grade != DZ_GRADE_NONE;
  grade = read_grade (planned, rules.grade, &firm);
  if (*by_rule)
    {
      if (!may_regrade (planned, rules.grade, grade) || firm < FIRM ||
          (rules.grade == DZ_GRADE_PARTIAL && grade > rules.grade &&
           !is_about (planned, code, kin != DZ_KIN_NONE)) ||
          (rules.grade == DZ_GRADE_GENERIC && grade > rules.grade && only_wishes (self, context, planned, code, rules.cue_span)))
        grade = rules.grade;
      /* 健全多元化解机制，努力化解在基层: all of it wishes, whatever it names */
      if (!planned->acts && dz_span_is_empty (planned->concrete))
        grade = MIN (grade, DZ_GRADE_GENERIC);
      offer (context, planned, grade, rules.cue, rules.cue_span, &best);
      return best;
    }
  if (grade == DZ_GRADE_NONE || planned->is_heading || answers_another (context, planned->hits, code, planned->sentence->span) ||
      dz_planned_find_hit (planned->hits, code, "not", FALSE) != NULL || !is_about (planned, code, kin != DZ_KIN_NONE))
    return best;
  reason = dz_plan_reader_reason (self->plans, context->folded, planned->sentence->span, code, &cue);
  if (!dz_span_is_empty (cue))
    offer (context, planned, grade, reason, cue, &best);

  return best;
}

/* Subjects of one theme answer each other: a village's lawyer is counsel and service. */
static gboolean
names_another (GArray     *hits,
               const char *theme)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry->theme == theme)
        continue;
      if (dz_planned_has_grade (hit, "subject") ||
          (dz_planned_has_grade (hit, "direct") && g_str_equal (dz_rule_get_word (hit->rule, "alone"), "yes")))
        return TRUE;
    }

  return FALSE;
}

/* Whether the sentence, or its heading, speaks of something else by the codebook: then its place alone says nothing. */
static gboolean
is_about_another (DzAnswers       *self,
                  DzContext       *context,
                  const DzPlanned *planned,
                  const char      *code)
{
  const DzEntry *entry = dz_codebook_find (context->codebook, DZ_ENTRY_WEAKNESS, code);
  const char *theme = entry != NULL ? entry->theme : NULL;

  if (dz_planned_names (planned->hits, code) || dz_planned_names (planned->heading_hits, code))
    return FALSE;
  if (planned->hits->len == 0 && dz_rule_set_matches (self->foreign, context->folded, planned->sentence->span))
    return TRUE;
  if (is_about (planned, code, TRUE))
    return FALSE;

  return names_another (planned->hits, theme) || names_another (planned->heading_hits, theme);
}

/* Whether the sentence rather answers another problem the report tells: then its place alone says nothing. */
static gboolean
is_claimed (DzContext       *context,
            const DzPlanned *planned,
            const char      *code)
{
  double own = score_of (planned, code);

  if (dz_planned_names (planned->hits, code))
    return FALSE;
  if (dz_planned_find_hit (planned->hits, code, "not", FALSE) != NULL)
    return TRUE;
  for (guint i = 0; i < context->report->weaknesses->len; i++)
    {
      const DzWeakness *other = &g_array_index (context->report->weaknesses, DzWeakness, i);
      double claim = other->code != NULL && !g_str_equal (other->code, code) ? score_of (planned, other->code) : -G_MAXDOUBLE;

      if (claim >= ABOUT && claim >= own + CLAIMS)
        return TRUE;
    }

  return FALSE;
}

/* What has been found for one weakness, by how it was found. */
typedef struct
{
  Answer known;   /* by its words, its point or by rules */
  Answer ordered; /* by its place alone */
  Answer guessed; /* by the second reader alone */
  gboolean has_kin;
  guint known_point;   /* of the plan, where each stands */
  guint ordered_point;
} Offers;

/* Where it is told of what problem the sentence speaks, an act answers, in whatever words. */
static void
grade_sentence (DzAnswers      *self,
                DzContext      *context,
                DzPlanned      *planned,
                DzCounterparts *counterparts,
                guint           weakness,
                Offers         *offers)
{
  const char *code = g_array_index (context->report->weaknesses, DzWeakness, weakness).code;
  DzSpan shared;
  DzKinship kin = dz_counterparts_ask (counterparts, weakness, planned->index, &shared);
  gboolean by_rule;
  Answer words;
  Answer *best;
  DzSpan before;

  if (kin < DZ_KIN_WORDS && is_about_another (self, context, planned, code))
    kin = DZ_KIN_NONE;
  if (kin == DZ_KIN_ORDER && is_claimed (context, planned, code))
    kin = DZ_KIN_NONE;
  if (kin != DZ_KIN_POINT && dz_counterparts_go_by_points (counterparts))
    return;
  if (kin == DZ_KIN_NONE && dz_counterparts_speaks_of_another (counterparts, weakness, planned->index))
    return;
  planned->strength = kin;
  words = grade_by_words (self, context, planned, code, kin, &by_rule);
  if (kin != DZ_KIN_NONE && !planned->is_heading)
    {
      offers->has_kin = TRUE;
      if (words.grade < DZ_GRADE_PARTIAL && grade_kin (planned) > words.grade &&
          !(words.grade == DZ_GRADE_GENERIC && only_wishes (self, context, planned, code, words.cue_span)))
        {
          words.cue_span = !dz_span_is_empty (shared) ? shared
                           : !dz_span_is_empty (planned->concrete)
                             ? planned->concrete
                             : dz_report_sentences_trim (context->folded, planned->sentence->span);
          words.cue = kin_rules[kin];
          words.grade = grade_kin (planned);
        }
    }
  if (words.grade == DZ_GRADE_NONE)
    return;
  best = by_rule || kin >= DZ_KIN_A_WORD ? &offers->known : kin == DZ_KIN_ORDER ? &offers->ordered : &offers->guessed;
  before = best->clause;
  offer (context, planned, words.grade, words.cue, words.cue_span, best);
  if (best->clause.start == before.start && best->clause.end == before.end)
    return;
  if (best == &offers->known)
    offers->known_point = planned->sentence->point;
  else if (best == &offers->ordered)
    offers->ordered_point = planned->sentence->point;
}

/* What is known to speak of the weakness; its place says less, but may tell more of the same point; a guess betters
 * neither. */
static const Answer *
choose (const Offers *offers)
{
  if (offers->ordered.grade > offers->known.grade &&
      (offers->known.grade == DZ_GRADE_NONE || offers->known_point == offers->ordered_point))
    return &offers->ordered;
  if (offers->has_kin || offers->known.grade >= offers->guessed.grade)
    return &offers->known;

  return &offers->guessed;
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
  g_autoptr(GArray) plan = dz_plan_reader_read (self->plans, context);
  g_autoptr(DzCounterparts) counterparts = dz_counterparts_new (context, self->said_by_any);

  for (guint i = 0; i < context->report->weaknesses->len; i++)
    {
      DzWeakness *weakness = &g_array_index (context->report->weaknesses, DzWeakness, i);
      Answer none = { DZ_GRADE_NONE, DZ_SPAN_NONE, DZ_SPAN_NONE, NULL, FALSE, 0 };
      Offers offers = { none, none, none, FALSE, 0, 0 };
      const Answer *best;

      if (weakness->last_year || weakness->code == NULL)
        continue;
      for (guint k = 0; k < plan->len; k++)
        grade_sentence (self, context, &g_array_index (plan, DzPlanned, k), counterparts, i, &offers);
      best = choose (&offers);
      weakness->grade = best->grade;
      if (best->grade == DZ_GRADE_NONE)
        continue;
      weakness->answer = dz_fold_to_original (context->fold, best->clause);
      weakness->answer_ground.rule = best->cue;
      weakness->answer_ground.cue = dz_fold_to_original (context->fold, best->cue_span);
      weakness->answer_ground.clause = weakness->answer;
    }
}
