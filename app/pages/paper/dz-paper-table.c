/* dz-paper-table.c - a table on paper
 *
 * Slices are rows and parts of rows, numbered through all blocks. The first
 * slice drawn on a page brings caption and head with it, so a range of them
 * knows its height without looking at the page. Of a row only its height is kept: its cells
 * are set in lines to be measured, and again for the page they stand on, for
 * a province's tables have a million characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paper-table-private.h"

#include "dz-paragraph-shelf.h"

#include <math.h>
#include <string.h>

#define TALL_ROW 4   /* times the least height of a row: one such may stand alone under the head */
#define SHORT 24     /* bytes of words that are likely to stand in other cells too */
#define KEPT_ROWS 40 /* of a table that will stand on one page or two: the lines it was measured with are drawn */

static void
clear_column (gpointer data)
{
  DzTableColumn *column = data;

  g_free (column->head);
  g_clear_pointer (&column->lines, dz_paragraph_unref);
}

/* A row without cells keeps its height. */
static void
clear_row (DzTableRow *row)
{
  for (guint i = 0; i < row->n_slots; i++)
    {
      g_clear_pointer (&row->slots[i].rich, dz_rich_unref);
      g_clear_pointer (&row->slots[i].lines, dz_paragraph_unref);
      g_free (row->slots[i].label);
    }
  g_clear_pointer (&row->slots, g_free);
  row->n_slots = 0;
}

static void
free_row (gpointer data)
{
  clear_row (data);
  g_free (data);
}

static void
clear_span (gpointer data)
{
  g_free (((DzTableSpan *) data)->text);
}

static void
free_block (gpointer data)
{
  DzTableBlock *block = data;

  g_free (block->name);
  g_array_unref (block->columns);
  g_array_unref (block->spans);
  g_ptr_array_unref (block->rows);
  g_hash_table_unref (block->words);
  g_array_unref (block->slices);
  g_free (block);
}

/* Long enough, and the only cell that is: the others stand beside any part of it. */
static void
part_row (DzTableRow *row)
{
  row->n_parts = 1;
  row->n_lines = 0;
  for (guint c = 0; c < row->n_slots; c++)
    {
      guint n = row->slots[c].lines != NULL ? dz_paragraph_get_n_lines (row->slots[c].lines) : 0;

      if (n < 2 * DZ_TABLE_PART)
        {
          if (n > DZ_TABLE_PART)
            return;
          continue;
        }
      if (row->n_lines > 0)
        return;
      row->flows = c;
      row->n_lines = n;
    }
  if (row->n_lines > 0)
    row->n_parts = row->n_lines / DZ_TABLE_PART;
}

static void
measure_row (DzPaperTable *self,
             DzTableBlock *block,
             DzTableRow   *row)
{
  guint n = 1;

  dz_paper_table_set_row (self, block, row);
  for (guint c = 0; c < row->n_slots; c++)
    {
      DzParagraph *lines = row->slots[c].lines;
      guint n_lines = lines != NULL ? dz_paragraph_get_n_lines (lines) : 0;

      n = MAX (n, n_lines);
      row->slots[c].words_width = n_lines > 1 ? INFINITY : n_lines == 1 ? (float) dz_paragraph_get_line_width (lines, 0) : 0;
    }
  row->height = MAX (self->pitch, n * self->line + (self->pitch - self->line) * 0.6);
  part_row (row);
}

static void
set_block (DzPaperTable *self,
           DzTableBlock *block,
           gboolean      keeps_lines)
{
  guint n_head = 1;

  for (guint c = 0; c < block->columns->len; c++)
    {
      DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);
      DzParagraphStyle style = {
        .face = DZ_FACE_NUMBER,
        .size = 9.5,
        .width = column->width - column->pad_left - MIN (column->pad_right, 1.6 * DZ_MM),
        .pitch = DZ_TABLE_HEAD_LINE,
        .source_size = 7,
        .align = column->align == DZ_ALIGN_JUSTIFY ? DZ_ALIGN_LEFT : column->align,
      };

      /* marks hang beside numbers only: a head may use the room of the column before */
      if (column->pad_right >= DZ_TABLE_NUMBER_PAD)
        style.width = column->width - 1.2 * DZ_MM;
      column->lines = dz_paragraph_shelf_get_plain (self->paper, column->head, &style);
      n_head = MAX (n_head, dz_paragraph_get_n_lines (column->lines));
    }
  block->head_height = n_head * DZ_TABLE_HEAD_LINE + DZ_TABLE_HEAD_PAD + (block->spans->len > 0 ? DZ_TABLE_HEAD_LINE + 2 : 0);
  for (guint r = 0; r < block->rows->len; r++)
    {
      DzTableRow *row = g_ptr_array_index (block->rows, r);

      measure_row (self, block, row);
      /* a row of many pages is as much as a table */
      if (!keeps_lines || row->n_parts > 1)
        dz_table_row_forget (row);
    }
  dz_table_block_slice (block);
}

static void
paper_table_set (DzBlock *block,
                 DzPaper *paper,
                 double   width)
{
  DzPaperTable *self = (DzPaperTable *) block;
  gboolean keeps_lines = dz_paper_table_count_slices (self) <= KEPT_ROWS;

  if (self->paper != NULL)
    return;
  self->paper = dz_paper_ref (paper);
  self->width = width;
  for (guint i = 0; i < self->blocks->len; i++)
    set_block (self, g_ptr_array_index (self->blocks, i), keeps_lines);
  self->lines_to = keeps_lines ? dz_paper_table_count_slices (self) : 0;
  if (self->note != NULL)
    {
      DzParagraphStyle style = { .face = DZ_FACE_BODY, .size = DZ_TABLE_NOTE_SIZE, .width = width, .pitch = DZ_TABLE_NOTE_PITCH,
                                 .first = -2 * DZ_TABLE_NOTE_SIZE, .source_size = 7, .align = DZ_ALIGN_JUSTIFY };

      self->note_lines = dz_paragraph_new (paper, self->note, &style);
    }
}

static guint
paper_table_count (DzBlock *block)
{
  return dz_paper_table_count_slices ((DzPaperTable *) block);
}

static double
note_height (DzPaperTable *self)
{
  return self->note_lines == NULL ? 0 : DZ_TABLE_NOTE_GAP + dz_paragraph_get_height (self->note_lines);
}

static double
paper_table_extent (DzBlock *block,
                    guint    from,
                    guint    to)
{
  DzPaperTable *self = (DzPaperTable *) block;
  double height = self->number > 0 ? DZ_TABLE_CAPTION_HEIGHT : 0;
  guint n = paper_table_count (block);

  for (guint i = from; i < to; i++)
    {
      DzTableSlice slice;
      DzTableBlock *part = dz_paper_table_find_slice (self, i, &slice);

      if (i == from || slice.row + slice.part == 0)
        height += part->head_height + (i > from ? DZ_TABLE_BLOCK_GAP : 0);
      height += dz_paper_table_get_slice_height (self, part, slice);
    }

  height += dz_paper_table_get_cut_pad (self, from) + dz_paper_table_get_cut_pad (self, to);

  return height + 1 + (to == n ? note_height (self) : DZ_TABLE_FOOT_HEIGHT);
}

static double
block_height (DzTableBlock *block)
{
  double height = block->head_height;

  for (guint i = 0; i < block->rows->len; i++)
    height += ((DzTableRow *) g_ptr_array_index (block->rows, i))->height;

  return height;
}

static gboolean
paper_table_can_part (DzBlock *block,
                      guint    at)
{
  DzPaperTable *self = (DzPaperTable *) block;
  DzTableSlice slice;
  DzTableBlock *part = dz_paper_table_find_slice (self, at, &slice);
  guint r = slice.row, least;

  if (r == 0 || slice.part > 0)
    return TRUE;
  least = ((DzTableRow *) g_ptr_array_index (part->rows, 0))->height > TALL_ROW * self->pitch ? 1 : 2;
  /* several blocks: one that fits a page goes over whole */
  if (self->blocks->len > 1 && block_height (part) < DZ_TYPE_HEIGHT / 2)
    return FALSE;
  for (guint i = r; i < MIN (part->rows->len, r + 2); i++)
    if (((DzTableRow *) g_ptr_array_index (part->rows, i))->summary)
      return FALSE;

  return r >= least && r + 2 <= part->rows->len;
}

static gboolean
paper_table_parts_well (DzBlock *block,
                        guint    at)
{
  DzTableSlice slice;
  DzTableBlock *part = dz_paper_table_find_slice ((DzPaperTable *) block, at, &slice);

  return slice.part == 0 &&
         (slice.row == 0 || ((DzTableRow *) g_ptr_array_index (part->rows, slice.row))->rule == DZ_RULE_HAIR);
}

static void
paper_table_forget (DzBlock *block,
                    guint    from,
                    guint    to)
{
  DzPaperTable *self = (DzPaperTable *) block;

  for (guint i = from; i < to; i++)
    {
      DzTableSlice slice;
      DzTableBlock *part = dz_paper_table_find_slice (self, i, &slice);
      DzTableRow *row = g_ptr_array_index (part->rows, slice.row);

      if (slice.part + 1 >= row->n_parts)
        clear_row (row);
    }
}

static void
paper_table_finalize (DzBlock *block)
{
  DzPaperTable *self = (DzPaperTable *) block;

  g_free (self->key);
  g_free (self->caption);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->note, dz_rich_unref);
  g_clear_pointer (&self->note_lines, dz_paragraph_unref);
  g_clear_pointer (&self->paper, dz_paper_unref);
}

static const DzBlockClass paper_table_class = {
  .set = paper_table_set,
  .count = paper_table_count,
  .extent = paper_table_extent,
  .can_part = paper_table_can_part,
  .parts_well = paper_table_parts_well,
  .draw = dz_paper_table_draw,
  .add_areas = dz_paper_table_add_areas,
  .finalize = paper_table_finalize,
  .forget = paper_table_forget,
};

/**
 * dz_paper_table_new:
 * @number: 表 @number; 0: without a caption
 * @words: a table of words (10.5 pt, rows 6.1 mm), not of numbers (10 pt, 5.55 mm)
 *
 * Returns: (transfer full): an empty table; it is a #DzBlock
 */
DzPaperTable *
dz_paper_table_new (const char *key,
                    guint       number,
                    const char *caption,
                    gboolean    words)
{
  DzPaperTable *self = g_new0 (DzPaperTable, 1);

  self->parent.klass = &paper_table_class;
  self->parent.role = DZ_ROLE_TABLE;
  self->parent.after = 8;
  self->parent.outline = 2;
  self->key = g_strdup (key);
  self->number = number;
  self->caption = g_strdup (caption);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->size = words ? 10.5 : 10;
  self->pitch = (words ? 6.1 : 5.55) * DZ_MM;
  self->line = words ? 13 : 5.2 * DZ_MM;
  self->source_size = 7;

  return self;
}

/* Returns: (transfer none): further columns for the same rows, set under the first block */
DzTableBlock *
dz_paper_table_add_block (DzPaperTable *self,
                          const char   *name)
{
  DzTableBlock *block = g_new0 (DzTableBlock, 1);

  block->name = g_strdup (name);
  block->columns = g_array_new (FALSE, TRUE, sizeof (DzTableColumn));
  g_array_set_clear_func (block->columns, clear_column);
  block->spans = g_array_new (FALSE, TRUE, sizeof (DzTableSpan));
  g_array_set_clear_func (block->spans, clear_span);
  block->rows = g_ptr_array_new_with_free_func (free_row);
  block->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) dz_rich_unref);
  block->slices = g_array_new (FALSE, FALSE, sizeof (DzTableSlice));
  g_ptr_array_add (self->blocks, block);

  return block;
}

/* Returns: (transfer none): valid until the next column is added */
DzTableColumn *
dz_table_block_add_column (DzTableBlock *self,
                           const char   *head,
                           double        width,
                           DzTextAlign   align)
{
  DzTableColumn column = { .head = g_strdup (head), .width = width, .align = align };

  column.items = align == DZ_ALIGN_ITEMS;
  if (column.items)
    column.align = align = DZ_ALIGN_LEFT;
  column.pad_left = align == DZ_ALIGN_LEFT || align == DZ_ALIGN_JUSTIFY ? 2 : 0;
  column.pad_right = align == DZ_ALIGN_JUSTIFY || align == DZ_ALIGN_LEFT ? 5 : 0;
  g_array_append_val (self->columns, column);

  return &g_array_index (self->columns, DzTableColumn, self->columns->len - 1);
}

/* A head over @n columns from @first. */
void
dz_table_block_add_span (DzTableBlock *self,
                         guint         first,
                         guint         n,
                         const char   *text)
{
  DzTableSpan span = { first, n, g_strdup (text) };

  g_array_append_val (self->spans, span);
}

/**
 * dz_table_block_add_row:
 * @rule: the line over it
 *
 * Returns: (transfer none): a new last row with an empty slot a column, which the block owns
 */
DzTableRow *
dz_table_block_add_row (DzTableBlock *self,
                        DzTableRule        rule)
{
  DzTableRow *row = g_new0 (DzTableRow, 1);

  row->n_slots = self->columns->len;
  row->slots = g_new0 (DzSlot, row->n_slots);
  row->rule = rule;
  row->words = self->words;
  g_ptr_array_add (self->rows, row);

  return row;
}

/**
 * dz_table_row_set_rich:
 * @rich: kept by reference
 *
 * Returns: (transfer none): the slot, for what else is to be said of it
 */
DzSlot *
dz_table_row_set_rich (DzTableRow *self,
                       guint       column,
                       DzRich     *rich)
{
  DzSlot *slot = &self->slots[column];

  g_clear_pointer (&slot->rich, dz_rich_unref);
  slot->kind = DZ_SLOT_TEXT;
  slot->rich = dz_rich_ref (rich);

  return slot;
}

/* Returns: (transfer none): @text as it stands in another cell of the block, or made for this one */
static DzRich *
find_words (DzTableRow *self,
            const char *text)
{
  DzRich *rich = g_hash_table_lookup (self->words, text);

  if (rich == NULL)
    {
      rich = dz_rich_new (text);
      g_hash_table_insert (self->words, rich->text->str, rich);
    }

  return rich;
}

/**
 * dz_table_row_set_text:
 * @text: what is short is kept once for all cells of the block that say it
 *
 * Returns: (transfer none): the slot, as dz_table_row_set_rich()
 */
DzSlot *
dz_table_row_set_text (DzTableRow *self,
                       guint       column,
                       const char *text)
{
  g_autoptr(DzRich) rich = text != NULL && strlen (text) <= SHORT ? dz_rich_ref (find_words (self, text)) : dz_rich_new (text);

  return dz_table_row_set_rich (self, column, rich);
}

/**
 * dz_table_row_set_dash:
 *
 * There is nothing to say, and that is shown.
 *
 * Returns: (transfer none): the slot, as dz_table_row_set_rich()
 */
DzSlot *
dz_table_row_set_dash (DzTableRow *self,
                       guint       column)
{
  self->slots[column].kind = DZ_SLOT_DASH;

  return &self->slots[column];
}

void
dz_paper_table_set_note (DzPaperTable *self,
                         DzRich       *note)
{
  g_clear_pointer (&self->note, dz_rich_unref);
  self->note = dz_rich_ref (note);
}
