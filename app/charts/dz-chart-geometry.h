/* dz-chart-geometry.h - where everything of a drawn chart is: for pointer, keyboard and tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-series.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} DzRect;

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzChartGeometry, dz_chart_geometry_unref)

G_END_DECLS
