/* dz-second-opinions.c - what the second reader names where no rule did
 *
 * A point no rule named is read whole. A point that has a name is read on,
 * sentence by sentence, where no rule spoke; there the reader must be surer,
 * and what it takes for the name the point has anyway adds nothing. A sentence
 * a rule spoke in is read by clause and once more whole (人少车旧 is two
 * shortfalls in one clause): there it must be as sure as it is of the name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

#include "dz-report-lines.h"

#include <string.h>

#define SHORTEST_SENTENCE 8     /* characters: less says too little */
#define LEAST_OPINION -0.65  /* a first opinion below is none */
#define SECOND_OPINION -0.2 /* so is any other below */
#define SENTENCE_OPINION -0.35 /* so is one of a sentence of a point that has a name */
#define APART_OPINION -0.55 /* or below this, where that name is far from it */
#define APART 0.7
#define CLAUSE_OPINION 0.1 /* and of a clause of a sentence that has one */
#define WHOLE_OPINION -0.2 /* the whole sentence must not speak against it: a clause alone may have lost its subject */
#define BESIDE_OPINION 0.0 /* and so is one of the whole of such a sentence */
#define NEARLY 0.1   /* which must fit it nearly as well as the best name the point has */
#define SHORTEST_CLAUSE 6    /* characters */
#define BEGINS_WITHIN 3       /* characters */
#define AS_GOOD 0.5            /* a name the point has anyway explains a sentence nearly as well */


/* The sentence of the point that the characters which said most stand in. */
static guint
find_sentence (DzWeaknessSearch *search,
               guint             index,
               DzSpan            cue)
{
  for (guint i = index; i < search->sentences->len && !dz_span_is_empty (cue); i++)
    if (dz_span_contains (SENTENCE (search, i)->span, cue))
      return i;

  return index;
}

/* What an entry refuses in a clause it refuses to the reader too: 底气不足 is no lack of officers. */
static gboolean
is_refused (DzWeaknessSearch  *search,
            const DzCandidate *candidate)
{
  g_autoptr(GArray) hits = dz_rule_set_find (search->self->rules, search->folded, candidate->clause);

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry == candidate->entry && g_str_equal (hit->rule->name, "not") &&
          g_str_equal (dz_rule_get_word (hit->rule, "scope"), "clause"))
        return TRUE;
    }

  return FALSE;
}

static void
add_opinion (DzWeaknessSearch *search,
             guint             index,
             DzSpan            span,
             const DzOpinion  *opinion)
{
  DzWeaknesses *self = search->self;
  DzCandidate candidate = { dz_codebook_find (self->codebook, DZ_ENTRY_WEAKNESS, opinion->code) };

  if (candidate.entry == NULL)
    return;
  candidate.cue = dz_second_reader_reason (self->reader, search->folded, span, opinion->code,
                                           &candidate.cue_span);
  candidate.sentence = find_sentence (search, index, candidate.cue_span);
  candidate.clause = dz_span_is_empty (candidate.cue_span)
                       ? dz_report_sentences_trim (search->folded, SENTENCE (search, index)->span)
                       : dz_report_sentences_clause (search->folded, SENTENCE (search, candidate.sentence)->span,
                                                     candidate.cue_span);
  candidate.point = SENTENCE (search, index)->point;
  candidate.confidence = dz_second_reader_confidence (self->reader, opinion->score);
  /* a point without any name takes what there is */
  if (!dz_candidate_index_is_named (search, candidate.point) || !is_refused (search, &candidate))
    g_array_append_val (search->candidates, candidate);
}

/**
 * dz_weaknesses_ask_reader:
 * @index: the first sentence of a point no rule named
 *
 * Names the point by what the second reader takes it to be about; unless that is sure enough, it
 * has no code.
 */
void
dz_weaknesses_ask_reader (DzWeaknessSearch *search,
                guint             index)
{
  DzSpan span = dz_weaknesses_find_point (search, index);
  g_autoptr(GArray) opinions = dz_second_reader_read (search->self->reader, search->folded, span);
  guint before = search->candidates->len;

  for (guint i = 0; i < opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (opinions, DzOpinion, i);

      if (opinion->score < (i == 0 ? LEAST_OPINION : SECOND_OPINION))
        break;
      add_opinion (search, index, span, opinion);
    }
  /* a rule that was not believed still names the point where nothing else does */
  if (search->candidates->len == before && !dz_candidate_index_has_point (search, SENTENCE (search, index)->point))
    {
      DzCandidate candidate = { NULL, NULL, DZ_SPAN_NONE,
                                dz_report_sentences_trim (search->folded, SENTENCE (search, index)->span),
                                index, SENTENCE (search, index)->point, .confidence = GUESSED };

      g_array_append_val (search->candidates, candidate);
    }
}

static double
score_of (GArray     *opinions,
          const char *code)
{
  for (guint i = 0; i < opinions->len; i++)
    if (g_array_index (opinions, DzOpinion, i).code == code)
      return g_array_index (opinions, DzOpinion, i).score;

  return -G_MAXDOUBLE;
}

/* The score of the best of the names the point has. */
static double
score_of_known (DzWeaknessSearch *search,
                GArray           *opinions,
                guint             point)
{
  for (guint i = 0; i < opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (opinions, DzOpinion, i);

      if (dz_candidate_index_knows (search, point, opinion->code))
        return opinion->score;
    }

  return -G_MAXDOUBLE;
}

/* Whether it is as sure as @least, or nearly, and the names the point has are far behind it. */
static gboolean
is_sure (double score,
         double least,
         double known)
{
  return score >= least || (least == SENTENCE_OPINION && score >= APART_OPINION && known < score - APART);
}

/* Adds what the reader takes the part of a sentence to be about, if it is sure of it, the names its point has
 * do not say it as well, and what it says to the @whole sentence, where that was asked, does not speak against it:
 * 法律顾问作用不够，参与重大决策论证少 is about the adviser. */
static void
read_span (DzWeaknessSearch *search,
           guint             index,
           DzSpan            span,
           double            least,
           GArray           *whole)
{
  g_autoptr(GArray) opinions = dz_second_reader_read (search->self->reader, search->folded, span);
  const DzOpinion *first = opinions->len > 0 ? &g_array_index (opinions, DzOpinion, 0) : NULL;
  double known = score_of_known (search, opinions, SENTENCE (search, index)->point);

  if (first != NULL && is_sure (first->score, least, known) &&
      dz_report_lines_count (search->folded, span) >= SHORTEST_CLAUSE && known < first->score - AS_GOOD &&
      (whole == NULL || score_of (whole, first->code) >= WHOLE_OPINION))
    add_opinion (search, index, span, first);
}

/* 普法年年一个样，遇事照样先吵后打: a clause no rule spoke in may tell a second shortfall. What is blamed is none. */
static void
read_clauses (DzWeaknessSearch *search,
              guint             index,
              GArray           *masks,
              GArray           *whole)
{
  g_autoptr(GArray) taken = dz_candidate_index_list_spans (search, index);
  DzSpan sentence = SENTENCE (search, index)->span;
  gsize taken_to = 0; /* where the last of those ends that begin before the end of the clause */
  guint next = 0;

  for (gsize at = sentence.start; at < sentence.end;)
    {
      DzSpan clause = dz_report_sentences_clause (search->folded, sentence, (DzSpan){ at, at });
      guint before = search->candidates->len;

      clause.start = MAX (clause.start, at);
      clause.end = MAX (clause.end, at);
      for (; next < taken->len && g_array_index (taken, DzSpan, next).start < clause.end; next++)
        taken_to = MAX (taken_to, g_array_index (taken, DzSpan, next).end);
      if (dz_report_lines_count (search->folded, clause) >= SHORTEST_CLAUSE && taken_to <= clause.start &&
          dz_ignored_parts_cover (masks, clause) == NULL)
        read_span (search, index, clause, CLAUSE_OPINION, whole);
      for (; before < search->candidates->len; before++)
        {
          const DzCandidate *added = &g_array_index (search->candidates, DzCandidate, before);

          taken_to = MAX (taken_to, dz_span_is_empty (added->cue_span) ? added->clause.end : added->cue_span.end);
        }
      at = clause.end;
      if (at < sentence.end)
        at = (gsize) (g_utf8_next_char (search->folded + at) - search->folded);
    }
}

/* 因人员流动性大，普法难以沉淀: what is blamed at the beginning is not what is lacking, nor is what 虽然 grants. */
static DzSpan
skip_beginning (const char *folded,
                DzSpan      sentence,
                GArray     *masks)
{
  for (guint i = 0; i < masks->len; i++)
    {
      const DzMask *mask = &g_array_index (masks, DzMask, i);

      if ((mask->kind == DZ_MASK_CAUSAL || mask->kind == DZ_MASK_CONCEDED) &&
          dz_report_lines_count (folded, (DzSpan){ sentence.start, mask->span.start }) <= BEGINS_WITHIN)
        sentence.start = MAX (sentence.start, MIN (mask->span.end, sentence.end));
    }

  return sentence;
}

/* 执法力量不足，办案靠一双手: what the whole of a sentence says besides what it is named by. */
static void
read_beside (DzWeaknessSearch *search,
             guint             index,
             DzSpan            span,
             GArray           *opinions)
{
  double known = score_of_known (search, opinions, SENTENCE (search, index)->point);

  for (guint i = 0; i < opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (opinions, DzOpinion, i);

      if (opinion->score < MAX (BESIDE_OPINION, known - NEARLY))
        break;
      if (!dz_candidate_index_knows (search, SENTENCE (search, index)->point, opinion->code))
        add_opinion (search, index, span, opinion);
    }
}

/* A sentence no rule spoke in, of a point that has a name or stands in no point at all, or the clauses of one a rule
 * spoke in. A heading may be a goal (加强执法队伍建设), and says no more than what stands under it; what has several
 * clauses is told. */
static void
read_sentence (DzWeaknessSearch *search,
               guint             index)
{
  const DzReportSentence *sentence = SENTENCE (search, index);
  g_autoptr(GArray) masks = NULL;
  DzSpan rest;

  if ((sentence->zone != DZ_ZONE_PROBLEM && sentence->zone != DZ_ZONE_ADMISSION) ||
      dz_weaknesses_announces (search->folded, sentence->span) ||
      dz_report_lines_count (search->folded, sentence->span) < SHORTEST_SENTENCE)
    return;
  masks = dz_ignored_parts_find (search->self->masks, search->folded, sentence->span);
  rest = skip_beginning (search->folded, sentence->span, masks);
  if (dz_candidate_index_has_spoken (search, index))
    {
      g_autoptr(GArray) whole = dz_second_reader_read (search->self->reader, search->folded, rest);

      read_clauses (search, index, masks, whole);
      read_beside (search, index, rest, whole);
    }
  else if (!sentence->is_heading || dz_report_lines_holds (search->folded, sentence->span, "，"))
    read_span (search, index, rest, SENTENCE_OPINION, NULL);
}

/**
 * dz_weaknesses_read_on:
 *
 * Asks the second reader about every sentence no rule spoke in.
 */
void
dz_weaknesses_read_on (DzWeaknessSearch *search)
{
  for (guint i = 0; i < search->sentences->len; i++)
    read_sentence (search, i);
}
