/* dz-paper-table.c - a table on paper
 *
 * Slices are rows, numbered through all blocks. The first slice drawn on a
 * page brings caption and head with it, so a range of rows knows its height
 * without looking at the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paper-table.h"

#include <math.h>

#define CAPTION_HEIGHT 20.0
#define HEAD_LINE 12.2
#define HEAD_PAD 6.0
#define BLOCK_GAP 8.0
#define FOOT_HEIGHT 15.0 /* （转下页） */
#define NOTE_GAP 3.0
#define NOTE_SIZE 9.0
#define NOTE_PITCH 13.0

static void
clear_column (gpointer data)
{
  DzTableColumn *column = data;

  g_free (column->head);
  g_clear_pointer (&column->lines, dz_paragraph_free);
}

static void
free_row (gpointer data)
{
  DzTableRow *row = data;

  for (guint i = 0; i < row->n_slots; i++)
    {
      g_clear_pointer (&row->slots[i].rich, dz_rich_unref);
      g_clear_pointer (&row->slots[i].lines, dz_paragraph_free);
      g_free (row->slots[i].label);
    }
  g_free (row->slots);
  g_free (row);
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
  g_free (block);
}

/* Which block slice @at is in; @row its row there. */
static DzTableBlock *
find_row (DzPaperTable *self,
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
    slot->lines = dz_paragraph_new (self->paper, slot->rich, &style);
}

static void
set_block (DzPaperTable *self,
           DzTableBlock *block)
{
  guint n_head = 1;

  for (guint c = 0; c < block->columns->len; c++)
    {
      DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);
      g_autoptr(DzRich) rich = dz_rich_new (column->head);
      DzParagraphStyle style = {
        .face = DZ_FACE_NUMBER,
        .size = 9.5,
        .width = column->width - column->pad_left - MIN (column->pad_right, 1.6 * DZ_MM),
        .pitch = HEAD_LINE,
        .source_size = 7,
        .align = column->align == DZ_ALIGN_JUSTIFY ? DZ_ALIGN_LEFT : column->align,
      };

      /* marks hang beside numbers only: a head may use the room of the column before */
      if (column->pad_right >= DZ_TABLE_NUMBER_PAD)
        style.width = column->width - 1.2 * DZ_MM;
      column->lines = dz_paragraph_new (self->paper, rich, &style);
      n_head = MAX (n_head, dz_paragraph_get_n_lines (column->lines));
    }
  block->head_height = n_head * HEAD_LINE + HEAD_PAD + (block->spans->len > 0 ? HEAD_LINE + 2 : 0);
  for (guint r = 0; r < block->rows->len; r++)
    {
      DzTableRow *row = g_ptr_array_index (block->rows, r);
      guint n = 1;

      for (guint c = 0; c < row->n_slots; c++)
        {
          set_slot (self, &g_array_index (block->columns, DzTableColumn, c), &row->slots[c]);
          if (row->slots[c].lines != NULL)
            n = MAX (n, dz_paragraph_get_n_lines (row->slots[c].lines));
        }
      row->height = MAX (self->pitch, n * self->line + (self->pitch - self->line) * 0.6);
    }
}

static void
paper_table_set (DzBlock *block,
                 DzPaper *paper,
                 double   width)
{
  DzPaperTable *self = (DzPaperTable *) block;

  if (self->paper != NULL)
    return;
  self->paper = dz_paper_ref (paper);
  self->width = width;
  for (guint i = 0; i < self->blocks->len; i++)
    set_block (self, g_ptr_array_index (self->blocks, i));
  if (self->note != NULL)
    {
      DzParagraphStyle style = { .face = DZ_FACE_BODY, .size = NOTE_SIZE, .width = width, .pitch = NOTE_PITCH,
                                 .first = -2 * NOTE_SIZE, .source_size = 7, .align = DZ_ALIGN_JUSTIFY };

      self->note_lines = dz_paragraph_new (paper, self->note, &style);
    }
}

guint
dz_paper_table_count_rows (DzPaperTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    n += ((DzTableBlock *) g_ptr_array_index (self->blocks, i))->rows->len;

  return n;
}

static guint
paper_table_count (DzBlock *block)
{
  return dz_paper_table_count_rows ((DzPaperTable *) block);
}

static double
note_height (DzPaperTable *self)
{
  return self->note_lines == NULL ? 0 : NOTE_GAP + dz_paragraph_get_height (self->note_lines);
}

static double
paper_table_extent (DzBlock *block,
                    guint    from,
                    guint    to)
{
  DzPaperTable *self = (DzPaperTable *) block;
  double height = self->number > 0 ? CAPTION_HEIGHT : 0;
  guint n = paper_table_count (block);

  for (guint i = from; i < to; i++)
    {
      guint r;
      DzTableBlock *part = find_row (self, i, &r);

      if (i == from || r == 0)
        height += part->head_height + (i > from ? BLOCK_GAP : 0);
      height += ((DzTableRow *) g_ptr_array_index (part->rows, r))->height;
    }

  return height + 1 + (to == n ? note_height (self) : FOOT_HEIGHT);
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
  guint r;
  DzTableBlock *part = find_row (self, at, &r);

  if (r == 0)
    return TRUE;
  /* several blocks: one that fits a page goes over whole */
  if (self->blocks->len > 1 && block_height (part) < DZ_TYPE_HEIGHT / 2)
    return FALSE;
  for (guint i = r; i < MIN (part->rows->len, r + 2); i++)
    if (((DzTableRow *) g_ptr_array_index (part->rows, i))->summary)
      return FALSE;

  return r >= 2 && r + 2 <= part->rows->len;
}

static gboolean
paper_table_parts_well (DzBlock *block,
                        guint    at)
{
  guint r;
  DzTableBlock *part = find_row ((DzPaperTable *) block, at, &r);

  return r == 0 || ((DzTableRow *) g_ptr_array_index (part->rows, r))->rule == DZ_RULE_HAIR;
}

static void
draw_rule (cairo_t *cr,
           double   x,
           double   y,
           double   width,
           double   thickness,
           double   grey)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (DzPaperTable *self,
           cairo_t      *cr,
           const char   *text,
           DzFace        face,
           double        size,
           DzTextAlign   align,
           double        x,
           double        y,
           double        pitch)
{
  g_autoptr(DzRich) rich = dz_rich_new (text);
  DzParagraphStyle style = { .face = face, .size = size, .width = self->width, .pitch = pitch,
                             .source_size = 7, .align = align };
  g_autoptr(DzParagraph) lines = dz_paragraph_new (self->paper, rich, &style);

  dz_paragraph_draw (lines, cr, x, y, 0, 1);
}

static void
draw_caption (DzPaperTable *self,
              cairo_t      *cr,
              double        x,
              double        y,
              gboolean      again)
{
  g_autofree char *text = g_strdup_printf ("表%u　%s%s", self->number, self->caption,
                                           again ? "（续）" : "");

  draw_line (self, cr, text, DZ_FACE_NUMBER, 12, DZ_ALIGN_CENTRE, x, y, CAPTION_HEIGHT - 3);
}

static void
draw_spans (DzPaperTable *self,
            DzTableBlock *block,
            cairo_t      *cr,
            double        x,
            double        y)
{
  for (guint i = 0; i < block->spans->len; i++)
    {
      const DzTableSpan *span = &g_array_index (block->spans, DzTableSpan, i);
      g_autoptr(DzRich) rich = dz_rich_new (span->text);
      g_autoptr(DzParagraph) lines = NULL;
      DzParagraphStyle style = { .face = DZ_FACE_NUMBER, .size = 9.5, .pitch = HEAD_LINE, .source_size = 7,
                                 .align = DZ_ALIGN_CENTRE, .one_line = TRUE };
      double left = x;

      for (guint c = 0; c < span->first + span->n; c++)
        {
          double width = g_array_index (block->columns, DzTableColumn, c).width;

          if (c < span->first)
            left += width;
          else
            style.width += width;
        }
      lines = dz_paragraph_new (self->paper, rich, &style);
      dz_paragraph_draw (lines, cr, left, y + HEAD_PAD / 2, 0, 1);
      draw_rule (cr, left + 8, y + HEAD_PAD / 2 + HEAD_LINE + 1, style.width - 8, 0.35, 0);
    }
}

static void
draw_head (DzPaperTable *self,
           DzTableBlock *block,
           cairo_t      *cr,
           double        x,
           double        y,
           double        width)
{
  draw_spans (self, block, cr, x, y);
  draw_rule (cr, x, y, width, 1, 0);
  draw_rule (cr, x, y + block->head_height, width, 0.5, 0);
  for (guint c = 0; c < block->columns->len; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);
      double high = dz_paragraph_get_height (column->lines);
      double left = column->pad_right >= DZ_TABLE_NUMBER_PAD ? 1.2 * DZ_MM - column->pad_right : column->pad_left;

      dz_paragraph_draw (column->lines, cr, x + left,
                         y + block->head_height - HEAD_PAD / 2 - high, 0, G_MAXUINT);
      x += column->width;
    }
}

static void
draw_hang (DzPaperTable *self,
           cairo_t      *cr,
           const char   *mark,
           double        x,
           double        y,
           double        height)
{
  gboolean star = g_str_equal (mark, "＊");
  double size = star ? 9.0 : 6.5;

  draw_line (self, cr, mark, DZ_FACE_NUMBER, size, DZ_ALIGN_LEFT, x, y - (star ? 0 : 1.5), height);
}

static double
lines_top (DzPaperTable *self,
           const DzSlot *slot,
           double        height)
{
  if (self->top)
    return (self->pitch - self->line) * 0.3;

  return (height - dz_paragraph_get_height (slot->lines)) / 2;
}

static void
draw_slot (DzPaperTable        *self,
           const DzTableColumn *column,
           const DzSlot        *slot,
           cairo_t             *cr,
           double               x,
           double               y,
           double               height)
{
  double right = x + column->width - column->pad_right;
  double middle = (x + column->pad_left + right) / 2;

  if (slot->kind == DZ_SLOT_DASH)
    {
      double at = column->align == DZ_ALIGN_RIGHT ? right - 8.5
                  : column->align == DZ_ALIGN_CENTRE ? middle - 4 : x + column->pad_left;

      dz_hollow_dash_draw (cr, at, y + height / 2, 8, 3.2);
    }
  if (slot->kind == DZ_SLOT_TEXT)
    dz_paragraph_draw (slot->lines, cr, x + column->pad_left, y + lines_top (self, slot, height), 0, G_MAXUINT);
  if (slot->hang != NULL)
    draw_hang (self, cr, slot->hang, right + 0.5, y, height);
}

static void
draw_row (DzPaperTable     *self,
          DzTableBlock     *block,
          const DzTableRow *row,
          cairo_t          *cr,
          double            x,
          double            y,
          gboolean          first)
{
  if (row->rule != DZ_RULE_NONE && !first)
    draw_rule (cr, x, y, self->width, row->rule == DZ_RULE_HAIR ? 0.35 : 0.25,
               row->rule == DZ_RULE_HAIR ? 0 : 0.45);
  for (guint c = 0; c < row->n_slots; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);

      draw_slot (self, column, &row->slots[c], cr, x, y, row->height);
      x += column->width;
    }
}

static void
paper_table_draw (DzBlock *block,
                  cairo_t *cr,
                  double   x,
                  double   y,
                  guint    from,
                  guint    to)
{
  DzPaperTable *self = (DzPaperTable *) block;
  gboolean ends = to == paper_table_count (block);

  if (self->number > 0)
    {
      draw_caption (self, cr, x, y, from > 0);
      y += CAPTION_HEIGHT;
    }
  for (guint i = from; i < to; i++)
    {
      guint r;
      DzTableBlock *part = find_row (self, i, &r);
      const DzTableRow *row = g_ptr_array_index (part->rows, r);

      if (i == from || r == 0)
        {
          if (i > from)
            {
              draw_rule (cr, x, y, self->width, 1, 0);
              y += BLOCK_GAP;
            }
          draw_head (self, part, cr, x, y, self->width);
          y += part->head_height;
        }
      draw_row (self, part, row, cr, x, y, i == from || r == 0);
      y += row->height;
    }
  draw_rule (cr, x, y, self->width, 1, 0);
  y += 1;
  if (!ends)
    draw_line (self, cr, "（转下页）", DZ_FACE_BODY, NOTE_SIZE, DZ_ALIGN_RIGHT, x, y, FOOT_HEIGHT);
  else if (self->note_lines != NULL)
    dz_paragraph_draw (self->note_lines, cr, x, y + NOTE_GAP, 0, G_MAXUINT);
}

static void
add_slot_area (DzPaperTable        *self,
               const DzTableColumn *column,
               const DzSlot        *slot,
               GPtrArray           *areas,
               double               x,
               double               y,
               double               height)
{
  if (slot->report_id != 0 || slot->body_id != 0)
    {
      DzPageArea *area = dz_page_area_new (DZ_AREA_SOURCE, x, y, column->width, height);

      area->report_id = slot->report_id;
      area->span = slot->span;
      area->body_id = slot->body_id;
      area->indicator = slot->indicator;
      area->code = slot->code;
      area->label = g_strdup (slot->label);
      g_ptr_array_add (areas, area);
    }
  if (slot->lines != NULL)
    dz_paragraph_foreach (slot->lines, x + column->pad_left, y + lines_top (self, slot, height), 0, G_MAXUINT,
                          dz_page_area_add_piece, areas);
}

static void
paper_table_add_areas (DzBlock   *block,
                       GPtrArray *areas,
                       double     x,
                       double     y,
                       guint      from,
                       guint      to)
{
  DzPaperTable *self = (DzPaperTable *) block;

  y += self->number > 0 ? CAPTION_HEIGHT : 0;
  for (guint i = from; i < to; i++)
    {
      guint r;
      DzTableBlock *part = find_row (self, i, &r);
      const DzTableRow *row = g_ptr_array_index (part->rows, r);
      double left = x;

      if (i == from || r == 0)
        y += part->head_height + (i > from ? BLOCK_GAP : 0);
      for (guint c = 0; c < row->n_slots; c++)
        {
          const DzTableColumn *column = &g_array_index (part->columns, DzTableColumn, c);

          add_slot_area (self, column, &row->slots[c], areas, left, y, row->height);
          left += column->width;
        }
      y += row->height;
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
  g_clear_pointer (&self->note_lines, dz_paragraph_free);
  g_clear_pointer (&self->paper, dz_paper_unref);
}

static const DzBlockClass paper_table_class = {
  .set = paper_table_set,
  .count = paper_table_count,
  .extent = paper_table_extent,
  .can_part = paper_table_can_part,
  .parts_well = paper_table_parts_well,
  .draw = paper_table_draw,
  .add_areas = paper_table_add_areas,
  .finalize = paper_table_finalize,
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

DzTableRow *
dz_table_block_add_row (DzTableBlock *self,
                        DzTableRule        rule)
{
  DzTableRow *row = g_new0 (DzTableRow, 1);

  row->n_slots = self->columns->len;
  row->slots = g_new0 (DzSlot, row->n_slots);
  row->rule = rule;
  g_ptr_array_add (self->rows, row);

  return row;
}

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

DzSlot *
dz_table_row_set_text (DzTableRow *self,
                       guint       column,
                       const char *text)
{
  g_autoptr(DzRich) rich = dz_rich_new (text);

  return dz_table_row_set_rich (self, column, rich);
}

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
