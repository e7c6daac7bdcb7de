/* dz-sentence-fits.c - how well each problem fits each sentence of the plan, by the words they share
 *
 * What two sentences share weighs the more, the fewer sentences of the
 * report say it. 执法 and 工作 say nothing, 雨季 and 视频机 nearly all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-fits.h"

#include "dz-gram-walk.h"

#include <math.h>

#define COMMON_SHARE 0.12 /* what more of the report's sentences say is said by any */
#define COMMON_LEAST 4
#define SINGLE 0.5        /* a single character says half */

/* A gram of a sentence, and what it tells. */
typedef struct
{
  DzGram gram;
  double worth;
} Word;

/* A gram of the plan. Only what the plan says can be shared with it. */
typedef struct
{
  DzGram gram;   /* 0: an empty place */
  double worth;
  guint count;   /* sentences of the report that hold it */
  guint seen_in; /* the text that was last seen to, counted from 1 */
} Known;

typedef struct
{
  const char *folded;
  const GArray *sentences; /* DzReportSentence */
  Known *known;
  guint mask;              /* their number, a power of 2, less 1 */
  guint n_seen;            /* texts */
} Report;

static DzGramWalk
walk_sentence (const Report *self,
               guint         sentence)
{
  DzSpan span = g_array_index (self->sentences, DzReportSentence, sentence).span;

  return (DzGramWalk) { self->folded, span.start, span.end };
}

/* Where the gram is, or the empty place where it would be. */
static inline Known *
find_known (const Report *self,
            DzGram        gram)
{
  guint at = dz_gram_hash (gram, self->mask);

  while (self->known[at].gram != 0 && self->known[at].gram != gram)
    at = (at + 1) & self->mask;

  return &self->known[at];
}

/* An empty table with room for the grams of these sentences, twice over. */
static void
make_room (Report *self,
           GArray *sentences)
{
  guint most = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      DzSpan span = g_array_index (self->sentences, DzReportSentence, g_array_index (sentences, guint, i)).span;

      for (gsize at = span.start; at < span.end; at++)
        most += (self->folded[at] & 0xc0) != 0x80 ? DZ_GRAM_LONGEST : 0;
    }
  self->mask = 63;
  while (self->mask < 2 * most)
    self->mask = 2 * self->mask + 1;
  self->known = g_new0 (Known, (gsize) self->mask + 1);
}

static void
learn_grams (Report *self,
             GArray *plans)
{
  make_room (self, plans);
  for (guint i = 0; i < plans->len; i++)
    {
      DzGramWalk walk = walk_sentence (self, g_array_index (plans, guint, i));

      while (dz_gram_walk_next (&walk))
        for (guint k = 0; k < walk.n; k++)
          find_known (self, walk.grams[k])->gram = walk.grams[k];
    }
}

/* In how many sentences of the report each stands. */
static void
count_grams (Report *self)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      DzGramWalk walk = walk_sentence (self, i);

      self->n_seen++;
      while (dz_gram_walk_next (&walk))
        for (guint k = 0; k < walk.n; k++)
          {
            Known *known = find_known (self, walk.grams[k]);

            if (known->gram == 0 || known->seen_in == self->n_seen)
              continue;
            known->seen_in = self->n_seen;
            known->count++;
          }
    }
}

/* What a gram tells: the fewer sentences of the report hold it, the more. Numbers, letters and what anybody says tell
 * nothing. */
static double
worth (const Report *self,
       const Known  *known,
       DzGramCounts *said_by_any)
{
  guint n = self->sentences->len;
  guint count = known->count + dz_gram_counts_get (said_by_any, known->gram) * n;
  double value;

  if (count > MAX (COMMON_LEAST, n * COMMON_SHARE) || dz_gram_has_ascii (known->gram))
    return 0;
  value = log ((double) n / count);

  return dz_gram_is_single (known->gram) ? value * SINGLE : value;
}

static void
weigh_grams (Report       *self,
             DzGramCounts *said_by_any)
{
  for (guint at = 0; at <= self->mask; at++)
    if (self->known[at].gram != 0)
      self->known[at].worth = worth (self, &self->known[at], said_by_any);
}

/* The grams of each sentence of @sentences that tell something the plan says, in order. */
static GPtrArray *
list_words (Report *self,
            GArray *sentences)
{
  GPtrArray *listed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < sentences->len; i++)
    {
      DzGramWalk walk = walk_sentence (self, g_array_index (sentences, guint, i));
      GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

      self->n_seen++;
      while (dz_gram_walk_next (&walk))
        for (guint k = 0; k < walk.n; k++)
          {
            Known *known = find_known (self, walk.grams[k]);
            Word word = { known->gram, known->worth };

            if (known->gram == 0 || known->worth <= 0 || known->seen_in == self->n_seen)
              continue;
            known->seen_in = self->n_seen;
            g_array_append_val (words, word);
          }
      g_array_sort (words, dz_gram_compare);
      g_ptr_array_add (listed, words);
    }

  return listed;
}

static DzFit
compare_words (GArray *problem,
               GArray *plan)
{
  DzFit fit = { 0, 0 };
  double all = 1;
  double best = 0;
  guint i = 0;

  for (guint k = 0; k < plan->len; k++)
    {
      const Word *word = &g_array_index (plan, Word, k);

      all += word->worth;
      while (i < problem->len && g_array_index (problem, Word, i).gram < word->gram)
        i++;
      if (i == problem->len || g_array_index (problem, Word, i).gram != word->gram)
        continue;
      fit.score += word->worth;
      if (word->worth >= best)
        {
          best = word->worth;
          fit.heaviest = word->gram;
        }
    }
  fit.score /= sqrt (all);

  return fit;
}

/**
 * dz_sentence_fits_new:
 * @said_by_any: see dz_gram_counts_new_said_by_any()
 * @problems: (element-type guint): sentences of the report; likewise @plans
 *
 * Returns: (transfer full): a row of @plans for each of @problems
 */
DzFit *
dz_sentence_fits_new (DzContext    *context,
                      DzGramCounts *said_by_any,
                      GArray       *problems,
                      GArray       *plans)
{
  Report report = { context->folded, context->sentences };
  g_autofree Known *known = NULL;
  g_autoptr(GPtrArray) of_problems = NULL;
  g_autoptr(GPtrArray) of_plans = NULL;
  DzFit *fits = g_new0 (DzFit, (gsize) problems->len * plans->len + 1);

  learn_grams (&report, plans);
  known = report.known;
  count_grams (&report);
  weigh_grams (&report, said_by_any);
  of_problems = list_words (&report, problems);
  of_plans = list_words (&report, plans);
  for (guint i = 0; i < problems->len; i++)
    for (guint k = 0; k < plans->len; k++)
      fits[i * plans->len + k] = compare_words (g_ptr_array_index (of_problems, i), g_ptr_array_index (of_plans, k));

  return fits;
}
