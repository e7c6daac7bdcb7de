/* dz-briefing-quotations.h - which of a report's words are quoted, and with what source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing-private.h"

G_BEGIN_DECLS

/* One body's words for one code. */
typedef struct
{
  const DzBody *body;
  const DzWeaknessCell *cell;
  DzReport *report;
  DzSpan span;
} DzQuote;

GArray     *dz_briefing_list_quotes     (DzCommonRow      *row);
gint        dz_quote_compare            (gconstpointer     a,
                                         gconstpointer     b);
gboolean    dz_quote_is_same            (const DzQuote    *a,
                                         const DzQuote    *b);
void        dz_briefing_cite_quote      (DzBriefing       *self,
                                         DzRich           *rich,
                                         const DzQuote    *quote,
                                         const char       *code);
void        dz_briefing_append_quotation (DzBriefing      *self,
                                         DzRich           *rich,
                                         DzReport         *report,
                                         DzSpan            span);
DzSpan      dz_briefing_quotation_span  (DzReport         *report,
                                         const DzWeakness *weakness);
DzSpan      dz_briefing_whole_clause    (DzReport         *report,
                                         DzSpan            span);
DzSpan      dz_briefing_shorten_span    (DzReport         *report,
                                         DzSpan            span,
                                         guint             characters);
char       *dz_briefing_dup_quotation   (DzBriefing       *self,
                                         DzReport         *report,
                                         DzSpan            span,
                                         gboolean         *traditional);
void        dz_briefing_quote_source    (DzBriefing       *self,
                                         DzRich           *rich,
                                         DzReport         *report,
                                         DzSpan            span,
                                         gint64            body_id,
                                         const char       *code);

G_END_DECLS
