/* dz-paper-table-lines.c - the rows of a table in slices, and its cells set in lines, those of a page at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paper-table-private.h"

#include "dz-paragraph-shelf.h"

/* Before a block is measured a row is a slice. */
static guint
count_slices (const DzTableBlock *block)
{
  return block->slices->len > 0 ? block->slices->len : block->rows->len;
}

/* Which block slice @at is in; @slice: what it is there. */
DzTableBlock *
dz_paper_table_find_slice (DzPaperTable *self,
                           guint         at,
                           DzTableSlice *slice)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DzTableBlock *block = g_ptr_array_index (self->blocks, i);

      if (at < count_slices (block))
        {
          *slice = block->slices->len > 0 ? g_array_index (block->slices, DzTableSlice, at) : (DzTableSlice) { at, 0 };
          return block;
        }
      at -= count_slices (block);
    }
  g_assert_not_reached ();
}

guint
dz_paper_table_count_slices (DzPaperTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    n += count_slices (g_ptr_array_index (self->blocks, i));

  return n;
}

/* The lines of its flowing cell that part @part of @row has: the last part has what is left over. */
void
dz_table_row_get_lines (const DzTableRow *row,
                        guint             part,
                        guint            *from,
                        guint            *to)
{
  *from = part * DZ_TABLE_PART;
  *to = part + 1 < row->n_parts ? *from + DZ_TABLE_PART : row->n_lines;
}

/* A row that is parted has its padding once, over its first line and under its last. */
double
dz_paper_table_get_slice_height (DzPaperTable       *self,
                                 const DzTableBlock *block,
                                 DzTableSlice        slice)
{
  const DzTableRow *row = g_ptr_array_index (block->rows, slice.row);
  guint from, to;

  if (row->n_parts <= 1)
    return row->height;
  dz_table_row_get_lines (row, slice.part, &from, &to);

  return (to - from) * self->line +
         ((slice.part == 0) + (slice.part + 1 == row->n_parts)) * (row->height - row->n_lines * self->line) / 2;
}

/* What keeps lines off the rule of a page that begins, or ends, before slice @at: 0 unless a row is parted there. */
double
dz_paper_table_get_cut_pad (DzPaperTable *self,
                            guint         at)
{
  DzTableSlice slice = { 0, 0 };

  if (at < dz_paper_table_count_slices (self))
    dz_paper_table_find_slice (self, at, &slice);

  return slice.part > 0 ? (self->pitch - self->line) * 0.3 : 0;
}

/* Numbers the slices of the measured rows. */
void
dz_table_block_slice (DzTableBlock *self)
{
  g_array_set_size (self->slices, 0);
  for (guint r = 0; r < self->rows->len; r++)
    for (guint p = 0; p < MAX (1, ((DzTableRow *) g_ptr_array_index (self->rows, r))->n_parts); p++)
      {
        DzTableSlice slice = { r, p };

        g_array_append_val (self->slices, slice);
      }
}

static void
set_slot (DzPaperTable        *self,
          const DzTableColumn *column,
          DzSlot              *slot)
{
  DzParagraphStyle style = {
    .face = column->sans || slot->sans ? DZ_FACE_NUMBER : DZ_FACE_BODY,
    .size = slot->size > 0 ? slot->size : self->size,
    .width = column->width - column->pad_left - column->pad_right,
    .pitch = self->line,
    .source_size = self->source_size,
    .align = column->align,
    .bold = slot->strong,
    .one_line = column->sans && column->align == DZ_ALIGN_RIGHT,
    .items = column->items,
  };

  if (slot->kind == DZ_SLOT_TEXT && slot->lines == NULL)
    slot->lines = dz_paragraph_shelf_get (self->paper, slot->rich, &style);
}

/* Sets the cells of @row in lines that are not. */
void
dz_paper_table_set_row (DzPaperTable     *self,
                        DzTableBlock     *block,
                        const DzTableRow *row)
{
  for (guint c = 0; c < row->n_slots; c++)
    set_slot (self, &g_array_index (block->columns, DzTableColumn, c), &row->slots[c]);
}

void
dz_table_row_forget (const DzTableRow *row)
{
  for (guint c = 0; c < row->n_slots; c++)
    g_clear_pointer (&row->slots[c].lines, dz_paragraph_unref);
}

static DzTableRow *
find_row (DzPaperTable  *self,
          guint          at,
          DzTableBlock **block)
{
  DzTableSlice slice;

  *block = dz_paper_table_find_slice (self, at, &slice);

  return g_ptr_array_index ((*block)->rows, slice.row);
}

/* The cells of the slices from @from up to, not including, @to have their lines, and no others. A row that goes on over many
 * pages is set once: those of its first and last slice are kept. */
void
dz_paper_table_need_rows (DzPaperTable *self,
                          guint         from,
                          guint         to)
{
  DzTableBlock *block;
  const DzTableRow *first = from < to ? find_row (self, from, &block) : NULL;
  const DzTableRow *last = from < to ? find_row (self, to - 1, &block) : NULL;

  for (guint i = self->lines_from; i < self->lines_to; i++)
    if (i < from || i >= to)
      {
        const DzTableRow *row = find_row (self, i, &block);

        if (row != first && row != last)
          dz_table_row_forget (row);
      }
  for (guint i = from; i < to; i++)
    {
      const DzTableRow *row = find_row (self, i, &block);

      dz_paper_table_set_row (self, block, row);
    }
  self->lines_from = from;
  self->lines_to = to;
}
