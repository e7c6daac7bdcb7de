/* dz-agreement.h - two people read the same reports: how often they give a sentence the same code
 *
 * The first reading is that of the review; the second is kept as decisions of
 * the kind DZ_SECOND_READING, a sentence each, and made without seeing the
 * first. Only sentences of the problems both have judged count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

#define DZ_SECOND_READING "second"
#define DZ_NO_CODE "-" /* the sentence declares nothing, or fits no code */

/**
 * DzJudged: a sentence two people judged
 * @first: interned: the code, several with commas between them, or DZ_NO_CODE
 * @second: likewise
 */
typedef struct
{
  DzSpan sentence;
  const char *first;
  const char *second;
} DzJudged;

/**
 * DzAgreement:
 * @n: sentences both judged
 * @n_same: of them, those with the same code
 * @percent: @n_same of a hundred, %NAN without a sentence
 * @kappa: Cohen's: agreement beyond chance, 1 for all; %NAN where chance alone explains it
 */
typedef struct
{
  guint n;
  guint n_same;
  double percent;
  double kappa;
} DzAgreement;

GArray     *dz_agreement_list_sentences (DzReport          *report);
char       *dz_agreement_dup_key        (DzReport          *report,
                                         DzSpan             sentence);
const char *dz_agreement_get_second     (DzReview          *review,
                                         DzReport          *report,
                                         DzSpan             sentence);
const char *dz_agreement_get_first      (DzReport          *report,
                                         DzSpan             sentence);
GArray     *dz_agreement_list_judged    (DzReview          *review,
                                         DzReport          *report);
DzAgreement dz_agreement_measure        (GArray            *judged);

G_END_DECLS
