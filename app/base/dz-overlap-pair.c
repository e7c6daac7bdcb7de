/* dz-overlap-pair.c - two reports and the text they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap-pair.h"

/**
 * dz_overlap_new:
 * @share: how much of the smaller text's own characters stands in the other, 0 to 1
 *
 * Returns: (transfer full): a pair without passages
 */
DzOverlap *
dz_overlap_new (gint64 report_a,
                gint64 report_b,
                double share)
{
  DzOverlap *self = g_new0 (DzOverlap, 1);

  self->report_a = report_a;
  self->report_b = report_b;
  self->share = share;
  self->passages = g_array_new (FALSE, TRUE, sizeof (DzOverlapPassage));

  return self;
}

void
dz_overlap_free (DzOverlap *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->passages);
  g_free (self);
}
