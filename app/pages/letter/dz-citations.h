/* dz-citations.h - the numbers of the sources: [3-17] and what stands behind it
 *
 * The first number is the body's place on the roster, the second the report's
 * paragraph (blank lines not counted); last year's report has a prime. The book
 * remembers every number it gave, so the appendix can resolve each of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"
#include "dz-rich.h"

G_BEGIN_DECLS

typedef struct _DzSourceBook DzCitations;

/* One paragraph that was cited. */
typedef struct
{
  guint paragraph;
  DzSpan span;       /* the first passage cited in it */
  GPtrArray *labels; /* utf8: what it carries, each once, in order of citing */
} DzCitation;

DzCitations *dz_citations_new         (DzReview     *review,
                                       int           year);
void          dz_citations_free        (DzCitations *self);
guint         dz_citations_paragraph   (DzCitations *self,
                                        DzReport     *report,
                                        gsize         offset);
char         *dz_citations_dup_number  (DzCitations *self,
                                        gint64        report_id,
                                        DzSpan        span);
void          dz_citations_hide_numbers (DzCitations *self);
DzRichRun    *dz_citations_cite        (DzCitations *self,
                                        DzRich       *rich,
                                        gint64        report_id,
                                        DzSpan        span,
                                        const char   *label);
void          dz_citations_note        (DzCitations *self,
                                        gint64        report_id,
                                        DzSpan        span,
                                        const char   *label);
GPtrArray    *dz_citations_list        (DzCitations *self,
                                        gint64        report_id);
gboolean      dz_citations_is_cited    (DzCitations *self,
                                        gint64        report_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCitations, dz_citations_free)

G_END_DECLS
