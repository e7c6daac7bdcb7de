/* dz-counterparts.h - which sentence of the plan speaks of which problem
 *
 * A plan answers in the words of the problem (雨季断道…, 错开雨季…), in the
 * same order, or in the same point. Neither needs to be known to the codebook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-gram-counts.h"
#include "dz-report-sentences.h"

G_BEGIN_DECLS

typedef struct _DzCounterparts DzCounterparts;

/**
 * DzKinship:
 * @DZ_KIN_NONE: nothing says that the one speaks of the other
 * @DZ_KIN_ORDER: it stands in the plan where the problem stands among the problems
 * @DZ_KIN_A_WORD: it says a word again that few sentences of the report say
 * @DZ_KIN_WORDS: it says several again
 * @DZ_KIN_POINT: it stands in the problem's own point
 */
typedef enum
{
  DZ_KIN_NONE,
  DZ_KIN_ORDER,
  DZ_KIN_A_WORD,
  DZ_KIN_WORDS,
  DZ_KIN_POINT
} DzKinship;

DzCounterparts *dz_counterparts_new  (DzContext      *context,
                                      DzGramCounts   *said_by_any);
void            dz_counterparts_free (DzCounterparts *self);
DzKinship       dz_counterparts_ask  (DzCounterparts *self,
                                      guint           weakness,
                                      guint           sentence,
                                      DzSpan         *shared);
gboolean        dz_counterparts_go_by_points (DzCounterparts *self);

gboolean        dz_counterparts_speaks_of_another (DzCounterparts *self,
                                                   guint           weakness,
                                                   guint           sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCounterparts, dz_counterparts_free)

G_END_DECLS
