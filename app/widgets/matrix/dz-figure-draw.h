/* dz-figure-draw.h - how a cell of the figure matrix looks: number, bar, dot, signs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _DzFigurePen DzFigurePen;

typedef enum
{
  DZ_PEN_TEXT,
  DZ_PEN_SECONDARY,
  DZ_PEN_ERROR,
  DZ_PEN_WARNING,
  DZ_PEN_SELECTED, /* fills */
  DZ_PEN_HOVER
} DzPenColour;

DzFigurePen *dz_figure_pen_new    (GtkWidget   *widget,
                                   cairo_t     *cr);
void         dz_figure_pen_free   (DzFigurePen *self);
cairo_t     *dz_figure_pen_get_cairo (DzFigurePen *self);
double       dz_figure_pen_measure (DzFigurePen *self,
                                    const char  *text);
void         dz_figure_pen_text   (DzFigurePen *self,
                                   const char  *text,
                                   double       x,
                                   double       y,
                                   double       width,
                                   double       height,
                                   DzPenColour  colour,
                                   double       align,
                                   gboolean     bold);
void         dz_figure_pen_fill   (DzFigurePen *self,
                                   double       x,
                                   double       y,
                                   double       width,
                                   double       height,
                                   DzPenColour  colour);
void         dz_figure_pen_line   (DzFigurePen *self,
                                   double       x1,
                                   double       y1,
                                   double       x2,
                                   double       y2);
void         dz_figure_pen_frame  (DzFigurePen *self,
                                   double       x,
                                   double       y,
                                   double       width,
                                   double       height);
void         dz_figure_pen_head   (DzFigurePen   *self,
                                   const DzEntry *entry,
                                   DzPer          per,
                                   double         x,
                                   double         y,
                                   double         width,
                                   double         height,
                                   const char    *sort_sign);
void         dz_figure_pen_cell   (DzFigurePen   *self,
                                   DzFigureTable *table,
                                   DzFigureRow   *row,
                                   guint          column,
                                   double         x,
                                   double         y,
                                   double         width,
                                   double         height);
void         dz_figure_pen_statistics (DzFigurePen *self,
                                       const DzColumnStatistics *statistics,
                                       double       x,
                                       double       y,
                                       double       width,
                                       double       row_height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzFigurePen, dz_figure_pen_free)

G_END_DECLS
