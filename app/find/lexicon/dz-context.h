/* dz-context.h - one report while it is being read
 *
 * Handed from finder to finder; each adds to @report. Spans in a DzReport are
 * bytes of the original text; finders match on the folded text and go back
 * with dz_fold_to_original().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-fold.h"
#include "dz-report.h"

G_BEGIN_DECLS

typedef struct
{
  DzReport *report;
  DzCodebook *codebook;
  DzFold *fold;
  const char *folded; /* borrowed from fold */
  gsize folded_len;
  GArray *lines; /* DzLine: the paragraphs of the folded text, see dz-report-lines.h */
  GArray *sentences; /* DzReportSentence: and what each is for, see dz-report-sentences.h */
} DzContext;

G_END_DECLS
