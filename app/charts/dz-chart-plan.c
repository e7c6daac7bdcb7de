/* dz-chart-plan.c - how many rows, columns and pages; how wide the panels
 *
 * 31 to 60 bodies stand in two columns, on paper up to any number over pages. Rows are 1.3 u to
 * 2.8 u apart; before rows are left to the next page, u goes down as far as the rules allow
 * (11.5 px of 14, 7.5 pt on paper). An axis is as long as the longest label beside it lets it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-rows.h"

#include <math.h>

#define LEAST_PITCH 1.28
#define ALL_HEIGHT 4.2 /* of the strip under rows that are only the ends, in u */
#define MOST_PITCH 2.8
#define EASY_PITCH 2.1
#define BREAK 0.5      /* of a pitch, for a dotted line between rows */
#define COLUMN_GAP 2.2
#define NAME_GAP 0.5
#define MAX_NAME 12.0
#define LEAST_AXIS 4.0  /* in u, of each of several panels */
#define LEAST_ALONE 6.0
#define LEAST_SCREEN (11.5 / 14)

static double
least_u (DzRows *self)
{
  if (dz_canvas_is_paper (self->canvas))
    return MIN (self->base_u, self->canvas->style.min_text);
  return self->base_u * LEAST_SCREEN;
}

/* How a body is called in the name column: with its year where years are mixed. */
char *
dz_rows_dup_name (DzRows *self,
                  guint   row)
{
  const DzSeriesRow *info = dz_series_get_row (self->series, row);

  if (info->report_year > 0 && info->report_year != self->series->year)
    return g_strdup_printf ("%s（%d）", info->name, info->report_year);
  return g_strdup (info->name);
}

/* A row of several bars needs more height. */
static double
slots_factor (DzRows *self)
{
  return self->slots > 1 ? 0.5 + 0.4 * self->slots : 1;
}

static double
count_breaks (DzRows *self,
              guint   from,
              guint   to)
{
  double n = 0;

  for (guint i = from + 1; i < to; i++)
    n += self->breaks[i] ? BREAK : 0;
  return n;
}

/* Rows and half rows of the tallest column. */
static double
count_pitches (DzRows *self)
{
  double most = 0;

  for (guint from = self->first; from < self->last; from += self->per_column)
    {
      guint to = MIN (from + self->per_column, self->last);

      most = MAX (most, to - from + count_breaks (self, from, to));
    }
  return most;
}

static double
widest_name (DzRows *self)
{
  double widest = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *name = dz_rows_dup_name (self, self->order[i]);

      widest = MAX (widest, dz_canvas_measure (self->canvas, name, DZ_SIZE_LABEL, FALSE));
    }
  return widest;
}

/* What an axis and what stands beside its marks need: the longest mark may not be pressed flat by its label. */
static double
least_panel (DzRows  *self,
             DzPanel *panel)
{
  double least = (self->n_panels > 1 ? LEAST_AXIS : LEAST_ALONE) * self->canvas->u, width = least;

  for (guint i = 0; i < self->n && panel->numbers <= 0; i++)
    {
      double value = 0, beyond = 0, share;

      panel->extent (self, panel, self->order[i], &value, &beyond);
      share = CLAMP ((value - panel->axis.start) / (panel->axis.end - panel->axis.start), 0, 1);
      width = MAX (width, share * least + beyond);
    }

  return width;
}

/* What a column of rows needs before its axes are too short to read. */
static double
least_width (DzRows *self)
{
  double u = self->canvas->u, width = widest_name (self) + NAME_GAP * u;

  for (guint i = 0; i < self->n_panels; i++)
    {
      DzPanel *panel = &self->panels[i];

      width += (i > 0 ? 1.3 * u : 0) + panel->fixed + panel->numbers;
      if (panel->has_axis)
        width += least_panel (self, panel);
    }
  return width;
}

static void
choose_columns (DzRows *self)
{
  DzChartCanvas *canvas = self->canvas;
  double width = canvas->right - canvas->left;

  self->n_columns = 1;
  if (self->n > 30 && (self->n <= 60 || dz_canvas_is_paper (canvas)) &&
      (width - COLUMN_GAP * canvas->u) / 2 >= least_width (self))
    self->n_columns = 2;
  self->frame.n_columns = self->n_columns;
}

static void
measure_heads (DzRows *self)
{
  gboolean median = FALSE;
  double u = self->canvas->u;

  for (guint i = 0; i < self->n_panels; i++)
    median = median || self->panels[i].shows_median;
  self->head_height = (median ? 2.85 : 1.9) * u;
  if (self->n_panels == 1 && self->panels[0].head == NULL)
    self->head_height = (median ? 1.45 : 0.5) * u;
  self->axis_height = 1.6 * u;
  self->all_height = self->cut ? ALL_HEIGHT * u : 0;
}

/* With the present u: the pitch rows would get; natural rows get an easy one. */
static double
try_pitch (DzRows *self)
{
  DzChartCanvas *canvas = self->canvas;
  double top, foot, room;

  measure_heads (self);
  choose_columns (self);
  self->first = 0;
  self->last = self->n;
  self->per_column = (self->n + self->n_columns - 1) / self->n_columns;
  top = dz_frame_draw_head (&self->frame, canvas, FALSE);
  foot = dz_frame_draw_foot (&self->frame, canvas, 0, FALSE);
  self->body_top = top + self->head_height;
  if (canvas->natural)
    return slots_factor (self) * (self->n <= 14 ? EASY_PITCH : self->n <= 30 ? 1.6 : LEAST_PITCH + 0.05) * canvas->u;
  room = canvas->bottom - foot - self->axis_height - self->all_height - self->body_top;
  return MAX (room, 0) / count_pitches (self);
}

static guint
count_pages (DzRows *self,
             double  pitch)
{
  double room = pitch * count_pitches (self);
  guint per_page;

  self->per_column = MAX ((guint) floor (room / (LEAST_PITCH * self->canvas->u) + 1e-6), 1);
  per_page = self->per_column * self->n_columns;
  return (self->n + per_page - 1) / per_page;
}

/* Too many rows for the rectangle: the page that is looked at gets its share, all pages as much. The line
 * that says which page it is may take room itself, so pages are counted until they agree.
 *
 * Returns: the pitch at which a page is filled by its share
 */
static double
take_page (DzRows *self,
           double  pitch)
{
  DzChartCanvas *canvas = self->canvas;
  guint n_pages = count_pages (self, pitch), said = 0, page = canvas->view.page, fits;

  canvas->view.page = 1; /* with （续）: every page is cut the same */
  for (guint i = 0; i < 4 && said != n_pages; i++)
    {
      said = n_pages;
      dz_frame_set_page (&self->frame, 1, said);
      n_pages = count_pages (self, try_pitch (self));
    }
  canvas->view.page = page;
  dz_frame_set_page (&self->frame, page, n_pages);
  fits = self->per_column;
  self->per_column = (self->n + n_pages * self->n_columns - 1) / (n_pages * self->n_columns);
  self->first = MIN (canvas->view.page, n_pages - 1) * self->per_column * self->n_columns;
  self->last = MIN (self->first + self->per_column * self->n_columns, self->n);
  for (guint i = self->first; i < self->last; i++)
    self->breaks[i] = FALSE;
  canvas->geometry->n_pages = n_pages;
  canvas->geometry->crowded = TRUE;

  return LEAST_PITCH * canvas->u * fits / self->per_column;
}

static void
choose_pitch (DzRows *self)
{
  DzChartCanvas *canvas = self->canvas;
  double pitch = try_pitch (self);

  while (pitch < LEAST_PITCH * canvas->u && canvas->u > least_u (self) + 1e-6)
    {
      dz_canvas_set_u (canvas, MAX (canvas->u * 0.97, least_u (self)));
      pitch = try_pitch (self);
    }
  if (pitch < LEAST_PITCH * canvas->u - 1e-6 && !dz_canvas_is_paper (canvas))
    {
      self->frame.hides_legend = TRUE;
      pitch = try_pitch (self);
    }
  if (pitch < LEAST_PITCH * canvas->u - 1e-6)
    pitch = take_page (self, pitch);
  self->pitch = MIN (pitch, MOST_PITCH * slots_factor (self) * canvas->u);
  self->bar_height = MIN (0.62 * self->pitch, 1.25 * canvas->u);
}

static void
measure_names (DzRows *self)
{
  double most = MAX_NAME * self->canvas->u;

  self->name_width = widest_name (self);
  if (self->pitch >= 2.3 * self->canvas->u)
    self->name_width = MIN (self->name_width, most);
}

/* Shortens an axis until the label of every row has its place beside it. */
static void
fit_axis (DzRows  *self,
          DzPanel *panel)
{
  DzAxis *axis = &panel->axis;
  double right = panel->right - panel->numbers;

  axis->x0 = panel->left;
  axis->x1 = panel->numbers > 0 ? right : right - 1.0 * self->canvas->u;
  for (guint i = 0; i < self->n && panel->numbers <= 0; i++)
    {
      double value = 0, beyond = 0, share;

      panel->extent (self, panel, self->order[i], &value, &beyond);
      share = MIN ((value - axis->start) / (axis->end - axis->start), 1); /* beyond, it is cut */
      if (share > 0)
        axis->x1 = MIN (axis->x1, axis->x0 + (right - axis->x0 - beyond) / share);
    }
  axis->x1 = MAX (axis->x1, axis->x0 + 2 * self->canvas->u);
}

static double
gap_between (DzRows *self)
{
  double u = self->canvas->u;

  return MIN (self->n_columns > 1 ? 1.6 * u : 3.2 * u, MAX (self->column_width / 20, 1.2 * u));
}

static void
choose_widths (DzRows *self)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, gap, x, free_width;

  self->column_width = (canvas->right - canvas->left - (self->n_columns - 1) * COLUMN_GAP * u) /
                       self->n_columns;
  gap = gap_between (self);
  x = canvas->left + self->name_width + NAME_GAP * u;
  free_width = canvas->left + self->column_width - x - (self->n_panels - 1) * gap;
  for (guint i = 0; i < self->n_panels; i++)
    free_width -= self->panels[i].fixed + self->panels[i].numbers;
  for (guint i = 0; i < self->n_panels; i++)
    {
      DzPanel *panel = &self->panels[i];

      panel->left = x;
      x += panel->fixed + panel->numbers + panel->share * free_width;
      panel->right = x;
      x += gap;
      if (panel->has_axis)
        fit_axis (self, panel);
    }
}

/**
 * dz_rows_plan:
 *
 * Decides everything that does not depend on a single row.
 */
void
dz_rows_plan (DzRows *self)
{
  self->base_u = self->canvas->u;
  choose_pitch (self);
  measure_names (self);
  choose_widths (self);
}

/* Moves axes and panels to the column; dz_rows_place and the panels then speak of it. */
void
dz_rows_set_column (DzRows *self,
                    guint   column)
{
  double shift = column * (self->column_width + COLUMN_GAP * self->canvas->u) - self->shift;

  for (guint i = 0; i < self->n_panels; i++)
    {
      self->panels[i].left += shift;
      self->panels[i].right += shift;
      self->panels[i].axis.x0 += shift;
      self->panels[i].axis.x1 += shift;
    }
  self->shift += shift;
}

guint
dz_rows_column_of (DzRows *self,
                   guint   place)
{
  return (place - self->first) / self->per_column;
}

/* The middle of a row, by its place in the order. */
double
dz_rows_place (DzRows *self,
               guint   place)
{
  guint from = self->first + dz_rows_column_of (self, place) * self->per_column;

  return self->body_top +
         (place - from + 0.5 + count_breaks (self, from, place + 1)) * self->pitch;
}
