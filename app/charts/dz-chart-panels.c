/* dz-chart-panels.c - the two usual panels: bars from zero, dots with a number column
 *
 * Dots of a rate stand on an axis that may be cut, so what is missing has no place on it: the
 * numbers, and the rings of the missing, stand in a column right of the axis. Dots of a count
 * begin at 0 and carry their numbers beside them where there is room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-rows.h"

#include <math.h>

#define LABEL_GAP 0.4

static char *
make_head (DzSeries *series,
           guint     measure)
{
  const DzMeasure *info = dz_series_get_measure (series, measure);
  const char *wan = dz_series_uses_wan (series, measure) ? "万" : "";

  if (info->unit[0] == '\0')
    return g_strdup (info->name);
  return g_strdup_printf ("%s（%s%s%s）", info->name, wan, info->unit,
                          series->per_thousand ? "，每千人" : "");
}

static void
measure_bar (DzRows  *rows,
             DzPanel *panel,
             guint    row,
             double  *value,
             double  *beyond)
{
  const DzCell *cell = dz_series_get_cell (rows->series, row, panel->measure);
  double u = rows->canvas->u;

  *value = dz_cell_has_value (cell) ? dz_cell_draw_end (cell) : 0;
  *beyond = dz_mark_bar_tail (rows->canvas, cell, rows->bar_height) + LABEL_GAP * u +
            dz_mark_label_width (rows->canvas, cell, panel->wan) + 0.2 * u;
}

static void
draw_bar (DzRows      *rows,
          DzPanel     *panel,
          guint        row,
          double       y,
          DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  const DzCell *cell = dz_series_get_cell (rows->series, row, panel->measure);
  double end = dz_mark_bar (canvas, &panel->axis, cell, y, rows->bar_height, canvas->style.bar, mark);

  dz_mark_label (canvas, cell, panel->wan, end + LABEL_GAP * canvas->u, y);
}

/**
 * dz_rows_add_bars:
 *
 * Returns: (transfer none): a panel of bars from zero, with the median
 */
DzPanel *
dz_rows_add_bars (DzRows *self,
                  guint   measure)
{
  g_autofree char *head = make_head (self->series, measure);
  DzPanel *panel = dz_rows_add_panel (self, measure, head);

  panel->share = 1;
  panel->has_axis = TRUE;
  panel->wan = dz_series_uses_wan (self->series, measure);
  panel->stats = dz_series_get_statistics (self->series, measure, NULL);
  panel->shows_median = panel->stats.has_median;
  panel->extent = measure_bar;
  panel->draw = draw_bar;
  dz_axis_init (&panel->axis, self->series, measure, FALSE, self->n > 30 ? 3 : 5);
  dz_rows_note_cut (self, panel);
  dz_rows_note_median (self, panel);
  return panel;
}

static gboolean
is_rate (DzRows  *rows,
         DzPanel *panel)
{
  return g_str_equal (dz_series_get_measure (rows->series, panel->measure)->unit, "%");
}

/* Where a label is cut for the number column: sign and whole part; the rest hangs right. */
static gsize
split_label (const char *label)
{
  const char *p = label;

  while (*p != '\0' && *p != '.' && !g_str_has_prefix (p, "＊") && !g_str_has_prefix (p, "／") &&
         !g_str_has_prefix (p, "＋"))
    p = g_utf8_next_char (p);
  return (gsize) (p - label);
}

static double
measure_left (DzChartCanvas *canvas,
              const char    *label)
{
  g_autofree char *left = g_strndup (label, split_label (label));

  return dz_canvas_measure (canvas, left, DZ_SIZE_LABEL, FALSE);
}

/* Sets the width of the number column and where its whole parts end. */
static void
measure_numbers (DzRows  *self,
                 DzPanel *panel)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, edge = 0, widest = 0;

  for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, panel->measure);
      g_autofree char *label = dz_cell_dup_label (cell, panel->wan);

      if (dz_cell_has_value (cell))
        edge = MAX (edge, measure_left (canvas, label));
    }
  for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, panel->measure);
      g_autofree char *label = dz_cell_dup_label (cell, panel->wan);
      double width = dz_mark_label_width (canvas, cell, panel->wan);

      widest = MAX (widest, dz_cell_has_value (cell) ? edge - measure_left (canvas, label) + width
                                                     : width + 1.1 * u);
    }
  panel->number_edge = edge + 0.7 * u;
  panel->numbers = widest + 0.9 * u;
}

static void
measure_dot (DzRows  *rows,
             DzPanel *panel,
             guint    row,
             double  *value,
             double  *beyond)
{
  const DzCell *cell = dz_series_get_cell (rows->series, row, panel->measure);
  double u = rows->canvas->u;

  *value = dz_cell_has_value (cell) ? dz_cell_draw_end (cell) : panel->axis.start;
  *beyond = dz_mark_dot_tail (rows->canvas, cell, FALSE) + LABEL_GAP * u +
            dz_mark_label_width (rows->canvas, cell, panel->wan) + 0.2 * u;
}

static void
draw_number (DzRows       *rows,
             DzPanel      *panel,
             const DzCell *cell,
             double        y,
             DzChartMark  *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  double x = panel->axis.x1 + 0.7 * canvas->u;
  g_autofree char *label = dz_cell_dup_label (cell, panel->wan);

  if (dz_cell_has_value (cell))
    {
      x = panel->axis.x1 + panel->number_edge - measure_left (canvas, label);
    }
  else
    {
      if (cell->mark != DZ_MARK_NOT_APPLICABLE)
        dz_mark_missing_ring (canvas, x + DZ_DOT_RADIUS * canvas->u, y, mark);
      x += 1.05 * canvas->u;
    }
  dz_mark_label (canvas, cell, panel->wan, x, y);
}

static void
draw_dot (DzRows      *rows,
          DzPanel     *panel,
          guint        row,
          double       y,
          DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  const DzCell *cell = dz_series_get_cell (rows->series, row, panel->measure);
  double u = canvas->u, end;

  end = dz_mark_dot (canvas, &panel->axis, cell, panel->numbers > 0, y, canvas->style.dot, mark);
  if (panel->numbers > 0)
    {
      draw_number (rows, panel, cell, y, mark);
      return;
    }
  if (cell->mark == DZ_MARK_MISSING || cell->mark == DZ_MARK_NO_REPORT)
    {
      dz_mark_missing_ring (canvas, panel->axis.x0 + 0.5 * u, y, mark);
      end = panel->axis.x0 + 0.9 * u;
    }
  dz_mark_label (canvas, cell, panel->wan, end + LABEL_GAP * u, y);
}

/**
 * dz_rows_add_dots:
 *
 * Returns: (transfer none): a panel of dots; rates, and counts where two columns share a page, have a number column;
 * the axis of rates may be cut
 */
DzPanel *
dz_rows_add_dots (DzRows *self,
                  guint   measure)
{
  g_autofree char *head = make_head (self->series, measure);
  DzPanel *panel = dz_rows_add_panel (self, measure, head);

  panel->share = 1;
  panel->has_axis = TRUE;
  panel->wan = dz_series_uses_wan (self->series, measure);
  panel->stats = dz_series_get_statistics (self->series, measure, NULL);
  panel->extent = measure_dot;
  panel->draw = draw_dot;
  dz_axis_init (&panel->axis, self->series, measure, TRUE, 3);
  dz_rows_note_cut (self, panel);
  if (is_rate (self, panel) || self->canvas->short_words)
    measure_numbers (self, panel);
  if (panel->axis.start > 0)
    dz_frame_add_incomparable (&self->frame, "%s轴自%g%%起",
                               dz_series_get_measure (self->series, measure)->short_name,
                               panel->axis.start);
  return panel;
}
