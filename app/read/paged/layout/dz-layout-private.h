/* dz-layout-private.h - what the steps of the layout hand to each other
 *
 * dz-page-lines.c makes lines of one page's glyphs (dz-page-grid.c what drawn lines enclose), dz-running-heads.c drops the
 * ones that belong to the page and not to the report, dz-paragraphs.c joins
 * the rest. Coordinates are those of reading: a page of turned text is turned
 * upright first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_TURN_NONE,
  DZ_TURN_DOWN, /* the text runs down, lines from right to left: vertical script */
  DZ_TURN_BACK, /* upside down */
  DZ_TURN_UP    /* the text runs up, lines from left to right */
} DzTurn;

typedef struct
{
  float x1, y1, x2, y2;
} DzBox;

typedef struct
{
  double width, height; /* of the page as the file has it */
  DzTurn turn;
  guint first_line;
  guint n_lines;
} DzLayoutPage;

/* A piece of text in one rectangle: a line, or one cell of a table row. */
typedef struct
{
  gsize start, end; /* in the layout's characters */
  DzBox box;
  float confidence;
} DzLayoutCell;

typedef struct
{
  guint page; /* index */
  guint flow;
  guint first_cell;
  guint n_cells;
  DzBox box;
  float size;
  guint row : 1;  /* of a table */
  guint note : 1; /* an annotation: no place in the flow */
  guint starts : 1; /* nothing goes on from before */
  guint dropped : 1;
} DzLayoutLine;

/* A row that only its form shows: a name and its numbers. */
typedef struct
{
  DzBox box;
  gboolean first; /* of its table */
} DzFormRow;

/* Lines below each other between the same two edges: a column of one page. */
typedef struct
{
  guint key; /* the same for the same column of other pages */
  guint n_lines;
  float left, right;
  float leading;
  float page_width; /* of the page it is on */
} DzLayoutFlow;

struct _DzLayout
{
  GString *chars;
  GArray *glyphs; /* DzGlyph, of the page under way */
  GArray *rules;  /* DzBox, long and thin, of the page under way */
  GArray *levels; /* DzBox, of those the level ones, also where no upright one meets them */
  GArray *guides; /* DzBox, gaps between columns of the page under way */
  GArray *forms;  /* DzFormRow, of the page under way */
  GArray *gaps;   /* DzBox, between the cells of such rows */
  GArray *pages;  /* DzLayoutPage */
  GArray *flows;  /* DzLayoutFlow */
  GArray *lines;  /* DzLayoutLine, reading order */
  GArray *cells;  /* DzLayoutCell */
  GPtrArray *notes; /* char *, of the page under way */
  guint n_unreadable;
  guint n_before; /* of them on the pages before */
  guint n_watermarks; /* words of them left out */
  guint n_struck;     /* pieces of text left out */
  guint n_unseen;     /* lines left out */
  gboolean broken; /* a document ended */
};

guint    dz_watermark_drop      (GArray       *glyphs);
void     dz_page_lines_find      (DzLayout     *self);
void     dz_layout_append_glyphs (DzLayout     *self,
                                  guint         first,
                                  guint         n);
void     dz_layout_raise_digits  (DzLayout     *self);
guint    dz_running_heads_drop       (DzLayout     *self);
DzText  *dz_paragraphs_join      (DzLayout     *self);
gboolean dz_layout_blank_between (gunichar      before,
                                  gunichar      after);

static inline gboolean
dz_is_han (gunichar ch)
{
  return ch >= 0x2e80 && (ch < 0xac00 || (ch >= 0xf900 && ch < 0xfb00) ||
                          (ch >= 0xfe30 && ch < 0xfe50) || (ch >= 0xff00 && ch < 0xfff0) ||
                          (ch >= 0x20000 && ch < 0x40000));
}

G_END_DECLS
