/* dz-sentences-causes.c - the sentence about what the reports blame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-private.h"

#include "dz-cause-tally.h"

#define MOST_CAUSES 5
#define MOST_SOURCES 3

/**
 * dz_sentence_causes:
 *
 * Returns: (transfer full): 12个已报告的单位中，9个写到原因：…5个……; empty: nobody names one
 */
DzSentence *
dz_sentence_causes (DzCommonWeaknesses *common,
                    DzReview           *review,
                    DzCodebook         *codebook)
{
  DzSentence *sentence = dz_sentence_new ();
  guint n_naming, n = dz_common_weaknesses_get_n_reported (common);
  g_autoptr(GPtrArray) counts = dz_cause_tally (common, review, codebook, &n_naming);

  if (counts->len == 0)
    return sentence;
  if (n == 1)
    dz_sentence_add (sentence, "报告写到原因：");
  else if (n_naming == n)
    dz_sentence_addf (sentence, "%u个已报告的单位均写到原因：", n);
  else
    dz_sentence_addf (sentence, "%u个已报告的单位中，%u个写到原因：", n, n_naming);
  for (guint i = 0; i < MIN (counts->len, MOST_CAUSES); i++)
    {
      const DzCauseCount *count = g_ptr_array_index (counts, i);

      dz_sentence_addf (sentence, "%s“%s”", i > 0 ? "、" : "", count->entry->name);
      if (n > 1)
        dz_sentence_addf (sentence, "%u个", count->namings->len);
      for (guint k = 0; k < MIN (count->namings->len, MOST_SOURCES); k++)
        {
          const DzCauseNaming *naming = &g_array_index (count->namings, DzCauseNaming, k);

          dz_sentence_add_source (sentence, naming->report, naming->span);
        }
    }
  if (counts->len > MOST_CAUSES)
    dz_sentence_addf (sentence, "，另有%u类", counts->len - MOST_CAUSES);
  dz_sentence_add (sentence, "。");

  return sentence;
}
