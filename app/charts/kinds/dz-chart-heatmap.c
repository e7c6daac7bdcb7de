/* dz-chart-heatmap.c - weaknesses by bodies: who names what, and how the plan answers
 *
 * No colour scale: a body names a code or it does not. Beside a cell stands a sign only where
 * something needs looking at: 泛, 无, 半. Bodies without a problem part stand last, hatched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-codes.h"

#include <math.h>
#include <string.h>

#define FEW 20        /* level names and signs up to here */
#define ONE_PAGE 60   /* columns; over that, pages of PER_PAGE */
#define PER_PAGE 40
#define LEAST_COLUMN 1.1
#define GREY 0x5a

typedef struct
{
  DzChartCanvas *canvas;
  DzSeries *series;
  DzCodeRows *rows;
  guint *order;        /* bodies as columns */
  guint n;             /* of them */
  guint first, last;   /* columns of this page */
  gboolean upright;    /* names one character under another */
  gboolean signs;
  double theme;        /* width of the widest name of a theme */
  double left, column; /* of the map */
  double head;         /* height of the names, in u */
} Map;

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  return dz_chart_need_codes (series, refusal);
}

static gboolean
is_silent (DzSeries *series,
           guint     row)
{
  const DzSeriesRow *info = dz_series_get_row (series, row);

  return !info->has_report || info->no_problems;
}

/* Where there are many, bodies without a report have no column: pages of nothing but them say nothing. */
static guint *
order_bodies (DzSeries *series,
              guint    *n_columns)
{
  guint n = dz_series_get_n_rows (series), *order = g_new (guint, n + 1), k = 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      if (is_silent (series, i) == pass && (n <= ONE_PAGE || dz_series_get_row (series, i)->has_report))
        order[k++] = i;
  *n_columns = k;
  return order;
}

static double
measure_row_heads (Map *self)
{
  DzChartCanvas *canvas = self->canvas;
  double name = 0;

  for (guint c = 0; c < dz_series_get_n_codes (self->series); c++)
    {
      const DzSeriesCode *info = dz_series_get_code (self->series, c);

      self->theme = MAX (self->theme, dz_canvas_measure (canvas, info->theme_name, DZ_SIZE_LABEL, TRUE));
      name = MAX (name, dz_canvas_measure (canvas, info->short_name, DZ_SIZE_LABEL, FALSE));
    }
  return self->theme + name + 3.2 * canvas->u;
}

/* Pages of columns where there are more than 60, or than the width has room for. */
static void
choose_page (Map *self)
{
  DzChartCanvas *canvas = self->canvas;
  guint n = MAX (self->n, 1), fits, pages;
  double size = MAX (LEAST_COLUMN * canvas->u, 1.1 * dz_canvas_size (canvas, DZ_SIZE_TICK));

  fits = (guint) MAX ((canvas->right - 3.2 * canvas->u - canvas->left - measure_row_heads (self)) / size, 1);
  if (n > ONE_PAGE)
    fits = MIN (fits, PER_PAGE);
  pages = (n + fits - 1) / fits;
  fits = (n + pages - 1) / pages;
  self->first = MIN (canvas->view.page, pages - 1) * fits;
  self->last = MIN (self->first + fits, self->n);
  canvas->geometry->n_pages = pages;
}

static void
measure_columns (Map *self)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, widest = 0;
  glong longest = 0;

  self->left = canvas->left + measure_row_heads (self);
  self->column = (canvas->right - 3.2 * u - self->left) / MAX (self->last - self->first, 1);
  self->column = MIN (self->column, 7 * u);
  for (guint i = self->first; i < self->last; i++)
    {
      const char *name = dz_series_get_row (self->series, self->order[i])->name;

      widest = MAX (widest, dz_canvas_measure (canvas, name, DZ_SIZE_TICK, FALSE));
      longest = MAX (longest, g_utf8_strlen (name, -1));
    }
  self->upright = self->last - self->first > FEW || widest + 0.3 * u > self->column;
  self->signs = self->column >= 2.1 * u;
  self->head = self->upright ? longest * 1.02 * MAX (DZ_SIZE_TICK, canvas->style.min_text / u) + 0.5 : 1.9;
}

static double
column_x (Map  *self,
          guint column)
{
  return self->left + (column - self->first + 0.5) * self->column;
}

static void
draw_upright (Map        *self,
              const char *name,
              double      x)
{
  DzChartCanvas *canvas = self->canvas;
  glong n = g_utf8_strlen (name, -1);
  double step = 1.02 * dz_canvas_size (canvas, DZ_SIZE_TICK);
  double y = self->rows->top - 0.35 * canvas->u - (n - 0.5) * step;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p), y += step)
    {
      char letter[8] = "";

      g_utf8_strncpy (letter, p, 1);
      dz_canvas_text (canvas, letter, dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_CENTRE), x, y);
    }
}

static void
draw_heads (Map *self)
{
  DzChartCanvas *canvas = self->canvas;
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_RIGHT);
  double y = self->rows->top - 0.9 * canvas->u;

  for (guint i = self->first; i < self->last; i++)
    {
      const char *name = dz_series_get_row (self->series, self->order[i])->name;

      if (self->upright)
        draw_upright (self, name, column_x (self, i));
      else
        dz_canvas_text (canvas, name, dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_CENTRE),
                        column_x (self, i), y);
    }
  ink.colour = canvas->style.secondary;
  dz_canvas_text (canvas, "单位数", ink, canvas->right, y);
}

/* Behind everything: the hatched columns and the selected one. */
static void
draw_columns (Map *self)
{
  DzChartCanvas *canvas = self->canvas;
  double top = self->rows->top, height = dz_code_rows_bottom (self->rows) - top;

  for (guint i = self->first; i < self->last; i++)
    {
      const DzSeriesRow *row = dz_series_get_row (self->series, self->order[i]);
      double width = MIN (self->column * 0.78, 3.6 * canvas->u);

      if (row->body_id != 0 && row->body_id == canvas->view.selected_body)
        dz_canvas_fill (canvas, (DzRect) { column_x (self, i) - self->column / 2,
                                           top - self->head * canvas->u, self->column,
                                           height + self->head * canvas->u }, canvas->style.selection);
      if (is_silent (self->series, self->order[i]))
        dz_canvas_hatch (canvas, (DzRect) { column_x (self, i) - width / 2, top, width, height },
                         canvas->style.axis, 0.6 * canvas->u);
    }
}

/* Whether a sign stands for what nobody confirmed. */
static gboolean
has_open (DzSeries *series)
{
  for (guint row = 0; row < dz_series_get_n_rows (series); row++)
    for (guint code = 0; code < dz_series_get_n_codes (series); code++)
      if (dz_series_get_naming (series, row, code)->open)
        return TRUE;

  return FALSE;
}

static void
draw_sign (Map            *self,
           const DzNaming *naming,
           DzRect          cell)
{
  static const char *const signs[] = { "无", "泛", "半", NULL };
  const char *sign = naming->open ? "核" : signs[naming->grade];
  DzChartCanvas *canvas = self->canvas;

  if (self->signs && naming->named == DZ_NAMED && sign != NULL)
    dz_canvas_text (canvas, sign, dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_LEFT),
                    cell.x + cell.width + 0.15 * canvas->u, cell.y + cell.height / 2);
}

/* On grey paper only the theme strip has the pattern. */
static void
draw_swatch (Map               *self,
             DzRect             cell,
             const DzThemeLook *look,
             gboolean           hollow)
{
  DzChartCanvas *canvas = self->canvas;
  DzColour grey = { GREY / 255.0, GREY / 255.0, GREY / 255.0, 1 };

  if (!canvas->style.patterns)
    dz_canvas_swatch (canvas, cell, look, hollow);
  else if (hollow)
    dz_canvas_box (canvas, cell, canvas->style.text, 2.5 * dz_canvas_hair (canvas));
  else
    dz_canvas_fill (canvas, cell, grey);
}

static void
draw_cell (Map  *self,
           guint line,
           guint column,
           guint code)
{
  DzChartCanvas *canvas = self->canvas;
  guint row = self->order[column];
  const DzNaming *naming = dz_series_get_naming (self->series, row, code);
  double x = column_x (self, column), y = dz_code_rows_place (self->rows, line);
  double width = self->signs ? CLAMP (self->column - 1.4 * canvas->u, 0.7 * canvas->u, 2.4 * canvas->u)
                             : self->column * 0.78;
  double aside = self->signs ? MAX (0, (width + 2.4 * canvas->u - self->column) / 2) : 0; /* for the sign */
  DzRect cell = dz_canvas_bar_rect (canvas, x - width / 2 - aside, x + width / 2 - aside, y,
                                    self->rows->pitch * 0.84);
  DzChartMark *mark = dz_canvas_add_mark (canvas, self->series, (int) row);

  mark->line = line;
  mark->column = column - self->first;
  mark->hit = (DzRect) { x - self->column / 2, y - self->rows->pitch / 2, self->column, self->rows->pitch };
  mark->ink = cell;
  dz_canvas_say_naming (mark, self->series, code);
  if (is_silent (self->series, row))
    {
      mark->hollow = TRUE;
      return;
    }
  if (naming->named == DZ_NAMED_NOT)
    {
      double radius = MAX (0.075 * canvas->u, 0.5);

      mark->ink = (DzRect) { x - radius, y - radius, 2 * radius, 2 * radius };
      dz_canvas_dot (canvas, x, y, radius, canvas->style.axis);
      return;
    }
  draw_swatch (self, cell, &dz_series_get_code (self->series, code)->look, naming->named == DZ_NAMED_SUGGESTED);
  draw_sign (self, naming, cell);
}

static void
draw_line (Map  *self,
           guint line)
{
  DzChartCanvas *canvas = self->canvas;
  guint code = g_array_index (self->rows->lines, DzCodeLine, line).code;
  const DzSeriesCode *info = dz_series_get_code (self->series, code);
  guint n = dz_series_count_named (self->series, code);
  g_autofree char *count = g_strdup_printf ("%u", n);
  double y = dz_code_rows_place (self->rows, line), theme_x = canvas->left + 0.75 * canvas->u;
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);

  ink.bold = TRUE;
  if (dz_code_rows_starts (self->rows, line))
    dz_canvas_text (canvas, info->theme_name, ink, theme_x, y);
  ink.bold = FALSE;
  dz_canvas_text (canvas, info->short_name, ink,
                  theme_x + self->theme + canvas->u, y);
  ink.bold = n >= self->series->common;
  ink.align = DZ_ALIGN_CENTRE;
  dz_canvas_text (canvas, count, ink, canvas->right - 1.3 * canvas->u, y);
  for (guint i = self->first; i < self->last; i++)
    draw_cell (self, line, i, code);
}

/* Under the map: how many codes each body names. */
static double
draw_sums (Map   *self,
           double bottom)
{
  DzChartCanvas *canvas = self->canvas;
  DzInk ink = dz_ink (canvas, self->column < 1.6 * canvas->u ? DZ_SIZE_TICK : DZ_SIZE_LABEL, DZ_ALIGN_RIGHT);
  double y = bottom + canvas->u;

  dz_canvas_line (canvas, canvas->left, bottom + 0.15 * canvas->u, canvas->right,
                  bottom + 0.15 * canvas->u, dz_canvas_hair (canvas), canvas->style.axis, 0);
  ink.colour = canvas->style.secondary;
  dz_canvas_text (canvas, "提出项数", ink, self->left - 0.8 * canvas->u, y);
  ink.align = DZ_ALIGN_CENTRE;
  ink.colour = canvas->style.text;
  for (guint i = self->first; i < self->last; i++)
    {
      g_autofree char *text = NULL;
      guint n = 0;

      for (guint c = 0; c < dz_series_get_n_codes (self->series); c++)
        n += dz_series_get_naming (self->series, self->order[i], c)->named == DZ_NAMED;
      text = is_silent (self->series, self->order[i]) ? g_strdup ("—") : g_strdup_printf ("%u", n);
      dz_canvas_text (canvas, text, ink, column_x (self, i), y);
    }
  return bottom + 1.7 * canvas->u;
}

static guint
count_without (DzSeries *series)
{
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    n += !dz_series_get_row (series, i)->has_report;
  return n;
}

static void
add_notes (DzFrame *frame,
           Map     *map)
{
  g_autofree char *no_part = dz_codes_list (map->series, TRUE, FALSE);
  g_autofree char *no_report = dz_codes_list (map->series, FALSE, TRUE);

  dz_frame_note (frame, "空心虚线为系统建议、尚未确认，不计数；小点为未提出");
  if (no_part != NULL)
    dz_frame_note (frame, "；斜线列为报告中未读出问题（%s）", no_part);
  if (no_report != NULL && map->n < dz_series_get_n_rows (map->series))
    dz_frame_note (frame, "；未报送的%u个单位不列（%s）", count_without (map->series), no_report);
  else if (no_report != NULL)
    dz_frame_note (frame, "；%s为未报送（%s）", no_part != NULL ? "其余斜线列" : "斜线列", no_report);
  dz_frame_note (frame, "。%s%s",
                 dz_frame_says (frame, "未提出不等于没有问题") ? "" : "未提出不等于没有问题。", map->signs || !dz_canvas_is_paper (map->canvas) ? "" : "单位多，计划的回应不标在格旁。");
}

/* A smaller u may let the names lie level again, which gives the lines more room. */
static void
fit (Map     *self,
     DzFrame *frame)
{
  for (int i = 0; i < 3; i++)
    {
      double head = self->head;

      dz_code_rows_fit (self->rows, frame, head, 1.9);
      measure_columns (self);
      if (fabs (self->head - head) < 0.01)
        return;
    }
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  guint n;
  g_autofree guint *order = order_bodies (series, &n);
  g_auto(DzFrame) frame = { 0 };
  g_auto(DzCodeRows) rows = { 0 };
  Map map = { canvas, series, &rows, order, n };
  double bottom;
  DzRect plot;

  choose_page (&map);
  measure_columns (&map);
  dz_frame_init (&frame, series,
                 !map.signs ? "实心为提出。列按名册顺序，行按问题编排顺序"
                 : has_open (series) ? "实心为提出；格旁字为计划的回应：泛＝一般表述，无＝没有措施，半＝部分措施，核＝待核，"
                                       "不标＝直接措施。列按名册顺序，行按问题编排顺序"
                                     : "实心为提出；格旁字为计划的回应：泛＝一般表述，无＝没有措施，半＝部分措施，"
                                       "不标＝直接措施。列按名册顺序，行按问题编排顺序");
  add_notes (&frame, &map);
  dz_code_rows_init (&rows, canvas, series, FALSE);
  fit (&map, &frame);
  if (map.last - map.first < map.n)
    dz_frame_set_page (&frame, canvas->view.page, canvas->geometry->n_pages);
  dz_frame_draw_head (&frame, canvas, TRUE);
  bottom = dz_code_rows_bottom (&rows);
  plot = (DzRect) { map.left, rows.top, map.column * (map.last - map.first), bottom - rows.top };
  g_array_append_val (canvas->geometry->panels, plot);
  draw_columns (&map);
  dz_code_rows_draw_strips (&rows, canvas->right - canvas->left);
  draw_heads (&map);
  for (guint line = rows.first; line < rows.last; line++)
    draw_line (&map, line);
  return dz_frame_draw_foot (&frame, canvas, draw_sums (&map, bottom), TRUE);
}

extern const DzChart dz_chart_heatmap;
const DzChart dz_chart_heatmap = { "heatmap", "问题与单位对照图", can_draw, draw, NULL };
