/* dz-chart-codes.c - weaknesses in theme blocks: order, pitch, theme strips
 *
 * Ranked: blocks by the number of bodies that name any code of the theme, lines by bodies, ties by
 * the codebook; codes that nobody names are left out. Not ranked: the codebook's order, all codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-codes.h"

#include <math.h>

#define EASY_PITCH 1.56
#define LEAST_PITCH 1.28
#define BLOCK_GAP 0.45

typedef struct
{
  DzSeries *series;
  gboolean ranked;
} Order;

/* Bodies that name any code of this one's theme. */
static guint
count_theme (DzSeries *series,
             guint     code)
{
  const char *theme = dz_series_get_code (series, code)->theme;
  guint n = 0;

  for (guint row = 0; row < dz_series_get_n_rows (series); row++)
    for (guint c = 0; c < dz_series_get_n_codes (series); c++)
      if (dz_series_get_code (series, c)->theme == theme &&
          dz_series_get_naming (series, row, c)->named == DZ_NAMED)
        {
          n++;
          break;
        }
  return n;
}

static guint
find_theme (DzSeries *series,
            guint     code)
{
  guint c = 0;

  while (dz_series_get_code (series, c)->theme != dz_series_get_code (series, code)->theme)
    c++;
  return c;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  DzSeries *series = user_data;
  guint i = ((const DzCodeLine *) a)->code, j = ((const DzCodeLine *) b)->code;
  guint p = count_theme (series, i), q = count_theme (series, j);

  if (p != q)
    return p > q ? -1 : 1;
  p = find_theme (series, i);
  q = find_theme (series, j);
  if (p != q)
    return p < q ? -1 : 1;
  p = dz_series_count_named (series, i);
  q = dz_series_count_named (series, j);
  if (p != q)
    return p > q ? -1 : 1;
  return (i > j) - (i < j);
}

static int
compare_in_codebook (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  guint i = ((const DzCodeLine *) a)->code, j = ((const DzCodeLine *) b)->code;
  guint p = find_theme (user_data, i), q = find_theme (user_data, j);

  if (p != q)
    return p < q ? -1 : 1;
  return (i > j) - (i < j);
}

void
dz_code_rows_init (DzCodeRows    *self,
                   DzChartCanvas *canvas,
                   DzSeries      *series,
                   gboolean       ranked)
{
  *self = (DzCodeRows) { .canvas = canvas, .series = series };
  self->lines = g_array_new (FALSE, FALSE, sizeof (DzCodeLine));
  for (guint c = 0; c < dz_series_get_n_codes (series); c++)
    {
      DzCodeLine line = { c, 0 };

      if (!ranked || dz_series_count_named (series, c) > 0)
        g_array_append_val (self->lines, line);
    }
  g_array_sort_with_data (self->lines, ranked ? compare_lines : compare_in_codebook, series);
  for (guint i = 1; i < self->lines->len; i++)
    {
      DzCodeLine *line = &g_array_index (self->lines, DzCodeLine, i), *before = line - 1;

      line->block = before->block + (dz_series_get_code (series, line->code)->theme !=
                                     dz_series_get_code (series, before->code)->theme);
    }
}

void
dz_code_rows_clear (DzCodeRows *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
}

static guint
block_of (DzCodeRows *self,
          guint       line)
{
  return g_array_index (self->lines, DzCodeLine, line).block;
}

/* Whether a theme block begins on this line of the page. */
gboolean
dz_code_rows_starts (DzCodeRows *self,
                     guint       line)
{
  return line == self->first || block_of (self, line) != block_of (self, line - 1);
}

static double
count_pitches (DzCodeRows *self)
{
  guint blocks = self->lines->len > 0 ? block_of (self, self->last - 1) - block_of (self, self->first)
                                      : 0;

  return self->last - self->first + blocks * BLOCK_GAP;
}

/* Pitch with the present u. */
static double
try_pitch (DzCodeRows *self,
           DzFrame    *frame,
           double      head,
           double      tail)
{
  DzChartCanvas *canvas = self->canvas;

  self->first = 0;
  self->last = self->lines->len;
  self->top = dz_frame_draw_head (frame, canvas, FALSE) + head * canvas->u;
  if (canvas->natural)
    return EASY_PITCH * canvas->u;
  return MAX (canvas->bottom - dz_frame_draw_foot (frame, canvas, 0, FALSE) - tail * canvas->u -
              self->top, 0) / count_pitches (self);
}

static guint
count_per_page (DzCodeRows *self,
                double      pitch)
{
  double share = pitch / (LEAST_PITCH * self->canvas->u);

  return (guint) MAX (floor (share * self->lines->len), 1);
}

/**
 * dz_code_rows_fit:
 * @head, @tail: what stands over and under the lines, in u
 *
 * Chooses pitch and u; lines that do not fit go to the next page.
 */
void
dz_code_rows_fit (DzCodeRows *self,
                  DzFrame    *frame,
                  double      head,
                  double      tail)
{
  DzChartCanvas *canvas = self->canvas;
  double least = dz_canvas_is_paper (canvas) ? MIN (canvas->style.min_text, canvas->u)
                                             : canvas->u * 11.5 / 14;
  double pitch = try_pitch (self, frame, head, tail);

  while (pitch < LEAST_PITCH * canvas->u && canvas->u > least + 1e-6)
    {
      dz_canvas_set_u (canvas, MAX (canvas->u * 0.97, least));
      pitch = try_pitch (self, frame, head, tail);
    }
  if (pitch < LEAST_PITCH * canvas->u - 1e-6)
    {
      guint per_page = count_per_page (self, pitch), page = canvas->view.page;

      canvas->view.page = 1; /* with （续）: every page is cut the same */
      for (guint i = 0, said = 0; i < 4 && said != per_page; i++)
        {
          said = per_page;
          dz_frame_set_page (frame, 1, (self->lines->len + said - 1) / said);
          per_page = count_per_page (self, try_pitch (self, frame, head, tail));
        }
      canvas->view.page = page;
      canvas->geometry->n_pages = (self->lines->len + per_page - 1) / per_page;
      /* all pages as much, so that none holds only what is left over */
      per_page = (self->lines->len + canvas->geometry->n_pages - 1) / canvas->geometry->n_pages;
      canvas->geometry->crowded = TRUE;
      dz_frame_set_page (frame, page, canvas->geometry->n_pages);
      self->first = MIN (page, canvas->geometry->n_pages - 1) * per_page;
      self->last = MIN (self->first + per_page, self->lines->len);
      pitch = LEAST_PITCH * canvas->u;
    }
  self->pitch = MIN (pitch, EASY_PITCH * canvas->u);
  self->gap = BLOCK_GAP * self->pitch;
}

/* The middle of a line. */
double
dz_code_rows_place (DzCodeRows *self,
                    guint       line)
{
  return self->top + (line - self->first + 0.5) * self->pitch +
         (block_of (self, line) - block_of (self, self->first)) * self->gap;
}

double
dz_code_rows_bottom (DzCodeRows *self)
{
  return self->last > self->first ? dz_code_rows_place (self, self->last - 1) + self->pitch / 2
                                  : self->top;
}

/* The strip of each theme at the left, and a hairline of @width under each block but the last. */
void
dz_code_rows_draw_strips (DzCodeRows *self,
                          double      width)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, x = canvas->left, hair = dz_canvas_hair (canvas);

  for (guint from = self->first, to; from < self->last; from = to)
    {
      const DzThemeLook *look =
        &dz_series_get_code (self->series, g_array_index (self->lines, DzCodeLine, from).code)->look;
      DzRect strip = { x, dz_code_rows_place (self, from) - self->pitch * 0.42, canvas->style.patterns ? 0.42 * u : 0.3 * u, 0 };

      for (to = from + 1; to < self->last && !dz_code_rows_starts (self, to);)
        to++;
      strip.height = dz_code_rows_place (self, to - 1) + self->pitch * 0.42 - strip.y;
      dz_canvas_theme (canvas, strip, look);
      if (to < self->last)
        dz_canvas_line (canvas, x, (dz_code_rows_place (self, to) + dz_code_rows_place (self, to - 1)) / 2,
                        x + width, (dz_code_rows_place (self, to) + dz_code_rows_place (self, to - 1)) / 2,
                        hair, canvas->style.grid, 0);
    }
}

guint
dz_codes_count_reports (DzSeries *series)
{
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    n += dz_series_get_row (series, i)->has_report;
  return n;
}

/* Names of bodies without a problem part, or without a report; NULL if there are none. */
char *
dz_codes_list (DzSeries *series,
               gboolean  no_problems,
               gboolean  no_report)
{
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      const DzSeriesRow *row = dz_series_get_row (series, i);

      if (!((no_report && !row->has_report) || (no_problems && row->has_report && row->no_problems)))
        continue;
      n++;
      if (n <= 8)
        g_string_append_printf (out, "%s%s", n > 1 ? "、" : "", row->name);
    }
  if (n > 8)
    g_string_append_printf (out, "等%u个单位", n);
  return g_string_free (out, n == 0);
}
