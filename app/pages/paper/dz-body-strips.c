/* dz-body-strips.c - eight small strips of a one-page sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-body-strips.h"

#include "dz-paragraph-shelf.h"
#include "dz-picture-words.h"

#include "dz-format.h"

#include <math.h>

#define PER_ROW 4
#define ROW_HEIGHT 52.0
#define GAP 14.0
#define AXIS_AT 34.0
#define TEXT_SIZE 8.0
#define INSET 5.0 /* of an axis: dots and arrows at its ends stay in their cell, for a picture is cut there */

static void
free_strip (gpointer data)
{
  DzBodyStrip *strip = data;

  g_free (strip->name);
  g_free (strip->unit);
  g_free (strip->label);
  g_free (strip->median_label);
  g_clear_pointer (&strip->others, dz_strip_others_unref);
  g_free (strip);
}

static void
strips_set (DzBlock *block,
            DzPaper *paper,
            double   width)
{
  DzBodyStrips *self = (DzBodyStrips *) block;

  self->width = width;
  if (self->paper == NULL)
    self->paper = dz_paper_ref (paper);
}

static guint
strips_count (DzBlock *block)
{
  return (((DzBodyStrips *) block)->strips->len + PER_ROW - 1) / PER_ROW;
}

static double
strips_extent (DzBlock *block,
               guint    from,
               guint    to)
{
  return (to - from) * ROW_HEIGHT;
}

static gboolean
strips_can_part (DzBlock *block,
                 guint    at)
{
  return FALSE;
}

/* The first 1, 2, 2.5, 5, 7.5 × 10ⁿ at or over the largest value. */
static double
nice_maximum (const DzBodyStrip *strip)
{
  static const double steps[] = { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10 };
  double most = isnan (strip->value) ? 0 : strip->value;
  double power;

  if (!isnan (strip->second))
    most = MAX (most, strip->second);
  if (!isnan (strip->median))
    most = MAX (most, strip->median);
  most = MAX (most, dz_strip_others_get_max (strip->others));
  if (most <= 0)
    return 1;
  power = pow (10, floor (log10 (most)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= most - 1e-9)
      return steps[i] * power;

  return 10 * power;
}

static double
draw_words (DzBodyStrips *self,
            cairo_t      *cr,
            const char   *text,
            double        size,
            gboolean      bold,
            DzTextAlign   align,
            double        x,
            double        y,
            double        width)
{
  DzParagraphStyle style = { .face = DZ_FACE_NUMBER, .size = size, .width = 400, .pitch = size * 1.25,
                             .source_size = 7, .align = DZ_ALIGN_LEFT, .bold = bold };
  g_autoptr(DzParagraph) lines = dz_paragraph_shelf_get_plain (self->paper, text, &style);
  double used = dz_paragraph_get_line_width (lines, 0);

  if (align == DZ_ALIGN_CENTRE)
    x += (width - used) / 2;
  else if (align == DZ_ALIGN_RIGHT)
    x += width - used;
  dz_paragraph_draw (lines, cr, x, y, 0, 1);

  return used;
}

/* Text over or under a point of the axis, kept inside the cell. */
static void
draw_label (DzBodyStrips *self,
            cairo_t      *cr,
            const char   *text,
            gboolean      bold,
            double        size,
            double        x,
            double        y,
            double        left,
            double        right)
{
  DzParagraphStyle style = { .face = DZ_FACE_NUMBER, .size = size, .width = 400, .pitch = size * 1.25,
                             .source_size = 7, .align = DZ_ALIGN_LEFT, .bold = bold };
  g_autoptr(DzParagraph) lines = dz_paragraph_shelf_get_plain (self->paper, text, &style);
  double used = dz_paragraph_get_line_width (lines, 0);

  x = CLAMP (x - used / 2, left, MAX (left, right - used));
  dz_paragraph_draw (lines, cr, x, y, 0, 1);
}

static void
draw_stroke (cairo_t *cr,
             double   x,
             double   y,
             double   half,
             double   width)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x, y - half);
  cairo_line_to (cr, x, y + half);
  cairo_stroke (cr);
}

static void
draw_dot (cairo_t *cr,
          double   x,
          double   y,
          gboolean hollow)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, 2.9, 0, 2 * G_PI);
  if (hollow)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  else
    cairo_fill (cr);
}

static void
draw_arrow (cairo_t *cr,
            double   x,
            double   y,
            double   length)
{
  double tip = x + length, back = length > 0 ? -2.5 : 2.5;

  cairo_set_line_width (cr, 0.9);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, tip, y);
  cairo_move_to (cr, tip + back, y - 2);
  cairo_line_to (cr, tip, y);
  cairo_line_to (cr, tip + back, y + 2);
  cairo_stroke (cr);
}

static void
draw_axis (DzBodyStrips      *self,
           const DzBodyStrip *strip,
           cairo_t           *cr,
           double             x,
           double             y,
           double             width,
           double             most)
{
  g_autofree char *end = dz_format_number (most);

  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  dz_strip_others_draw (strip->others, strip->own, cr, x, y, width, most);
  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  draw_words (self, cr, "0", 7.5, FALSE, DZ_ALIGN_LEFT, x - INSET, y + 2.6, width);
  draw_words (self, cr, end, 7.5, FALSE, DZ_ALIGN_RIGHT, x + INSET, y + 2.6, width);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_strip (DzBodyStrips      *self,
            const DzBodyStrip *strip,
            cairo_t           *cr,
            double             x,
            double             y,
            double             width)
{
  double most = nice_maximum (strip), axis = y + AXIS_AT, zero = x + INSET, length = width - 2 * INSET, used;
  g_autofree char *unit = g_strdup_printf ("（%s）", strip->unit);
  gboolean reported = !isnan (strip->value);

  cairo_save (cr);
  used = draw_words (self, cr, strip->name, TEXT_SIZE, TRUE, DZ_ALIGN_LEFT, x, y + 2, width);
  draw_words (self, cr, unit, 7.5, FALSE, DZ_ALIGN_LEFT, x + used, y + 2.4, width);
  draw_axis (self, strip, cr, zero, axis, length, most);
  if (!isnan (strip->median))
    {
      double at = zero + strip->median / most * length;

      draw_stroke (cr, at, axis, 6.5, 1.8);
      /* the ends of the scale stay readable: the median's number keeps between them */
      draw_label (self, cr, strip->median_label, FALSE, 7.5, at, axis + 7.4, x + 7, x + width - 20);
    }
  if (reported)
    {
      double at = zero + strip->value / most * length;

      if (strip->open_right)
        draw_arrow (cr, at, axis, MIN (11, x + width - at));
      if (strip->open_left)
        draw_arrow (cr, at, axis, -MIN (11, at - x));
      draw_dot (cr, at, axis, strip->hollow);
      if (!isnan (strip->second))
        draw_dot (cr, zero + strip->second / most * length, axis, TRUE);
      draw_label (self, cr, strip->label, TRUE, TEXT_SIZE + 0.5, at, axis - 17.5, x, x + width);
    }
  else
    draw_words (self, cr, strip->label, TEXT_SIZE, FALSE, DZ_ALIGN_LEFT, x, axis - 16, width);
  cairo_restore (cr);
}

static void
cell_place (DzBodyStrips *self,
            guint         i,
            guint         from,
            double        x,
            double        y,
            double       *cell_x,
            double       *cell_y,
            double       *cell_width)
{
  *cell_width = (self->width - (PER_ROW - 1) * GAP) / PER_ROW;
  *cell_x = x + (i % PER_ROW) * (*cell_width + GAP);
  *cell_y = y + (i / PER_ROW - from) * ROW_HEIGHT;
}

static void
strips_draw (DzBlock *block,
             cairo_t *cr,
             double   x,
             double   y,
             guint    from,
             guint    to)
{
  DzBodyStrips *self = (DzBodyStrips *) block;
  g_autoptr(GString) words = g_string_new ("主要数据与全县对照");

  dz_picture_words_begin (cr);
  for (guint i = from * PER_ROW; i < MIN (self->strips->len, to * PER_ROW); i++)
    {
      const DzBodyStrip *strip = g_ptr_array_index (self->strips, i);
      double cell_x, cell_y, width;

      cell_place (self, i, from, x, y, &cell_x, &cell_y, &width);
      draw_strip (self, strip, cr, cell_x, cell_y, width);
      g_string_append_printf (words, "；%s%s%s", strip->name, strip->label, isnan (strip->value) ? "" : strip->unit);
      if (!isnan (strip->median))
        g_string_append_printf (words, "，%s", strip->median_label);
    }
  dz_picture_words_end (cr, words->str);
}

static void
strips_add_areas (DzBlock   *block,
                  GPtrArray *areas,
                  double     x,
                  double     y,
                  guint      from,
                  guint      to)
{
  DzBodyStrips *self = (DzBodyStrips *) block;

  for (guint i = from * PER_ROW; i < MIN (self->strips->len, to * PER_ROW); i++)
    {
      const DzBodyStrip *strip = g_ptr_array_index (self->strips, i);
      double cell_x, cell_y, width;
      DzPageArea *area;

      cell_place (self, i, from, x, y, &cell_x, &cell_y, &width);
      area = dz_page_area_new (DZ_AREA_SOURCE, cell_x, cell_y, width, ROW_HEIGHT);
      area->report_id = strip->report_id;
      area->span = strip->span;
      area->body_id = strip->body_id;
      area->indicator = strip->indicator;
      area->label = g_strconcat (strip->name, " ", strip->label, NULL);
      g_ptr_array_add (areas, area);
    }
}

static void
strips_finalize (DzBlock *block)
{
  DzBodyStrips *self = (DzBodyStrips *) block;

  g_ptr_array_unref (self->strips);
  g_clear_pointer (&self->paper, dz_paper_unref);
}

/* All rows as one picture. */
static double
strips_draw_picture (DzBlock *block,
                     cairo_t *cr,
                     guint    slice)
{
  guint n = strips_count (block);

  if (cr != NULL && slice == 0)
    strips_draw (block, cr, 0, 0, 0, n);

  return slice == 0 ? n * ROW_HEIGHT : 0;
}

static const DzBlockClass strips_class = {
  .set = strips_set,
  .count = strips_count,
  .extent = strips_extent,
  .can_part = strips_can_part,
  .draw = strips_draw,
  .add_areas = strips_add_areas,
  .finalize = strips_finalize,
  .draw_picture = strips_draw_picture,
};

/* Returns: (transfer full): no strips yet; it is a #DzBlock */
DzBodyStrips *
dz_body_strips_new (void)
{
  DzBodyStrips *self = g_new0 (DzBodyStrips, 1);

  self->parent.klass = &strips_class;
  self->parent.role = DZ_ROLE_STRIPS;
  self->strips = g_ptr_array_new_with_free_func (free_strip);

  return self;
}

/**
 * dz_body_strips_add:
 * @others: what all bodies say
 * @own: which of them the sheet is about
 *
 * Returns: (transfer none): to be filled in
 */
DzBodyStrip *
dz_body_strips_add (DzBodyStrips  *self,
                    const char    *name,
                    const char    *unit,
                    DzStripOthers *others,
                    guint          own)
{
  DzBodyStrip *strip = g_new0 (DzBodyStrip, 1);

  strip->name = g_strdup (name);
  strip->unit = g_strdup (unit);
  strip->others = dz_strip_others_ref (others);
  strip->own = own;
  strip->value = strip->second = strip->median = NAN;
  g_ptr_array_add (self->strips, strip);

  return strip;
}
