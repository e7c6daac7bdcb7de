/* dz-page-block.c - one column of a page: its lines and tables
 *
 * Rows with several segments above each other, in places that line up, are a
 * table. A cell that runs over lines shows as rows that lack columns and stand
 * closer than the others: they are read as one row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#include <string.h>

static const DzSegment *
segment_at (GArray *segments,
            guint   i)
{
  return &g_array_index (segments, DzSegment, i);
}

static void
add_line (DzLayout        *self,
          guint            flow,
          guint            first_cell,
          const DzSegment *like,
          gboolean         row)
{
  DzLayoutLine line = { .page = self->pages->len - 1, .flow = flow, .first_cell = first_cell,
                        .n_cells = self->cells->len - first_cell, .size = like->size, .row = row };

  line.box = (DzBox){ G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT };
  for (guint i = first_cell; i < self->cells->len; i++)
    {
      const DzLayoutCell *cell = &g_array_index (self->cells, DzLayoutCell, i);

      if (cell->end == cell->start)
        continue;
      line.box.x1 = MIN (line.box.x1, cell->box.x1);
      line.box.y1 = MIN (line.box.y1, cell->box.y1);
      line.box.x2 = MAX (line.box.x2, cell->box.x2);
      line.box.y2 = MAX (line.box.y2, cell->box.y2);
    }
  g_array_append_val (self->lines, line);
}

/* Several segments' characters are copied together, since a cell is one stretch of them. */
static void
add_cell (DzLayout        *self,
          const DzSegment *segment,
          gboolean         goes_on,
          gboolean         blank)
{
  DzLayoutCell *cell;

  if (!goes_on)
    {
      DzLayoutCell fresh = { segment->start, segment->end, segment->box,
                             segment->confidence / (float) MAX (segment->n_glyphs, 1) };

      g_array_append_val (self->cells, fresh);
      return;
    }

  cell = &g_array_index (self->cells, DzLayoutCell, self->cells->len - 1);
  if (cell->end != self->chars->len)
    {
      gsize start = self->chars->len;
      gsize old_start = cell->start;
      gsize n = cell->end - cell->start;

      g_string_set_size (self->chars, start + n);
      memmove (self->chars->str + start, self->chars->str + old_start, n);
      cell->start = start;
      cell->end = self->chars->len;
    }
  if (blank)
    g_string_append_c (self->chars, ' ');
  {
    gsize at = self->chars->len;
    gsize n = segment->end - segment->start;

    g_string_set_size (self->chars, at + n);
    memmove (self->chars->str + at, self->chars->str + segment->start, n);
  }
  cell->end = self->chars->len;
  cell->box.x1 = MIN (cell->box.x1, segment->box.x1);
  cell->box.y1 = MIN (cell->box.y1, segment->box.y1);
  cell->box.x2 = MAX (cell->box.x2, segment->box.x2);
  cell->box.y2 = MAX (cell->box.y2, segment->box.y2);
}

static gunichar
last_char (DzLayout *self,
           gsize     end)
{
  return end > 0 ? g_utf8_get_char (g_utf8_prev_char (self->chars->str + end)) : 0;
}

static int
compare_left (gconstpointer a,
              gconstpointer b)
{
  float d = ((const DzBox *) a)->x1 - ((const DzBox *) b)->x1;

  return d < 0 ? -1 : d > 0;
}

/* The columns are the gaps no segment of the table covers; where titles inside the table cover
 * them all, those of the row with the most cells. */
static void
find_columns (GArray    *segments,
              guint      from,
              guint      to,
              DzColumns *columns)
{
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (DzBox));
  guint most_from = from;
  guint most = 0;
  float reach;

  for (guint i = from; i < to; i++)
    g_array_append_val (boxes, segment_at (segments, i)->box);
  g_array_sort (boxes, compare_left);
  columns->n = 0;
  reach = g_array_index (boxes, DzBox, 0).x2;
  for (guint i = 1; i < boxes->len; i++)
    {
      const DzBox *box = &g_array_index (boxes, DzBox, i);

      if (box->x1 > reach + 2 && columns->n + 1 < DZ_MAX_COLUMNS)
        columns->edges[columns->n++] = (reach + box->x1) / 2;
      reach = MAX (reach, box->x2);
    }
  columns->n++;

  for (guint i = from, end; i < to; i = end)
    {
      end = dz_segments_row_end (segments, i);
      if (end - i > most)
        {
          most = end - i;
          most_from = i;
        }
    }
  if (most > columns->n)
    {
      columns->n = MIN (most, DZ_MAX_COLUMNS);
      for (guint i = 0; i + 1 < columns->n; i++)
        columns->edges[i] = (segment_at (segments, most_from + i)->box.x2 +
                             segment_at (segments, most_from + i + 1)->box.x1) / 2;
    }
}

/* Whether two neighbouring rows hold something at the same place: then the places line up. */
static gboolean
rows_line_up (GArray *segments,
              guint   a,
              guint   a_end,
              guint   b,
              guint   b_end)
{
  guint n = 0;

  for (guint i = a; i < a_end; i++)
    for (guint k = b; k < b_end && n < 2; k++)
      {
        const DzBox *one = &segment_at (segments, i)->box;
        const DzBox *other = &segment_at (segments, k)->box;

        n += one->x1 < other->x2 && other->x1 < one->x2;
      }

  return n >= 2;
}

/* From a line to what stands right above it: letters and digits beside that are lower or higher. */
static float
gap_over (GArray *segments,
          guint   below)
{
  const DzSegment *line = segment_at (segments, below);
  guint row = segment_at (segments, below - 1)->row;

  for (guint i = below; i-- > 0 && segment_at (segments, i)->row == row;)
    if (segment_at (segments, i)->box.x1 < line->box.x2 && segment_at (segments, i)->box.x2 > line->box.x1)
      return line->box.y1 - segment_at (segments, i)->box.y2;

  return line->box.y1 - segment_at (segments, below - 1)->box.y2;
}

/**
 * dz_page_table_end:
 * @from: the first segment of a row
 *
 * Returns: one past the last segment of the table that begins here, or @from if none does
 */
guint
dz_page_table_end (GArray *segments,
                   guint   from)
{
  guint row_end = dz_segments_row_end (segments, from);
  guint last_full = from;
  guint end = from;

  if (row_end - from < 2)
    return from;

  while (row_end < segments->len)
    {
      guint next_end = dz_segments_row_end (segments, row_end);
      const DzSegment *above = segment_at (segments, last_full);
      const DzSegment *below = segment_at (segments, row_end);
      float gap = below->box.y1 - segment_at (segments, row_end - 1)->box.y2;

      if (gap > 2.5f * above->size)
        break;
      if (next_end - row_end >= 2)
        {
          if (!rows_line_up (segments, last_full, dz_segments_row_end (segments, last_full),
                             row_end, next_end))
            break;
          last_full = row_end;
          end = next_end;
        }
      else if (gap_over (segments, row_end) > 0.5f * above->size)
        break;
      else
        {
          /* The rest of a cell stands below one cell only. */
          guint n_above = 0;

          for (guint i = last_full; i < dz_segments_row_end (segments, last_full); i++)
            n_above += below->box.x1 < segment_at (segments, i)->box.x2 &&
                       below->box.x2 > segment_at (segments, i)->box.x1;
          if (n_above > 1)
            break;
          if (end > from)
            end = next_end;
        }
      row_end = next_end;
    }

  return end;
}

static gboolean
is_number (DzLayout        *self,
           const DzSegment *segment)
{
  gsize len = segment->end - segment->start;

  return len > 0 && strspn (self->chars->str + segment->start, " 0123456789.,%") >= len;
}

/* A cell of words runs over lines, a number does not: 6 under 280 is the next row's, never 2806.
 * @from: the first segment of all that is one row so far */
static gboolean
stacks_numbers (DzLayout *self,
                GArray   *segments,
                guint     from,
                guint     below)
{
  for (guint i = from; i < below; i++)
    for (guint k = below; k < dz_segments_row_end (segments, below); k++)
      {
        const DzSegment *one = segment_at (segments, i);
        const DzSegment *other = segment_at (segments, k);

        if (one->box.x1 < other->box.x2 && other->box.x1 < one->box.x2 && is_number (self, one) &&
            is_number (self, other))
          return TRUE;
      }

  return FALSE;
}

/* Rows of one table row: close together, and one of them lacks columns. */
static gboolean
continues_row (GArray *segments,
               guint   above,
               guint   below,
               guint   n_columns,
               float   close,
               float   wide)
{
  guint end = dz_segments_row_end (segments, below);
  const DzBox *one = &segment_at (segments, above)->box;
  const DzBox *other = &segment_at (segments, below)->box;
  float gap = other->y1 - one->y2;

  if (other->y1 + other->y2 - one->y1 - one->y2 > 2 * 1.75f * segment_at (segments, above)->size)
    return FALSE;
  return wide - close > 2 && gap < close + 0.35f * (wide - close) &&
         (end - below < n_columns || below - above < n_columns);
}

/**
 * dz_page_cell_add:
 * @goes_on: whether @segment belongs to the cell added last
 *
 * Adds a cell of a table row, or more text to one.
 */
void
dz_page_cell_add (DzLayout        *self,
                  const DzSegment *segment,
                  gboolean         goes_on)
{
  gboolean blank = FALSE;

  if (goes_on)
    blank = dz_layout_blank_between (last_char (self, g_array_index (self->cells, DzLayoutCell, self->cells->len - 1).end),
                                     g_utf8_get_char (self->chars->str + segment->start));
  add_cell (self, segment, goes_on, blank);
}

/**
 * dz_page_cell_skip:
 *
 * Adds an empty cell.
 */
void
dz_page_cell_skip (DzLayout *self)
{
  DzLayoutCell empty = { .start = 0, .end = 0, .confidence = 1 };

  g_array_append_val (self->cells, empty);
}

static gboolean
cell_is_empty (DzLayout *self,
               guint     i)
{
  const DzLayoutCell *cell = &g_array_index (self->cells, DzLayoutCell, i);

  return cell->end == cell->start;
}

/**
 * dz_page_row_add:
 * @first_cell: of the row; the others follow it
 *
 * Makes a row of the cells added last. Empty ones at its end are left out, as from any other format.
 */
void
dz_page_row_add (DzLayout        *self,
                 guint            flow,
                 guint            first_cell,
                 const DzSegment *like)
{
  while (self->cells->len > first_cell + 1 && cell_is_empty (self, self->cells->len - 1))
    g_array_set_size (self->cells, self->cells->len - 1);
  add_line (self, flow, first_cell, like, TRUE);
}

static void
set_table_row (DzLayout  *self,
               GArray    *segments,
               guint      from,
               guint      to,
               guint      flow,
               DzColumns *columns)
{
  guint first_cell = self->cells->len;

  for (guint column = 0; column < columns->n; column++)
    {
      gboolean goes_on = FALSE;

      for (guint i = from; i < to; i++)
        {
          const DzSegment *segment = segment_at (segments, i);

          if (dz_columns_of (columns, segment) != column)
            continue;
          dz_page_cell_add (self, segment, goes_on);
          goes_on = TRUE;
        }
      if (!goes_on)
        dz_page_cell_skip (self);
    }
  dz_page_row_add (self, flow, first_cell, segment_at (segments, from));
}

/**
 * dz_page_table_set:
 *
 * Adds a line with cells for each row of the table @segments[@from, @to).
 */
void
dz_page_table_set (DzLayout *self,
                   GArray   *segments,
                   guint     from,
                   guint     to,
                   guint     flow)
{
  DzColumns columns;
  DzPageWraps wraps;
  float close = G_MAXFLOAT;
  float wide = -G_MAXFLOAT;
  guint next;

  find_columns (segments, from, to, &columns);
  wraps = dz_page_wraps_measure (self, segments, from, to, &columns);
  for (guint i = from; (next = dz_segments_row_end (segments, i)) < to; i = next)
    {
      float gap = segment_at (segments, next)->box.y1 - segment_at (segments, i)->box.y2;

      close = MIN (close, gap);
      wide = MAX (wide, gap);
    }
  for (guint i = from, end; i < to; i = end)
    {
      guint row = i;
      gboolean full;

      end = dz_segments_row_end (segments, i);
      full = end - i >= columns.n;
      while (end < to && !stacks_numbers (self, segments, i, end))
        {
          DzPageWrap wrap = dz_page_wraps_judge (self, segments, &wraps, i, end);
          gboolean next_full = dz_segments_row_end (segments, end) - end >= columns.n;

          /* two lines with something in every column are two rows, whatever stands between them */
          if (wrap == DZ_PAGE_WRAP_ROW || (full && next_full) ||
              (wrap == DZ_PAGE_WRAP_UNKNOWN && !continues_row (segments, row, end, columns.n, close, wide)))
            break;
          full |= next_full;
          row = end;
          end = dz_segments_row_end (segments, end);
        }
      set_table_row (self, segments, i, end, flow, &columns);
    }
}

static int
compare_floats (gconstpointer a,
                gconstpointer b)
{
  float d = *(const float *) a - *(const float *) b;

  return d < 0 ? -1 : d > 0;
}

static void
measure_flow (DzLayout *self,
              guint     flow_index,
              guint     first_line)
{
  DzLayoutFlow *flow = &g_array_index (self->flows, DzLayoutFlow, flow_index);
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (float));

  flow->left = G_MAXFLOAT;
  flow->right = -G_MAXFLOAT;
  for (guint i = first_line; i < self->lines->len; i++)
    {
      const DzLayoutLine *line = &g_array_index (self->lines, DzLayoutLine, i);

      flow->left = MIN (flow->left, line->box.x1);
      flow->right = MAX (flow->right, line->box.x2);
      flow->n_lines++;
      if (i > first_line && !line->row && !(line - 1)->row)
        {
          float step = line->box.y1 - (line - 1)->box.y1;

          g_array_append_val (steps, step);
        }
    }
  g_array_sort (steps, compare_floats);
  /* The lower third: between the lines of a paragraph, not between paragraphs. */
  flow->leading = steps->len > 0 ? g_array_index (steps, float, steps->len / 3) : 0;
}

/**
 * dz_page_block_set:
 * @key: names the column these segments fill
 *
 * Adds lines and table rows for @segments, from top to bottom.
 */
void
dz_page_block_set (DzLayout *self,
                   GArray   *segments,
                   guint     key)
{
  DzLayoutFlow flow = { .key = key };
  guint first_line = self->lines->len;
  guint flow_index = self->flows->len;

  g_array_append_val (self->flows, flow);
  for (guint i = 0, end; i < segments->len; i = end)
    {
      guint first_cell = self->cells->len;

      end = dz_page_table_end (segments, i);
      if (end > i)
        {
          dz_page_table_set (self, segments, i, end, flow_index);
          continue;
        }
      end = dz_segments_row_end (segments, i);
      for (guint k = i; k < end; k++)
        add_cell (self, segment_at (segments, k), k > i, TRUE);
      add_line (self, flow_index, first_cell, segment_at (segments, i), FALSE);
    }
  measure_flow (self, flow_index, first_line);
}
