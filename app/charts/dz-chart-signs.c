/* dz-chart-signs.c - the signs of a legend, drawn by the code that draws the marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-marks.h"

#include <math.h>

#define SIGN_WIDTH 1.6

double
dz_mark_sign_width (DzChartCanvas *canvas,
                    DzSign         sign)
{
  switch (sign)
    {
    case DZ_SIGN_ZERO:
      return 0.3 * canvas->u;
    case DZ_SIGN_DOT:
    case DZ_SIGN_RING:
    case DZ_SIGN_RING_MISSING:
    case DZ_SIGN_RING_YEAR:
    case DZ_SIGN_DOT_YEAR:
      return 2 * DZ_DOT_RADIUS * canvas->u;
    case DZ_SIGN_MISSING:
      return 1.3 * canvas->u;
    case DZ_SIGN_BAR:
    case DZ_SIGN_BAR_OPEN:
    case DZ_SIGN_BAR_ABOUT:
    case DZ_SIGN_BAR_AT_MOST:
    case DZ_SIGN_BAR_TWO:
    case DZ_SIGN_DOT_OPEN:
    case DZ_SIGN_DOT_ABOUT:
    case DZ_SIGN_RINGS:
    case DZ_SIGN_STRONG:
    case DZ_SIGN_REST:
    case DZ_SIGN_OPEN_END:
    case DZ_SIGN_EXCESS:
    case DZ_SIGN_BAR_SECOND:
    case DZ_SIGN_BAR_THIRD:
    default:
      return SIGN_WIDTH * canvas->u;
    }
}

/* A made-up value on a made-up axis: the sign cannot differ from the mark. */
static DzCell
make_example (DzSign sign)
{
  DzCell cell = { .mark = DZ_MARK_VALUE, .value = 0.62, .high = NAN };

  if (sign == DZ_SIGN_BAR || sign == DZ_SIGN_DOT)
    cell.value = 1;
  if (sign == DZ_SIGN_BAR_OPEN || sign == DZ_SIGN_DOT_OPEN)
    cell.bound = DZ_BOUND_AT_LEAST;
  else if (sign == DZ_SIGN_BAR_ABOUT || sign == DZ_SIGN_DOT_ABOUT)
    cell.bound = DZ_BOUND_ABOUT;
  else if (sign == DZ_SIGN_BAR_AT_MOST)
    cell.bound = DZ_BOUND_AT_MOST;
  if (sign == DZ_SIGN_DOT_OPEN)
    cell.value = 0.1;
  if (sign == DZ_SIGN_DOT_ABOUT)
    cell.value = 0.5;
  if (sign == DZ_SIGN_BAR_TWO || sign == DZ_SIGN_RINGS)
    {
      cell.mark = DZ_MARK_TWO_VALUES;
      cell.value = sign == DZ_SIGN_RINGS ? 0.2 : 0.4;
      cell.high = sign == DZ_SIGN_RINGS ? 0.8 : 1;
    }
  if (sign == DZ_SIGN_ZERO)
    cell.value = 0;
  if (sign == DZ_SIGN_MISSING)
    cell.mark = DZ_MARK_MISSING;
  return cell;
}

static void
draw_stack_sign (DzChartCanvas *canvas,
                 DzSign         sign,
                 DzRect         box)
{
  const DzChartStyle *style = &canvas->style;
  double right = box.x + box.width, bottom = box.y + box.height;

  if (sign == DZ_SIGN_REST)
    {
      dz_canvas_fill (canvas, box, style->rest);
      dz_canvas_box (canvas, box, style->rest_edge, 0);
    }
  else if (sign == DZ_SIGN_EXCESS)
    {
      dz_canvas_hatch (canvas, box, style->strong, 0.36 * canvas->u);
      dz_canvas_box (canvas, box, style->strong, 2 * dz_canvas_hair (canvas));
    }
  else
    {
      dz_canvas_fill (canvas, (DzRect) { box.x, box.y, box.width / 2, box.height }, style->strong);
      dz_canvas_line (canvas, box.x + box.width / 2, box.y, right, box.y,
                      dz_canvas_hair (canvas), style->strong, 2 * dz_canvas_hair (canvas));
      dz_canvas_line (canvas, box.x + box.width / 2, bottom - 1, right, bottom - 1,
                      dz_canvas_hair (canvas), style->strong, 2 * dz_canvas_hair (canvas));
    }
}

/**
 * dz_mark_sign:
 * @x: left; @y: middle
 *
 * Draws one sign of the legend.
 */
void
dz_mark_sign (DzChartCanvas *canvas,
              DzSign         sign,
              double         x,
              double         y)
{
  const DzChartStyle *style = &canvas->style;
  double u = canvas->u, height = 0.85 * u, radius = DZ_DOT_RADIUS * u;
  DzRect box = dz_canvas_bar_rect (canvas, x, x + SIGN_WIDTH * u, y, height);
  DzAxis axis = { .end = 1, .step = 1, .x0 = x, .x1 = x + SIGN_WIDTH * u };
  DzCell cell = make_example (sign);
  DzChartMark mark = { 0 };

  if (sign == DZ_SIGN_REST || sign == DZ_SIGN_EXCESS || sign == DZ_SIGN_OPEN_END)
    draw_stack_sign (canvas, sign, box);
  else if (sign == DZ_SIGN_STRONG || sign == DZ_SIGN_BAR_SECOND)
    dz_canvas_fill (canvas, box, style->strong);
  else if (sign == DZ_SIGN_BAR_THIRD)
    draw_stack_sign (canvas, DZ_SIGN_REST, box);
  else if (sign == DZ_SIGN_DOT)
    dz_canvas_dot (canvas, x + radius, y, radius, style->dot);
  else if (sign == DZ_SIGN_DOT_YEAR)
    dz_canvas_dot (canvas, x + radius, y, radius, style->strong);
  else if (sign == DZ_SIGN_RING)
    dz_canvas_ring (canvas, x + radius, y, radius, style->dot, 0);
  else if (sign == DZ_SIGN_RING_YEAR)
    dz_canvas_ring (canvas, x + radius, y, radius, style->strong, 0);
  else if (sign == DZ_SIGN_RING_MISSING)
    dz_mark_missing_ring (canvas, x + radius, y, &mark);
  else if (sign == DZ_SIGN_DOT_OPEN || sign == DZ_SIGN_DOT_ABOUT || sign == DZ_SIGN_RINGS)
    dz_mark_dot (canvas, &axis, &cell, sign == DZ_SIGN_DOT_OPEN, y, style->dot, &mark);
  else
    dz_mark_bar (canvas, &axis, &cell, y, height, style->bar, &mark);
}
