/* dz-overlap-words.h - which words of a shared passage are the same on both sides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

void dz_overlap_words_list_same (DzText                 *a,
                                 DzText                 *b,
                                 const DzOverlapPassage *passage,
                                 GArray                 *in_a,
                                 GArray                 *in_b);

G_END_DECLS
