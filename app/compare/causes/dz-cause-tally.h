/* dz-cause-tally.h - what the reports blame: each cause with the bodies that name it
 *
 * Counts are counts of bodies, each once; silence is 未提出.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"

G_BEGIN_DECLS

/* The first passage in which a body names a cause. */
typedef struct
{
  const DzBody *body;
  DzReport *report;
  DzSpan span;
} DzCauseNaming;

/**
 * DzCauseCount:
 * @namings: (element-type DzCauseNaming): a body each, in roster order
 */
typedef struct
{
  const DzEntry *entry;
  GArray *namings;
} DzCauseCount;

GPtrArray *dz_cause_tally (DzCommonWeaknesses *common,
                           DzReview           *review,
                           DzCodebook         *codebook,
                           guint              *n_naming);

G_END_DECLS
