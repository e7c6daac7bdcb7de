/* dz-book-table.h - the briefing's data as flat tables, for spreadsheets and CSV
 *
 * Rows and columns of values that can be reckoned with: numbers as numbers,
 * what is not known as words, and the place each comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing.h"
#include "dz-export.h"

G_BEGIN_DECLS

/**
 * DzBookCell:
 * @text: (nullable): words; %NULL: a number, or nothing if @value is NAN
 * @sign: (nullable): static: ≥ ≈ ≤ before a number that is not exact, ＊ after one that was reckoned
 * @link: row of the sources table from 0 that the cell comes from, -1: none
 */
typedef struct
{
  char *text;
  double value;
  const char *sign;
  int link;
} DzBookCell;

typedef struct
{
  DzTableId id;
  char *name;        /* at most 31 characters: a sheet's name */
  GPtrArray *head;   /* utf8 */
  GPtrArray *rows;   /* GArray of DzBookCell */
  guint n_frozen;    /* columns that stay in sight */
} DzBookTable;

GPtrArray   *dz_book_tables_new  (DzBriefing  *briefing);
DzBookTable *dz_book_tables_find (GPtrArray   *tables,
                                  DzTableId    id);

G_END_DECLS
