/* dz-chart-ranking.c - weaknesses by the number of bodies that name them: one square a body
 *
 * The squares are the count. Up to 20 bodies: squares and names; up to 40: small squares and at
 * most six names; more: a plain bar from 0. Hollow squares are suggested and not counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-codes.h"

#include <math.h>

#define SQUARE 1.15
#define SMALL_SQUARE 0.7
#define GAP 0.28
#define FEW 20
#define MANY 40
#define SOME_NAMES 6
#define MIN_PERCENT 10 /* bodies below which no per cent is given */
#define NARROW 40 /* in u */

typedef struct
{
  DzCodeRows *rows;
  DzSeries *series;
  DzChartCanvas *canvas;
  guint n_reports;
  gboolean bars;
  double square, step;
  double names_x, count_x, squares_x, bodies_x; /* columns */
  double share_x; /* right edge; 0: too few for per cent */
} Ranking;

static gboolean
can_draw (DzSeries       *series,
          DzChartRefusal *refusal)
{
  return dz_chart_need_codes (series, refusal);
}

static guint
count_state (DzSeries *series,
             guint     code,
             DzNamed   named)
{
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    n += dz_series_get_naming (series, i, code)->named == named;
  return n;
}

/* A narrow chart calls the codes by the short names of the heat map. */
static const char *
name_code (Ranking *self,
           guint    code)
{
  const DzSeriesCode *info = dz_series_get_code (self->series, code);

  return self->canvas->right - self->canvas->left < NARROW * self->canvas->u ? info->short_name
                                                                             : info->name;
}

static void
choose_columns (Ranking *self)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, widest = 0, theme = 0;
  guint most = 1;

  for (guint i = 0; i < self->rows->lines->len; i++)
    {
      guint code = g_array_index (self->rows->lines, DzCodeLine, i).code;
      const DzSeriesCode *info = dz_series_get_code (self->series, code);

      theme = MAX (theme, dz_canvas_measure (canvas, info->theme_name, DZ_SIZE_LABEL, TRUE));
      widest = MAX (widest, dz_canvas_measure (canvas, name_code (self, code), DZ_SIZE_LABEL, FALSE));
      most = MAX (most, count_state (self->series, code, DZ_NAMED) +
                        count_state (self->series, code, DZ_NAMED_SUGGESTED));
    }
  self->names_x = canvas->left + 0.8 * u + theme + 2.2 * u;
  self->count_x = self->names_x + widest + 2.3 * u;
  self->share_x = 0;
  if (self->n_reports >= MIN_PERCENT && self->n_reports <= MANY)
    self->share_x = self->count_x + 0.5 * u + dz_canvas_measure (canvas, "100%", DZ_SIZE_NOTE, FALSE);
  self->squares_x = MAX (self->count_x, self->share_x) + 0.7 * u;
  self->square = self->n_reports <= FEW ? SQUARE * u : SMALL_SQUARE * u;
  if (most * (self->square + GAP * u) > (canvas->right - self->squares_x) * 0.66)
    self->square = SMALL_SQUARE * u;
  self->step = self->square + GAP * u * (self->square > u ? 1 : 0.6);
  self->bars = self->n_reports > MANY || most * self->step > canvas->right - self->squares_x;
  self->bodies_x = MAX (self->squares_x + most * self->step + 1.4 * u,
                        self->squares_x + (canvas->right - canvas->left) * 0.11);
}

/* As many names as fit; what is left out is counted. Never cuts a name. */
static char *
list_bodies (Ranking *self,
             guint    code,
             DzNamed  named,
             guint    most)
{
  GString *out = g_string_new (NULL);
  guint n = 0, total = count_state (self->series, code, named);

  for (guint i = 0; i < dz_series_get_n_rows (self->series) && n < most; i++)
    if (dz_series_get_naming (self->series, i, code)->named == named)
      g_string_append_printf (out, "%s%s", n++ > 0 ? "、" : "",
                              dz_series_get_row (self->series, i)->name);
  if (n < total)
    g_string_append_printf (out, "等%u个", total);
  return g_string_free (out, FALSE);
}

static char *
word_bodies (Ranking *self,
             guint    code,
             guint    most,
             gboolean all)
{
  g_autofree char *named = list_bodies (self, code, DZ_NAMED, most);
  g_autofree char *suggested = list_bodies (self, code, DZ_NAMED_SUGGESTED, most);

  if (suggested[0] == '\0')
    return g_steal_pointer (&named);
  if (!all)
    return g_strdup_printf ("%s（待确认%u个）", named,
                            count_state (self->series, code, DZ_NAMED_SUGGESTED));
  return g_strdup_printf ("%s（待确认：%s）", named, suggested);
}

static void
draw_bodies (Ranking *self,
             guint    code,
             double   y)
{
  DzChartCanvas *canvas = self->canvas;
  DzInk ink = dz_ink (canvas, DZ_SIZE_NOTE, DZ_ALIGN_LEFT);
  guint most = self->n_reports <= FEW ? FEW : SOME_NAMES;

  ink.colour = canvas->style.secondary;
  for (guint i = 0; i < 2 * most; i++)
    {
      g_autofree char *text = word_bodies (self, code, most - i / 2, i % 2 == 0);

      if (self->bodies_x + dz_canvas_measure (canvas, text, DZ_SIZE_NOTE, FALSE) > canvas->right)
        continue;
      dz_canvas_text (canvas, text, ink, self->bodies_x, y);
      return;
    }
}

static void
draw_squares (Ranking *self,
              guint    line,
              guint    code,
              double   y)
{
  DzChartCanvas *canvas = self->canvas;
  const DzThemeLook *look = &dz_series_get_code (self->series, code)->look;
  double pitch = MAX (self->rows->pitch, canvas->style.min_hit);
  guint column = 0;

  for (int pass = DZ_NAMED; pass >= DZ_NAMED_SUGGESTED; pass--)
    for (guint i = 0; i < dz_series_get_n_rows (self->series); i++)
      {
        DzRect square = { self->squares_x + column * self->step, y - self->square / 2,
                          self->square, self->square };
        DzChartMark *mark;

        if ((int) dz_series_get_naming (self->series, i, code)->named != pass)
          continue;
        if (!dz_canvas_is_paper (canvas))
          square = (DzRect) { floor (square.x), floor (square.y), round (square.width),
                              round (square.height) };
        mark = dz_canvas_add_mark (canvas, self->series, (int) i);
        mark->line = line;
        mark->column = column++;
        mark->ink = square;
        mark->hit = (DzRect) { square.x - 1, y - pitch / 2, self->step, pitch };
        dz_canvas_say_naming (mark, self->series, code);
        dz_canvas_swatch (canvas, square, look, pass == DZ_NAMED_SUGGESTED);
        if (mark->body_id != 0 && mark->body_id == canvas->view.selected_body)
          dz_canvas_box (canvas, (DzRect) { square.x - 2, square.y - 2, square.width + 4, square.height + 4 },
                         canvas->style.focus, 0);
      }
}

static guint
per_cent (Ranking *self,
          guint    code)
{
  return (guint) (100.0 * dz_series_count_named (self->series, code) / MAX (self->n_reports, 1) + 0.5);
}

/* Over forty bodies: a bar, and the share as two numbers. */
static void
draw_bar (Ranking *self,
          guint    line,
          guint    code,
          double   y)
{
  DzChartCanvas *canvas = self->canvas;
  guint n = dz_series_count_named (self->series, code);
  g_autofree char *label = g_strdup_printf ("%u/%u（%u%%）", n, self->n_reports, per_cent (self, code));
  double reserve = dz_canvas_measure (canvas, label, DZ_SIZE_LABEL, FALSE) + canvas->u;
  double length = (canvas->right - reserve - self->squares_x) * n / MAX (self->n_reports, 1);
  DzRect bar = dz_canvas_bar_rect (canvas, self->squares_x, self->squares_x + length, y,
                                   MIN (self->rows->pitch * 0.62, SQUARE * canvas->u));
  DzChartMark *mark = dz_canvas_add_mark (canvas, self->series, -1);

  mark->line = line;
  mark->code = (int) code;
  mark->indicator = dz_series_get_code (self->series, code)->id;
  mark->naming = DZ_NAMED;
  mark->value = n;
  mark->ink = bar;
  mark->hit = (DzRect) { canvas->left, y - self->rows->pitch / 2, canvas->right - canvas->left,
                         self->rows->pitch };
  mark->spoken = g_strdup_printf ("%s，%u个单位提出，共%u个单位已报",
                                  dz_series_get_code (self->series, code)->name, n, self->n_reports);
  dz_canvas_swatch (canvas, bar, &dz_series_get_code (self->series, code)->look, FALSE);
  dz_canvas_text (canvas, label, dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT),
                  bar.x + bar.width + 0.4 * canvas->u, y);
}

static guint
count_theme_bodies (DzSeries   *series,
                    const char *theme)
{
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      gboolean named = FALSE;

      for (guint c = 0; c < dz_series_get_n_codes (series); c++)
        named = named || (dz_series_get_code (series, c)->theme == theme &&
                          dz_series_get_naming (series, i, c)->named == DZ_NAMED);
      n += named;
    }
  return n;
}

static void
draw_theme (Ranking *self,
            guint    line,
            guint    code,
            double   y)
{
  DzChartCanvas *canvas = self->canvas;
  const DzSeriesCode *info = dz_series_get_code (self->series, code);
  g_autofree char *count = g_strdup_printf ("%u个单位", count_theme_bodies (self->series, info->theme));
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  double x = canvas->left + 0.8 * canvas->u;

  ink.bold = TRUE;
  dz_canvas_text (canvas, info->theme_name, ink, x, y);
  ink = dz_ink (canvas, DZ_SIZE_NOTE, DZ_ALIGN_LEFT);
  ink.colour = canvas->style.secondary;
  if (line + 1 < self->rows->last && !dz_code_rows_starts (self->rows, line + 1))
    dz_canvas_text (canvas, count, ink, x, y + self->rows->pitch);
}

static void
draw_share (Ranking *self,
            guint    code,
            double   y)
{
  g_autofree char *share = g_strdup_printf ("%u%%", per_cent (self, code));
  DzInk ink = dz_ink (self->canvas, DZ_SIZE_NOTE, DZ_ALIGN_RIGHT);

  if (self->share_x == 0)
    return;
  ink.colour = self->canvas->style.secondary;
  dz_canvas_text (self->canvas, share, ink, self->share_x, y);
}

static void
draw_line (Ranking *self,
           guint    line)
{
  DzChartCanvas *canvas = self->canvas;
  guint code = g_array_index (self->rows->lines, DzCodeLine, line).code;
  g_autofree char *count = g_strdup_printf ("%u", dz_series_count_named (self->series, code));
  double y = dz_code_rows_place (self->rows, line);
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_RIGHT);

  if (dz_code_rows_starts (self->rows, line))
    draw_theme (self, line, code, y);
  dz_canvas_text (canvas, name_code (self, code), dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT),
                  self->names_x, y);
  if (self->bars)
    {
      draw_bar (self, line, code, y);
      return;
    }
  ink.bold = TRUE;
  dz_canvas_text (canvas, count, ink, self->count_x, y);
  draw_share (self, code, y);
  draw_squares (self, line, code, y);
  draw_bodies (self, code, y);
}

static char *
make_subtitle (DzSeries *series)
{
  guint n = dz_codes_count_reports (series), with_part = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    with_part += dz_series_get_row (series, i)->has_report && !dz_series_get_row (series, i)->no_problems;
  return g_strdup_printf ("%s%u个单位已报，%u个有问题部分。主题之间、"
                          "主题之内都按单位数排", n > MANY ? "" : "一格为一个单位；", n, with_part);
}

static void
note_unnamed (DzFrame  *frame,
              DzSeries *series)
{
  GString *none = g_string_new (NULL), *suggested = g_string_new (NULL);

  for (guint c = 0; c < dz_series_get_n_codes (series); c++)
    {
      GString *out = count_state (series, c, DZ_NAMED_SUGGESTED) > 0 ? suggested : none;

      if (dz_series_count_named (series, c) == 0)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "；" : "",
                                dz_series_get_code (series, c)->name);
    }
  if (suggested->len > 0)
    dz_frame_note (frame, "只有待确认表述：%s。", suggested->str);
  if (none->len > 0)
    dz_frame_note (frame, "未提出：%s。", none->str);
  g_string_free (none, TRUE);
  g_string_free (suggested, TRUE);
}

static void
add_notes (DzFrame  *frame,
           DzSeries *series)
{
  g_autofree char *no_part = dz_codes_list (series, TRUE, FALSE), *no_report = dz_codes_list (series, FALSE, TRUE);
  const char *once = dz_frame_says (frame, "同一单位一项只计一次") ? "" : "同一单位一项只计一次。";
  gboolean hollow = FALSE, squares = dz_codes_count_reports (series) <= MANY;

  for (guint c = 0; squares && c < dz_series_get_n_codes (series); c++)
    hollow = hollow || count_state (series, c, DZ_NAMED_SUGGESTED) > 0;
  if (!dz_frame_says (frame, "未提出不等于没有问题"))
    dz_frame_note (frame, "未提出不等于没有问题。");
  if (no_part != NULL)
    dz_frame_note (frame, "%s报告中未读出问题。", no_part);
  if (no_report != NULL)
    dz_frame_note (frame, "%s未报送。", no_report);
  dz_frame_note (frame, "%s%s", hollow ? "空心格为系统建议、尚未确认，不计入单位数。" : "", once);
  note_unnamed (frame, series);
}

static double
draw (DzChartCanvas *canvas,
      DzSeries      *series)
{
  g_autofree char *subtitle = make_subtitle (series);
  g_auto(DzFrame) frame = { 0 };
  g_auto(DzCodeRows) rows = { 0 };
  Ranking ranking = { &rows, series, canvas, dz_codes_count_reports (series) };
  DzRect plot;

  dz_frame_init (&frame, series, subtitle);
  add_notes (&frame, series);
  dz_code_rows_init (&rows, canvas, series, TRUE);
  dz_code_rows_fit (&rows, &frame, 0.4, 0);
  dz_frame_draw_head (&frame, canvas, TRUE);
  choose_columns (&ranking);
  plot = (DzRect) { canvas->left, rows.top, canvas->right - canvas->left,
                    dz_code_rows_bottom (&rows) - rows.top };
  g_array_append_val (canvas->geometry->panels, plot);
  dz_code_rows_draw_strips (&rows, canvas->right - canvas->left);
  for (guint line = rows.first; line < rows.last; line++)
    draw_line (&ranking, line);
  return dz_frame_draw_foot (&frame, canvas, dz_code_rows_bottom (&rows), TRUE);
}

extern const DzChart dz_chart_ranking;
const DzChart dz_chart_ranking = { "ranking", "问题排行图", can_draw, draw, NULL };
