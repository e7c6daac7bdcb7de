/* dz-ofd-path.c - lines drawn on a page of an OFD file
 *
 * A path is a chain of strokes: “M 0 0 L 40 0 C”. What is drawn straight is kept for
 * the layout, which sees tables in it; curves are none. A box filled without a
 * stroke is a line where it is thin, and the ground of a cell where it is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ofd-page.h"
#include "dz-ofd-path.h"

#include <math.h>

#define MAX_STROKES 2000
#define THIN 1.0 /* millimetres */

typedef struct
{
  double x1, y1, x2, y2;
} Stroke;

typedef struct
{
  GArray *strokes; /* Stroke */
  double x, y, start_x, start_y;
  double left, top, right, bottom;
} Path;

static void
reach (Path   *self,
       double  x,
       double  y)
{
  self->x = x;
  self->y = y;
  self->left = MIN (self->left, x);
  self->right = MAX (self->right, x);
  self->top = MIN (self->top, y);
  self->bottom = MAX (self->bottom, y);
}

static void
draw_to (Path   *self,
         double  x,
         double  y)
{
  Stroke stroke = { self->x, self->y, x, y };

  if (self->strokes->len < MAX_STROKES)
    g_array_append_val (self->strokes, stroke);
  reach (self, x, y);
}

/* How many numbers follow a letter; its last two are where it leads. */
static guint
count_numbers (char letter)
{
  switch (letter)
    {
    case 'S':
    case 'M':
    case 'L':
      return 2;
    case 'Q':
      return 4;
    case 'B':
      return 6;
    case 'A':
      return 7;
    default:
      return 0;
    }
}

static void
follow (Path       *self,
        const char *data)
{
  while (*data != '\0')
    {
      char letter = *data++;
      double numbers[7] = { 0 };
      guint n = count_numbers (letter);

      if (g_ascii_isspace (letter))
        continue;
      for (guint i = 0; i < n; i++)
        {
          char *end;

          numbers[i] = g_ascii_strtod (data, &end);
          if (end == data || !isfinite (numbers[i]))
            return;
          data = end;
        }
      if (letter == 'L')
        draw_to (self, numbers[0], numbers[1]);
      else if (letter == 'C')
        draw_to (self, self->start_x, self->start_y);
      else if (n > 0)
        reach (self, numbers[n - 2], numbers[n - 1]);
      if (letter == 'M' || letter == 'S')
        {
          self->start_x = self->x;
          self->start_y = self->y;
        }
    }
}

/**
 * dz_ofd_path_add:
 * @data: what is drawn
 * @turn: from its numbers to millimetres of the page, as in a CTM
 * @stroked: whether its lines are drawn, or only what they enclose is filled
 *
 * Adds the straight lines of a path to the page under way in @layout.
 */
void
dz_ofd_path_add (const char   *data,
                 const double  turn[static 6],
                 gboolean      stroked,
                 DzLayout     *layout)
{
  g_autoptr(GArray) strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  Path path = { strokes, 0, 0, 0, 0, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  follow (&path, data);
  if (!stroked && MIN (path.right - path.left, path.bottom - path.top) * sqrt (fabs (turn[0] * turn[3] - turn[1] * turn[2])) > THIN)
    return;
  for (guint i = 0; i < strokes->len; i++)
    {
      const Stroke *s = &g_array_index (strokes, Stroke, i);

      dz_layout_add_rule (layout, (turn[0] * s->x1 + turn[2] * s->y1 + turn[4]) * DZ_OFD_POINTS,
                          (turn[1] * s->x1 + turn[3] * s->y1 + turn[5]) * DZ_OFD_POINTS,
                          (turn[0] * s->x2 + turn[2] * s->y2 + turn[4]) * DZ_OFD_POINTS,
                          (turn[1] * s->x2 + turn[3] * s->y2 + turn[5]) * DZ_OFD_POINTS);
    }
}
