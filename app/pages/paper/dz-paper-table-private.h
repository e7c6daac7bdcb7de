/* dz-paper-table-private.h - a table as the files that set and draw it see it
 *
 * Inside paper/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-paper-table.h"

G_BEGIN_DECLS

#define DZ_TABLE_CAPTION_HEIGHT 20.0
#define DZ_TABLE_HEAD_LINE 12.2
#define DZ_TABLE_HEAD_PAD 6.0
#define DZ_TABLE_BLOCK_GAP 8.0
#define DZ_TABLE_FOOT_HEIGHT 15.0 /* （转下页） */
#define DZ_TABLE_NOTE_GAP 3.0
#define DZ_TABLE_PART 6           /* lines of a row that is parted between them, at least */
#define DZ_TABLE_NOTE_SIZE 9.0
#define DZ_TABLE_NOTE_PITCH 13.0

/* A row, or a part of one that is parted. */
typedef struct
{
  guint row;
  guint part;
} DzTableSlice;

DzTableBlock *dz_paper_table_find_slice (DzPaperTable *self,
                                        guint         at,
                                        DzTableSlice *slice);
double        dz_paper_table_get_slice_height (DzPaperTable       *self,
                                        const DzTableBlock *block,
                                        DzTableSlice        slice);
double        dz_paper_table_get_cut_pad (DzPaperTable    *self,
                                        guint               at);
void          dz_table_row_get_lines   (const DzTableRow *row,
                                        guint             part,
                                        guint            *from,
                                        guint            *to);
void          dz_table_block_slice     (DzTableBlock *self);
void          dz_paper_table_set_row   (DzPaperTable     *self,
                                        DzTableBlock     *block,
                                        const DzTableRow *row);
void          dz_table_row_forget      (const DzTableRow *row);
void          dz_paper_table_need_rows (DzPaperTable *self,
                                        guint         from,
                                        guint         to);
void          dz_paper_table_draw      (DzBlock      *block,
                                        cairo_t      *cr,
                                        double        x,
                                        double        y,
                                        guint         from,
                                        guint         to);
void          dz_paper_table_add_areas (DzBlock      *block,
                                        GPtrArray    *areas,
                                        double        x,
                                        double        y,
                                        guint         from,
                                        guint         to);

G_END_DECLS
