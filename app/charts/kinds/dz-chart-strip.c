/* dz-chart-strip.c - how values lie: a strip for all, then one a kind of body, one scale from 0
 *
 * Median and quartile band from five usable values, limits of outliers from eight. Equal values
 * stack upward. In 全部 only minimum, maximum or outliers and the largest inside the limit are
 * named; in a kind's strip all are, by short names, as long as they fit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-strip.h"

#include <math.h>
#include <stdlib.h>

#define MANY 60

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  return dz_chart_need_measures (series, 1, refusal);
}

static int
compare_dots (const void *a,
              const void *b)
{
  const DzStripDot *p = a, *q = b;

  if (p->cell->value != q->cell->value)
    return p->cell->value < q->cell->value ? -1 : 1;
  return (p->row > q->row) - (p->row < q->row);
}

static gboolean
belongs (const DzSeriesRow *row,
         DzStrip           *strip)
{
  return strip->kinds[0] == NULL || row->kind == strip->kinds[0] ||
         (strip->kinds[1] != NULL && row->kind == strip->kinds[1]);
}

/* Statistics of a strip: those of a series that has only its bodies. */
static DzStatistics
compute (DzStrips *self,
         DzStrip  *strip)
{
  g_autoptr(DzSeries) part = dz_series_new (self->series->year);

  part->side_by_side = self->series->side_by_side;
  dz_series_add_measure (part, NULL, "", NULL, NULL, NULL);
  for (guint i = 0; i < strip->dots->len; i++)
    {
      const DzStripDot *dot = &g_array_index (strip->dots, DzStripDot, i);

      dz_series_add_row (part, 0, "", NULL);
      dz_series_set_value (part, i, 0, dot->cell->value, dot->cell->bound)->mark = dot->cell->mark;
    }
  return dz_series_get_statistics (part, 0, NULL);
}

static void
fill_strip (DzStrips *self,
            DzStrip  *strip)
{
  strip->dots = g_array_new (FALSE, FALSE, sizeof (DzStripDot));
  for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
    {
      const DzSeriesRow *row = dz_series_get_row (self->series, i);
      DzStripDot dot = { .row = i, .cell = dz_series_get_cell (self->series, i, 0) };

      if (!belongs (row, strip))
        continue;
      strip->missing += dot.cell->mark == DZ_MARK_MISSING;
      strip->without += dot.cell->mark == DZ_MARK_NO_REPORT;
      if (dz_cell_has_value (dot.cell))
        g_array_append_val (strip->dots, dot);
    }
  g_array_sort (strip->dots, compare_dots);
  strip->stats = compute (self, strip);
}

static void
add_strip (DzStrips   *self,
           const char *name,
           const char *kind,
           const char *second)
{
  DzStrip *strip = &self->strips[self->n_strips++];

  *strip = (DzStrip) { .name = g_strdup (name), .kinds = { kind, second } };
  fill_strip (self, strip);
}

static gboolean
has_kind (DzSeries   *series,
          const char *kind)
{
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    if (g_strcmp0 (dz_series_get_row (series, i)->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

/* All, then kinds in the order of the roster; 民族乡 stand with 乡. */
static void
collect_strips (DzStrips *self)
{
  DzSeries *series = self->series;
  const char *xiang = g_intern_static_string ("乡"), *minzu = g_intern_static_string ("民族乡");
  gboolean joined = has_kind (series, xiang) && has_kind (series, minzu);

  add_strip (self, "全部", NULL, NULL);
  for (guint i = 0; i < dz_series_get_n_rows (series) && self->n_strips < DZ_MAX_STRIPS; i++)
    {
      const char *kind = dz_series_get_row (series, i)->kind;
      gboolean seen = kind == NULL;

      for (guint s = 1; s < self->n_strips; s++)
        seen = seen || self->strips[s].kinds[0] == kind || self->strips[s].kinds[1] == kind;
      if (seen)
        continue;
      if (joined && (kind == xiang || kind == minzu))
        add_strip (self, "乡、民族乡", xiang, minzu);
      else
        add_strip (self, kind, kind, NULL);
    }
  if (self->n_strips == 2) /* one kind only: the same dots again */
    {
      g_free (self->strips[1].name);
      g_array_unref (self->strips[1].dots);
      self->n_strips = 1;
    }
}

/* Stacks equal values; over 60 bodies, values that would touch. */
static void
stack_dots (DzStrips *self,
            DzStrip  *strip)
{
  double last = -INFINITY, bin = self->many ? 0.45 * self->canvas->u : 0.01;
  guint level = 0;

  strip->tallest = 0;
  for (guint i = 0; i < strip->dots->len; i++)
    {
      DzStripDot *dot = &g_array_index (strip->dots, DzStripDot, i);
      double x = dz_axis_place (&self->axis, dot->cell->value);

      if (self->many)
        x = self->axis.x0 + floor ((x - self->axis.x0) / bin + 0.5) * bin;
      level = fabs (x - last) < bin / 2 ? level + 1 : 0;
      last = x;
      dot->x = x;
      dot->level = level;
      strip->tallest = MAX (strip->tallest, level);
    }
}

static void
choose_axis (DzStrips *self)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, names = 0;

  for (guint s = 0; s < self->n_strips; s++)
    names = MAX (names, dz_canvas_measure (canvas, self->strips[s].name, DZ_SIZE_LABEL, TRUE));
  dz_axis_init (&self->axis, self->series, 0, TRUE, 5);
  self->axis.x0 = canvas->left + MAX (names, 4 * u) + 1.6 * u;
  self->axis.x1 = canvas->right - 2.2 * u;
}

/* Heights from what each strip has to say; what is left over is shared out. */
static double
lay_out (DzStrips *self,
         DzFrame  *frame)
{
  DzChartCanvas *canvas = self->canvas;
  double least = dz_canvas_is_paper (canvas) ? MIN (canvas->style.min_text, canvas->u)
                                             : canvas->u * 11.5 / 14;

  for (;;)
    {
      double top = dz_frame_draw_head (frame, canvas, FALSE) + 0.6 * canvas->u, needs = 0, room, y;

      choose_axis (self);
      for (guint s = 0; s < self->n_strips; s++)
        {
          stack_dots (self, &self->strips[s]);
          dz_strip_choose_labels (self, s);
          needs += self->strips[s].above + self->strips[s].below;
        }
      room = canvas->natural ? needs + 1.2 * canvas->u * self->n_strips
                             : canvas->bottom - dz_frame_draw_foot (frame, canvas, 0, FALSE) -
                                 1.6 * canvas->u - top;
      if (room < needs && canvas->u > least + 1e-6)
        {
          dz_canvas_set_u (canvas, MAX (canvas->u * 0.97, least));
          continue;
        }
      canvas->geometry->crowded = room < needs;
      room = MIN (MAX (room - needs, 0) / self->n_strips, 3 * canvas->u);
      y = top;
      for (guint s = 0; s < self->n_strips; s++)
        {
          DzStrip *strip = &self->strips[s];

          strip->top = y;
          strip->y = y + room / 2 + strip->above;
          y = strip->bottom = strip->y + strip->below + room / 2;
        }
      return top;
    }
}

static void
draw_grid (DzStrips *self,
           double    top,
           double    bottom)
{
  DzChartCanvas *canvas = self->canvas;
  DzRect plot = { self->axis.x0, top, self->axis.x1 - self->axis.x0, bottom - top };
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_CENTRE);

  g_array_append_val (canvas->geometry->panels, plot);
  ink.colour = canvas->style.secondary;
  for (guint i = 0; i < self->axis.n_ticks; i++)
    {
      g_autofree char *label = dz_axis_dup_label (&self->axis, i);
      double x = dz_axis_place (&self->axis, self->axis.ticks[i]);
      gboolean zero = fabs (self->axis.ticks[i]) < self->axis.step * 1e-6;

      dz_canvas_line (canvas, x, top, x, bottom, dz_canvas_hair (canvas),
                      zero ? canvas->style.axis : canvas->style.grid, 0);
      dz_canvas_text (canvas, label, ink, x, bottom + 0.85 * canvas->u);
    }
  for (guint s = 1; s < self->n_strips; s++)
    dz_canvas_line (canvas, canvas->left, self->strips[s].top, canvas->right, self->strips[s].top,
                    dz_canvas_hair (canvas), canvas->style.grid, 0);
}

static guint
count_mark (DzSeries *series,
            DzMark    mark)
{
  guint count = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    count += dz_series_get_cell (series, i, 0)->mark == mark;

  return count;
}

static char *
make_subtitle (DzSeries *series)
{
  const struct
  {
    guint n;
    const char *words;
  } silent[] = { { count_mark (series, DZ_MARK_MISSING), "未报" },
                 { count_mark (series, DZ_MARK_NO_REPORT), "无报告" },
                 { count_mark (series, DZ_MARK_NOT_APPLICABLE), "不适用" } };
  const DzMeasure *info = dz_series_get_measure (series, 0);
  DzStatistics stats = dz_series_get_statistics (series, 0, NULL);
  guint reported = 0, n = dz_series_get_n_rows (series);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    reported += dz_cell_has_value (dz_series_get_cell (series, i, 0));
  if (info->unit[0] != '\0')
    g_string_append_printf (out, "单位：%s%s。", dz_series_uses_wan (series, 0) ? "万" : "", info->unit);
  g_string_append_printf (out, "应报%u个单位，%u个已报", series->due > 0 ? series->due : n, reported);
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    if (silent[i].n > 0)
      g_string_append_printf (out, "、%u个%s", silent[i].n, silent[i].words);
  g_string_append (out, n > MANY ? "。一点一个单位，相近的叠放" : "。一点一个单位");
  if (stats.has_median)
    g_string_append (out, "；粗线为中位数，灰带为下四分位数至上四分位数");
  return g_string_free (out, FALSE);
}

static void
add_notes (DzFrame  *frame,
           DzStrips *self)
{
  DzStatistics *stats = &self->strips[0].stats;
  gboolean short_kind = FALSE;

  for (guint s = 1; s < self->n_strips; s++)
    short_kind = short_kind || self->strips[s].stats.n < 5;
  if (stats->has_limits && stats->max > stats->high_limit)
    {
      g_autofree char *limit = dz_strip_dup_number (self, stats->high_limit);

      dz_frame_note (frame, "离群：大于上四分位数＋1.5×四分位距（%s），只点名，不评价。", limit);
    }
  if (short_kind)
    dz_frame_note (frame, "不足5个单位的类型不画中位数和四分位带。");
  if (self->axis.start > 0)
    dz_frame_add_incomparable (frame, "轴自%g%%起", self->axis.start);
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  g_autofree char *subtitle = make_subtitle (series);
  g_auto(DzFrame) frame = { 0 };
  DzStrips strips = { .canvas = canvas, .series = series, .many = dz_series_get_n_rows (series) > MANY };
  double top, bottom;

  collect_strips (&strips);
  dz_axis_init (&strips.axis, series, 0, TRUE, 5);
  dz_frame_init (&frame, series, subtitle);
  add_notes (&frame, &strips);
  top = lay_out (&strips, &frame);
  bottom = strips.strips[strips.n_strips - 1].bottom;
  dz_frame_draw_head (&frame, canvas, TRUE);
  draw_grid (&strips, top, bottom);
  for (guint s = 0; s < strips.n_strips; s++)
    dz_strip_draw (&strips, s);
  for (guint s = 0; s < strips.n_strips; s++)
    {
      g_free (strips.strips[s].name);
      g_array_unref (strips.strips[s].dots);
    }
  return dz_frame_draw_foot (&frame, canvas, bottom + 1.6 * canvas->u, TRUE);
}

extern const DzChart dz_chart_strip;
const DzChart dz_chart_strip = { "strip", "分布图", can_draw, draw, NULL, TRUE };
