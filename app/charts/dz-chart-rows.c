/* dz-chart-rows.c - panels that share rows: names, grids, axes, the median line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-kind.h"

#include "dz-format.h"

#include <math.h>
#include <string.h>

#define BIN 0.45 /* of a strip of all values, in u */
#define MANY 120 /* over this number only the ends of the order are drawn */
#define MANY_FIRST 20
#define MANY_LAST 10

/**
 * dz_rows_init:
 * @subtitle: (nullable): other than the wording of the series
 */
void
dz_rows_init (DzRows        *self,
              DzChartCanvas *canvas,
              DzSeries      *series,
              const char    *subtitle)
{
  *self = (DzRows) { .canvas = canvas, .series = series };
  dz_frame_init (&self->frame, series, subtitle);
  dz_rows_set_order (self, dz_series_dup_order (series));
}

void
dz_rows_clear (DzRows *self)
{
  for (guint i = 0; i < self->n_panels; i++)
    g_free (self->panels[i].head);
  dz_frame_clear (&self->frame);
  g_free (self->order);
  g_free (self->breaks);
}

/* An order set anew takes the place of the one before, and its words that of its words. */
static void
forget_cut (DzRows *self)
{
  g_string_erase (self->frame.notes, (gssize) self->cut_from, (gssize) self->cut_length);
  self->cut_length = 0;
  self->cut = FALSE;
}

/* Over 120 bodies: the first 20 and the last 10 that have a value. */
static void
cut_many (DzRows *self)
{
  /* of two years this one is what the rows are ordered by */
  guint measure = dz_series_get_n_measures (self->series) == 2 && dz_chart_are_years (self->series) ? 1 : 0;
  guint n_values = 0, n = self->n;

  while (n_values < n &&
         dz_cell_has_value (dz_series_get_cell (self->series, self->order[n_values], measure)))
    n_values++;
  if (n <= MANY || n_values <= MANY_FIRST + MANY_LAST)
    return;
  memmove (self->order + MANY_FIRST, self->order + n_values - MANY_LAST,
           MANY_LAST * sizeof (guint));
  self->n = MANY_FIRST + MANY_LAST;
  self->cut = TRUE;
  self->breaks[MANY_FIRST] = TRUE;
  self->cut_from = self->frame.notes->len;
  dz_frame_note (&self->frame, "只列前%d个和后%d个，没有数的%u个不列；“全部”一行一点一个数%s；全部%u个见表。", MANY_FIRST, MANY_LAST,
                 n - n_values, dz_series_get_statistics (self->series, measure, NULL).has_median ? "，灰带为下四分位数至上四分位数" : "", n);
  self->cut_length = self->frame.notes->len - self->cut_from;
}

/**
 * dz_rows_set_order:
 * @order: (transfer full): rows from the top
 *
 * Dotted lines part groups, years and, if they are in order, kinds of body.
 */
void
dz_rows_set_order (DzRows *self,
                   guint  *order)
{
  DzSeries *series = self->series;

  g_free (self->order);
  g_free (self->breaks);
  self->order = order;
  self->n = dz_series_get_n_rows (series);
  self->breaks = g_new0 (gboolean, self->n + 1);
  for (guint i = 1; i < self->n; i++)
    {
      const DzSeriesRow *a = dz_series_get_row (series, order[i - 1]);
      const DzSeriesRow *b = dz_series_get_row (series, order[i]);

      self->breaks[i] = a->group != b->group || a->report_year != b->report_year ||
                        (series->order == DZ_ORDER_KIND && a->kind != b->kind);
    }
  forget_cut (self);
  cut_many (self);
}

/**
 * dz_rows_add_panel:
 * @head: (nullable): over the panel
 *
 * Returns: (transfer none): a panel to fill in
 */
DzPanel *
dz_rows_add_panel (DzRows     *self,
                   guint       measure,
                   const char *head)
{
  DzPanel *panel;

  g_assert (self->n_panels < DZ_ROWS_MAX_PANELS);

  panel = &self->panels[self->n_panels++];
  panel->measure = measure;
  panel->head = g_strdup (head);
  return panel;
}

/* What the notes say of the median line. */
void
dz_rows_note_median (DzRows  *self,
                     DzPanel *panel)
{
  const DzStatistics *stats = &panel->stats;
  guint doubtful = 0;
  gboolean bounds[4] = { FALSE };

  for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, panel->measure);

      doubtful += dz_cell_has_value (cell) && !dz_cell_is_usable (cell);
      if (dz_cell_is_usable (cell))
        bounds[cell->bound] = TRUE;
    }
  if (panel->shows_median)
    dz_frame_note (&self->frame, "中位数用%u个数%s%s%s%s%s%s。", stats->n,
                   doubtful == 0 ? "" : "，不含待核数", stats->n_inexact > 0 ? "，" : "",
                   bounds[DZ_BOUND_AT_LEAST] ? "≥" : "", bounds[DZ_BOUND_ABOUT] ? "≈" : "",
                   bounds[DZ_BOUND_AT_MOST] ? "≤" : "", stats->n_inexact > 0 ? " 按所写数" : "");
  else if (stats->n >= 5 && stats->n_inexact * 2 > stats->n)
    dz_frame_note (&self->frame, "%u个数中%u个不是准确数，不画中位数。", stats->n, stats->n_inexact);
}

/* What the notes say of values beyond the axis: nobody decided about them yet, they do not set it. */
void
dz_rows_note_cut (DzRows  *self,
                  DzPanel *panel)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, panel->measure);
      double high = isnan (cell->high) ? cell->value : cell->high;

      if (!dz_cell_has_value (cell) || dz_cell_is_usable (cell) ||
          (cell->value >= panel->axis.start && high <= panel->axis.end))
        continue;
      if (n++ < 3)
        g_string_append_printf (names, "%s%s", n > 1 ? "、" : "", dz_series_get_row (self->series, i)->name);
    }
  if (n > 3)
    g_string_append_printf (names, "等%u个", n);
  if (n > 0)
    dz_frame_note (&self->frame, "%s的待核数在刻度以外，只画到轴端，数见标注。", names->str);
}

/* Room for a head: up to the next panel or the end of the column. */
static double
head_room (DzRows  *self,
           DzPanel *panel)
{
  guint i = (guint) (panel - self->panels);
  double right = self->canvas->left + self->shift + self->column_width;

  if (i + 1 < self->n_panels)
    right = self->panels[i + 1].left - 0.4 * self->canvas->u;
  return right - panel->left;
}

static void
draw_head (DzRows  *self,
           DzPanel *panel)
{
  DzChartCanvas *canvas = self->canvas;
  const DzMeasure *info = dz_series_get_measure (self->series, panel->measure);
  g_autofree char *shorter = g_strdup_printf (info->unit[0] != '\0' ? "%s（%s）" : "%s%s",
                                              info->short_name, info->unit);
  DzInk ink = dz_ink (canvas, DZ_SIZE_HEAD, DZ_ALIGN_LEFT);
  double y = self->body_top - self->head_height + 0.95 * canvas->u;
  const char *text = panel->head;

  if (text == NULL)
    return;
  if (panel->has_axis && dz_canvas_measure (canvas, text, DZ_SIZE_HEAD, TRUE) > head_room (self, panel))
    text = shorter;
  if (text == shorter && dz_canvas_measure (canvas, text, DZ_SIZE_HEAD, TRUE) > head_room (self, panel))
    text = info->short_name;
  ink.bold = TRUE;
  dz_canvas_text (canvas, text, ink, panel->left, y);
}

static void
draw_median (DzRows  *self,
             DzPanel *panel,
             double   bottom)
{
  DzChartCanvas *canvas = self->canvas;
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_LEFT);
  g_autofree char *number = NULL, *text = NULL;
  double x = dz_axis_place (&panel->axis, panel->stats.median), width, left;

  number = panel->wan ? dz_format_wan (panel->stats.median, 2)
                      : dz_format_number (panel->stats.median);
  text = g_strconcat ("中位数 ", number, NULL);
  width = dz_canvas_measure (canvas, text, DZ_SIZE_TICK, FALSE);
  left = CLAMP (x - width / 2, panel->left, MAX (panel->right - width, panel->left));
  ink.colour = canvas->style.secondary;
  dz_canvas_line (canvas, x, self->body_top - 0.15 * canvas->u, x, bottom, dz_canvas_hair (canvas) * 1.2,
                  canvas->style.secondary, 2 * dz_canvas_hair (canvas));
  dz_canvas_text (canvas, text, ink, left, self->body_top - 0.68 * canvas->u);
}

/* Tick labels that would touch: every second, the last one kept; a wide one at the end of the axis stays within the chart. */
static void
draw_ticks (DzRows  *self,
            DzPanel *panel,
            double   bottom)
{
  DzChartCanvas *canvas = self->canvas;
  const DzAxis *axis = &panel->axis;
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_CENTRE);
  double widest = 0, apart = (axis->x1 - axis->x0) / (axis->n_ticks - 1);
  guint step = 1;

  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *label = dz_axis_dup_label (axis, i);

      widest = MAX (widest, dz_canvas_measure (canvas, label, DZ_SIZE_TICK, FALSE));
    }
  while (step < axis->n_ticks - 1 && step * apart < widest + 0.4 * canvas->u)
    step++;
  ink.colour = canvas->style.secondary;
  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *label = dz_axis_dup_label (axis, i);

      if (dz_axis_is_labelled (axis, i, step))
        dz_canvas_text (canvas, label, ink,
                        MIN (dz_axis_place (axis, axis->ticks[i]),
                             canvas->right - dz_canvas_measure (canvas, label, DZ_SIZE_TICK, FALSE) / 2),
                        bottom + 0.95 * canvas->u);
    }
}

static void
draw_grid (DzRows  *self,
           DzPanel *panel,
           double   bottom)
{
  DzChartCanvas *canvas = self->canvas;
  DzRect plot = { panel->left, self->body_top, panel->right - panel->left, bottom - self->body_top };

  g_array_append_val (canvas->geometry->panels, plot);
  draw_head (self, panel);
  if (!panel->has_axis)
    return;
  for (guint i = 0; i < panel->axis.n_ticks; i++)
    {
      gboolean zero = fabs (panel->axis.ticks[i]) < panel->axis.step * 1e-6;
      double x = dz_axis_place (&panel->axis, panel->axis.ticks[i]);

      dz_canvas_line (canvas, x, self->body_top, x, bottom, dz_canvas_hair (canvas),
                      zero ? canvas->style.axis : canvas->style.grid, 0);
    }
  draw_ticks (self, panel, bottom);
  if (panel->shows_median)
    draw_median (self, panel, bottom);
}

static gboolean
is_selected (DzRows *self,
             guint   place)
{
  gint64 body = dz_series_get_row (self->series, self->order[place])->body_id;

  return body != 0 && body == self->canvas->view.selected_body;
}

static DzRect
row_rect (DzRows *self,
          guint   place)
{
  double y = dz_rows_place (self, place);

  return (DzRect) { self->canvas->left + self->shift, y - self->pitch / 2, self->column_width,
                    self->pitch };
}

static void
draw_name (DzRows *self,
           guint   place)
{
  DzChartCanvas *canvas = self->canvas;
  g_autofree char *name = dz_rows_dup_name (self, self->order[place]);
  double x = canvas->left + self->shift + self->name_width, y = dz_rows_place (self, place);
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_RIGHT);

  if (dz_canvas_measure (canvas, name, DZ_SIZE_LABEL, FALSE) <= self->name_width + 0.01)
    {
      dz_canvas_text (canvas, name, ink, x, y);
    }
  else
    {
      glong half = (g_utf8_strlen (name, -1) + 1) / 2;
      const char *second = g_utf8_offset_to_pointer (name, half);
      g_autofree char *first = g_strndup (name, (gsize) (second - name));

      dz_canvas_text (canvas, first, ink, x, y - 0.56 * canvas->u);
      dz_canvas_text (canvas, second, ink, x, y + 0.56 * canvas->u);
    }
}

static void
draw_break (DzRows *self,
            guint   place)
{
  DzChartCanvas *canvas = self->canvas;
  double y = dz_rows_place (self, place) - self->pitch * 0.75;
  double x = canvas->left + self->shift;

  if (self->breaks[place] && (place - self->first) % self->per_column != 0)
    dz_canvas_line (canvas, x, y, x + self->column_width, y, dz_canvas_hair (canvas),
                    canvas->style.grid, 2 * dz_canvas_hair (canvas));
}

static void
draw_cell (DzRows *self,
           guint   panel_index,
           guint   place)
{
  DzChartCanvas *canvas = self->canvas;
  DzPanel *panel = &self->panels[panel_index];
  DzChartMark *mark = dz_canvas_add_mark (canvas, self->series, (int) self->order[place]);
  double y = dz_rows_place (self, place), height = MAX (self->pitch, canvas->style.min_hit);

  mark->panel = panel_index;
  mark->line = place;
  mark->hit = (DzRect) { panel->left, y - height / 2, panel->right - panel->left, height };
  if (panel_index == 0)
    {
      mark->hit.x = canvas->left + self->shift;
      mark->hit.width = panel->right - mark->hit.x;
    }
  dz_canvas_say_cell (mark, self->series, panel->measure);
  canvas->ground = canvas->style.background;
  if (is_selected (self, place))
    {
      DzChartCanvas probe = *canvas;

      probe.cr = NULL;
      dz_canvas_select (&probe, (DzRect) { 0 });
      canvas->ground = probe.ground;
    }
  panel->draw (self, panel, self->order[place], y, mark);
  canvas->ground = canvas->style.background;
}

static void
draw_rows (DzRows *self)
{
  for (guint place = self->first; place < self->last; place++)
    {
      dz_rows_set_column (self, dz_rows_column_of (self, place));
      if (is_selected (self, place))
        dz_canvas_select (self->canvas, row_rect (self, place));
      self->canvas->ground = self->canvas->style.background;
    }
}

static double
column_bottom (DzRows *self,
               guint   column)
{
  guint from = self->first + column * self->per_column;
  guint to = MIN (from + self->per_column, self->last);

  return dz_rows_place (self, to - 1) + self->pitch / 2;
}

/* The place of a value among those that would touch. */
static guint
bin_of (DzRows       *self,
        DzPanel      *panel,
        const DzCell *cell)
{
  double x = dz_axis_place (&panel->axis, cell->value);

  return (guint) floor ((x - panel->axis.x0) / (BIN * self->canvas->u) + 0.5);
}

static gboolean
is_on_axis (const DzPanel *panel,
            const DzCell  *cell)
{
  return dz_cell_is_usable (cell) && cell->value >= panel->axis.start && cell->value <= panel->axis.end;
}

/* From the lower to the upper quartile. */
static void
draw_band (DzRows  *self,
           DzPanel *panel,
           double   bottom)
{
  DzStatistics stats = dz_series_get_statistics (self->series, panel->measure, NULL);
  double left = dz_axis_place (&panel->axis, stats.lower), right = dz_axis_place (&panel->axis, stats.upper), u = self->canvas->u;

  if (stats.has_median)
    dz_canvas_fill (self->canvas, (DzRect) { left, bottom - self->all_height + 0.2 * u, right - left, self->all_height - 0.3 * u },
                    self->canvas->style.band);
}

/* Every usable value of the panel's measure, a dot each, on the panel's own axis, over @bottom; those that would touch are
 * stacked. */
static void
draw_all_of (DzRows  *self,
             DzPanel *panel,
             double   bottom)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, y = bottom - 0.6 * u, step, hit = MAX (u, canvas->style.min_hit);
  guint n = dz_series_get_n_rows (self->series), tallest = 1;
  guint n_bins = (guint) MAX ((panel->axis.x1 - panel->axis.x0) / (BIN * u), 0) + 2;
  g_autofree guint *levels = g_new0 (guint, n_bins + 1);

  for (guint i = 0; i < n; i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, panel->measure);

      if (is_on_axis (panel, cell))
        tallest = MAX (tallest, ++levels[MIN (bin_of (self, panel, cell), n_bins)]);
    }
  step = MIN (0.48 * u, (self->all_height - 1.2 * u) / tallest);
  draw_band (self, panel, bottom);
  memset (levels, 0, (n_bins + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      const DzCell *cell = dz_series_get_cell (self->series, i, panel->measure);
      DzChartMark *mark;
      double x, dot_y;
      guint bin;

      if (!is_on_axis (panel, cell))
        continue;
      bin = MIN (bin_of (self, panel, cell), n_bins);
      x = panel->axis.x0 + bin * BIN * u;
      dot_y = y - step * levels[bin]++;
      mark = dz_canvas_add_mark (canvas, self->series, (int) i);
      mark->panel = (guint) (panel - self->panels);
      mark->line = self->n;
      dz_canvas_say_cell (mark, self->series, panel->measure);
      mark->ink = (DzRect) { x - 0.2 * u, dot_y - 0.2 * u, 0.4 * u, 0.4 * u };
      mark->hit = (DzRect) { x - hit / 2, dot_y - hit / 2, hit, hit };
      dz_canvas_dot (canvas, x, dot_y, 0.2 * u, canvas->style.strong);
    }
}

/* Under the rows, one more for all: what lies between the two ends. */
static void
draw_all (DzRows *self,
          double  bottom)
{
  DzChartCanvas *canvas = self->canvas;
  double top = bottom - self->all_height, middle = (top + bottom) / 2;
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_RIGHT);

  dz_canvas_line (canvas, canvas->left, top, canvas->left + self->column_width, top, dz_canvas_hair (canvas), canvas->style.grid,
                  2 * dz_canvas_hair (canvas));
  dz_canvas_text (canvas, "全部", ink, canvas->left + self->name_width, middle);
  for (guint p = 0; p < self->n_panels; p++)
    if (self->panels[p].has_axis)
      draw_all_of (self, &self->panels[p], bottom);
}

/**
 * dz_rows_draw:
 *
 * Lays out and draws the whole chart.
 *
 * Returns: where it ends
 */
double
dz_rows_draw (DzRows *self)
{
  double bottom = 0;

  dz_rows_plan (self);
  dz_frame_draw_head (&self->frame, self->canvas, TRUE);
  bottom = column_bottom (self, 0);
  for (guint c = 1; self->first + c * self->per_column < self->last; c++)
    bottom = MAX (bottom, column_bottom (self, c));
  bottom += self->all_height;
  draw_rows (self);
  for (guint c = 0; self->first + c * self->per_column < self->last; c++)
    {
      dz_rows_set_column (self, c);
      for (guint p = 0; p < self->n_panels; p++)
        draw_grid (self, &self->panels[p], bottom);
    }
  for (guint place = self->first; place < self->last; place++)
    {
      dz_rows_set_column (self, dz_rows_column_of (self, place));
      draw_break (self, place);
      draw_name (self, place);
    }
  for (guint p = 0; p < self->n_panels; p++)
    for (guint place = self->first; place < self->last; place++)
      {
        dz_rows_set_column (self, dz_rows_column_of (self, place));
        draw_cell (self, p, place);
      }
  dz_rows_set_column (self, 0);
  if (self->cut)
    draw_all (self, bottom);
  return dz_frame_draw_foot (&self->frame, self->canvas, bottom + self->axis_height, TRUE);
}
