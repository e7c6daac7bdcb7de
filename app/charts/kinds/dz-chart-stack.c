/* dz-chart-stack.c - a part and its whole as one bar: certified of enforcement staff
 *
 * First measure: the total; second: the part. Three groups, dotted lines between: the total is
 * known, only the part is known, neither is. The share is computed only from the body's own two
 * counts, and never where they do not agree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-kind.h"
#include "dz-chart-legend.h"

#include "dz-format.h"

#include <math.h>
#include <string.h>

#define NARROW 34 /* in u */

typedef enum { KNOWS_TOTAL, KNOWS_PART, KNOWS_NOTHING } Knows;

static Knows
what_is_known (DzSeries *series,
               guint     row)
{
  if (dz_cell_has_value (dz_series_get_cell (series, row, 0)))
    return KNOWS_TOTAL;
  return dz_cell_has_value (dz_series_get_cell (series, row, 1)) ? KNOWS_PART : KNOWS_NOTHING;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  DzSeries *series = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  Knows p = what_is_known (series, i), q = what_is_known (series, j);
  double x, y;

  if (p != q)
    return p < q ? -1 : 1;
  for (guint m = p == KNOWS_TOTAL ? 0 : 1; m < 2 && p != KNOWS_NOTHING; m++)
    {
      x = dz_series_get_cell (series, i, m)->value;
      y = dz_series_get_cell (series, j, m)->value;
      if (x != y)
        return x > y ? -1 : 1;
    }
  return (i > j) - (i < j);
}

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  if (!dz_chart_need_measures (series, 2, refusal))
    return FALSE;
  if (dz_series_get_measure (series, 0)->unit != dz_series_get_measure (series, 1)->unit)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("“%s”与“%s”计量单位不同，不能合并。",
                                             dz_series_get_measure (series, 0)->short_name,
                                             dz_series_get_measure (series, 1)->short_name),
                            "请选同一计量单位的总数和其中数。");
  if (dz_chart_are_years (series))
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE, g_strdup ("同一指标的两个年度不是总数和其中数。"),
                            "请换成年度对比图或两年对照图。");
  if (g_strcmp0 (dz_series_get_measure (series, 1)->whole, dz_series_get_measure (series, 0)->id) != 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("“%s”不是“%s”中的一部分，不能算占比。", dz_series_get_measure (series, 1)->name,
                                             dz_series_get_measure (series, 0)->name),
                            "请换成条形与圆点并列图。");
  return TRUE;
}

static gboolean
exceeds (DzSeries *series,
         guint     row)
{
  const DzCell *total = dz_series_get_cell (series, row, 0), *part = dz_series_get_cell (series, row, 1);

  return dz_cell_has_value (total) && dz_cell_has_value (part) && part->value > total->value;
}

static void
measure_bar (DzRows  *rows,
             DzPanel *panel,
             guint    row,
             double  *value,
             double  *beyond)
{
  const DzCell *total = dz_series_get_cell (rows->series, row, 0);
  const DzCell *part = dz_series_get_cell (rows->series, row, 1);

  *value = MAX (dz_cell_has_value (total) ? dz_cell_draw_end (total) : 0,
                dz_cell_has_value (part) ? dz_cell_draw_end (part) : 0);
  *beyond = (what_is_known (rows->series, row) == KNOWS_TOTAL ? 0.6 : 4.5) * rows->canvas->u;
}

/* Two dashed lines: how far the bar goes is not known. */
static void
draw_open_end (DzChartCanvas *canvas,
               DzRect         bar,
               DzChartMark   *mark)
{
  double hair = dz_canvas_hair (canvas), x = bar.x + bar.width, end = x + 1.6 * canvas->u;

  dz_canvas_line (canvas, x, bar.y, end, bar.y, hair, canvas->style.strong, 2.2 * hair);
  dz_canvas_line (canvas, x, bar.y + bar.height - hair, end, bar.y + bar.height - hair, hair,
                  canvas->style.strong, 2.2 * hair);
  mark->open_right = TRUE;
  mark->ink.width += 1.6 * canvas->u;
}

static void
draw_excess (DzChartCanvas *canvas,
             DzRect         rect)
{
  dz_canvas_fill (canvas, rect, canvas->ground);
  dz_canvas_hatch (canvas, rect, canvas->style.strong, 0.36 * canvas->u);
  dz_canvas_box (canvas, rect, canvas->style.strong, 2.2 * dz_canvas_hair (canvas));
}

static void
draw_bar (DzRows      *rows,
          DzPanel     *panel,
          guint        row,
          double       y,
          DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  const DzCell *total = dz_series_get_cell (rows->series, row, 0);
  const DzCell *part = dz_series_get_cell (rows->series, row, 1);
  Knows known = what_is_known (rows->series, row);
  double zero = panel->axis.x0, h = rows->bar_height;
  double t = dz_axis_place (&panel->axis, total->value), p = dz_axis_place (&panel->axis, part->value);
  DzRect whole = dz_canvas_bar_rect (canvas, zero, known == KNOWS_TOTAL ? t : p, y, h);
  DzRect inner = dz_canvas_bar_rect (canvas, zero, MIN (p, whole.x + whole.width), y, h);

  if (known == KNOWS_NOTHING || (known == KNOWS_TOTAL && total->value == 0 && !exceeds (rows->series, row)))
    {
      double end = dz_mark_bar (canvas, &panel->axis, total, y, h, canvas->style.strong, mark);

      dz_mark_label (canvas, total, FALSE, end + 0.4 * canvas->u, y);
      return;
    }
  mark->ink = whole;
  if (known == KNOWS_TOTAL && p < t)
    {
      dz_canvas_fill (canvas, whole, canvas->style.rest);
      dz_canvas_box (canvas, whole, canvas->style.rest_edge, 0);
    }
  if (dz_cell_has_value (part))
    dz_canvas_fill (canvas, inner, canvas->style.strong);
  if (known == KNOWS_PART)
    draw_open_end (canvas, whole, mark);
  else if (exceeds (rows->series, row))
    {
      draw_excess (canvas, (DzRect) { t, whole.y, p - t, whole.height });
      mark->ink.width = p - zero;
    }
}

static char *
make_count (DzSeries *series,
            guint     row)
{
  g_autofree char *part = dz_cell_dup_label (dz_series_get_cell (series, row, 1), FALSE);
  g_autofree char *total = dz_cell_dup_label (dz_series_get_cell (series, row, 0), FALSE);

  if (what_is_known (series, row) == KNOWS_NOTHING)
    return g_strdup (part);
  return g_strdup_printf ("%s/%s", part, total);
}

static double
measure_left (DzChartCanvas *canvas,
              const char    *text)
{
  g_autofree char *left = g_strndup (text, strcspn (text, "/"));

  return dz_canvas_measure (canvas, left, DZ_SIZE_LABEL, FALSE);
}

/* Aligned on the slash. */
static void
draw_count (DzRows      *rows,
            DzPanel     *panel,
            guint        row,
            double       y,
            DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  g_autofree char *text = make_count (rows->series, row);
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  double x = panel->left + panel->number_edge - measure_left (canvas, text), width;

  if (what_is_known (rows->series, row) == KNOWS_NOTHING)
    {
      ink.colour = canvas->style.secondary;
      x = panel->left + MAX (panel->number_edge - 2 * canvas->u, 0);
      mark->hollow = TRUE;
    }
  width = dz_canvas_text (canvas, text, ink, x, y);
  mark->ink = (DzRect) { x, y - canvas->u / 2, width, canvas->u };
}

/* NULL where there is nothing to say. */
static char *
make_share (DzSeries *series,
            guint     row,
            gboolean *doubtful)
{
  const DzCell *total = dz_series_get_cell (series, row, 0), *part = dz_series_get_cell (series, row, 1);

  *doubtful = FALSE;
  if (what_is_known (series, row) == KNOWS_NOTHING)
    return NULL;
  if (exceeds (series, row))
    {
      *doubtful = TRUE;
      return g_strdup ("待核：持证多于总数");
    }
  if (part->mark >= DZ_MARK_TWO_VALUES || total->mark >= DZ_MARK_TWO_VALUES)
    {
      const char *why = part->note != NULL ? part->note : total->note;

      *doubtful = TRUE;
      return why != NULL ? g_strdup_printf ("待核：%s", why) : g_strdup ("待核");
    }
  if (!dz_cell_is_usable (total) || !dz_cell_is_usable (part) || total->value <= 0 ||
      total->bound != DZ_BOUND_EXACT || part->bound != DZ_BOUND_EXACT)
    return g_strdup ("—");
  {
    g_autofree char *number = dz_format_number (floor (part->value / total->value * 1000 + 0.5) / 10);

    return g_strconcat (number, "%", NULL);
  }
}

static void
draw_share (DzRows      *rows,
            DzPanel     *panel,
            guint        row,
            double       y,
            DzChartMark *mark)
{
  DzChartCanvas *canvas = rows->canvas;
  gboolean doubtful;
  g_autofree char *text = make_share (rows->series, row, &doubtful);
  DzInk ink = dz_ink (canvas, doubtful ? DZ_SIZE_NOTE : DZ_SIZE_LABEL, DZ_ALIGN_LEFT);

  if (doubtful)
    ink.colour = canvas->style.doubt;
  if (text != NULL)
    mark->ink = (DzRect) { panel->left, y - canvas->u / 2,
                           dz_canvas_text (canvas, text, ink, panel->left, y), canvas->u };
}

static void
add_shares (DzRows *rows)
{
  DzChartCanvas *canvas = rows->canvas;
  DzPanel *shares = dz_rows_add_panel (rows, 1, "持证率");
  double widest = dz_canvas_measure (canvas, "持证率", DZ_SIZE_HEAD, TRUE);

  for (guint i = 0; i < rows->n; i++)
    {
      gboolean doubtful;
      g_autofree char *share = make_share (rows->series, i, &doubtful);

      if (share != NULL)
        widest = MAX (widest, dz_canvas_measure (canvas, share,
                                                 doubtful ? DZ_SIZE_NOTE : DZ_SIZE_LABEL, FALSE));
    }
  shares->fixed = widest;
  shares->draw = draw_share;
}

/* A narrow chart leaves the room of the shares to the bars. */
static void
add_columns (DzRows *rows)
{
  DzChartCanvas *canvas = rows->canvas;
  g_autofree char *head = g_strdup_printf ("持证/%s", dz_series_get_measure (rows->series, 0)->short_name);
  DzPanel *counts = dz_rows_add_panel (rows, 1, head);
  double right = 0;

  for (guint i = 0; i < rows->n; i++)
    {
      g_autofree char *count = make_count (rows->series, i);
      double left = measure_left (canvas, count);

      counts->number_edge = MAX (counts->number_edge, left);
      right = MAX (right, dz_canvas_measure (canvas, count, DZ_SIZE_LABEL, FALSE) - left);
    }
  counts->fixed = MAX (counts->number_edge + right,
                       dz_canvas_measure (canvas, head, DZ_SIZE_HEAD, TRUE));
  counts->draw = draw_count;
  if (canvas->right - canvas->left >= NARROW * canvas->u)
    add_shares (rows);
}

static void
add_signs (DzRows *rows)
{
  DzSeries *series = rows->series;
  gboolean seen[4] = { FALSE };

  for (guint i = 0; i < rows->n; i++)
    {
      seen[what_is_known (series, i)] = TRUE;
      seen[3] = seen[3] || exceeds (series, i);
    }
  dz_frame_add_sign (&rows->frame, DZ_SIGN_STRONG, "持证");
  if (seen[KNOWS_TOTAL])
    dz_frame_add_sign (&rows->frame, DZ_SIGN_REST, "未持证");
  if (seen[KNOWS_PART])
    dz_frame_add_sign (&rows->frame, DZ_SIGN_OPEN_END, "总数未报（右端不封口）");
  if (seen[3])
    dz_frame_add_sign (&rows->frame, DZ_SIGN_EXCESS, "超出总数的持证数，待核");
  if (seen[KNOWS_NOTHING])
    dz_legend_add_missing (&rows->frame, series, 0);
}

static char *
make_subtitle (DzSeries *series)
{
  guint n = dz_series_get_n_rows (series), totals = 0, parts = 0, both = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean t = dz_cell_has_value (dz_series_get_cell (series, i, 0));
      gboolean p = dz_cell_has_value (dz_series_get_cell (series, i, 1));

      totals += t;
      parts += p;
      both += t && p;
    }
  return g_strdup_printf ("应报%u个单位，总数%u个已报，持证数%u个已知；总数、持证数都已知的%u个。"
                          "先排报了总数的", series->due > 0 ? series->due : n,
                          totals, parts, both);
}

static void
init_axis (DzAxis   *axis,
           DzSeries *series)
{
  double high = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    for (guint m = 0; m < 2; m++)
      if (dz_cell_has_value (dz_series_get_cell (series, i, m)))
        high = MAX (high, dz_cell_draw_end (dz_series_get_cell (series, i, m)));
  dz_axis_init_count (axis, 0, high, TRUE, 5);
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  g_autofree char *subtitle = make_subtitle (series);
  g_autofree char *head = g_strdup_printf ("人数（%s）", dz_series_get_measure (series, 0)->unit);
  guint n = dz_series_get_n_rows (series), *order = g_new (guint, n + 1);
  g_auto(DzRows) rows = { 0 };
  DzPanel *panel;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_rows, series);
  dz_rows_init (&rows, canvas, series, subtitle);
  dz_rows_set_order (&rows, order);
  for (guint i = 1; i < rows.n; i++)
    rows.breaks[i] = what_is_known (series, order[i - 1]) != what_is_known (series, order[i]);
  panel = dz_rows_add_panel (&rows, 0, head);
  panel->share = 1;
  panel->has_axis = TRUE;
  panel->extent = measure_bar;
  panel->draw = draw_bar;
  init_axis (&panel->axis, series);
  add_columns (&rows);
  add_signs (&rows);
  return dz_rows_draw (&rows);
}

extern const DzChart dz_chart_stack;
const DzChart dz_chart_stack = { "stack", "持证占比图", can_draw, draw, NULL };
