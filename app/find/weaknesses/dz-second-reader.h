/* dz-second-reader.h - what a point is about where no rule says so
 *
 * A linear reading of characters by ones, twos and threes, learnt from the
 * labelled sentences of data/reading (app/learn). It is asked only where no
 * rule spoke, or whether it would contradict one, and it says by which
 * characters it goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-text.h"

G_BEGIN_DECLS

typedef struct _DzSecondReader DzSecondReader;

/**
 * DzOpinion:
 * @code: interned
 * @score: above 0 is as sure as it gets; the further below, the less
 */
typedef struct
{
  const char *code;
  double score;
} DzOpinion;

DzSecondReader *dz_second_reader_new        (DzCodebook      *codebook,
                                             const char      *part);
void            dz_second_reader_free       (DzSecondReader  *self);
GArray         *dz_second_reader_read       (DzSecondReader  *self,
                                             const char      *folded,
                                             DzSpan           span);
double          dz_second_reader_confidence (DzSecondReader  *self,
                                             double           score);
double          dz_second_reader_agreement  (DzSecondReader  *self,
                                             double           score);
const char     *dz_second_reader_reason     (DzSecondReader  *self,
                                             const char      *folded,
                                             DzSpan           span,
                                             const char      *code,
                                             DzSpan          *heaviest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSecondReader, dz_second_reader_free)

G_END_DECLS
