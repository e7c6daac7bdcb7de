/* dz-plan-grams.h - which sentences of a report have a character, or two in a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A character, or two in a row as one number: sixty reports have a million, too many for strings. */
typedef guint64 DzPlanGram;
#define DZ_PLAN_GRAM_BITS 21 /* of a character */

typedef struct _DzPlanGrams DzPlanGrams;

DzPlanGrams *dz_plan_grams_new   (void);
void         dz_plan_grams_free  (DzPlanGrams *self);
void         dz_plan_grams_add   (DzPlanGrams *self,
                                  DzPlanGram   gram,
                                  guint        sentence);
guint        dz_plan_grams_count (DzPlanGrams *self,
                                  DzPlanGram   gram);
gboolean     dz_plan_grams_has   (DzPlanGrams *self,
                                  DzPlanGram   gram,
                                  guint        sentence);
void         dz_plan_grams_weigh (DzPlanGrams *self,
                                  DzPlanGram   gram,
                                  double       weight,
                                  double      *totals);

G_END_DECLS
