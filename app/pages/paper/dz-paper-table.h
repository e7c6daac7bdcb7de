/* dz-paper-table.h - a table on paper: rules, hanging marks, parts over pages
 *
 * A table is one or more blocks under one another (the same bodies, further
 * columns), with one caption and one note. Where it goes over a page, caption
 * and head come again with （续） and the foot says （转下页）. A row of many lines
 * is parted between them, and says what it is of where it begins a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-block.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_SLOT_EMPTY, /* only where nothing is counted */
  DZ_SLOT_TEXT,
  DZ_SLOT_DASH   /* 未报 */
} DzSlotKind;

/**
 * DzSlot: one cell
 * @words_width: of its only line; of several lines infinite
 * @hang: (nullable): interned mark right of the number that moves nothing: ＊ 核 定
 */
typedef struct
{
  DzSlotKind kind : 8;
  guint sans : 1, strong : 1;
  float words_width;
  DzRich *rich;
  const char *hang;
  double size;    /* 0: the table's */
  gint64 report_id;
  DzSpan span;
  gint64 body_id;
  const char *indicator;
  const char *code;
  char *label;
  DzParagraph *lines; /* while its page is looked at */
} DzSlot;

/* Where a cell stands on its page, and the first of those lines of its words that stand there. */
typedef struct
{
  double x, y, width, height;
  double lines_x, lines_y;
  guint first_line, last_line; /* one past */
} DzSlotPlace;

typedef void (*DzSlotFunc) (const DzSlot      *slot,
                            const DzSlotPlace *place,
                            gpointer           user_data);

typedef enum
{
  DZ_RULE_NONE,
  DZ_RULE_HAIR, /* 0.35 pt: between kinds of body, before the summary */
  DZ_RULE_GREY  /* 0.25 pt: between rows of words */
} DzTableRule;

/**
 * DzTableRow:
 * @words: borrowed from its block
 * @rule: above it
 * @n_parts: as many pieces as it may be parted in, once it is measured
 * @flows: the column whose @n_lines lines they share
 */
typedef struct
{
  DzSlot *slots;
  GHashTable *words;
  guint n_slots;
  DzTableRule rule;
  gboolean summary;
  double height;
  guint n_parts, flows, n_lines;
} DzTableRow;

/**
 * DzTableColumn:
 * @head: may hold '\n'
 * @pad: space kept free on the right for hanging marks
 */
typedef struct
{
  char *head;
  double width;
  DzTextAlign align;
  double pad_left;
  double pad_right;
  gboolean sans;
  gboolean items; /* parted after 、 */
  DzParagraph *lines;
} DzTableColumn;

/* A head over several columns. */
typedef struct
{
  guint first;
  guint n;
  char *text;
} DzTableSpan;

typedef struct
{
  char *name;        /* (nullable): for sheets of a spreadsheet */
  GArray *columns;   /* DzTableColumn */
  GArray *spans;     /* DzTableSpan, over the heads of the columns */
  GPtrArray *rows;   /* DzTableRow */
  GHashTable *words; /* short words of cells, none of which is changed any more: itself -> DzRich */
  GArray *slices;    /* DzTableSlice, once it is measured */
  double head_height;
} DzTableBlock;

typedef struct
{
  DzBlock parent;
  char *key;         /* "contents", "figures" ... */
  guint number;      /* 0: no caption */
  char *caption;
  GPtrArray *blocks; /* DzTableBlock */
  DzRich *note;
  double size;
  double pitch;      /* least height of a row */
  double line;       /* of a cell with several lines */
  double source_size;
  gboolean top;      /* cells stand at the top of their row, not in its middle */
  DzPaper *paper;
  DzParagraph *note_lines;
  double width;
  guint lines_from, lines_to; /* slices of the page looked at last: their cells hold lines */
} DzPaperTable;

DzPaperTable  *dz_paper_table_new (const char *key, guint number, const char *caption, gboolean words);
DzTableBlock  *dz_paper_table_add_block (DzPaperTable *self, const char *name);
DzTableColumn  *dz_table_block_add_column (DzTableBlock *self, const char *head, double width, DzTextAlign align);
void           dz_table_block_add_span (DzTableBlock *self, guint first, guint n, const char *text);
DzTableRow     *dz_table_block_add_row (DzTableBlock *self, DzTableRule rule);
DzSlot         *dz_table_row_set_text (DzTableRow *self, guint column, const char *text);
DzSlot         *dz_table_row_set_rich (DzTableRow *self, guint column, DzRich *rich);
DzSlot         *dz_table_row_set_dash (DzTableRow *self, guint column);
void           dz_paper_table_set_note (DzPaperTable *self, DzRich *note);
guint          dz_paper_table_count_slices (DzPaperTable *self);
void           dz_paper_table_foreach_slot (DzPaperTable *self, double x, double y, guint from,
                                            guint to, DzSlotFunc func, gpointer user_data);

#define DZ_TABLE_NUMBER_PAD (4 * DZ_MM)

G_END_DECLS
