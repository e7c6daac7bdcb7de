/* dz-chart-dumbbell.c - two years by rows: ring last year, dot this year, the change as a number
 *
 * First measure: last year; second: this year. What the slope becomes for many bodies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-change.h"
#include "dz-chart-kind.h"

#include <math.h>

#define NARROW 32 /* in u: under it the change has no column */

static void
measure_row (DzRows  *rows,
             DzPanel *panel,
             guint    row,
             double  *value,
             double  *beyond)
{
  *value = panel->axis.start;
  for (guint m = 0; m < 2; m++)
    {
      const DzCell *cell = dz_series_get_cell (rows->series, row, m);

      if (dz_cell_has_value (cell))
        *value = MAX (*value, dz_cell_draw_end (cell));
    }
  *beyond = 1.8 * rows->canvas->u;
}

static void
draw_years (DzRows      *rows,
            DzPanel     *panel,
            guint        row,
            double       y,
            DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  const DzCell *before = dz_series_get_cell (rows->series, row, 0);
  const DzCell *now = dz_series_get_cell (rows->series, row, 1);
  double radius = DZ_DOT_RADIUS * canvas->u, a = dz_axis_place (&panel->axis, before->value);
  double b = dz_axis_place (&panel->axis, now->value);
  DzChartMark past = { 0 };

  if (dz_change_is_sure (before, now))
    dz_canvas_line (canvas, a, y, b, y, dz_canvas_hair (canvas) * 1.6, canvas->style.axis, 0);
  if (dz_cell_has_value (before))
    {
      dz_mark_dot (canvas, &panel->axis, before, FALSE, y, canvas->style.strong, &past);
      dz_canvas_ring (canvas, a, y, radius, canvas->style.strong, 0);
    }
  if (dz_cell_has_value (now))
    dz_mark_dot (canvas, &panel->axis, now, FALSE, y, canvas->style.strong, mark);
  if (!dz_cell_has_value (now) && !dz_cell_has_value (before))
    dz_mark_missing_ring (canvas, panel->axis.x0 + 0.5 * canvas->u, y, mark);
  else if (!dz_cell_has_value (now))
    {
      mark->ink = past.ink;
      mark->hollow = TRUE;
    }
}

static void
draw_text (DzRows      *rows,
           DzPanel     *panel,
           guint        row,
           double       y,
           DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  const DzCell *cell = dz_series_get_cell (rows->series, row, panel->measure);
  g_autofree char *label = dz_cell_dup_label (cell, panel->wan);
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_RIGHT);
  double right = panel->left + panel->fixed, width;

  if (!dz_cell_has_value (cell))
    ink.colour = canvas->style.secondary;
  width = dz_canvas_text (canvas, label, ink, right, y);
  mark->ink = (DzRect) { right - width, y - canvas->u / 2, width, canvas->u };
  mark->hollow = !dz_cell_has_value (cell);
}

static void
draw_change (DzRows      *rows,
             DzPanel     *panel,
             guint        row,
             double       y,
             DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  const DzCell *before = dz_series_get_cell (rows->series, row, 0);
  const DzCell *now = dz_series_get_cell (rows->series, row, 1);
  g_autofree char *change = dz_change_dup_label (rows->series, row);
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  double width;

  if (dz_change_is_doubtful (before, now))
    ink.colour = canvas->style.doubt;
  else if (!dz_change_is_sure (before, now))
    ink.colour = canvas->style.secondary;
  width = dz_canvas_text (canvas, change, ink, panel->left, y);
  mark->ink = (DzRect) { panel->left, y - canvas->u / 2, width, canvas->u };
  mark->hollow = !dz_cell_has_value (now);
}

static void
add_column (DzRows     *rows,
            guint       measure,
            const char *head,
            void      (*draw_cell) (DzRows *, DzPanel *, guint, double, DzChartMark *))
{
  DzPanel *panel = dz_rows_add_panel (rows, measure, head);
  double width = dz_canvas_measure (rows->canvas, head, DZ_SIZE_HEAD, TRUE);

  panel->wan = dz_series_uses_wan (rows->series, 0) || dz_series_uses_wan (rows->series, 1);
  for (guint i = 0; i < rows->n; i++)
    {
      g_autofree char *text = draw_cell == draw_change
                                ? dz_change_dup_label (rows->series, i)
                                : dz_cell_dup_label (dz_series_get_cell (rows->series, i, measure),
                                                     panel->wan);

      width = MAX (width, dz_canvas_measure (rows->canvas, text, DZ_SIZE_LABEL, FALSE));
    }
  panel->fixed = width;
  panel->draw = draw_cell;
}

/* Rows by this year's value. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  DzSeries *series = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  for (guint m = 2; m-- > 0;)
    {
      const DzCell *p = dz_series_get_cell (series, i, m), *q = dz_series_get_cell (series, j, m);

      if (dz_cell_has_value (p) != dz_cell_has_value (q))
        return dz_cell_has_value (p) ? -1 : 1;
      if (dz_cell_has_value (p) && p->value != q->value)
        return p->value > q->value ? -1 : 1;
    }
  return (i > j) - (i < j);
}

/**
 * dz_dumbbell_draw:
 *
 * Also called by the slope where there are too many bodies for it.
 *
 * Returns: where the chart ends
 */
double
dz_dumbbell_draw (DzChartCanvas *canvas,
                  DzSeries      *series)
{
  g_autofree char *subtitle = dz_change_dup_subtitle (series), *last = NULL, *present = NULL;
  guint n = dz_series_get_n_rows (series), *order = g_new (guint, n + 1);
  g_auto(DzRows) rows = { 0 };
  DzPanel *panel;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_rows, series);
  dz_rows_init (&rows, canvas, series, subtitle);
  if (series->order != DZ_ORDER_ROSTER)
    dz_rows_set_order (&rows, g_steal_pointer (&order));
  g_free (order);
  panel = dz_rows_add_panel (&rows, 1, " ");
  panel->share = 1;
  panel->has_axis = TRUE;
  panel->extent = measure_row;
  panel->draw = draw_years;
  dz_change_init_axis (&panel->axis, series);
  last = g_strdup_printf ("%d年", dz_change_year (series, 0));
  present = g_strdup_printf ("%d年", dz_change_year (series, 1));
  add_column (&rows, 0, last, draw_text);
  add_column (&rows, 1, present, draw_text);
  if (canvas->right - canvas->left >= NARROW * canvas->u)
    add_column (&rows, 1, "增减", draw_change);
  dz_frame_add_sign (&rows.frame, DZ_SIGN_RING_YEAR, last);
  dz_frame_add_sign (&rows.frame, DZ_SIGN_DOT_YEAR, present);
  return dz_rows_draw (&rows);
}

extern const DzChart dz_chart_dumbbell;
const DzChart dz_chart_dumbbell = { "dumbbell", "两年对照图",
                                    dz_change_can_draw, dz_dumbbell_draw, NULL };
