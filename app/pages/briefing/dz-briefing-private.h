/* dz-briefing-private.h - what the parts of a briefing share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing.h"
#include "dz-checks-table.h"
#include "dz-common-weaknesses.h"
#include "dz-document-private.h"
#include "dz-figure-table.h"
#include "dz-hidden-names.h"
#include "dz-paper-table.h"
#include "dz-roster-table.h"
#include "dz-sentences.h"
#include "dz-series.h"
#include "dz-citations.h"
#include "dz-year-change.h"

G_BEGIN_DECLS

#define DZ_MAIN_COLUMNS 24 /* of the figure table; all others stand in the table of further figures */
#define DZ_FOLDOUT_COLUMNS 32 /* the same on A3: two blocks */
#define DZ_BRIEFING_CHARTS "统计图" /* what contents and running heads call the charts */

struct _DzBriefing
{
  gatomicrefcount refs;
  DzReview *review;       /* with names hidden if so wanted */
  DzReview *original;
  DzCodebook *codebook;
  DzBriefingOptions *options;
  DzScopeFilter *scope;
  DzPaper *paper;
  int year;

  DzRosterTable *roster;
  DzFigureTable *figures; /* all indicators anybody reports */
  DzCommonWeaknesses *common;
  DzYearChange *change;
  DzChecksTable *checks;
  GArray *main_columns;   /* guint: columns of the figure table that stand in the main table */
  GArray *rest_columns;

  DzCitations *book;
  GHashTable *tables;     /* key -> number of the table, from 1 */
  GHashTable *charts;     /* subject -> number of the figure, from 1 */
  GHashTable *sentences, *unused; /* text_key -> DzBriefingSentence; keys of those somebody worded for other data */
  guint n_offered;        /* findings nobody decided about: counted, not said */
  GHashTable *offered;    /* id of a body -> how many of these are about it */
  DzHiddenNames *masks;   /* (nullable) */
  GHashTable *strip_others; /* column -> DzStripOthers, a row each */
  guint n_headings;
  gboolean hides_sources; /* without 原文出处 no number is printed, the words answer a click */
  DzDocument *document;
  DzChapter *words;       /* (nullable): of the part before: a paragraph may go on there */
  DzChapter *tail;        /* (nullable): of the part before: charts may go on on its last page */
};

/* A sentence of ours: as made, and as printed. */
typedef struct
{
  char *original;
  char *printed;
} DzBriefingSentence;

/* Words. */
void        dz_briefing_count_offered   (DzBriefing       *self,
                                         DzReview         *review);
guint       dz_briefing_get_offered     (DzBriefing       *self,
                                         const DzBody     *body);
char       *dz_briefing_mask            (DzBriefing       *self,
                                         const char       *text,
                                         gboolean          quoted);
gboolean    dz_briefing_tells_place     (DzBriefing       *self,
                                         const DzEntry    *entry);
void        dz_briefing_append_sentence (DzBriefing       *self,
                                         DzRich           *rich,
                                         const DzSentence *sentence,
                                         const char       *key);
void        dz_briefing_append_referring (DzBriefing      *self,
                                         DzRich           *rich,
                                         const DzSentence *sentence,
                                         const char       *key,
                                         const char       *reference);
void        dz_briefing_append_rich     (DzBriefing       *self,
                                         DzRich           *rich,
                                         DzRich           *sentence,
                                         const char       *key);
gboolean    dz_briefing_add_keyed       (DzBriefing       *self,
                                         DzChapter        *chapter,
                                         DzBlockRole       role,
                                         DzRich           *words,
                                         const char       *key);
gboolean    dz_briefing_add_words       (DzBriefing       *self,
                                         DzChapter        *chapter,
                                         DzBlockRole       role,
                                         const char       *words,
                                         const char       *key);
char       *dz_briefing_dup_names       (DzBriefing       *self,
                                         GPtrArray        *bodies,
                                         guint             most);
char       *dz_briefing_dup_date        (const char       *day);
char       *dz_briefing_dup_heading     (DzBriefing       *self,
                                         const char       *title);
guint       dz_briefing_table_number    (DzBriefing       *self,
                                         const char       *key);
guint       dz_briefing_chart_number    (DzBriefing       *self,
                                         const char       *indicator);
const char *dz_briefing_name            (DzBriefing       *self,
                                         const DzBody     *body);
char       *dz_briefing_column_name     (const DzEntry    *entry);
gboolean    dz_briefing_uses_wan        (DzBriefing       *self,
                                         guint             column);
DzSlot     *dz_briefing_set_missing     (DzTableRow         *row,
                                         guint               column,
                                         const DzFigureCell *cell);
char       *dz_briefing_cell_text       (const DzFigureCell *cell,
                                         gboolean          wan,
                                         const char      **hang);
char       *dz_briefing_figure_label    (DzBriefing       *self,
                                         guint             column,
                                         const DzFigureCell *cell);
void        dz_briefing_set_body        (DzBriefing       *self,
                                         DzTableRow       *row,
                                         const DzBody     *body,
                                         DzReport         *report);
const char *dz_chinese_ordinal          (guint             n);

/* Parts: each adds chapters to the document. */
char       *dz_briefing_dup_subtitle    (DzBriefing       *self);
void        dz_briefing_add_cover       (DzBriefing *self, const char *title);
void        dz_briefing_add_circular    (DzBriefing       *self);
void        dz_briefing_add_summary     (DzBriefing       *self);
void        dz_briefing_add_required    (DzBriefing       *self);
void        dz_briefing_add_figures     (DzBriefing       *self);
void        dz_briefing_add_charts      (DzBriefing *self, GPtrArray *subjects);
void        dz_briefing_add_weaknesses  (DzBriefing       *self);
void        dz_briefing_add_single      (DzBriefing       *self);
void        dz_briefing_add_year_change (DzBriefing       *self);
gboolean    dz_briefing_has_promises    (DzBriefing       *self);
void        dz_briefing_add_promises    (DzBriefing *self, DzChapter *chapter);
void        dz_briefing_add_checks      (DzBriefing       *self);
void        dz_briefing_add_ledger      (DzBriefing       *self);
gboolean    dz_briefing_has_scores      (DzBriefing       *self);
gboolean    dz_briefing_has_score_tables (DzBriefing     *self);
void        dz_briefing_add_scores      (DzBriefing       *self);
void        dz_briefing_add_score_forms (DzBriefing       *self);
void        dz_briefing_add_bodies      (DzBriefing       *self);
void        dz_briefing_add_sources     (DzBriefing       *self);

/* Findings in paper order: what the checks part and the sheets list. */
GPtrArray  *dz_briefing_list_findings   (DzBriefing       *self,
                                         gint64            body_id);
void        dz_briefing_append_finding  (DzBriefing       *self,
                                         DzRich           *rich,
                                         DzFinding        *finding);

G_END_DECLS
