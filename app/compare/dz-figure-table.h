/* dz-figure-table.h - bodies × indicators of one year: 指标
 *
 * A cell resolves all figures one body gives for one indicator to one of the
 * signs of app/README.md, charts, and keeps the figures themselves as evidence. A
 * confirmed or corrected figure wins over suggested ones. A missing value is
 * a mark, never a 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-scope-filter.h"
#include "dz-column-statistics.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_CELL_MISSING,        /* 未报: no report, or the report does not give it */
  DZ_CELL_EXACT,
  DZ_CELL_AT_LEAST,       /* ≥ */
  DZ_CELL_ABOUT,          /* ≈ */
  DZ_CELL_AT_MOST,        /* ≤ */
  DZ_CELL_ZERO,           /* zero stated */
  DZ_CELL_NOT_APPLICABLE, /* 不适用: a rate of 0 of 0 */
  DZ_CELL_TWO_VALUES,     /* 待核: value and second, the smaller first */
  DZ_CELL_CONFLICT,       /* 待核: contradicts another indicator's figure; note does the sum */
  DZ_CELL_TWO_INDICATORS, /* 待核: the same passage is given to two indicators */
  DZ_CELL_DERIVED         /* ＊ summed from parts, or from 全部 */
} DzCellMark;

/**
 * DzFigureCell:
 * @value: what is drawn and sorted by; NAN if missing
 * @high: upper end of a stated range, else NAN
 * @second: TWO_VALUES: the larger value, else NAN
 * @bound: of the value, also under a conflict
 * @unit: interned base unit
 * @report: (nullable): borrowed from the review; %NULL: the body has no report this year
 * @figures: (element-type guint): indexes into report->figures: the evidence, deciding ones first
 * @confirmed: a person confirmed or corrected it
 * @derived: summed, multiplied, or from an all/none form
 * @note: (nullable): Chinese: why it is 待核: “231/250＝92.4%”
 * @other: (nullable): interned id of the indicator it contradicts or is shared with
 */
typedef struct
{
  DzCellMark mark;
  double value;
  double high;
  double second;
  DzBound bound;
  const char *unit;
  DzReport *report;
  GArray *figures;
  gboolean confirmed;
  gboolean derived;
  char *note;
  const char *other;
} DzFigureCell;

gboolean        dz_figure_cell_resolve      (DzReport           *report,
                                             const char         *indicator,
                                             DzFigureCell       *cell);
void            dz_figure_cell_clear        (DzFigureCell       *self);
gboolean        dz_figure_cell_is_reported  (const DzFigureCell *self);
gboolean        dz_figure_cell_is_undecided (const DzFigureCell *self);
gboolean        dz_figure_cell_is_usable    (const DzFigureCell *self);
gboolean        dz_figure_cell_is_inexact   (const DzFigureCell *self);
char           *dz_figure_cell_to_string    (const DzFigureCell *self);
const DzFigure *dz_figure_cell_get_figure   (const DzFigureCell *self,
                                             guint               n);
const char     *dz_figure_cell_mark_name    (DzCellMark          mark);

typedef enum
{
  DZ_PER_NONE,     /* 原值 */
  DZ_PER_THOUSAND, /* 每千人 */
  DZ_PER_VILLAGE   /* 每村 */
} DzPer;

#define DZ_TYPE_FIGURE_ROW (dz_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (DzFigureRow, dz_figure_row, DZ, FIGURE_ROW, GObject)

const DzBody *dz_figure_row_get_body   (DzFigureRow *self);
DzReport     *dz_figure_row_get_report (DzFigureRow *self);
const DzFigureCell *dz_figure_row_get_cell   (DzFigureRow *self,
                                        guint        column);
double        dz_figure_row_get_number (DzFigureRow *self,
                                        guint        column);
GArray       *dz_figure_row_get_unassigned (DzFigureRow *self);
GArray       *dz_figure_row_get_set_aside  (DzFigureRow *self);

#define DZ_TYPE_FIGURE_TABLE (dz_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (DzFigureTable, dz_figure_table, DZ, FIGURE_TABLE, GObject)

DzFigureTable      *dz_figure_table_new             (DzReview            *review,
                                                     DzCodebook          *codebook,
                                                     int                  year,
                                                     const DzScopeFilter *scope,
                                                     const char *const   *indicators);
DzFigureRow        *dz_figure_table_get_row         (DzFigureTable       *self,
                                                     guint                row);
guint               dz_figure_table_get_n_rows      (DzFigureTable       *self);
guint               dz_figure_table_get_n_columns   (DzFigureTable       *self);
const DzEntry      *dz_figure_table_get_entry       (DzFigureTable       *self,
                                                     guint                column);
int                 dz_figure_table_find_column     (DzFigureTable       *self,
                                                     const char          *indicator);
const DzColumnStatistics *dz_figure_table_get_statistics  (DzFigureTable       *self,
                                                     guint                column);
DzReview           *dz_figure_table_get_review      (DzFigureTable       *self);
void                dz_figure_table_set_per         (DzFigureTable       *self,
                                                     DzPer                per);
DzPer               dz_figure_table_get_per         (DzFigureTable       *self);
gboolean            dz_figure_table_can_per         (DzFigureTable       *self,
                                                     DzPer                per,
                                                     char               **reason);
GArray             *dz_figure_table_sort            (DzFigureTable       *self,
                                                     int                  column,
                                                     gboolean             descending);
GPtrArray          *dz_figure_table_list_reported   (DzReview            *review,
                                                     DzCodebook          *codebook,
                                                     int                  year,
                                                     const DzScopeFilter *scope,
                                                     const char          *theme);
G_END_DECLS
