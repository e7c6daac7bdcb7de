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

#include <string.h>

#define AGREES -0.25     /* from here on both readings say the same */
#define AGREES_WHOLLY 0.5 /* no span fits better */
#define RIGHT_ENOUGH 0.97 /* what is right less often is shown to be checked */
#define TO_BE_CHECKED 0.89
#define FLATTERS 0.3     /* the best of three spans is by so much better than the one that was tried */
#define RIVALS 0.5       /* by so much a sure name of the point must fit the sentence better */
#define FEWEST_ITEMS 3
#define CONTRADICTS -0.6 /* below, in every span, the rule is not believed */

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

/* What the reader said to a span; candidates that stand side by side ask about the same sentence and point. */
typedef struct
{
  DzSpan span;
  GArray *opinions; /* DzOpinion */
} Heard;

/* How well the span fits the code: the reader's score, or %FALSE where it never learnt the code. */
static gboolean
ask (DzWeaknessSearch *search,
     Heard            *heard,
     DzSpan            span,
     const char       *code,
     double           *best)
{
  if (heard->opinions == NULL || heard->span.start != span.start || heard->span.end != span.end)
    {
      g_clear_pointer (&heard->opinions, g_array_unref);
      heard->opinions = dz_second_reader_read (search->self->reader, search->folded, span);
      heard->span = span;
    }
  for (guint i = 0; i < heard->opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (heard->opinions, DzOpinion, i);

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

/* 执法力量不足、普法形式单一、案卷不规范: what stands between the marks of a list of FEWEST_ITEMS is a clause of its own. */
static DzSpan
find_item (const char        *folded,
           const DzCandidate *candidate)
{
  DzSpan item = candidate->clause;
  guint n = 1;

  for (gsize at = candidate->clause.start; at + 3 <= candidate->clause.end; at++)
    if (memcmp (folded + at, "、", 3) == 0)
      {
        n++;
        if (at + 3 <= candidate->cue_span.start)
          item.start = at + 3;
        else if (at >= candidate->cue_span.end)
          item.end = MIN (item.end, at);
      }

  return n >= FEWEST_ITEMS ? item : candidate->clause;
}

/* Each code a sure candidate of a point has, once. */
static GHashTable *
list_sure (DzWeaknessSearch *search)
{
  GHashTable *sure = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);
      GPtrArray *codes = g_hash_table_lookup (sure, GUINT_TO_POINTER (candidate->point));

      if (!candidate->agreed)
        continue;
      if (codes == NULL)
        {
          codes = g_ptr_array_new ();
          g_hash_table_insert (sure, GUINT_TO_POINTER (candidate->point), codes);
        }
      if (!g_ptr_array_find (codes, candidate->entry->id, NULL))
        g_ptr_array_add (codes, (gpointer) candidate->entry->id);
    }

  return sure;
}

/* Whether a sure name of the same point fits the candidate's own clause far better: 调解与诉讼衔接不顺 under a
 * point about disputes is no lack of coordination. @codes: (nullable): of those names */
static gboolean
has_rival (DzWeaknessSearch  *search,
           Heard             *heard,
           const DzCandidate *candidate,
           GPtrArray         *codes)
{
  double own = -G_MAXDOUBLE;

  if (codes == NULL || !ask (search, heard, candidate->clause, candidate->entry->id, &own))
    return FALSE;
  for (guint i = 0; i < codes->len; i++)
    {
      double rival = -G_MAXDOUBLE;

      if (ask (search, heard, candidate->clause, g_ptr_array_index (codes, i), &rival) && rival - own >= RIVALS)
        return TRUE;
    }

  return FALSE;
}

/* The sentences of one point and zone in a row, and what is read of them. */
typedef struct
{
  guint first, end; /* none where they are the same */
  DzSpan span;
} Row;

static void
find_row (DzWeaknessSearch *search,
          guint             index,
          Row              *row)
{
  const DzReportSentence *here = SENTENCE (search, index);

  if (index >= row->first && index < row->end)
    return;
  row->first = row->end = index;
  while (row->first > 0 && SENTENCE (search, row->first - 1)->point == here->point &&
         SENTENCE (search, row->first - 1)->zone == here->zone)
    row->first--;
  while (row->end < search->sentences->len && SENTENCE (search, row->end)->point == here->point &&
         SENTENCE (search, row->end)->zone == here->zone)
    row->end++;
  row->span = dz_weaknesses_find_point (search, row->first);
}

/* As sure as rules were when tried. */
static double
weigh (DzSecondReader *reader,
       double          score)
{
  double right = dz_second_reader_agreement (reader, score);

  return right >= RIGHT_ENOUGH ? SURE : CLAMP (right, GUESSED, TO_BE_CHECKED);
}

/* How sure or doubted, by what the reader says to the clause, the sentence and the point. */
static void
judge_all (DzWeaknessSearch *search)
{
  Heard heard[4] = { 0 };
  Row row = { 0 };

  for (guint i = 0; i < search->candidates->len; i++)
    {
      DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);
      double best = -G_MAXDOUBLE;
      gboolean learnt = !candidate->certain;

      candidate->agreed = candidate->confidence >= SURE;
      for (guint k = 0; k < G_N_ELEMENTS (heard) && learnt && best < AGREES_WHOLLY; k++)
        {
          DzSpan span = k == 0   ? candidate->clause
                        : k == 1 ? find_item (search->folded, candidate)
                                 : SENTENCE (search, candidate->sentence)->span;

          if (k == 3)
            {
              find_row (search, candidate->sentence, &row);
              span = row.span;
            }
          if (k == 1 && span.start == candidate->clause.start && span.end == candidate->clause.end)
            continue; /* heard already */
          learnt = ask (search, &heard[k], span, candidate->entry->id, &best);
        }
      if (!learnt)
        continue;
      candidate->doubted = best < CONTRADICTS;
      candidate->agreed = best >= AGREES;
      candidate->confidence = weigh (search->self->reader, best - FLATTERS);
    }
  for (guint k = 0; k < G_N_ELEMENTS (heard); k++)
    g_clear_pointer (&heard[k].opinions, g_array_unref);
}

/**
 * dz_weaknesses_doubt:
 *
 * Sets how sure each candidate is, and which of them the second reader contradicts.
 */
void
dz_weaknesses_doubt (DzWeaknessSearch *search)
{
  g_autoptr(GHashTable) sure = NULL;
  Heard heard = { 0 };

  judge_all (search);
  sure = list_sure (search);
  for (guint i = 0; i < search->candidates->len; i++)
    {
      DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);

      if (!candidate->certain && !candidate->doubted && !candidate->agreed)
        candidate->doubted =
          crosses_clauses (search->folded, candidate->cue_span) ||
          has_rival (search, &heard, candidate, g_hash_table_lookup (sure, GUINT_TO_POINTER (candidate->point)));
    }
  g_clear_pointer (&heard.opinions, g_array_unref);
}
