/* dz-plan-words.h - the words with which a promise begins, that make it none, and that anybody writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_PLAN_ACTS,   /* with which a promise begins */
  DZ_PLAN_WISHES, /* that make it none */
  DZ_PLAN_BY_ANY, /* acts, and what anybody writes */
  DZ_N_PLAN_WORDS
} DzPlanWordKind;

typedef struct _DzPlanWords DzPlanWords;

DzPlanWords *dz_plan_words_new  (DzCodebook     *codebook);
void         dz_plan_words_free (DzPlanWords    *self);
gsize        dz_plan_words_skip (DzPlanWords    *self,
                                 DzPlanWordKind  kind,
                                 const char     *at,
                                 gsize           len);

G_END_DECLS
