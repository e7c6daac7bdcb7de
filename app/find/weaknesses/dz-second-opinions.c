/* dz-second-opinions.c - what the second reader names where no rule did
 *
 * A point no rule named is read whole. A point that has a name is read on,
 * sentence by sentence, where no rule spoke; there the reader must be surer,
 * and what it takes for the name the point has anyway adds nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

#include "dz-report-lines.h"

#include <string.h>

#define SHORTEST_SENTENCE 8     /* characters: less says too little */
#define LEAST_OPINION -0.65  /* a first opinion below is none */
#define SECOND_OPINION -0.4 /* so is any other below */
#define SENTENCE_OPINION -0.35 /* so is one of a sentence of a point that has a name */
#define AS_GOOD 0.3            /* a name the point has anyway explains a sentence nearly as well */


/* The sentence of the point that the characters which said most stand in. */
static guint
find_sentence (DzWeaknessSearch *search,
               guint             index,
               DzSpan            cue)
{
  for (guint i = index; i < search->sentences->len; i++)
    if (dz_span_contains (SENTENCE (search, i)->span, cue))
      return i;

  return index;
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
  g_array_append_val (search->candidates, candidate);
}

/* A rule that was not believed still names the point where nothing else does. */
static gboolean
has_doubted (DzWeaknessSearch *search,
             guint             point)
{
  for (guint i = 0; i < search->candidates->len; i++)
    if (g_array_index (search->candidates, DzCandidate, i).point == point)
      return TRUE;

  return FALSE;
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
  if (search->candidates->len == before && !has_doubted (search, SENTENCE (search, index)->point))
    {
      DzCandidate candidate = { NULL, NULL, DZ_SPAN_NONE,
                                dz_report_sentences_trim (search->folded, SENTENCE (search, index)->span),
                                index, SENTENCE (search, index)->point, .confidence = GUESSED };

      g_array_append_val (search->candidates, candidate);
    }
}

/* A doubted name stands only where nothing better names its point. */
static void
drop_doubted (DzWeaknessSearch *search)
{
  for (guint i = 0; i < search->candidates->len;)
    {
      const DzCandidate *here = &g_array_index (search->candidates, DzCandidate, i);
      gboolean better = FALSE;

      for (guint k = 0; k < search->candidates->len && here->doubted && !better; k++)
        {
          const DzCandidate *other = &g_array_index (search->candidates, DzCandidate, k);

          better = other->point == here->point && !other->doubted && other->entry != NULL;
        }
      if (better)
        g_array_remove_index (search->candidates, i);
      else
        i++;
    }
}

static gboolean
has_spoken (DzWeaknessSearch *search,
            guint             sentence)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);

      if (candidate->sentence == sentence && candidate->entry != NULL && !candidate->doubted)
        return TRUE;
    }

  return FALSE;
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

      for (guint k = 0; k < search->candidates->len; k++)
        {
          const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, k);

          if (candidate->point == point && candidate->entry != NULL && candidate->entry->id == opinion->code)
            return opinion->score;
        }
    }

  return -G_MAXDOUBLE;
}

/* A sentence no rule spoke in, of a point that has a name or stands in no point at all. A heading may be a
 * goal (加强执法队伍建设), and says no more than what stands under it. */
static void
read_sentence (DzWeaknessSearch *search,
               guint             index)
{
  const DzReportSentence *sentence = SENTENCE (search, index);
  g_autoptr(GArray) opinions = NULL;
  const DzOpinion *first;

  if ((sentence->zone != DZ_ZONE_PROBLEM && sentence->zone != DZ_ZONE_ADMISSION) ||
      sentence->is_heading || has_spoken (search, index) || dz_weaknesses_announces (search->folded, sentence->span) ||
      dz_report_lines_count (search->folded, sentence->span) < SHORTEST_SENTENCE)
    return;
  opinions = dz_second_reader_read (search->self->reader, search->folded, sentence->span);
  if (opinions->len == 0)
    return;
  first = &g_array_index (opinions, DzOpinion, 0);
  if (first->score < SENTENCE_OPINION || score_of_known (search, opinions, sentence->point) >= first->score - AS_GOOD)
    return;
  add_opinion (search, index, sentence->span, first);
}

/**
 * dz_weaknesses_read_on:
 *
 * Asks the second reader about every sentence no rule spoke in, and lets go of what it contradicted.
 */
void
dz_weaknesses_read_on (DzWeaknessSearch *search)
{
  for (guint i = 0; i < search->sentences->len; i++)
    read_sentence (search, i);
  drop_doubted (search);
}
