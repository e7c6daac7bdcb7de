/* dz-overlap-pair.h - two reports and the text they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

/* Text two reports share, what was given to all left out. a < b in roster order; see
 * dz-overlap-extent.h. */
typedef struct
{
  gint64 report_a;
  gint64 report_b;
  double share;      /* how much of the smaller text's own characters stands in the other, 0 to 1 */
  GArray *passages;  /* DzOverlapPassage */
} DzOverlap;

typedef struct
{
  DzSpan a;
  DzSpan b;
} DzOverlapPassage;

DzOverlap *dz_overlap_new  (gint64     report_a,
                            gint64     report_b,
                            double     share);
void       dz_overlap_free (DzOverlap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOverlap, dz_overlap_free)

G_END_DECLS
