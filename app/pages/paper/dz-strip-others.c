/* dz-strip-others.c - what all bodies say of one indicator, as thin strokes on the strips of their sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-strip-others.h"

#include <math.h>

#define STEP 0.75 /* points: strokes closer than their own width are one stroke */
#define HALF 3.6  /* of a stroke's height */

struct _DzStripOthers
{
  gatomicrefcount refs;
  GArray *values;           /* double, a body each, NAN: not reported */
  double max;               /* of them, 0 at least */
  cairo_surface_t *picture; /* (nullable): strokes of all, from the left end of the axis */
  double picture_width;
  double picture_most;
  GArray *first;            /* of the picture's steps: guint, whose stroke stands there, G_MAXUINT: nobody's */
};

/* Returns: (transfer full): no bodies yet */
DzStripOthers *
dz_strip_others_new (void)
{
  DzStripOthers *self = g_new0 (DzStripOthers, 1);

  g_atomic_ref_count_init (&self->refs);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

DzStripOthers *
dz_strip_others_ref (DzStripOthers *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_strip_others_unref (DzStripOthers *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_array_unref (self->values);
  g_array_unref (self->first);
  g_free (self);
}

/* @value: of the next body; NAN: it does not report the indicator. Before the first strip is drawn. */
void
dz_strip_others_add (DzStripOthers *self,
                     double         value)
{
  g_array_append_val (self->values, value);
  if (!isnan (value))
    self->max = MAX (self->max, value);
}

/* Returns: the largest value of all, 0 if there is none */
double
dz_strip_others_get_max (DzStripOthers *self)
{
  return self->max;
}

/* Where the strokes of a strip stand. */
typedef struct
{
  double x; /* where it begins */
  double y;
  double width;
  double most; /* the value at its end */
} Axis;

static guint
count_steps (double width)
{
  return (guint) (width / STEP) + 2;
}

static guint
find_step (double at,
           double width)
{
  return (guint) CLAMP (at / STEP, 0, count_steps (width) - 1);
}

/* @first: (nullable): what is to be told, step by step, of whose stroke it is */
static void
draw_strokes (DzStripOthers *self,
              guint          own,
              cairo_t       *cr,
              Axis           axis,
              GArray        *first)
{
  guint n = count_steps (axis.width);
  g_autofree guint8 *taken = g_new0 (guint8, n);

  for (guint i = 0; i < self->values->len; i++)
    {
      double value = g_array_index (self->values, double, i), at = value / axis.most * axis.width;
      guint step;

      if (i == own || isnan (value))
        continue;
      step = find_step (at, axis.width);
      if (taken[step])
        continue;
      taken[step] = TRUE;
      if (first != NULL)
        g_array_index (first, guint, step) = i;
      cairo_move_to (cr, axis.x + at, axis.y - HALF);
      cairo_line_to (cr, axis.x + at, axis.y + HALF);
    }
  cairo_set_line_width (cr, STEP);
  cairo_stroke (cr);
}

static void
need_picture (DzStripOthers   *self,
              cairo_pattern_t *ink,
              double           width,
              double           most)
{
  cairo_rectangle_t extents = { -STEP, -HALF - STEP, width + 2 * STEP, 2 * (HALF + STEP) };
  guint nobody = G_MAXUINT;
  cairo_t *cr;

  if (self->picture != NULL && self->picture_width == width && self->picture_most == most)
    return;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  self->picture_width = width;
  self->picture_most = most;
  g_array_set_size (self->first, 0);
  for (guint i = count_steps (width); i > 0; i--)
    g_array_append_val (self->first, nobody);
  cr = cairo_create (self->picture);
  cairo_set_source (cr, ink);
  draw_strokes (self, G_MAXUINT, cr, (Axis) { 0, 0, width, most }, self->first);
  cairo_destroy (cr);
}

/* Does the picture of all show what @own is to see: all others, each where it stands? */
static gboolean
is_like_all (DzStripOthers *self,
             guint          own,
             double         width,
             double         most)
{
  double value = own < self->values->len ? g_array_index (self->values, double, own) : NAN;

  return isnan (value) || g_array_index (self->first, guint, find_step (value / most * width, width)) != own;
}

/**
 * dz_strip_others_draw:
 * @own: which body is left out
 * @x: where the axis begins
 * @y: of the axis
 * @most: the value at its end
 *
 * Draws a stroke a value. In a PDF the strokes of all are one form, which the sheets share; a sheet whose own stroke would be
 * seen among them has strokes of its own. Elsewhere there is no such form, and no sheet beside it.
 */
void
dz_strip_others_draw (DzStripOthers *self,
                      guint          own,
                      cairo_t       *cr,
                      double         x,
                      double         y,
                      double         width,
                      double         most)
{
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    {
      need_picture (self, cairo_get_source (cr), width, most);
      if (is_like_all (self, own, width, most))
        {
          cairo_save (cr);
          cairo_set_source_surface (cr, self->picture, x, y);
          cairo_paint (cr);
          cairo_restore (cr);
          return;
        }
    }
  draw_strokes (self, own, cr, (Axis) { x, y, width, most }, NULL);
}
