/* dz-briefing.h - what a briefing contains, as paper pages
 *
 * Made from a review, a year and a list of ticked parts; every number and
 * quotation carries the number of its source. The same review and options
 * give the same pages and the same bytes of every export.
 *
 *   g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, year);
 *   g_autoptr(DzBriefing) briefing = dz_briefing_new (review, codebook, options);
 *   dz_document_draw_page (dz_briefing_get_document (briefing), 0, cr);
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing-options.h"
#include "dz-codebook.h"
#include "dz-document.h"
#include "dz-review.h"

G_BEGIN_DECLS

typedef struct _DzBriefing DzBriefing;

DzBriefing *dz_briefing_new             (DzReview                *review,
                                         DzCodebook              *codebook,
                                         const DzBriefingOptions *options);
void        dz_briefing_unref           (DzBriefing              *self);

DzDocument *dz_briefing_get_document    (DzBriefing              *self);
guint       dz_briefing_get_n_pages     (DzBriefing              *self);
gboolean    dz_briefing_get_part_pages  (DzBriefing              *self,
                                         const char              *id,
                                         guint                   *first,
                                         guint                   *last);
const char *dz_briefing_get_sentence    (DzBriefing              *self,
                                         const char              *text_key,
                                         gboolean                 original);
guint       dz_briefing_count_unused_words (DzBriefing           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzBriefing, dz_briefing_unref)

G_END_DECLS
