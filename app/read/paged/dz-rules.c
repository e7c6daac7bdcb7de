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

static gboolean
is_dark (const Search *self,
         int           along,
         int           across)
{
  return along >= 0 && along < self->length && gray_at (self, along, across) <= DARK;
}

static void
add_line (const Search *self,
          int           from,
          int           to,
          int           across,
          double        scale,
          DzLayout     *layout)
{
  int n_good = 0;

  for (int i = from; i < to; i++)
    n_good += stands_out (self, i, across);
  if (n_good * 10 < (to - from) * 6 || !is_first (self, from, to - 1, across))
    return;
  if (self->level)
    dz_layout_add_rule (layout, from / scale, across / scale, to / scale, across / scale);
  else
    dz_layout_add_rule (layout, across / scale, from / scale, across / scale, to / scale);
}

/* What is long enough is dark at one of the places as far from each other. */
static void
look_along (const Search *self,
            int           across,
            double        scale,
            DzLayout     *layout)
{
  int shortest = MAX ((int) (SHORTEST * scale), 1);

  for (int at = shortest - 1; at < self->length; at += shortest)
    {
      int from = at;
      int to = at;

      while (is_dark (self, to, across))
        to++;
      if (to == at)
        continue;
      while (is_dark (self, from - 1, across))
        from--;
      if (to - from >= shortest)
        add_line (self, from, to, across, scale, layout);
      at += (to - at) / shortest * shortest;
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

/* The lightest gray of a line of which the points from @x1 to @x2 are part, 0 where they are part of none: it is as dark
 * everywhere, but where it crosses other strokes. */
static int
find_lightest (const guint8 *row,
               int           x1,
               int           x2)
{
  guint n[256] = { 0 };
  int lightest = 0;
  int n_darker = 0;
  int median = 0;

  for (int x = x1; x < x2; x++)
    if (row[x] > DARK)
      return 0;
  for (int x = x1; x < x2; x++)
    {
      n[row[x]]++;
      lightest = MAX (lightest, row[x]);
    }
  for (; (n_darker += (int) n[median]) * 2 < x2 - x1; median++)
    ;

  return x2 > x1 && lightest <= median + CONTRAST ? MIN (median + CONTRAST, DARK) : 0;
}

static const guint8 *
peek_row (const DzPicture *picture,
          int              y)
{
  return picture->gray + (gsize) y * (gsize) picture->width;
}

/* A line through the character, as far as it goes to both sides; what is dark above and below too is a surface. */
static gboolean
find_strike (const DzPicture *picture,
             double           scale,
             const DzGlyph   *glyph,
             DzStrike        *strike)
{
  double height = glyph->y2 - glyph->y1;
  int beside = (int) ceil ((BESIDE + 1) * scale);
  int x1 = CLAMP ((int) ceil (glyph->x1 * scale), 0, picture->width);
  int x2 = CLAMP ((int) floor (glyph->x2 * scale), 0, picture->width);
  int from = MAX ((int) floor ((glyph->y1 + DZ_STRIKE_FROM * height) * scale), beside);
  int to = MIN ((int) floor ((glyph->y1 + DZ_STRIKE_TO * height) * scale), picture->height - beside);

  for (int y = from; y < to; y++)
    {
      const guint8 *row = peek_row (picture, y);
      int lightest = find_lightest (row, x1, x2);

      if (lightest == 0)
        continue;
      if (find_lightest (peek_row (picture, y - beside), x1, x2) > 0 || find_lightest (peek_row (picture, y + beside), x1, x2) > 0)
        return FALSE;
      while (x1 > 0 && row[x1 - 1] <= lightest)
        x1--;
      while (x2 < picture->width && row[x2] <= lightest)
        x2++;
      *strike = (DzStrike){ (float) (x1 / scale), (float) (x2 / scale), (float) ((y + 0.5) / scale) };
      return TRUE;
    }

  return FALSE;
}

/**
 * dz_rules_list_strikes:
 * @picture: a page
 * @scale: pixels a point
 * @glyphs: (element-type DzGlyph): its characters
 *
 * Returns: (transfer full) (element-type DzStrike): the level lines drawn through characters
 */
GArray *
dz_rules_list_strikes (const DzPicture *picture,
                       double           scale,
                       GArray          *glyphs)
{
  GArray *strikes = g_array_new (FALSE, FALSE, sizeof (DzStrike));
  DzStrike last = { 0, 0, 0 };

  for (guint i = 0; i < glyphs->len; i++)
    {
      const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);
      DzStrike strike;

      if (!find_strike (picture, scale, glyph, &strike) ||
          (fabsf (strike.y - last.y) < 1 && fabsf (strike.x1 - last.x1) < 1 && fabsf (strike.x2 - last.x2) < 1))
        continue;
      last = strike;
      g_array_append_val (strikes, strike);
    }

  return strikes;
}
