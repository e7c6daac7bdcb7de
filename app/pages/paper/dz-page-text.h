/* dz-page-text.h - every line of words on a page and where it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * DzPageText: a line of a paragraph, a cell or a chart
 * @x: left edge in points from the sheet's corner; likewise @y, @width, @height: of the letters, not of the line
 * @in_chart: of a chart's drawing
 */
typedef struct
{
  double x, y, width, height;
  char *text;
  gboolean in_chart;
} DzPageText;

GArray  *dz_page_text_watch    (cairo_t    *cr);
gboolean dz_page_text_is_watched (cairo_t  *cr);
void     dz_page_text_note     (cairo_t    *cr,
                                DzPageText  line);

G_END_DECLS
