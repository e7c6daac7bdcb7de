/* dz-line-record.h - every line of words on a page and where it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * DzLineRecord: a line of a paragraph, a cell or a chart
 * @x: left edge in points from the sheet's corner; likewise @y, @width, @height: of the letters, not of the line
 * @in_chart: of a chart's drawing
 */
typedef struct
{
  double x, y, width, height;
  char *text;
  gboolean in_chart;
} DzLineRecord;

GArray  *dz_line_record_watch    (cairo_t    *cr);
gboolean dz_line_record_is_watched (cairo_t  *cr);
void     dz_line_record_note     (cairo_t    *cr,
                                DzLineRecord  line);

G_END_DECLS
