/* dz-book-rows.h - rows of flat tables, cell by cell
 *
 * Inside export/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-book-table.h"
#include "dz-briefing-private.h"

G_BEGIN_DECLS

GPtrArray   *dz_book_new        (void);
DzBookTable *dz_book_add_table  (GPtrArray          *tables,
                                 DzTableId           id,
                                 const char         *name,
                                 const char *const  *head,
                                 guint               n_frozen);
GArray      *dz_book_add_row    (DzBookTable        *table);
void         dz_book_add_text   (GArray             *row,
                                 const char         *text);
void         dz_book_add_number (GArray             *row,
                                 double              number);
void         dz_book_add_signed (GArray             *row,
                                 double              number,
                                 const char         *sign);
void         dz_book_add_words  (DzBriefing         *briefing,
                                 GArray             *row,
                                 DzReport           *report,
                                 DzSpan              span);
void         dz_book_add_body   (DzBriefing         *briefing,
                                 GArray             *row,
                                 const DzBody       *body);
DzBookCell   dz_book_make_cell  (const DzFigureCell *cell);

/* 统计, 两年对比, 上年问题去向: what tells of many. */
void         dz_book_add_summary (DzBriefing        *briefing,
                                 GPtrArray          *tables);
void         dz_book_add_years  (DzBriefing         *briefing,
                                 GPtrArray          *tables);

G_END_DECLS
