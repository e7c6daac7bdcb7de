/* dz-agreement.c - two people read the same reports: how often they give a sentence the same code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-agreement.h"

#include <math.h>
#include <string.h>

static gboolean
tells_of_problems (const DzSection *section)
{
  return section->kind == DZ_SECTION_PROBLEMS || section->kind == DZ_SECTION_MERGED;
}

/**
 * dz_agreement_list_sentences:
 *
 * Returns: (transfer full) (element-type DzSpan): what is to be judged: the sentences of the parts
 *   that tell of problems, without the headings of the parts
 */
GArray *
dz_agreement_list_sentences (DzReport *report)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (DzSpan));

  g_return_val_if_fail (report != NULL, sentences);

  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);
      const char *text = dz_text_peek (report->text, NULL);
      gsize at = MAX (section->span.start, section->heading.end);

      while (tells_of_problems (section) && at < section->span.end)
        {
          DzSpan sentence = dz_report_sentence_at (report, at);

          sentence.start = MAX (sentence.start, at);
          sentence.end = MIN (sentence.end, section->span.end);
          /* a blank line, or the stop a heading ends with, is no sentence */
          if (sentence.end > sentence.start && g_utf8_strlen (text + sentence.start, (gssize) (sentence.end - sentence.start)) > 1)
            g_array_append_val (sentences, sentence);
          at = MAX (sentence.end, (gsize) (g_utf8_next_char (text + at) - text));
        }
    }

  return sentences;
}

/**
 * dz_agreement_dup_key:
 *
 * Returns: (transfer full): the key of the decision about the sentence: its own words, so that it
 *   outlives a new reading
 */
char *
dz_agreement_dup_key (DzReport *report,
                      DzSpan    sentence)
{
  g_autofree char *words = dz_text_dup_span (report->text, sentence);

  return g_strdup_printf ("%s %s", dz_report_kind_to_string (report->identity.kind), g_strstrip (words));
}

/**
 * dz_agreement_get_second:
 *
 * Returns: (transfer none) (nullable): the second person's code, %NULL: not judged yet
 */
const char *
dz_agreement_get_second (DzReview *review,
                         DzReport *report,
                         DzSpan    sentence)
{
  g_autofree char *key = dz_agreement_dup_key (report, sentence);
  const DzDecision *decision =
    dz_review_find_decision (review, DZ_SECOND_READING, report->body_id, report->identity.year, key);

  return decision != NULL ? g_intern_string (decision->value) : NULL;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * dz_agreement_get_first:
 *
 * Returns: (transfer none): the code the review gives the sentence, several in the order of the
 *   alphabet, or DZ_NO_CODE
 */
const char *
dz_agreement_get_first (DzReport *report,
                        DzSpan    sentence)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (dz_weakness_counts (weakness) && weakness->span.start >= sentence.start &&
          weakness->span.start < sentence.end && !g_ptr_array_find (codes, weakness->code, NULL))
        g_ptr_array_add (codes, (gpointer) weakness->code);
    }
  if (codes->len == 0)
    return g_intern_string (DZ_NO_CODE);
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  words = g_strjoinv (",", (char **) codes->pdata);

  return g_intern_string (words);
}

/**
 * dz_agreement_list_judged:
 *
 * Returns: (transfer full) (element-type DzJudged): the sentences both have judged
 */
GArray *
dz_agreement_list_judged (DzReview *review,
                          DzReport *report)
{
  g_autoptr(GArray) sentences = dz_agreement_list_sentences (report);
  GArray *judged = g_array_new (FALSE, FALSE, sizeof (DzJudged));

  for (guint i = 0; i < sentences->len; i++)
    {
      DzSpan sentence = g_array_index (sentences, DzSpan, i);
      DzJudged one = { sentence, NULL, dz_agreement_get_second (review, report, sentence) };

      if (one.second == NULL)
        continue;
      one.first = dz_agreement_get_first (report, sentence);
      g_array_append_val (judged, one);
    }

  return judged;
}

static void
count (GHashTable *counts,
       const char *code)
{
  g_hash_table_insert (counts, (gpointer) code, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)) + 1));
}

/**
 * dz_agreement_measure:
 * @judged: (element-type DzJudged): of one report or of several
 */
DzAgreement
dz_agreement_measure (GArray *judged)
{
  DzAgreement agreement = { judged->len, 0, NAN, NAN };
  g_autoptr(GHashTable) first = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) second = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer code, n;
  double chance = 0;
  double total = judged->len;

  for (guint i = 0; i < judged->len; i++)
    {
      const DzJudged *one = &g_array_index (judged, DzJudged, i);

      agreement.n_same += one->first == one->second;
      count (first, one->first);
      count (second, one->second);
    }
  if (judged->len == 0)
    return agreement;
  agreement.percent = 100 * agreement.n_same / total;
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &code, &n))
    chance += GPOINTER_TO_UINT (n) / total * GPOINTER_TO_UINT (g_hash_table_lookup (second, code)) / total;
  if (chance < 1)
    agreement.kappa = (agreement.n_same / total - chance) / (1 - chance);

  return agreement;
}
