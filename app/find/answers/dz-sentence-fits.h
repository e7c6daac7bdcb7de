/* dz-sentence-fits.h - how well each problem fits each sentence of the plan, by the words they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-gram-counts.h"
#include "dz-report-sentences.h"

G_BEGIN_DECLS

/**
 * DzFit:
 * @score: what they share, 0 for nothing
 * @heaviest: the gram that says most of it
 */
typedef struct
{
  double score;
  DzGram heaviest;
} DzFit;

DzFit *dz_sentence_fits_new (DzContext    *context,
                             DzGramCounts *said_by_any,
                             GArray       *problems,
                             GArray       *plans);

G_END_DECLS
