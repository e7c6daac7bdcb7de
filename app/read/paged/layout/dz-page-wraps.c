/* dz-page-wraps.c - which rows of a table without upright lines are the rest of the row above
 *
 * Where level lines are drawn between rows, what no line parts is one row. Else a cell runs over to the next line only
 * because what comes next did not fit any more: if it had fitted, as the widest line of the column shows, the
 * row is a row of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#include "dz-list-start.h"

/* The last piece of the row so far, of which @from is the first, in the same column as @segment. */
static const DzSegment *
find_above (GArray            *segments,
            const DzPageWraps *wraps,
            guint              from,
            guint              below,
            const DzSegment   *segment)
{
  for (guint i = below; i-- > from;)
    if (dz_columns_of (wraps->columns, &g_array_index (segments, DzSegment, i)) == dz_columns_of (wraps->columns, segment))
      return &g_array_index (segments, DzSegment, i);

  return NULL;
}

/* Where the letters are whatever room their font asks for above them. */
static float
lower_quarter (const DzBox *box)
{
  return (box->y1 + 3 * box->y2) / 4;
}

static gboolean
has_level (DzLayout *self,
           float     x,
           float     y1,
           float     y2)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      const DzBox *level = &g_array_index (self->levels, DzBox, i);

      if (level->y1 > y1 && level->y1 < y2 && level->x1 < x && level->x2 > x)
        return TRUE;
    }

  return FALSE;
}

/* Whether a level line is drawn above most pieces of a line: beside a cell that is one with the one above there is none. */
static gboolean
is_parted (DzLayout          *self,
           GArray            *segments,
           const DzPageWraps *wraps,
           guint              from,
           guint              below)
{
  guint end = dz_segments_row_end (segments, below);
  guint n = 0;

  for (guint i = below; i < end; i++)
    {
      const DzSegment *segment = &g_array_index (segments, DzSegment, i);
      const DzSegment *over = find_above (segments, wraps, from, below, segment);
      const DzBox *box = over != NULL ? &over->box : &g_array_index (segments, DzSegment, from).box;

      n += has_level (self, (segment->box.x1 + segment->box.x2) / 2, lower_quarter (box), lower_quarter (&segment->box));
    }

  return n * 2 > end - below;
}

static gboolean
begins_with_bracket (DzLayout        *self,
                     const DzSegment *segment)
{
  gunichar first = g_utf8_get_char (self->chars->str + segment->start);

  return first == 0xff08 || first == '(' || first == 0xff09 || first == ')';
}

/* How wide what comes next is: an opening bracket never ends a line, so it takes the next character along. */
static float
next_width (DzLayout        *self,
            const DzSegment *segment)
{
  gunichar first = g_utf8_get_char (self->chars->str + segment->start);

  return first == 0xff08 || first == '(' ? 2 * segment->first_width : segment->first_width;
}

/* Whether @segment would have had room behind @over, which stands above it in its column. */
static gboolean
had_room (DzLayout          *self,
          const DzPageWraps *wraps,
          const DzSegment   *over,
          const DzSegment   *segment)
{
  return over->box.x2 - over->box.x1 + next_width (self, segment) < wraps->widest[dz_columns_of (wraps->columns, segment)] + 0.5f;
}

/* Whether each piece of a line did not fit behind the one above it. @bracket: (out): one begins as a unit does */
static gboolean
is_rest (DzLayout          *self,
         GArray            *segments,
         const DzPageWraps *wraps,
         guint              from,
         guint              below,
         gboolean          *bracket)
{
  guint end = dz_segments_row_end (segments, below);

  *bracket = FALSE;
  if (end - below >= wraps->columns->n)
    return FALSE;
  for (guint i = below; i < end; i++)
    {
      const DzSegment *segment = &g_array_index (segments, DzSegment, i);
      const DzSegment *over = find_above (segments, wraps, from, below, segment);

      if (over == NULL || segment->box.y1 - over->box.y2 > 0.9f * segment->size || had_room (self, wraps, over, segment) ||
          dz_list_start_length (self->chars->str + segment->start, segment->end - segment->start) > 0)
        return FALSE;
      *bracket |= begins_with_bracket (self, segment);
    }

  return TRUE;
}

/* Several pieces that had room above begin a row; one alone may be a new paragraph in its cell, a unit has a line of its own. */
static gboolean
begins_row (DzLayout          *self,
            GArray            *segments,
            const DzPageWraps *wraps,
            guint              from,
            guint              below)
{
  guint n = 0;

  for (guint i = below; i < dz_segments_row_end (segments, below); i++)
    {
      const DzSegment *segment = &g_array_index (segments, DzSegment, i);
      const DzSegment *over = find_above (segments, wraps, from, below, segment);

      n += over != NULL && had_room (self, wraps, over, segment) && !begins_with_bracket (self, segment);
    }

  return n > 1;
}

/**
 * dz_page_wraps_measure:
 *
 * Returns: what is to be known of the table @segments[@from, @to) to judge its rows
 */
DzPageWraps
dz_page_wraps_measure (DzLayout        *self,
                       GArray          *segments,
                       guint            from,
                       guint            to,
                       const DzColumns *columns)
{
  DzPageWraps wraps = { .columns = columns };
  gboolean bracket;
  guint n_rows = 0, n_parted = 0, n_rests = 0;

  for (guint i = from; i < to; i++)
    {
      const DzSegment *segment = &g_array_index (segments, DzSegment, i);
      guint column = dz_columns_of (columns, segment);

      if (column + 1 == columns->n || segment->box.x2 < columns->edges[column])
        wraps.widest[column] = MAX (wraps.widest[column], segment->box.x2 - segment->box.x1);
    }
  for (guint i = from, next; (next = dz_segments_row_end (segments, i)) < to; i = next)
    {
      n_rows++;
      n_parted += is_parted (self, segments, &wraps, i, next);
      n_rests += is_rest (self, segments, &wraps, i, next, &bracket);
    }
  wraps.often = n_rests > 1;
  wraps.ruled = n_parted >= 2 && n_parted * 3 >= n_rows;

  return wraps;
}

/**
 * dz_page_wraps_judge:
 * @from: first piece of the row so far
 * @below: first piece of the line in question
 *
 * Returns: whether the line is the rest of the cells above, or the next row, as far as lines and widths tell
 */
DzPageWrap
dz_page_wraps_judge (DzLayout          *self,
                     GArray            *segments,
                     const DzPageWraps *wraps,
                     guint              from,
                     guint              below)
{
  gboolean bracket;

  if (is_parted (self, segments, wraps, from, below))
    return DZ_PAGE_WRAP_ROW;
  if (wraps->ruled)
    return DZ_PAGE_WRAP_REST;
  if (is_rest (self, segments, wraps, from, below, &bracket) &&
      (bracket || wraps->often || dz_segments_row_end (segments, below) - below > 1))
    return DZ_PAGE_WRAP_REST;

  return begins_row (self, segments, wraps, from, below) ? DZ_PAGE_WRAP_ROW : DZ_PAGE_WRAP_UNKNOWN;
}
