/* dz-planned.h - a sentence of the plan, and what it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"
#include "dz-report-sentences.h"
#include "dz-rule-set.h"
#include "dz-second-reader.h"

G_BEGIN_DECLS

typedef struct _DzPlanReader DzPlanReader;

/**
 * DzPlanned:
 *
 * A sentence of the plan with what was found in it, read once for all weaknesses.
 */
typedef struct
{
  const DzReportSentence *sentence;
  guint index;          /* of the sentence */
  GArray *hits;         /* DzRuleHit in the sentence */
  GArray *heading_hits; /* DzRuleHit in its heading */
  GArray *opinions;     /* DzOpinion: about what it is, and its grade */
  GArray *told;         /* DzOpinion: what it would be as a problem */
  DzSpan concrete;      /* the first concrete act, empty if none */
  gboolean wishes;
  gboolean acts;        /* a clause of it does something, in whatever words */
  guint strength;       /* how near it stands to the weakness it is read for */
  gboolean is_heading;  /* with something under it; alone it is what is planned */
} DzPlanned;

DzPlanReader    *dz_plan_reader_new           (DzCodebook       *codebook,
                                               GError          **error);
void             dz_plan_reader_free          (DzPlanReader     *self);
GArray          *dz_plan_reader_read          (DzPlanReader     *self,
                                               DzContext        *context);
DzSpan           dz_plan_reader_find_concrete (DzPlanReader     *self,
                                               const char       *folded,
                                               DzSpan            span);
gboolean         dz_plan_reader_only_wishes   (DzPlanReader     *self,
                                               const char       *folded,
                                               DzSpan            clause);
const char      *dz_plan_reader_reason        (DzPlanReader     *self,
                                               const char       *folded,
                                               DzSpan            span,
                                               const char       *code,
                                               DzSpan           *cue);
gboolean         dz_planned_has_grade         (const DzRuleHit  *hit,
                                               const char       *grade);
const DzRuleHit *dz_planned_find_hit          (GArray           *hits,
                                               const char       *code,
                                               const char       *grade,
                                               gboolean          in_heading);
gboolean         dz_planned_names             (GArray           *hits,
                                               const char       *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPlanReader, dz_plan_reader_free)

G_END_DECLS
