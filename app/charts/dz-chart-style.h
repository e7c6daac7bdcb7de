/* dz-chart-style.h - plain colours, patterns and sizes a chart is drawn with
 *
 * A widget turns its theme into a style, a page takes a paper style; charts
 * know nothing of either. All lengths follow from u, the size of a row label:
 * pixels on screen, points on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-theme-look.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} DzColour;

typedef enum
{
  DZ_CHART_SCREEN_LIGHT,
  DZ_CHART_SCREEN_DARK,
  DZ_CHART_PAPER_GREY,  /* patterns in place of hues; nothing depends on colour */
  DZ_CHART_PAPER_COLOUR
} DzChartLook;

/**
 * DzChartStyle:
 * @u: size of a row label in user units
 * @min_text: no text is set smaller (7.5 pt on paper, 0 on screen)
 * @margin: outer margin in user units
 * @draws_title: FALSE: the title stands in the caption, outside the drawing
 * @draws_notes: FALSE: a card of a gallery: no subtitle, legend, notes and source; the chart at full
 *   size has them
 * @draws_background: fill the rectangle first (exported pictures do, widgets need not)
 * @patterns: theme solids become black patterns
 * @family: font families, first installed wins
 * @min_hit: least height of a hit area
 *
 * A plain value: copy it, change what you need, pass it by address.
 */
typedef struct
{
  DzChartLook look;
  double u;
  double min_text;
  double margin;
  double min_hit;
  gboolean draws_title;
  gboolean draws_notes;
  gboolean draws_background;
  gboolean patterns;
  const char *family; /* interned */
  DzColour background;
  DzColour text;
  DzColour secondary;
  DzColour grid;
  DzColour axis;
  DzColour bar;
  DzColour strong;    /* certified staff, slope lines, dots of a strip */
  DzColour rest;      /* rest of a stack */
  DzColour rest_edge;
  DzColour dot;       /* dots of the second measure, the chosen body */
  DzColour doubt;     /* 待核 */
  DzColour band;      /* quartiles */
  DzColour selection; /* behind the selected row */
  DzColour focus;     /* ring of the mark that has the keyboard */
} DzChartStyle;

void     dz_chart_style_init       (DzChartStyle       *self,
                                    DzChartLook         look,
                                    double              u);
gboolean dz_chart_style_is_paper   (const DzChartStyle *self);
DzColour dz_chart_style_theme      (const DzChartStyle *self,
                                    const DzThemeLook  *look);

#define DZ_CHART_PAPER_U 8.9  /* points: row label of a chart 156 mm wide */
#define DZ_CHART_SCREEN_U 14.0
#define DZ_CHART_MARGIN 1.6   /* u around a chart that stands alone */

G_END_DECLS
