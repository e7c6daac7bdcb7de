/* dz-source-book.h - the numbers of the sources: [3-17] and what stands behind it
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

typedef struct _DzSourceBook DzSourceBook;

/* One paragraph that was cited. */
typedef struct
{
  guint paragraph;
  DzSpan span;       /* the first passage cited in it */
  GPtrArray *labels; /* utf8: what it carries, each once, in order of citing */
} DzCitation;

DzSourceBook *dz_source_book_new         (DzReview     *review,
                                          int           year);
void          dz_source_book_free        (DzSourceBook *self);
guint         dz_source_book_paragraph   (DzSourceBook *self,
                                          DzReport     *report,
                                          gsize         offset);
char         *dz_source_book_dup_number  (DzSourceBook *self,
                                          gint64        report_id,
                                          DzSpan        span);
DzRichRun    *dz_source_book_cite        (DzSourceBook *self,
                                          DzRich       *rich,
                                          gint64        report_id,
                                          DzSpan        span,
                                          const char   *label);
void          dz_source_book_note        (DzSourceBook *self,
                                          gint64        report_id,
                                          DzSpan        span,
                                          const char   *label);
GPtrArray    *dz_source_book_list        (DzSourceBook *self,
                                          gint64        report_id);
gboolean      dz_source_book_is_cited    (DzSourceBook *self,
                                          gint64        report_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSourceBook, dz_source_book_free)

G_END_DECLS
