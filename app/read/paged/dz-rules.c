/* dz-rules.c - the lines drawn on a page, found in its picture
 *
 * Producers draw the lines of a table as strokes, as thin filled boxes or as
 * pictures; in the picture of the page they are all the same: dark for a
 * long way, and lighter on both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-rules.h"

#include <math.h>

#define DARK 200
#define CONTRAST 40
#define BESIDE 2.5   /* points: no line is thicker */
#define SHORTEST 8.0 /* points: the height of a row */

typedef struct
{
  const DzPicture *picture;
  gboolean level; /* the lines looked for run from left to right */
  int length, n; /* of the picture, along the lines and across */
  int beside;
} Search;

static int
gray_at (const Search *self,
         int           along,
         int           across)
{
  int x = self->level ? along : across;
  int y = self->level ? across : along;

  return self->picture->gray[(gsize) y * (gsize) self->picture->width + (gsize) x];
}

/* Lighter on both sides, or beyond the edge of the page. */
static gboolean
stands_out (const Search *self,
            int           along,
            int           across)
{
  int gray = gray_at (self, along, across) + CONTRAST;

  return (across < self->beside || gray_at (self, along, across - self->beside) >= gray) &&
         (across + self->beside >= self->n || gray_at (self, along, across + self->beside) >= gray);
}

/* Of the rows of points a line is thick, the first. */
static gboolean
is_first (const Search *self,
          int           from,
          int           to,
          int           across)
{
  int n = 0;

  if (across == 0)
    return TRUE;
  for (int i = 1; i < 8; i++)
    n += gray_at (self, from + (to - from) * i / 8, across - 1) <= DARK;

  return n < 4;
}

static void
look_along (const Search *self,
            int           across,
            double        scale,
            DzLayout     *layout)
{
  int shortest = (int) (SHORTEST * scale);

  for (int from = 0, to; from < self->length; from = to + 1)
    {
      int n_good = 0;

      for (to = from; to < self->length && gray_at (self, to, across) <= DARK; to++)
        n_good += stands_out (self, to, across);
      if (to - from < shortest || n_good * 10 < (to - from) * 6 || !is_first (self, from, to - 1, across))
        continue;
      if (self->level)
        dz_layout_add_rule (layout, from / scale, across / scale, to / scale, across / scale);
      else
        dz_layout_add_rule (layout, across / scale, from / scale, across / scale, to / scale);
    }
}

/**
 * dz_rules_find:
 * @scale: pixels a point
 *
 * Adds the lines drawn in @picture, the page under way, to @layout.
 */
void
dz_rules_find (const DzPicture *picture,
               double           scale,
               DzLayout        *layout)
{
  for (int level = 0; level < 2; level++)
    {
      Search search = { picture, level == 1, level == 1 ? picture->width : picture->height,
                        level == 1 ? picture->height : picture->width, (int) ceil (BESIDE * scale) };

      for (int across = 0; across < search.n; across++)
        look_along (&search, across, scale, layout);
    }
}
