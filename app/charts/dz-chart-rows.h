/* dz-chart-rows.h - one row, one body: panels that share rows
 *
 * Private to charts/. A kind says its panels and in what order the rows come;
 * this lays out names, columns, pages, grids, axes, the median, dotted lines
 * between groups, the selected row, and calls the panels row by row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-marks.h"

G_BEGIN_DECLS

#define DZ_ROWS_MAX_PANELS 4

typedef struct _DzRows DzRows;
typedef struct _DzPanel DzPanel;

/**
 * DzPanel:
 * @measure: of the series
 * @head: with unit
 * @share: of the width right of the names; 0: @fixed
 * @fixed: width in user units
 * @has_axis: FALSE: a column of text
 * @numbers: a number column of this width stands right of the axis
 * @shows_median: a line at the median
 * @extent: value a row's ink reaches, and what stands beyond it (label included)
 * @draw: draws one row; fills the mark
 */
struct _DzPanel
{
  guint measure;
  char *head;
  double share;
  double fixed;
  gboolean has_axis;
  double numbers;
  double number_edge; /* where the integer parts of the number column end, from the axis */
  gboolean wan;
  gboolean shows_median;
  DzStatistics stats;
  DzAxis axis;
  double left, right; /* in the first column */
  void (*extent) (DzRows  *rows,
                  DzPanel *panel,
                  guint    row,
                  double  *value,
                  double  *beyond);
  void (*draw)   (DzRows      *rows,
                  DzPanel     *panel,
                  guint        row,
                  double       y,
                  DzChartMark *mark);
};

/**
 * DzRows:
 * @order: rows of the series from the top; @breaks: a dotted line before this place
 * @show_name: (nullable): how a body is called here
 */
struct _DzRows
{
  DzChartCanvas *canvas;
  DzSeries *series;
  DzFrame frame;
  guint *order;
  gboolean *breaks;
  guint n;
  DzPanel panels[DZ_ROWS_MAX_PANELS];
  guint n_panels;
  guint slots; /* bars in one row: the row is higher by it */

  guint n_columns, per_column, first, last;
  double pitch, bar_height, name_width, column_width;
  double body_top, head_height, axis_height;
  gboolean cut;    /* only the ends of the order are rows: all values stand in a strip under them */
  gsize cut_from, cut_length; /* what the notes say of it */
  double all_height;
  double shift;    /* of the column being drawn */
  double base_u;
};

void     dz_rows_init      (DzRows        *self,
                            DzChartCanvas *canvas,
                            DzSeries      *series,
                            const char    *subtitle);
void     dz_rows_clear     (DzRows        *self);
void     dz_rows_set_order (DzRows        *self,
                            guint         *order);
DzPanel *dz_rows_add_panel (DzRows        *self,
                            guint          measure,
                            const char    *head);
double   dz_rows_draw      (DzRows        *self);
void     dz_rows_note_median (DzRows      *self,
                            DzPanel       *panel);

/* The two usual panels. */
DzPanel *dz_rows_add_bars  (DzRows        *self,
                            guint          measure);
DzPanel *dz_rows_add_dots  (DzRows        *self,
                            guint          measure);

/* dz-chart-plan.c: pitch, columns and pages; widths of panels. */
void     dz_rows_plan      (DzRows        *self);
void     dz_rows_set_column (DzRows       *self,
                            guint          column);
double   dz_rows_place     (DzRows        *self,
                            guint          place);
guint    dz_rows_column_of (DzRows        *self,
                            guint          place);
char    *dz_rows_dup_name  (DzRows        *self,
                            guint          row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzRows, dz_rows_clear)

void     dz_rows_note_cut     (DzRows       *self,
                               DzPanel      *panel);

G_END_DECLS
