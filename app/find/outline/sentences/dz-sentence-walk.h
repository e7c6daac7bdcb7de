/* dz-sentence-walk.h - the sentences of a report while they are walked through: inside this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-part-labels.h"
#include "dz-report-lines.h"
#include "dz-report-sentences.h"

G_BEGIN_DECLS

#define DZ_MOST_COLUMNS 12

struct _DzZones
{
  DzRuleSet *plan_start;
  DzRuleSet *plan_start_strong;
  DzRuleSet *admission;
  DzRuleSet *cause_lead;
  DzRuleSet *thought;    /* 静下心来想，: of reasons, where it is not of shortfalls */
  DzRuleSet *thought_of_shortfalls;
  DzRuleSet *cause_opening; /* 主要是: of a sentence behind the problem of a point */
  DzRuleSet *headings;
  DzRuleSet *by_form;   /* an admission by what it says */
  DzRuleSet *no_admission;
  DzRuleSet *no_lead_in; /* what follows is told of somebody else */
  DzRuleSet *shortfall;
  DzPartLabels *labels;
};

typedef struct
{
  DzReportSentences *self;
  DzContext *context;
  GArray *sentences;
  guint section;     /* where the walk is */
  gboolean declared; /* the report has a problems or merged section */
  guint point;
  DzSpan heading;
  DzSpan heads[DZ_ORDINAL_NONE + 1]; /* the latest heading of each style in this section */
  DzOrdinalStyle style;
  gboolean in_plan;  /* the plan half of a merged section, or of one of its points */
  gboolean plan_to_the_end; /* a heading inside the merged section began it */
  gboolean admits;   /* inside an admission */
  gboolean admitted; /* there was one before */
  gboolean in_causes; /* after 主要原因： to the end of its list, or of its point */
  guint number;      /* of this sentence, where it began with 一是, 二是; 0: it did not */
  guint outer;       /* the last number of the points' own list in the paragraph */
  guint inner;       /* the last number of the list of causes */
  gboolean in_run;   /* the point began inside a paragraph */
  guint answered;    /* 一是…，今后…；二是…，将…: the last number of a run whose problem its measure followed */
  gboolean counted;  /* an ordinal began the point */
  DzPartLabel label; /* of this sentence, or of one before it in the line */
  guint told;        /* the last number of the list behind the label */
  DzPartLabel columns[DZ_MOST_COLUMNS]; /* what the cells of the table are for */
  guint n_columns;
  gsize last_counted; /* where the last numbered line begins; the end of the text where none is */
} DzSentenceWalk;

gboolean dz_sentence_walk_is_mark     (gunichar        c);
void     dz_sentence_walk_begin_point (DzSentenceWalk *walk,
                                       DzOrdinalStyle  style,
                                       DzSpan          heading);
void     dz_sentence_walk_append      (DzSentenceWalk *walk,
                                       DzZone          zone,
                                       DzSpan          span,
                                       guint           line,
                                       gboolean        is_heading);
gboolean dz_sentence_walk_goes_on     (DzSentenceWalk *walk,
                                       DzSpan          line);
void     dz_sentence_walk_take_label  (DzSentenceWalk *walk,
                                       DzSpan         *sentence,
                                       gboolean        begins_point);
void     dz_sentence_walk_append_labelled (DzSentenceWalk *walk,
                                           DzSpan          span,
                                           guint           line);
gboolean dz_sentence_walk_take_row    (DzSentenceWalk *walk,
                                       const DzLine   *line,
                                       guint           index);

G_END_DECLS
