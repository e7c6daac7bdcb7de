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
#include "dz-column-statistics.h"
#include "dz-reconciliation.h"
#include "dz-scope-filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

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
const DzAccount *dz_figure_row_get_known (DzFigureRow *self,
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
GHashTable         *dz_figure_table_count_reporting (DzReview            *review,
                                                     int                  year,
                                                     const DzScopeFilter *scope);
GPtrArray          *dz_figure_table_list_reported   (DzReview            *review,
                                                     DzCodebook          *codebook,
                                                     int                  year,
                                                     const DzScopeFilter *scope,
                                                     const char          *theme);
G_END_DECLS
