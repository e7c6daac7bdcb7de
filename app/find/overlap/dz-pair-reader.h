/* dz-pair-reader.h - two reports side by side: which clauses of one stand in the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-grams.h"

G_BEGIN_DECLS

#define DZ_OVERLAP_MIN_PASSAGE 10 /* characters; shorter runs are not shown */

typedef struct _DzPairReader DzPairReader;

DzPairReader *dz_pair_reader_new     (DzCommonGrams *grams,
                                      GPtrArray     *texts);
void          dz_pair_reader_free    (DzPairReader  *self);
void          dz_pair_reader_open    (DzPairReader  *self,
                                      guint          right);
double        dz_pair_reader_compare (DzPairReader  *self,
                                      guint          left,
                                      GArray        *passages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPairReader, dz_pair_reader_free)

G_END_DECLS
