/* dz-document.h - numbered paper pages, drawn on any cairo_t
 *
 * What a briefing and a feedback letter have in common, and all that a
 * preview, a print operation or an exporter needs: how many pages, draw page
 * n, and what stands where on it. Pages count from 0 here; the number printed
 * on a page is dz_document_dup_folio(). Pages are laid out when first asked
 * for and kept in a small cache, so 1,500 sheets need the memory of a few.
 *
 * A document belongs to the thread that made it: a job that exports in the
 * background makes its own from the same options, which gives the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-paper.h"
#include "dz-text.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _DzDocument DzDocument;

typedef enum
{
  DZ_AREA_SOURCE, /* a source number, a table cell, a mark of a chart: opens evidence */
  DZ_AREA_TEXT,   /* a paragraph of our own words: text_key names it for editing */
  DZ_AREA_CHART   /* a whole chart; its marks are DZ_AREA_SOURCE areas after it */
} DzAreaKind;

/**
 * DzPageArea: a rectangle of a page that answers a click
 * @x: left edge in points; likewise @y, @width, @height
 * @report_id: report the evidence is in, 0 if none
 * @span: the characters in that report's text; empty: the report as a whole
 * @body_id: the body spoken of, 0 if none
 * @indicator: (nullable): interned
 * @code: (nullable): interned weakness or check id
 * @text_key: (nullable): key of the sentence, for the overrides of #DzBriefingOptions
 * @label: (nullable): for tooltips and screen readers
 *
 * Later areas lie on top of earlier ones.
 */
typedef struct
{
  DzAreaKind kind;
  double x, y, width, height;
  gint64 report_id;
  DzSpan span;
  gint64 body_id;
  const char *indicator;
  const char *code;
  char *text_key;
  char *label;
} DzPageArea;

/**
 * DzOutlineItem: an entry of the outline
 * @title: the heading's words
 * @level: from 1
 * @page: from 0
 * @y: points from the top of that page
 * @sheet: a page of its own, one of many alike
 * @block: (nullable): the block that bears it, for the exporters; %NULL: all that begins on the page
 */
typedef struct
{
  char *title;
  guint level;
  guint page;
  double y;
  gboolean sheet;
  gconstpointer block;
} DzOutlineItem;

DzDocument *dz_document_ref            (DzDocument  *self);
void        dz_document_unref          (DzDocument  *self);

guint       dz_document_get_n_pages    (DzDocument  *self);
void        dz_document_get_page_size  (DzDocument  *self,
                                        guint        page,
                                        double      *width,
                                        double      *height);
char       *dz_document_dup_folio      (DzDocument  *self,
                                        guint        page);
void        dz_document_set_once       (DzDocument  *self,
                                        GDestroyNotify written,
                                        gpointer     user_data);
void        dz_document_draw_page      (DzDocument  *self,
                                        guint        page,
                                        cairo_t     *cr);
GPtrArray  *dz_document_list_areas     (DzDocument  *self,
                                        guint        page);
const DzPageArea *
            dz_document_area_at        (DzDocument  *self,
                                        guint        page,
                                        double       x,
                                        double       y);
GPtrArray  *dz_document_list_outline   (DzDocument  *self);
char       *dz_document_dup_page_text  (DzDocument  *self,
                                        guint        page);
const char *dz_document_get_title      (DzDocument  *self);
char       *dz_document_dup_substitutions (DzDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzDocument, dz_document_unref)

G_END_DECLS
