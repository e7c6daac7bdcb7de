/* dz-gram-counts.h - how many sentences of a report hold a gram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-grams.h"

G_BEGIN_DECLS

typedef struct _DzGramCounts DzGramCounts;

DzGramCounts *dz_gram_counts_new   (guint         expected);
void          dz_gram_counts_free  (DzGramCounts *self);
void          dz_gram_counts_add   (DzGramCounts *self,
                                    DzGram        gram,
                                    guint         n);
guint         dz_gram_counts_get   (DzGramCounts *self,
                                    DzGram        gram);
DzGramCounts *dz_gram_counts_new_said_by_any (DzCodebook *codebook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzGramCounts, dz_gram_counts_free)

G_END_DECLS
