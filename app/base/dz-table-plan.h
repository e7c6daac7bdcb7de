/* dz-table-plan.h - a table of the county as it was understood, before it is kept
 *
 * What each column means is proposed; what is not sure is asked, and a person's answer decides. No
 * cell enters the review before that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-county-table.h"

G_BEGIN_DECLS

/* What a column is known by. */
typedef enum
{
  DZ_COLUMN_NO_NUMBERS, /* numbering, remarks, names: never asked about */
  DZ_COLUMN_NO_YEAR,    /* a month, a quarter, a change, several years: no figure of a year */
  DZ_COLUMN_UNKNOWN,    /* numbers of something: asked */
  DZ_COLUMN_LIKELY,     /* read like the words of a report */
  DZ_COLUMN_NAMED,      /* by the codebook's own name, in a unit of its own */
  DZ_COLUMN_SAID        /* a person said so, now or before */
} DzColumnGround;

/**
 * DzPlanColumn:
 * @head: the words above it, levels parted by " / "
 * @key: what it is remembered by
 * @unit: as the head writes it, "" where it does not
 * @indicator: (nullable): interned: what it is taken for; %NULL: left out
 * @asked: a person has to say before it is used
 * @year: that its cells are of, 0 where the table's is not known; @years_back: 1 for 上年
 * @share: cells are shares of one, as a spreadsheet keeps per cents
 * @total: the head says that it sums up others
 * @sample: its first cells
 * @n_cells: numbers in it, of bodies of the roster
 */
typedef struct
{
  char *head;
  char *key;
  char *unit;
  const char *indicator;
  DzColumnGround ground;
  gboolean asked;
  int year;
  int years_back;
  gboolean share;
  gboolean total;
  char *sample;
  guint n_cells;
} DzPlanColumn;

typedef struct
{
  gint64 body_id;
  guint column;      /* index into columns */
  double value;      /* in the unit of the head */
  const char *place; /* interned: "D7" */
} DzTableCell;

/**
 * DzTablePlan:
 * @year: of the cells whose head tells none; 0: unknown, asked
 * @strangers: (element-type utf8): rows that name no body of the roster
 * @unread: (element-type utf8): cells that are no number: their place and words
 * @again: (element-type utf8): rows of a body that has its numbers from a row above: their place and words
 * @n_totals: rows of totals set aside
 */
typedef struct
{
  char *file;
  char *sheet;
  char *title;
  char *sha256;
  int year;
  GArray *columns; /* DzPlanColumn */
  GArray *cells;   /* DzTableCell */
  GPtrArray *strangers;
  GPtrArray *unread;
  GPtrArray *again;
  guint n_totals;
} DzTablePlan;

DzTablePlan   *dz_table_plan_new     (const char        *file,
                                      const char        *sheet,
                                      const char        *title);
void           dz_table_plan_free    (DzTablePlan       *self);
void           dz_table_plan_say     (DzTablePlan       *self,
                                      guint              column,
                                      const char        *indicator);
void           dz_table_plan_set_year (DzTablePlan       *self,
                                       int                year);
guint          dz_table_plan_count_asked (const DzTablePlan *self);
DzCountyTable *dz_table_plan_make    (const DzTablePlan *self,
                                      DzCodebook        *codebook);
void           dz_table_plan_remember (const DzTablePlan *self,
                                       GPtrArray         *heads);
double         dz_unit_factor        (const char        *from,
                                      const char        *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzTablePlan, dz_table_plan_free)

G_END_DECLS
