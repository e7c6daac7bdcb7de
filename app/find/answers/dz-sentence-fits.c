/* dz-sentence-fits.c - how well each problem fits each sentence of the plan, by the words they share
 *
 * What two sentences share weighs the more, the fewer sentences of the
 * report say it. 执法 and 工作 say nothing, 雨季 and 视频机 nearly all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-fits.h"

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

typedef struct
{
  GPtrArray *grams;     /* of every sentence */
  DzGramCounts *counts; /* how many sentences hold a gram */
  DzGramCounts *said_by_any;
} Report;

static GArray *
get_grams (GPtrArray *grams,
           guint      sentence)
{
  return g_ptr_array_index (grams, sentence);
}

/* The grams of every sentence. */
static GPtrArray *
list_grams (DzContext *context)
{
  GPtrArray *grams = g_ptr_array_new_full (context->sentences->len, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < context->sentences->len; i++)
    g_ptr_array_add (grams, dz_grams_new (context->folded, g_array_index (context->sentences, DzReportSentence, i).span));

  return grams;
}

static DzGramCounts *
count_grams (GPtrArray *grams)
{
  DzGramCounts *counts;
  guint n = 0;

  for (guint i = 0; i < grams->len; i++)
    n += get_grams (grams, i)->len;
  counts = dz_gram_counts_new (n);
  for (guint i = 0; i < grams->len; i++)
    for (guint k = 0; k < get_grams (grams, i)->len; k++)
      dz_gram_counts_add (counts, g_array_index (get_grams (grams, i), DzGram, k), 1);

  return counts;
}

/* What a gram tells: the fewer sentences of the report hold it, the more. Numbers, letters and what anybody says tell
 * nothing. */
static double
worth (const Report *self,
       DzGram        gram)
{
  guint n = self->grams->len;
  guint count = dz_gram_counts_get (self->counts, gram) + dz_gram_counts_get (self->said_by_any, gram) * n;
  double value;

  if (count == 0 || count > MAX (COMMON_LEAST, n * COMMON_SHARE) || dz_gram_has_ascii (gram))
    return 0;
  value = log ((double) n / count);

  return dz_gram_is_single (gram) ? value * SINGLE : value;
}

/* The grams of each sentence of @sentences that tell something, in order. */
static GPtrArray *
weigh (const Report *self,
       GArray       *sentences)
{
  GPtrArray *weighed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < sentences->len; i++)
    {
      GArray *grams = get_grams (self->grams, g_array_index (sentences, guint, i));
      GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

      g_array_sort (grams, dz_gram_compare);
      for (guint k = 0; k < grams->len; k++)
        {
          Word word = { g_array_index (grams, DzGram, k), 0 };

          word.worth = worth (self, word.gram);
          if (word.worth > 0)
            g_array_append_val (words, word);
        }
      g_ptr_array_add (weighed, words);
    }

  return weighed;
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
  g_autoptr(GPtrArray) grams = list_grams (context);
  g_autoptr(DzGramCounts) counts = count_grams (grams);
  Report report = { grams, counts, said_by_any };
  g_autoptr(GPtrArray) of_problems = weigh (&report, problems);
  g_autoptr(GPtrArray) of_plans = weigh (&report, plans);
  DzFit *fits = g_new0 (DzFit, (gsize) problems->len * plans->len + 1);

  for (guint i = 0; i < problems->len; i++)
    for (guint k = 0; k < plans->len; k++)
      fits[i * plans->len + k] = compare_words (g_ptr_array_index (of_problems, i), g_ptr_array_index (of_plans, k));

  return fits;
}
