/* dz-doubts.c - what the second reader says to what the rules found
 *
 * It gives no code here: it makes a rule's name surer, or less sure, or
 * contradicts it where it takes the point, the sentence and the clause alike
 * to be about something else (a cue that hit across a clause whose subject is
 * another).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

#define AGREES -0.25     /* from here on both readings say the same */
#define RIVALS 0.5       /* by so much a sure name of the point must fit the sentence better */
#define CONTRADICTS -0.75 /* below, in every span, the rule is not believed */

/* From the first to the last sentence of the point that begins at @index. */
DzSpan
dz_weaknesses_find_point (DzWeaknessSearch *search,
            guint             index)
{
  const DzReportSentence *first = SENTENCE (search, index);
  DzSpan span = first->span;

  for (guint i = index + 1; i < search->sentences->len; i++)
    {
      const DzReportSentence *next = SENTENCE (search, i);

      if (next->point != first->point)
        break;
      if (next->zone == first->zone)
        span.end = next->span.end;
    }

  return span;
}

/* How well the span fits the code: the reader's score, or %FALSE where it never learnt the code. */
static gboolean
ask (DzSecondReader *reader,
     const char     *folded,
     DzSpan          span,
     const char     *code,
     double         *best)
{
  g_autoptr(GArray) opinions = dz_second_reader_read (reader, folded, span);

  for (guint i = 0; i < opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (opinions, DzOpinion, i);

      if (opinion->code != code)
        continue;
      *best = MAX (*best, opinion->score);
      return TRUE;
    }

  return FALSE;
}

/* 处罚，…不清: the words of the cue stand in two clauses, which may have two subjects. */
static gboolean
crosses_clauses (const char *folded,
                 DzSpan      cue)
{
  return g_strstr_len (folded + cue.start, (gssize) (cue.end - cue.start), "，") != NULL;
}

/* Whether a sure name of the same point fits the candidate's own clause far better: 调解与诉讼衔接不顺 under a
 * point about disputes is no lack of coordination. */
static gboolean
has_rival (DzWeaknessSearch  *search,
           const DzCandidate *candidate)
{
  DzSpan span = candidate->clause;
  double own = -G_MAXDOUBLE;

  if (!ask (search->self->reader, search->folded, span, candidate->entry->id, &own))
    return FALSE;
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *other = &g_array_index (search->candidates, DzCandidate, i);
      double rival = -G_MAXDOUBLE;

      if (other->point == candidate->point && other->confidence >= SURE &&
          ask (search->self->reader, search->folded, span, other->entry->id, &rival) && rival - own >= RIVALS)
        return TRUE;
    }

  return FALSE;
}

/* The first sentence of the point. */
static guint
find_first (DzWeaknessSearch *search,
            guint             index)
{
  while (index > 0 && SENTENCE (search, index - 1)->point == SENTENCE (search, index)->point &&
         SENTENCE (search, index - 1)->zone == SENTENCE (search, index)->zone)
    index--;

  return index;
}

/**
 * dz_weaknesses_doubt:
 *
 * Sets how sure each candidate is, and which of them the second reader contradicts.
 */
void
dz_weaknesses_doubt (DzWeaknessSearch *search)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);
      DzSpan spans[] = { candidate->clause, SENTENCE (search, candidate->sentence)->span,
                         dz_weaknesses_find_point (search, find_first (search, candidate->sentence)) };
      double best = -G_MAXDOUBLE;
      gboolean learnt = !candidate->of_county;

      for (guint k = 0; k < G_N_ELEMENTS (spans) && learnt && best < AGREES; k++)
        learnt = ask (search->self->reader, search->folded, spans[k], candidate->entry->id, &best);
      if (!learnt)
        continue;
      candidate->doubted = best < CONTRADICTS;
      candidate->confidence = best >= AGREES ? SURE : candidate->doubted ? GUESSED : LIKELY;
    }
  for (guint i = 0; i < search->candidates->len; i++)
    {
      DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);

      if (!candidate->of_county && !candidate->doubted && candidate->confidence < SURE)
        candidate->doubted = crosses_clauses (search->folded, candidate->cue_span) || has_rival (search, candidate);
    }
}
