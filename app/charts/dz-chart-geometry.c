/* dz-chart-geometry.c - where the marks are: pointing, keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-geometry.h"

#include <math.h>

/**
 * dz_chart_geometry_unref:
 * @self: (transfer full): a geometry
 */
void
dz_chart_geometry_unref (DzChartGeometry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->marks);
  g_array_unref (self->texts);
  g_array_unref (self->panels);
  g_free (self);
}

static double
distance_to (const DzRect *rect,
             double        x,
             double        y)
{
  return hypot (x - (rect->x + rect->width / 2), y - (rect->y + rect->height / 2));
}

static gboolean
contains (const DzRect *rect,
          double        x,
          double        y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

/**
 * dz_chart_geometry_at:
 *
 * What is at this point. Hit areas may overlap where rows are low: the nearest middle wins.
 *
 * Returns: (transfer none) (nullable): the mark
 */
const DzChartMark *
dz_chart_geometry_at (DzChartGeometry *self,
                      double           x,
                      double           y)
{
  const DzChartMark *best = NULL;
  double least = INFINITY;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (self->marks, DzChartMark, i);
      double distance = distance_to (&mark->hit, x, y);

      if (contains (&mark->hit, x, y) && distance < least)
        {
          best = mark;
          least = distance;
        }
    }
  return best;
}

/**
 * dz_chart_geometry_index:
 *
 * Returns: place of the mark in the keyboard order, or -1
 */
int
dz_chart_geometry_index (DzChartGeometry   *self,
                         const DzChartMark *mark)
{
  g_return_val_if_fail (self != NULL, -1);

  if (mark == NULL || self->marks->len == 0)
    return -1;
  return (int) (mark - &g_array_index (self->marks, DzChartMark, 0));
}

static int
find_mark (DzChartGeometry *self,
           guint            panel,
           guint            line,
           guint            column)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (self->marks, DzChartMark, i);

      if (mark->panel == panel && mark->line == line && mark->column == column)
        return (int) i;
    }
  return -1;
}

/* The nearest mark above or below: rows of a ranking are of different length. */
static int
find_upright (DzChartGeometry   *self,
              const DzChartMark *from,
              int                step)
{
  int best = -1;
  guint best_line = 0, best_off = G_MAXUINT;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (self->marks, DzChartMark, i);
      guint off = (guint) ABS ((int) mark->column - (int) from->column);

      if (mark->panel != from->panel || (step > 0 ? mark->line <= from->line : mark->line >= from->line))
        continue;
      if (best < 0 || (step > 0 ? mark->line < best_line : mark->line > best_line) ||
          (mark->line == best_line && off < best_off))
        {
          best = (int) i;
          best_line = mark->line;
          best_off = off;
        }
    }
  return best;
}

static int
find_sideways (DzChartGeometry   *self,
               const DzChartMark *from,
               int                step)
{
  int found = -1;

  if (from->column > 0 || step > 0)
    found = find_mark (self, from->panel, from->line, from->column + (guint) step);
  if (found < 0 && (step > 0 || from->panel > 0))
    found = find_mark (self, from->panel + (guint) step, from->line, 0);
  return found;
}

static int
find_panel (DzChartGeometry   *self,
            const DzChartMark *from,
            int                step)
{
  int found;

  if (step < 0 && from->panel == 0)
    return -1;
  found = find_mark (self, from->panel + (guint) step, from->line, 0);
  return found >= 0 ? found : find_mark (self, from->panel + (guint) step, 0, 0);
}

/**
 * dz_chart_geometry_move:
 * @from: index of a mark, or -1 to enter the chart
 *
 * Where an arrow key leads: rows up and down, columns or panels sideways.
 *
 * Returns: index of the mark; @from if there is nothing that way; -1 if there are no marks
 */
int
dz_chart_geometry_move (DzChartGeometry *self,
                        int              from,
                        DzChartMove      move)
{
  const DzChartMark *mark;
  int found = from;

  g_return_val_if_fail (self != NULL, -1);

  if (self->marks->len == 0)
    return -1;
  if (from < 0 || from >= (int) self->marks->len)
    return move == DZ_MOVE_LAST ? (int) self->marks->len - 1 : 0;
  mark = &g_array_index (self->marks, DzChartMark, from);
  switch (move)
    {
    case DZ_MOVE_UP:
    case DZ_MOVE_DOWN:
      found = find_upright (self, mark, move == DZ_MOVE_DOWN ? 1 : -1);
      break;
    case DZ_MOVE_LEFT:
    case DZ_MOVE_RIGHT:
      found = find_sideways (self, mark, move == DZ_MOVE_RIGHT ? 1 : -1);
      break;
    case DZ_MOVE_NEXT_PANEL:
    case DZ_MOVE_PREVIOUS_PANEL:
      found = find_panel (self, mark, move == DZ_MOVE_NEXT_PANEL ? 1 : -1);
      if (found < 0)
        return -1; /* Tab leaves the chart */
      break;
    case DZ_MOVE_FIRST:
      found = 0;
      break;
    case DZ_MOVE_LAST:
    default:
      found = (int) self->marks->len - 1;
    }
  return found >= 0 ? found : from;
}
