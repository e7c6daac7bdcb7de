/* dz-cross-checks.h - the checks that need more than one report
 *
 * Inside compare/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-checks-table.h"
#include "dz-plan-items.h"

G_BEGIN_DECLS

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzPlanItems *plans;
  int year;
  const DzBody *body;
  DzReport *report; /* (nullable) */
  DzReport *last;   /* (nullable) last year's */
  char *submit_by;
  char *publish_before;
} DzCrossContext;

/* What one such check finds for one body. Passages: DzPassage. */
typedef struct
{
  gboolean asked;
  DzResult result;
  char *message;
  GArray *passages;
  const DzOverlap *overlap;
} DzCrossFinding;

gboolean dz_cross_checks_knows (const char           *id);
void     dz_cross_checks_run   (const DzCrossContext *context,
                                const char           *id,
                                DzCrossFinding       *finding);

G_END_DECLS
