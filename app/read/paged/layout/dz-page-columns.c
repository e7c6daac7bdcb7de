/* dz-page-columns.c - a page is cut at the gutters between columns of prose
 *
 * A gutter is a height of the page over which no line crosses some x and both
 * sides read as prose: several lines, most of which reach the edge of their
 * side. Above and below it the page goes on over its full width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#include <math.h>

#define MAX_DEPTH 12
#define N_PLACES 8
#define MIN_LINES 4

typedef struct
{
  float x;
  guint from, to; /* segments */
} Gutter;

typedef struct
{
  float left, right, size;
  guint n_lines, n_full, n_flush;
} Side;

static void
measure_side (Side   *side,
              GArray *segments,
              Gutter *gutter,
              gboolean right)
{
  *side = (Side){ .left = G_MAXFLOAT, .right = -G_MAXFLOAT };
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = gutter->from; i < gutter->to; i++)
      {
        const DzSegment *segment = &g_array_index (segments, DzSegment, i);
        const DzSegment *next = segment + 1;
        gboolean is_right = segment->box.x1 > gutter->x;

        if (is_right != right)
          continue;
        if (pass == 0)
          {
            side->left = MIN (side->left, segment->box.x1);
            side->right = MAX (side->right, segment->box.x2);
            side->size = MAX (side->size, segment->size);
          }
        else if (i + 1 == gutter->to || next->row != segment->row ||
                 (next->box.x1 > gutter->x) != right)
          {
            side->n_lines++;
            side->n_full += segment->box.x2 > side->right - 1.6f * segment->size;
            side->n_flush += segment->box.x1 < side->left + 2.6f * segment->size;
          }
      }
}

static gboolean
is_prose (const Side *side)
{
  return side->n_lines >= MIN_LINES && side->n_full * 2 >= side->n_lines &&
         side->n_flush * 3 >= side->n_lines * 2 && side->right - side->left > 7 * side->size;
}

/* The longest stretch of rows that leave @x free and have text on both sides. */
static gboolean
find_stretch (GArray *segments,
              float   x,
              Gutter *best)
{
  Gutter now = { x, 0, 0 };
  guint to;
  gboolean found = FALSE;

  for (guint from = 0; from <= segments->len; from = to)
    {
      gboolean crossed = from == segments->len;

      to = from == segments->len ? from + 1 : dz_segments_row_end (segments, from);
      for (guint i = from; i < to && !crossed; i++)
        {
          const DzSegment *segment = &g_array_index (segments, DzSegment, i);

          crossed = segment->box.x1 < x + 0.2f && segment->box.x2 > x - 0.2f;
        }
      if (!crossed)
        {
          now.to = to;
          continue;
        }
      if (now.to > now.from && now.to - now.from > best->to - best->from)
        {
          Side left, right;

          measure_side (&left, segments, &now, FALSE);
          measure_side (&right, segments, &now, TRUE);
          if (is_prose (&left) && is_prose (&right))
            {
              *best = now;
              found = TRUE;
            }
        }
      now.from = now.to = to;
    }

  return found;
}

/* Places worth trying: the middles of gaps in rows, those named most often first. */
static guint
find_places (GArray *segments,
             float   places[static N_PLACES])
{
  guint counts[64] = { 0 };
  float sums[64] = { 0 };
  float left = G_MAXFLOAT;
  float right = -G_MAXFLOAT;
  guint n = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      left = MIN (left, g_array_index (segments, DzSegment, i).box.x1);
      right = MAX (right, g_array_index (segments, DzSegment, i).box.x2);
    }
  if (!(right - left > 1))
    return 0;
  places[n++] = (left + right) / 2;
  for (guint i = 1; i < segments->len; i++)
    {
      const DzSegment *b = &g_array_index (segments, DzSegment, i);
      float x = ((b - 1)->box.x2 + b->box.x1) / 2;
      guint slot = (guint) CLAMP ((x - left) / (right - left) * 63, 0, 63);

      if ((b - 1)->row != b->row)
        continue;
      counts[slot]++;
      sums[slot] += x;
    }
  while (n < N_PLACES)
    {
      guint most = 0;

      for (guint slot = 1; slot < 64; slot++)
        if (counts[slot] > counts[most])
          most = slot;
      if (counts[most] < 2)
        break;
      places[n++] = sums[most] / (float) counts[most];
      counts[most] = 0;
    }

  return n;
}

static void
set_some (DzLayout *self,
          GArray   *segments,
          Gutter   *gutter,
          int       side,
          guint     key,
          guint     depth)
{
  g_autoptr(GArray) some = g_array_new (FALSE, FALSE, sizeof (DzSegment));

  for (guint i = gutter->from; i < gutter->to; i++)
    {
      const DzSegment *segment = &g_array_index (segments, DzSegment, i);

      if (side == 0 || (segment->box.x1 > gutter->x) == (side > 0))
        g_array_append_vals (some, segment, 1);
    }
  if (some->len > 0)
    dz_page_columns_set (self, some, key, depth + 1);
}

/**
 * dz_page_columns_set:
 * @segments: by row, then from left to right
 * @key: names the column these segments fill; the same on other pages
 *
 * Adds lines for @segments in reading order.
 */
void
dz_page_columns_set (DzLayout *self,
                     GArray   *segments,
                     guint     key,
                     guint     depth)
{
  float places[N_PLACES];
  guint n_places = depth < MAX_DEPTH && segments->len >= 2 * MIN_LINES
                     ? find_places (segments, places) : 0;
  Gutter gutter = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < n_places; i++)
    found |= find_stretch (segments, places[i], &gutter);
  if (!found)
    {
      dz_page_block_set (self, segments, key);
      return;
    }

  set_some (self, segments, &(Gutter){ 0, 0, gutter.from }, 0, key, depth);
  set_some (self, segments, &gutter, -1, 2 * key + 1, depth);
  set_some (self, segments, &gutter, 1, 2 * key + 2, depth);
  set_some (self, segments, &(Gutter){ 0, gutter.to, segments->len }, 0, key, depth);
}
