/* dz-docx-writer.h - WordprocessingML, element by element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-block.h"
#include "dz-contents-block.h"
#include "dz-paper-table.h"
#include "dz-zip-writer.h"

#include <gio/gio.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

#define DZ_DOCX_HOLLOW_DASH "┄┄" /* of 未报: a sign every Chinese font has */

typedef struct
{
  xmlTextWriterPtr xml;
  DzZipWriter *zip;     /* borrowed: pictures go there as they are drawn */
  guint n_pictures;     /* each as svg and as png */
  GError *error;        /* (nullable): what a picture met first */
  GHashTable *entries;  /* gint64: report ids with an entry in the appendix */
  GHashTable *cited;    /* report ids whose number has been written */
  GHashTable *captions; /* 表2, 图1: what can be referred to */
  GArray *places;       /* guint: headings the next paragraph bears, by their place in 目录 */
  GPtrArray *outline;   /* (nullable): DzOutlineItem, where there is a 目录 */
  gboolean break_before; /* the next paragraph begins a page */
  guint n_bookmarks;
  GCancellable *cancellable; /* (nullable) borrowed */
} DzDocx;

/* How a run looks beyond its paragraph's style. */
typedef struct
{
  double size;       /* 0: the style's */
  double raise;
  const char *font;  /* (nullable): a sans for Chinese; digits in Arial */
  gboolean bold;
  gboolean traditional;
} DzDocxLook;

int  dz_docx_twips            (double             points);
void dz_docx_start            (DzDocx            *self,
                               const char        *name);
void dz_docx_end              (DzDocx            *self);
void dz_docx_attribute        (DzDocx            *self,
                               const char        *name,
                               const char        *value);
void dz_docx_number_attribute (DzDocx            *self,
                               const char        *name,
                               int                value);
void dz_docx_value            (DzDocx            *self,
                               const char        *name,
                               const char        *v);
void dz_docx_number_value     (DzDocx            *self,
                               const char        *name,
                               int                v);
void dz_docx_write_run        (DzDocx            *self,
                               const char        *text,
                               gsize              len,
                               const DzDocxLook  *look);
void dz_docx_open_field       (DzDocx            *self,
                               const char        *instruction);
void dz_docx_close_field      (DzDocx            *self);
void dz_docx_write_field      (DzDocx            *self,
                               const char        *instruction,
                               const char        *shown,
                               const DzDocxLook  *look);
void dz_docx_write_caption    (DzDocx            *self,
                               const char        *style,
                               const char        *caption);
char *dz_docx_dup_place       (guint              item);
void dz_docx_write_bookmark   (DzDocx            *self,
                               const char        *name);
void dz_docx_note_places      (DzDocx            *self,
                               gconstpointer      block,
                               guint              page);
void dz_docx_write_contents   (DzDocx            *self,
                               DzContentsBlock   *contents);
void dz_docx_write_rich       (DzDocx            *self,
                               const DzRich      *rich,
                               const DzDocxLook  *base,
                               double             size,
                               double             source_size);
void dz_docx_start_paragraph  (DzDocx            *self,
                               const char        *style);
void dz_docx_end_properties   (DzDocx            *self);
void dz_docx_write_plain      (DzDocx            *self,
                               const char        *style,
                               const char        *text);
void dz_docx_write_gap        (DzDocx            *self);
void dz_docx_write_table      (DzDocx            *self,
                               const DzPaperTable *table);
void dz_docx_write_picture    (DzDocx            *self,
                               DzBlock           *block,
                               guint              slice,
                               double             width);
void dz_docx_write_chart      (DzDocx            *self,
                               DzChartBlock      *block);

G_END_DECLS
