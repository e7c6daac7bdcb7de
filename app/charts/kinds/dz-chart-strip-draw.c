/* dz-chart-strip-draw.c - one strip of a distribution: dots, band, names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-strip.h"

#include "dz-format.h"
#include "dz-label-layout.h"

#include <math.h>
#include <string.h>

#define STACK 0.8      /* of equal values, in u */
#define LEVEL 1.2      /* of labels */
#define BAND 0.85      /* half the height of the quartile band */

char *
dz_strip_dup_number (DzStrips *self,
                     double    value)
{
  return self->axis.wan ? dz_format_wan (value, 2)
                        : dz_format_number (floor (value * 10 + 0.5 + 1e-9) / 10);
}

static gboolean
ends_with_kind (const char *name,
                gsize      *len)
{
  static const char *const kinds[] = { "街道", "镇", "乡" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i]))
      {
        *len = strlen (name) - strlen (kinds[i]);
        return TRUE;
      }
  return FALSE;
}

/* Without 镇, 乡, 街道; 枫梧畲族乡 is 枫梧. */
static char *
shorten (const char *name)
{
  g_autofree char *bare = NULL;
  gsize len;
  char *zu;

  if (!ends_with_kind (name, &len))
    return g_strdup (name);
  bare = g_strndup (name, len);
  zu = strstr (bare, "族");
  if (zu != NULL && g_utf8_strlen (bare, zu - bare) >= 3)
    *g_utf8_prev_char (zu) = '\0';
  return g_utf8_strlen (bare, -1) >= 2 ? g_steal_pointer (&bare) : g_strdup (name);
}

static char *
dup_short_name (DzSeries *series,
                guint     row)
{
  g_autofree char *mine = shorten (dz_series_get_row (series, row)->name);

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      g_autofree char *other = shorten (dz_series_get_row (series, i)->name);

      if (i != row && g_str_equal (mine, other))
        return g_strdup (dz_series_get_row (series, row)->name);
    }
  return g_steal_pointer (&mine);
}

static gboolean
is_outlier (DzStrip    *strip,
            DzStripDot *dot)
{
  return strip->stats.has_limits && dz_cell_is_usable (dot->cell) &&
         (dot->cell->value > strip->stats.high_limit || dot->cell->value < strip->stats.low_limit);
}

static char *
dup_label (DzStrips   *self,
           guint       s,
           DzStripDot *dot)
{
  g_autofree char *number = dz_cell_dup_label (dot->cell, self->axis.wan);
  g_autofree char *name = s > 0 ? dup_short_name (self->series, dot->row)
                                : g_strdup (dz_series_get_row (self->series, dot->row)->name);
  const char *word = dz_mark_word (dot->cell);

  return g_strconcat (name, " ", number, word != NULL ? " " : "", word != NULL ? word : "",
                      s == 0 && is_outlier (&self->strips[0], dot) ? " 离群" : "", NULL);
}

static double
label_size (guint s)
{
  return s == 0 ? DZ_SIZE_LABEL : DZ_SIZE_NOTE;
}

/* Minimum, maximum or outliers, the largest inside the limit, the chosen body. */
static void
name_few (DzStrips *self,
          DzStrip  *strip)
{
  guint n = strip->dots->len;
  gboolean inside = FALSE;

  for (guint i = n; i-- > 0;)
    {
      DzStripDot *dot = &g_array_index (strip->dots, DzStripDot, i);
      gint64 body = dz_series_get_row (self->series, dot->row)->body_id;

      dot->named = is_outlier (strip, dot) || i == 0 || i == n - 1 ||
                   (body != 0 && (body == self->series->focus_body ||
                                  body == self->canvas->view.selected_body));
      if (!inside && !is_outlier (strip, dot))
        dot->named = inside = TRUE;
    }
}

static guint
place_labels (DzStrips *self,
              guint     s)
{
  DzStrip *strip = &self->strips[s];
  DzChartCanvas *canvas = self->canvas;
  g_autofree DzLevelLabel *labels = g_new0 (DzLevelLabel, strip->dots->len + 1);
  guint n = 0, lost;

  for (guint i = 0; i < strip->dots->len; i++)
    {
      DzStripDot *dot = &g_array_index (strip->dots, DzStripDot, i);
      g_autofree char *text = dup_label (self, s, dot);

      if (dot->named)
        labels[n++] = (DzLevelLabel) { dot->x, dz_canvas_measure (canvas, text, label_size (s), s == 0), 0, 0 };
    }
  lost = dz_labels_level (labels, n, 0.6 * canvas->u, self->axis.x0 - 1.2 * canvas->u, canvas->right,
                          s > 0 && n > 5);
  n = 0;
  for (guint i = 0; i < strip->dots->len; i++)
    {
      DzStripDot *dot = &g_array_index (strip->dots, DzStripDot, i);

      if (!dot->named)
        continue;
      dot->label_level = labels[n].level;
      dot->label_left = labels[n++].left;
    }
  return lost;
}

/**
 * dz_strip_choose_labels:
 *
 * Decides who is named and where, and how much room the strip needs.
 */
void
dz_strip_choose_labels (DzStrips *self,
                        guint     s)
{
  DzStrip *strip = &self->strips[s];
  double u = self->canvas->u;
  int above = 0, below = 0;

  for (guint i = 0; i < strip->dots->len; i++)
    g_array_index (strip->dots, DzStripDot, i).named = s > 0;
  if (s == 0 || place_labels (self, s) > 0)
    {
      name_few (self, strip);
      place_labels (self, s);
    }
  for (guint i = 0; i < strip->dots->len; i++)
    {
      const DzStripDot *dot = &g_array_index (strip->dots, DzStripDot, i);

      if (dot->named)
        {
          above = MAX (above, dot->label_level);
          below = MAX (below, -dot->label_level);
        }
    }
  strip->above = (1.0 + strip->tallest * STACK + above * LEVEL) * u;
  strip->below = (1.2 + below * LEVEL) * u;
  if (s == 0 && strip->stats.has_median)
    {
      strip->above += LEVEL * u;
      strip->below += (strip->stats.has_limits ? 2.1 : 1.2) * u;
    }
  strip->above = MAX (strip->above, 1.6 * u);
  strip->below = MAX (strip->below, 1.6 * u);
}

static char *
dup_counts (const DzStrip *strip)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, "n＝%u", strip->dots->len);
  if (strip->missing > 0)
    g_string_append_printf (out, " 未报%u", strip->missing);
  if (strip->without > 0)
    g_string_append_printf (out, " 无报告%u", strip->without);

  return g_string_free (out, FALSE);
}

static void
draw_head (DzStrips *self,
           DzStrip  *strip)
{
  DzChartCanvas *canvas = self->canvas;
  g_autofree char *n = dup_counts (strip);
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  double y = (strip->top + strip->bottom) / 2;

  ink.bold = TRUE;
  dz_canvas_text (canvas, strip->name, ink, canvas->left, y - 0.65 * canvas->u);
  ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_LEFT);
  ink.colour = canvas->style.secondary;
  dz_canvas_text (canvas, n, ink, canvas->left, y + 0.65 * canvas->u);
}

static void
draw_band (DzStrips *self,
           DzStrip  *strip)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, q1 = dz_axis_place (&self->axis, strip->stats.lower);
  double q3 = dz_axis_place (&self->axis, strip->stats.upper);
  double limit = dz_axis_place (&self->axis, strip->stats.high_limit);

  if (!strip->stats.has_median)
    return;
  dz_canvas_fill (canvas, (DzRect) { q1, strip->y - BAND * u, q3 - q1, 2 * BAND * u }, canvas->style.band);
  if (strip->stats.has_limits && strip == self->strips && strip->stats.high_limit < self->axis.end)
    dz_canvas_line (canvas, limit, strip->y - BAND * u, limit, strip->y + 1.5 * u, dz_canvas_hair (canvas),
                    canvas->style.axis, 2 * dz_canvas_hair (canvas));
}

/* Numbers of the band under it; the limit one line lower if they would touch. */
static void
draw_band_labels (DzStrips *self,
                  DzStrip  *strip)
{
  DzChartCanvas *canvas = self->canvas;
  DzStatistics *stats = &strip->stats;
  g_autofree char *q1 = dz_strip_dup_number (self, stats->lower), *q3 = dz_strip_dup_number (self, stats->upper);
  g_autofree char *limit = dz_strip_dup_number (self, stats->high_limit);
  g_autofree char *low = g_strconcat ("下四分位 ", q1, NULL), *high = g_strconcat ("上四分位 ", q3, NULL);
  g_autofree char *far = g_strconcat ("离群界线 ", limit, NULL);
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_RIGHT);
  double u = canvas->u, y = strip->y + 1.6 * u, x, width;

  ink.colour = canvas->style.secondary;
  ink.halo = TRUE;
  width = dz_canvas_measure (canvas, low, DZ_SIZE_TICK, FALSE);
  x = MAX (dz_axis_place (&self->axis, stats->lower), self->axis.x0 - 1.2 * u + width);
  dz_canvas_text (canvas, low, ink, x, y);
  ink.align = DZ_ALIGN_LEFT;
  x = MAX (dz_axis_place (&self->axis, stats->upper), x + 0.6 * u);
  width = dz_canvas_text (canvas, high, ink, x, y);
  if (!stats->has_limits || stats->high_limit >= self->axis.end)
    return;
  ink.align = DZ_ALIGN_CENTRE;
  x = dz_axis_place (&self->axis, stats->high_limit);
  x = MIN (x, canvas->right - dz_canvas_measure (canvas, far, DZ_SIZE_TICK, FALSE) / 2);
  dz_canvas_text (canvas, far, ink, x, y + 1.1 * u);
}

static void
draw_median (DzStrips *self,
             DzStrip  *strip)
{
  DzChartCanvas *canvas = self->canvas;
  double u = canvas->u, x = dz_axis_place (&self->axis, strip->stats.median);
  g_autofree char *number = dz_strip_dup_number (self, strip->stats.median);
  g_autofree char *text = g_strconcat ("中位数 ", number, NULL);
  DzInk ink = dz_ink (canvas, DZ_SIZE_TICK, DZ_ALIGN_CENTRE);
  double top = strip->y - (1.05 + strip->tallest * STACK) * u;

  if (!strip->stats.has_median)
    return;
  dz_canvas_line (canvas, x, top, x, strip->y + 1.05 * u, dz_canvas_hair (canvas) * 2.4,
                  canvas->style.text, 0);
  ink.halo = TRUE;
  if (strip != self->strips)
    return;
  dz_canvas_line (canvas, x, strip->y - strip->above + LEVEL * u, x, top, dz_canvas_hair (canvas),
                  canvas->style.axis, 0);
  dz_canvas_text (canvas, text, ink, x, strip->y - strip->above + 0.5 * LEVEL * u);
}

/* First all leaders, then all names: a leader runs behind the text it meets. */
static void
draw_label (DzStrips   *self,
            guint       s,
            DzStripDot *dot,
            gboolean    leader)
{
  DzChartCanvas *canvas = self->canvas;
  DzStrip *strip = &self->strips[s];
  g_autofree char *text = dup_label (self, s, dot);
  double u = canvas->u, lift = (dot->level * STACK) * u;
  double side = dot->label_level > 0 ? -1 : 1, y;
  DzInk ink = dz_ink (canvas, label_size (s), DZ_ALIGN_LEFT);

  if (!dot->named || dot->label_level == 0)
    return;
  y = strip->y + side * (1.0 + (ABS (dot->label_level) - 0.5) * LEVEL) * u;
  if (side < 0)
    y -= strip->tallest * STACK * u;
  if (leader)
    {
      if (ABS (dot->label_level) > 1)
        dz_canvas_line (canvas, dot->x, strip->y - (side < 0 ? lift : 0) + side * 0.45 * u, dot->x,
                        y - side * 0.55 * u, dz_canvas_hair (canvas) * 0.8, canvas->style.axis, 0);
      return;
    }
  ink.halo = TRUE;
  if (is_outlier (strip, dot) && s == 0)
    {
      ink.colour = canvas->style.doubt;
      ink.bold = TRUE;
    }
  dz_canvas_text (canvas, text, ink, dot->label_left, y);
}

static void
draw_dot (DzStrips   *self,
          guint       s,
          guint       i)
{
  DzChartCanvas *canvas = self->canvas;
  DzStrip *strip = &self->strips[s];
  DzStripDot *dot = &g_array_index (strip->dots, DzStripDot, i);
  gint64 body = dz_series_get_row (self->series, dot->row)->body_id;
  gboolean chosen = body != 0 && (body == self->series->focus_body || body == canvas->view.selected_body);
  double u = canvas->u, y = strip->y - dot->level * STACK * (self->many ? 0.6 : 1) * u;
  DzColour colour = chosen ? canvas->style.dot : canvas->style.strong;
  DzChartMark *mark = dz_canvas_add_mark (canvas, self->series, (int) dot->row);
  double hit = MAX (u, canvas->style.min_hit);

  mark->panel = 0;
  mark->line = s;
  mark->column = i;
  dz_canvas_say_cell (mark, self->series, 0);
  if (self->many)
    {
      dz_canvas_dot (canvas, dot->x, y, 0.22 * u, colour);
      mark->ink = (DzRect) { dot->x - 0.22 * u, y - 0.22 * u, 0.44 * u, 0.44 * u };
    }
  else
    {
      dz_canvas_dot (canvas, dot->x, y, DZ_DOT_RADIUS * u + dz_canvas_hair (canvas), canvas->ground);
      dz_mark_dot (canvas, &self->axis, dot->cell, FALSE, y, colour, mark);
    }
  mark->hit = (DzRect) { dot->x - hit / 2, y - hit / 2, hit, hit };
}

/**
 * dz_strip_draw:
 *
 * Draws one strip.
 */
void
dz_strip_draw (DzStrips *self,
               guint     s)
{
  DzStrip *strip = &self->strips[s];

  draw_head (self, strip);
  draw_band (self, strip);
  draw_median (self, strip);
  for (guint i = 0; i < strip->dots->len; i++)
    draw_label (self, s, &g_array_index (strip->dots, DzStripDot, i), TRUE);
  for (guint i = 0; i < strip->dots->len; i++)
    draw_label (self, s, &g_array_index (strip->dots, DzStripDot, i), FALSE);
  for (guint i = 0; i < strip->dots->len; i++)
    draw_dot (self, s, i);
  if (s == 0 && strip->stats.has_median)
    draw_band_labels (self, strip);
}
