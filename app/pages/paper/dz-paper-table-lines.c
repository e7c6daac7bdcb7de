/* dz-paper-table-lines.c - the cells of a table set in lines, those of a page at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paper-table-private.h"

#include "dz-paragraph-shelf.h"

/* Which block slice @at is in; @row its row there. */
DzTableBlock *
dz_paper_table_find_row (DzPaperTable *self,
                         guint         at,
                         guint        *row)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DzTableBlock *block = g_ptr_array_index (self->blocks, i);

      if (at < block->rows->len)
        {
          *row = at;
          return block;
        }
      at -= block->rows->len;
    }
  g_assert_not_reached ();
}

guint
dz_paper_table_count_rows (DzPaperTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    n += ((DzTableBlock *) g_ptr_array_index (self->blocks, i))->rows->len;

  return n;
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

/* The cells of the rows from @from up to, not including, @to have their lines, and no others. */
void
dz_paper_table_need_rows (DzPaperTable *self,
                          guint         from,
                          guint         to)
{
  for (guint i = self->lines_from; i < self->lines_to; i++)
    {
      guint r;
      DzTableBlock *block = dz_paper_table_find_row (self, i, &r);

      if (i < from || i >= to)
        dz_table_row_forget (g_ptr_array_index (block->rows, r));
    }
  for (guint i = from; i < to; i++)
    {
      guint r;
      DzTableBlock *block = dz_paper_table_find_row (self, i, &r);

      dz_paper_table_set_row (self, block, g_ptr_array_index (block->rows, r));
    }
  self->lines_from = from;
  self->lines_to = to;
}
