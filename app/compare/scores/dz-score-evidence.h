/* dz-score-evidence.h - what the program holds about a body for one head of the 评分表
 *
 * It is shown to the person who scores, and nothing follows from it by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"
#include "dz-shared-tables.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_SHOWN_FIGURE,     /* 数值 */
  DZ_SHOWN_UNREPORTED, /* 未报: indicators of the head the report does not give */
  DZ_SHOWN_WEAKNESS,   /* 问题 the body declares */
  DZ_SHOWN_CHECK,      /* 核查 that fails */
  DZ_SHOWN_PROMISE,    /* 上年计划, and whether it was kept */
  DZ_SHOWN_PROBLEM     /* of the 整改台账, and how far it is */
} DzShownKind;
#define DZ_N_SHOWN_KINDS (DZ_SHOWN_PROBLEM + 1)

/**
 * DzShown:
 * @name: of indicator, code or check
 * @words: (nullable): value, sentence or state
 * @unsure: nobody confirmed it: 待核
 * @report: (nullable): where it stands, at @span
 */
typedef struct
{
  DzShownKind kind;
  char *name;
  char *words;
  gboolean unsure;
  DzReport *report;
  DzSpan span;
} DzShown;

typedef struct _DzScoreEvidence DzScoreEvidence;

DzScoreEvidence *dz_score_evidence_new   (DzReview           *review,
                                          DzCodebook         *codebook,
                                          int                 year);
DzScoreEvidence *dz_score_evidence_new_of (DzSharedTables    *tables);
void             dz_score_evidence_free  (DzScoreEvidence    *self);
GPtrArray       *dz_score_evidence_list  (DzScoreEvidence    *self,
                                          const DzScoreHead  *head,
                                          const DzBody       *body);
char            *dz_shown_dup_short      (const DzShown      *self);
char            *dz_shown_list_dup_text  (GPtrArray          *list,
                                          guint               most,
                                          const char         *between);
const char      *dz_shown_kind_get_name  (DzShownKind         kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzScoreEvidence, dz_score_evidence_free)

G_END_DECLS
