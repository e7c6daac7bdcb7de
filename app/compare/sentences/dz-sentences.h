/* dz-sentences.h - the sentences of the briefing, written from the tables
 *
 * Exactly the words of app/README.md, compare, in Chinese in any locale: they are the
 * document. A sentence is a list of runs: words, the source of the words
 * before it (a passage of a report), or a reference to a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-checks-table.h"
#include "dz-common-weaknesses.h"
#include "dz-figure-table.h"
#include "dz-roster-table.h"
#include "dz-year-change.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_RUN_TEXT,
  DZ_RUN_SOURCE, /* report, and passage if span is not empty */
  DZ_RUN_TABLE   /* text is the table's key: "contents", "figures", "weaknesses" ... */
} DzRunKind;

typedef struct
{
  DzRunKind kind;
  char *text;
  gint64 report_id;
  DzSpan span;
} DzRun;

typedef struct _DzSentence DzSentence;

DzSentence  *dz_sentence_new       (void);
void         dz_sentence_free      (DzSentence       *self);
guint        dz_sentence_get_n     (const DzSentence *self);
const DzRun *dz_sentence_get_run   (const DzSentence *self,
                                    guint             n);
gboolean     dz_sentence_is_empty  (const DzSentence *self);
char        *dz_sentence_to_text   (const DzSentence *self);
char        *dz_sentence_to_string (const DzSentence *self,
                                    DzReview         *review,
                                    int               year);
char        *dz_source_number      (DzReview         *review,
                                    int               year,
                                    gint64            report_id,
                                    DzSpan            span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSentence, dz_sentence_free)

/* 报送情况: each (transfer full); one with no runs means: nothing to say. */
DzSentence *dz_sentence_received     (DzRosterTable      *roster,
                                      const char         *elsewhere);
DzSentence *dz_sentence_contents     (DzRosterTable      *roster,
                                      DzReportKind        kind);
GPtrArray  *dz_sentences_absent      (DzRosterTable      *roster);

/* 数据情况 */
DzSentence *dz_sentence_figure       (DzFigureTable      *table,
                                      guint               column);
DzSentence *dz_sentence_two_values   (DzFigureTable      *table,
                                      guint               column);
DzSentence *dz_sentence_change       (DzYearChange       *change,
                                      const char         *indicator);

DzSentence *dz_sentence_destinations (DzYearChange       *change);

/* 问题情况 */
DzSentence *dz_sentence_named        (DzCommonWeaknesses *common);
DzSentence *dz_sentence_top          (DzCommonWeaknesses *common);
DzSentence *dz_sentence_majority     (DzCommonWeaknesses *common);
DzSentence *dz_sentence_weakness     (DzCommonWeaknesses *common,
                                      const char         *code);
DzSentence *dz_sentence_counted_once (DzCommonWeaknesses *common,
                                      const char         *code);
DzSentence *dz_sentence_suggested    (DzCommonWeaknesses *common,
                                      const char         *code);
DzSentence *dz_sentence_last_year    (DzCommonWeaknesses *common,
                                      DzYearChange       *change,
                                      const char         *code);
DzSentence *dz_sentence_not_compared (DzCommonWeaknesses *common,
                                      const char         *code);
DzSentence *dz_sentence_answers      (DzCommonWeaknesses *common);
DzSentence *dz_sentence_answers_to   (DzCommonWeaknesses *common,
                                      const char         *code);
DzSentence *dz_sentence_causes       (DzCommonWeaknesses *common,
                                      DzReview           *review,
                                      DzCodebook         *codebook);
DzSentence *dz_sentence_unnamed      (DzCommonWeaknesses *common);

/* The three parts of the briefing's first page, sentences in order of rank. */
GPtrArray  *dz_sentences_summary_received   (DzRosterTable      *roster,
                                             const char         *elsewhere);
GPtrArray  *dz_sentences_summary_weaknesses (DzCommonWeaknesses *common,
                                             DzYearChange       *change);

G_END_DECLS
