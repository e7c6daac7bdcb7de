/* dz-page-guides.c - where the columns of a table stand whose upright lines are not drawn
 *
 * Rows with as many pieces of text as each other, which line up, say where the columns are. The heads above them are
 * often so tight that two of them look like one piece: they are parted where a gap, however narrow, stands in the
 * gap between two columns. Within a word there is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#define MIN_CELLS 3
#define MAX_CELLS 40
#define MAX_HEADS 4 /* rows above the first full one */

typedef struct
{
  float left[MAX_CELLS], right[MAX_CELLS];
  guint n; /* of pieces in a full row */
  guint n_full;
  guint from, to; /* rows, in the list of them */
} Rows;

static const DzSegment *
segment_at (GArray *segments,
            guint   i)
{
  return &g_array_index (segments, DzSegment, i);
}

static guint
row_start (GArray *starts,
           guint   row)
{
  return g_array_index (starts, guint, row);
}

static guint
row_length (GArray *starts,
            guint   row)
{
  return row_start (starts, row + 1) - row_start (starts, row);
}

static float
gap_above (GArray *segments,
           GArray *starts,
           guint   row)
{
  return segment_at (segments, row_start (starts, row))->box.y1 - segment_at (segments, row_start (starts, row) - 1)->box.y2;
}

/* The places of the row's pieces are taken in, unless one would reach into another column. */
static gboolean
take_row (Rows   *rows,
          GArray *segments,
          guint   start)
{
  Rows wider = *rows;

  for (guint i = 0; i < rows->n; i++)
    {
      const DzSegment *segment = segment_at (segments, start + i);

      wider.left[i] = rows->n_full == 0 ? segment->box.x1 : MIN (rows->left[i], segment->box.x1);
      wider.right[i] = rows->n_full == 0 ? segment->box.x2 : MAX (rows->right[i], segment->box.x2);
      if (i > 0 && wider.left[i] < wider.right[i - 1] + 0.3f * segment->size)
        return FALSE;
    }
  *rows = wider;
  rows->n_full++;

  return TRUE;
}

/* Full rows from @row on, with the rests of cells that run over lines between them. */
static Rows
find_rows (GArray *segments,
           GArray *starts,
           guint   row)
{
  Rows rows = { .n = row_length (starts, row), .from = row, .to = row };

  for (; row + 1 < starts->len; row++)
    {
      float size = segment_at (segments, row_start (starts, row))->size;

      if (row > rows.from && gap_above (segments, starts, row) > 2.5f * size)
        break;
      if (row_length (starts, row) == rows.n)
        {
          if (!take_row (&rows, segments, row_start (starts, row)))
            break;
          rows.to = row + 1;
        }
      else if (row_length (starts, row) > rows.n || gap_above (segments, starts, row) > size)
        break;
    }

  return rows;
}

/* Heads above the first full row: several pieces, or the second line of one of them. */
static gboolean
may_be_heads (GArray *segments,
              GArray *starts,
              guint   row,
              Rows   *rows)
{
  const DzBox *box = &segment_at (segments, row_start (starts, row))->box;

  return row_length (starts, row) > 1 || box->x2 - box->x1 < (rows->right[rows->n - 1] - rows->left[0]) / 2;
}

static void
add_guides (DzLayout *self,
            GArray   *segments,
            GArray   *starts,
            Rows     *rows)
{
  guint top = rows->from;
  float y1, y2;

  while (top > 0 && rows->from - top < MAX_HEADS && may_be_heads (segments, starts, top - 1, rows) &&
         gap_above (segments, starts, top) < 1.2f * segment_at (segments, row_start (starts, top))->size)
    top--;
  y1 = segment_at (segments, row_start (starts, top))->box.y1;
  y2 = segment_at (segments, row_start (starts, rows->to) - 1)->box.y2;
  for (guint i = 0; i + 1 < rows->n; i++)
    {
      DzBox guide = { rows->right[i], y1, rows->left[i + 1], y2 };

      g_array_append_val (self->guides, guide);
    }
}

/**
 * dz_page_guides_find:
 * @segments: of the page under way, by row, then from left to right
 *
 * Returns: whether there are columns by which the pieces of text may have to be cut anew
 */
gboolean
dz_page_guides_find (DzLayout *self,
                     GArray   *segments)
{
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint next;

  for (guint i = 0; i < segments->len; i = next)
    {
      next = dz_segments_row_end (segments, i);
      g_array_append_val (starts, i);
    }
  g_array_append_val (starts, segments->len);
  for (guint row = 0; row + 1 < starts->len; row = next)
    {
      Rows rows = { 0 };

      next = row + 1;
      if (row_length (starts, row) < MIN_CELLS || row_length (starts, row) > MAX_CELLS)
        continue;
      rows = find_rows (segments, starts, row);
      if (rows.n_full < 2)
        continue;
      add_guides (self, segments, starts, &rows);
      next = rows.to;
    }

  return self->guides->len > 0;
}

/**
 * dz_page_guides_part:
 *
 * Returns: whether two characters beside each other stand in two columns of a table
 */
gboolean
dz_page_guides_part (DzLayout      *self,
                     const DzGlyph *one,
                     const DzGlyph *other)
{
  float y = (other->y1 + other->y2) / 2;

  if (self->guides->len == 0 || other->x1 - one->x2 < 0.35f * MAX (one->size, other->size))
    return FALSE;
  for (guint i = 0; i < self->guides->len; i++)
    {
      const DzBox *guide = &g_array_index (self->guides, DzBox, i);

      if (guide->y1 < y && guide->y2 > y && one->x2 < guide->x2 + 1 && other->x1 > guide->x1 - 1)
        return TRUE;
    }

  return FALSE;
}
