/* dz-chart.h - DzSeries -> ink: drawing a kind of chart, geometry
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

#include "dz-chart-style.h"
#include "dz-series.h"

G_BEGIN_DECLS

typedef struct _DzChart DzChart;
typedef struct _DzChartCanvas DzChartCanvas; /* private to charts/ */

typedef struct
{
  double x, y, width, height;
} DzRect;

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

/**
 * DzChartMark: one mark on the drawing
 * @panel: 0, 1 ... from the left
 * @line: place in the panel from the top (arrow keys), @column: from the left (heat map)
 * @row: row of the series, -1 if the mark is no body's
 * @measure: measure of the series, -1; @code: code of the series, -1
 * @indicator: (nullable): interned id of the indicator or the weakness code
 * @ink: what is drawn; @hit: where the pointer counts as on it
 * @mark: state of a figure; @naming: state of a weakness
 * @open_left, @open_right: the drawing has an open end there (≤, ≥)
 * @hollow: the drawing is hollow (missing, suggested, one of two values)
 * @spoken: one sentence: body, measure, value, place
 * @words: (nullable): the report's own words
 */
typedef struct
{
  guint panel;
  guint line;
  guint column;
  int row;
  int measure;
  int code;
  gint64 body_id;
  const char *indicator;
  DzRect ink;
  DzRect hit;
  DzMark mark;
  DzBound bound;
  DzNamed naming;
  gboolean open_left;
  gboolean open_right;
  gboolean hollow;
  double value;
  char *spoken;
  char *words;
  DzEvidence evidence;
} DzChartMark;

/* A piece of text on the drawing, where it stands. */
typedef struct
{
  DzRect rect;
  char *text;
} DzChartText;

/**
 * DzChartGeometry:
 * @marks: in keyboard order: by panel, line, column
 * @texts: every text drawn
 * @n_pages: pages the chart needs at this size (1 on screen)
 * @used: the part of the rectangle that was drawn on
 * @crowded: the rectangle was too small for all rows at their least pitch
 */
typedef struct
{
  gatomicrefcount refs;
  GArray *marks; /* DzChartMark */
  GArray *texts; /* DzChartText */
  GArray *panels; /* DzRect: plotting area of each panel */
  DzRect used;
  guint n_pages;
  gboolean crowded;
} DzChartGeometry;

DzChartGeometry   *dz_chart_geometry_ref   (DzChartGeometry *self);
void               dz_chart_geometry_unref (DzChartGeometry *self);
const DzChartMark *dz_chart_geometry_at    (DzChartGeometry *self,
                                            double           x,
                                            double           y);
int                dz_chart_geometry_index (DzChartGeometry   *self,
                                            const DzChartMark *mark);

typedef enum
{
  DZ_MOVE_UP, DZ_MOVE_DOWN, DZ_MOVE_LEFT, DZ_MOVE_RIGHT,
  DZ_MOVE_FIRST, DZ_MOVE_LAST,
  DZ_MOVE_NEXT_PANEL, DZ_MOVE_PREVIOUS_PANEL
} DzChartMove;

int                dz_chart_geometry_move  (DzChartGeometry *self,
                                            int              from,
                                            DzChartMove      move);

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
 * @title: msgid of the name in menus (translate with gettext)
 * @name: Chinese, for documents
 * @can_draw: FALSE with @refusal filled in (charts.md §1.5); common refusals are checked before
 * @draw: lay out and draw (canvas without ink: lay out only); returns the height it needs
 * @table: (nullable): NULL: rows x measures
 */
struct _DzChart
{
  const char *id;
  const char *title;
  const char *name;
  gboolean (*can_draw) (DzSeries       *series,
                        DzChartRefusal *refusal);
  double   (*draw)     (DzChartCanvas  *canvas,
                        DzSeries       *series);
  DzChartTable *(*table) (DzSeries     *series);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzChartGeometry, dz_chart_geometry_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzChartTable, dz_chart_table_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzChartRefusal, dz_chart_refusal_clear)

G_END_DECLS
