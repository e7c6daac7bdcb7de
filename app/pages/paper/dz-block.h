/* dz-block.h - what a page is filled with: a paragraph, a table, a chart
 *
 * A block is a row of slices (lines, table rows, one picture). The document
 * asks how high a range of slices is and where it may part them, and draws
 * any range. draw_picture draws a slice without its caption at 0, 0 (with cr NULL it
 * only measures) and returns the height: the docx writer takes it as a picture. The docx writer reads the same blocks by their role.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-document.h"
#include "dz-paragraph.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_ROLE_TITLE,
  DZ_ROLE_SUBTITLE,
  DZ_ROLE_HEADING_1, /* 一、 */
  DZ_ROLE_HEADING_2, /* （一） */
  DZ_ROLE_HEADING_3, /* heads inside a one-page sheet */
  DZ_ROLE_SHEET_TITLE,
  DZ_ROLE_BODY,
  DZ_ROLE_FLUSH,     /* body text without indent: addressee */
  DZ_ROLE_QUOTATION,
  DZ_ROLE_SMALL,     /* lines of a sheet */
  DZ_ROLE_CENTRED,
  DZ_ROLE_NOTE,
  DZ_ROLE_ISSUER,
  DZ_ROLE_DATE,
  DZ_ROLE_MASTHEAD,  /* 报头: the kind of paper, large */
  DZ_ROLE_NUMBER,    /* who and when, over the line that ends the 报头 */
  DZ_ROLE_RECORD,    /* 版记: to whom it goes, between lines */
  DZ_ROLE_TABLE,
  DZ_ROLE_CHART,
  DZ_ROLE_STRIPS,
  DZ_ROLE_CONTENTS
} DzBlockRole;
#define DZ_N_ROLES (DZ_ROLE_CONTENTS + 1)

typedef struct _DzBlock DzBlock;

typedef struct
{
  void     (*set)       (DzBlock *self, DzPaper *paper, double width);
  guint    (*count)     (DzBlock *self);
  double   (*extent)    (DzBlock *self, guint from, guint to);
  gboolean (*can_part)  (DzBlock *self, guint at);
  gboolean (*parts_well) (DzBlock *self, guint at); /* (nullable) */
  void     (*draw)      (DzBlock *self, cairo_t *cr, double x, double y, guint from, guint to);
  void     (*add_areas) (DzBlock *self, GPtrArray *areas, double x, double y, guint from, guint to);
  void     (*finalize)  (DzBlock *self);
  double   (*draw_picture) (DzBlock *self, cairo_t *cr, guint slice); /* (nullable) */
  void     (*forget)    (DzBlock *self, guint from, guint to); /* (nullable): these slices are not asked for again */
} DzBlockClass;

/**
 * DzBlock:
 * @before: space above, not at the top of a page; @after: space below
 * @keep: stays on the page where the next block begins
 * @outline: level in the outline, 0: not in it
 * @key: (nullable): interned: the part of the contents it answers for, if not its chapter's
 */
struct _DzBlock
{
  const DzBlockClass *klass;
  DzBlockRole role;
  double before;
  double after;
  gboolean keep;
  guint outline;
  const char *key;
};

void      dz_block_free      (DzBlock         *self);

/* A paragraph in the style of its role. */
typedef struct
{
  DzBlock parent;
  DzRich *rich;
  DzParagraphStyle style;
  double left;
  double right;
  DzParagraph *lines;
} DzTextBlock;

DzBlock  *dz_text_block_new  (DzBlockRole      role,
                              DzRich          *rich);
DzBlock  *dz_text_block_new_plain (DzBlockRole role,
                              const char      *text);
gboolean  dz_block_is_text   (const DzBlock   *self);
void      dz_text_block_set_pitch (DzBlock    *block,
                              double           pitch);

/* Areas. */
DzPageArea *dz_page_area_new  (DzAreaKind      kind,
                               double          x,
                               double          y,
                               double          width,
                               double          height);
void        dz_page_area_free (gpointer        area);
void        dz_page_area_add_piece (const DzRichRun *run,
                               const DzRichKey *key,
                               double          x,
                               double          y,
                               double          width,
                               double          height,
                               gpointer        areas);

G_END_DECLS
