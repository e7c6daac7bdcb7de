/* dz-report-sentences.h - the sentences of a report, and what each of them is for
 *
 * A weakness counts only where it is declared, a cause only where it is given,
 * an answer only where it is planned. Sections say most of it; a merged
 * section is parted by sentence, and a report without a problems section may
 * admit its shortfalls in a closing paragraph.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"
#include "dz-rule-set.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_ZONE_OTHER,
  DZ_ZONE_PROBLEM,
  DZ_ZONE_ADMISSION, /* declared without a heading */
  DZ_ZONE_CAUSE,
  DZ_ZONE_PLAN,
  DZ_ZONE_LAST_YEAR,
  DZ_ZONE_FRAME /* opening and closing: never read */
} DzZone;

/**
 * DzReportSentence:
 * @span: folded, with its full stop, without an ordinal before it
 * @heading: folded heading of the point it belongs to; empty if none
 * @parent: folded heading of the point that holds this point; empty if none
 * @point: number of the point, counting from 1; 0 before the first of a section
 * @line: index of its paragraph
 * @is_heading: it is the heading, or opens its paragraph as one
 * @counted: an ordinal began its point
 */
typedef struct
{
  DzZone zone;
  DzSpan span;
  DzSpan heading;
  DzSpan parent;
  guint point;
  guint line;
  gboolean is_heading;
  gboolean counted;
} DzReportSentence;

typedef struct _DzZones DzReportSentences;

DzReportSentences *dz_report_sentences_new    (DzCodebook   *codebook,
                                               GError      **error);
void     dz_report_sentences_free   (DzReportSentences      *self);
GArray  *dz_report_sentences_find   (DzReportSentences      *self,
                                     DzContext    *context);
DzSpan   dz_report_sentences_clause (const char *folded,
                                     DzSpan      sentence,
                                     DzSpan      cue);
DzSpan   dz_report_sentences_trim   (const char   *folded,
                                     DzSpan        span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReportSentences, dz_report_sentences_free)

G_END_DECLS
