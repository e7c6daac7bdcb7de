/* dz-chart.h - DzSeries -> ink: what a kind of chart is, and drawing one
 *
 * One drawing for screen, paper and file. A chart is laid out for the rectangle
 * and the style it gets; a finished picture is never scaled. Drawing returns its
 * geometry: one record a mark, for hovering, clicking, keyboard and tests.
 *
 *   chart = dz_chart_find ("pair");
 *   if (!dz_chart_can_draw (chart, series, &refusal)) ...the chart draws refusal itself too
 *   height = dz_chart_get_natural_height (chart, series, &style, width);
 *   geometry = dz_chart_draw (chart, series, &style, cr, &rect, &view);
 *   mark = dz_chart_geometry_at (geometry, x, y);
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "dz-chart-geometry.h"
#include "dz-chart-style.h"

G_BEGIN_DECLS

typedef struct _DzChart DzChart;
typedef struct _DzChartCanvas DzChartCanvas; /* private to charts/ */

/* What the user may do about a refusal; a widget makes buttons of it. */
typedef enum
{
  DZ_ADVICE_NONE,
  DZ_ADVICE_SPLIT_YEARS,  /* 按年度分开, or 并列画出 (series->side_by_side) */
  DZ_ADVICE_SEE_TABLE,
  DZ_ADVICE_CHOOSE_MORE   /* choose more bodies or another indicator */
} DzChartAdvice;

/* Why a chart is not drawn: one line what, one line what next. Clear with dz_chart_refusal_clear. */
typedef struct
{
  char *what;
  char *next; /* (nullable) */
  DzChartAdvice advice;
} DzChartRefusal;

/**
 * DzChartView: what of the chart is looked at; all 0 is a good view
 * @page: page of a chart that needs several on paper, from 0
 * @selected_body: body whose row is highlighted, 0: none
 * @focus_mark: index of the mark with the keyboard, -1 or has_focus FALSE: none
 */
typedef struct
{
  guint page;
  gint64 selected_body;
  gboolean has_focus;
  guint focus_mark;
} DzChartView;

/* The same numbers as text: same rows, order and signs. head and rows are GStrv. */
typedef struct
{
  char **head;
  GPtrArray *rows;     /* char **, as many cells as head */
  GArray *row_indexes; /* int: row of the series (or code), -1 */
} DzChartTable;

void          dz_chart_table_free  (DzChartTable *self);

/**
 * DzChart: one kind of chart: a row of the table
 * @id: stable, for the command line and stored choices
 * @name: Chinese as all a chart says, for menus and documents
 * @can_draw: FALSE with @refusal filled in (app/README.md, charts); common refusals are checked before
 * @draw: lay out and draw (canvas without ink: lay out only); returns the height it needs
 * @table: (nullable): NULL: rows x measures
 * @draws_one: the first measure alone: of a subject with more it is to be given that one, with its own title and notes
 */
struct _DzChart
{
  const char *id;
  const char *name;
  gboolean (*can_draw) (DzSeries       *series,
                        DzChartRefusal *refusal);
  double   (*draw)     (DzChartCanvas  *canvas,
                        DzSeries       *series);
  DzChartTable *(*table) (DzSeries     *series);
  gboolean draws_one;
};

gboolean           dz_chart_can_draw (const DzChart     *self,
                                     DzSeries           *series,
                                     DzChartRefusal     *refusal);
void               dz_chart_refusal_clear (DzChartRefusal *refusal);
double             dz_chart_get_natural_height (const DzChart *self,
                                     DzSeries           *series,
                                     const DzChartStyle *style,
                                     double              width);
guint              dz_chart_count_pages (const DzChart  *self,
                                     DzSeries           *series,
                                     const DzChartStyle *style,
                                     double              width,
                                     double              height);
DzChartGeometry   *dz_chart_draw    (const DzChart      *self,
                                     DzSeries           *series,
                                     const DzChartStyle *style,
                                     cairo_t            *cr,
                                     const DzRect       *rect,
                                     const DzChartView  *view);
DzChartGeometry   *dz_chart_measure (const DzChart      *self,
                                     DzSeries           *series,
                                     const DzChartStyle *style,
                                     const DzRect       *rect,
                                     const DzChartView  *view);
DzChartTable      *dz_chart_make_table (const DzChart   *self,
                                     DzSeries           *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzChartTable, dz_chart_table_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzChartRefusal, dz_chart_refusal_clear)

G_END_DECLS
