/* dz-chart-canvas.h - where a chart puts its ink: text, lines, shapes, patterns
 *
 * Private to charts/. A canvas without cairo_t measures: the same code runs and
 * fills the geometry, and no ink flows. Text is kept in a cache of the thread,
 * because laying out Chinese costs more than painting it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "dz-chart.h"

G_BEGIN_DECLS

/* Sizes of text in u. */
#define DZ_SIZE_TITLE 1.4
#define DZ_SIZE_LABEL 1.0
#define DZ_SIZE_HEAD 0.95
#define DZ_SIZE_TICK 0.85
#define DZ_SIZE_NOTE 0.88
#define DZ_LINE_NOTE 1.32
#define DZ_DOT_RADIUS 0.34

typedef enum { DZ_ALIGN_LEFT, DZ_ALIGN_CENTRE, DZ_ALIGN_RIGHT } DzAlign;

/**
 * DzChartCanvas:
 * @cr: (nullable): NULL: measure only
 * @u: size of a row label now; a chart may lower it within the rules
 * @natural: the height is not given: take what is comfortable
 * @left, @right, @top, @bottom: inside the margin
 * @ground: what is behind the text: its halo
 * @short_words: 核 for 待核
 */
struct _DzChartCanvas
{
  cairo_t *cr;
  DzChartStyle style;
  DzRect rect;
  DzChartView view;
  DzChartGeometry *geometry;
  double u;
  gboolean natural;
  double left, right, top, bottom;
  DzColour ground;
  gboolean short_words;
};

typedef struct
{
  double size; /* in u */
  gboolean bold;
  gboolean halo;
  DzAlign align;
  DzColour colour;
} DzInk;

DzInk    dz_ink             (DzChartCanvas   *self,
                             double           size,
                             DzAlign          align);
double   dz_canvas_size     (DzChartCanvas   *self,
                             double           size);
double   dz_canvas_measure  (DzChartCanvas   *self,
                             const char      *text,
                             double           size,
                             gboolean         bold);
double   dz_canvas_text     (DzChartCanvas   *self,
                             const char      *text,
                             DzInk            ink,
                             double           x,
                             double           y);
double   dz_canvas_paragraph (DzChartCanvas  *self,
                             const char      *text,
                             DzInk            ink,
                             DzRect           place,
                             double           line_height,
                             gboolean         draws);

void     dz_canvas_set_u    (DzChartCanvas   *self,
                             double           u);
gboolean dz_canvas_is_paper (DzChartCanvas   *self);
double   dz_canvas_hair     (DzChartCanvas   *self);
double   dz_canvas_snap     (DzChartCanvas   *self,
                             double           place);
void     dz_canvas_line     (DzChartCanvas   *self,
                             double           x1,
                             double           y1,
                             double           x2,
                             double           y2,
                             double           width,
                             DzColour         colour,
                             double           dash);
void     dz_canvas_fill     (DzChartCanvas   *self,
                             DzRect           rect,
                             DzColour         colour);
void     dz_canvas_box      (DzChartCanvas   *self,
                             DzRect           rect,
                             DzColour         colour,
                             double           dash);
void     dz_canvas_hatch    (DzChartCanvas   *self,
                             DzRect           rect,
                             DzColour         colour,
                             double           distance);
void     dz_canvas_dot      (DzChartCanvas   *self,
                             double           x,
                             double           y,
                             double           radius,
                             DzColour         colour);
void     dz_canvas_ring     (DzChartCanvas   *self,
                             double           x,
                             double           y,
                             double           radius,
                             DzColour         colour,
                             double           dash);
void     dz_canvas_theme    (DzChartCanvas   *self,
                             DzRect           rect,
                             const DzThemeLook *look);
void     dz_canvas_swatch   (DzChartCanvas   *self,
                             DzRect           rect,
                             const DzThemeLook *look,
                             gboolean         hollow);
void     dz_canvas_select   (DzChartCanvas   *self,
                             DzRect           rect);
DzRect   dz_canvas_bar_rect (DzChartCanvas   *self,
                             double           x1,
                             double           x2,
                             double           y,
                             double           height);
DzChartMark *dz_canvas_add_mark (DzChartCanvas *self,
                             DzSeries        *series,
                             int              row);
void     dz_canvas_say_cell (DzChartMark     *mark,
                             DzSeries        *series,
                             guint            measure);
void     dz_canvas_say_naming (DzChartMark   *mark,
                             DzSeries        *series,
                             guint            code);

G_END_DECLS
