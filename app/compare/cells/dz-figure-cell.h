/* dz-figure-cell.h - all one body says of one indicator, resolved to one sign
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-report.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_CELL_MISSING,        /* 未报: the report does not give it; without a report 无报告 */
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
 * @listed: TWO_VALUES: how many stand in one list, things counted apart of which no total is given; 0: contradictory ones
 * @bound: of the value, also under a conflict
 * @unit: interned base unit
 * @report: (nullable): borrowed from the review; %NULL: the body has no report this year
 * @figures: (nullable) (element-type guint): indexes into report->figures: the evidence, deciding ones first
 * @confirmed: a person confirmed or corrected it
 * @derived: summed, multiplied, or from an all/none form
 * @note: (nullable): Chinese: why it is 待核: “231/250＝92.4%”
 * @other: (nullable): interned id of the indicator it contradicts or is shared with; %NULL: it contradicts itself
 */
typedef struct
{
  DzCellMark mark : 8; /* small: a province has 200,000 cells */
  DzBound bound : 8;
  guint confirmed : 1;
  guint derived : 1;
  guint listed;
  double value;
  double high;
  double second;
  const char *unit;
  DzReport *report;
  GArray *figures;
  char *note;
  const char *other;
} DzFigureCell;

gboolean        dz_figure_cell_resolve      (DzReport           *report,
                                             const DzEntry      *entry,
                                             DzFigureCell       *cell);
void            dz_figure_cell_clear        (DzFigureCell       *self);
gboolean        dz_figure_cell_is_reported  (const DzFigureCell *self);
gboolean        dz_figure_cell_is_undecided (const DzFigureCell *self);
gboolean        dz_figure_cell_is_usable    (const DzFigureCell *self);
gboolean        dz_figure_cell_is_inexact   (const DzFigureCell *self);
char           *dz_figure_cell_to_string    (const DzFigureCell *self);
char           *dz_figure_cell_dup_words    (const DzFigureCell *self,
                                             const char         *unit);
const char     *dz_figure_cell_get_between  (const DzFigureCell *self);
const DzFigure *dz_figure_cell_get_figure   (const DzFigureCell *self,
                                             guint               n);
const char     *dz_figure_cell_mark_name    (DzCellMark          mark);

G_END_DECLS
