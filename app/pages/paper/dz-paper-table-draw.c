/* dz-paper-table-draw.c - the rows of a table on paper: their ink, their structure, and what of them answers a click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paper-table-private.h"

#include "dz-paragraph-shelf.h"

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
  DzParagraphStyle style = { .face = face, .size = size, .width = self->width, .pitch = pitch,
                             .source_size = 7, .align = align };
  g_autoptr(DzParagraph) lines = dz_paragraph_shelf_get_plain (self->paper, text, &style);

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

  draw_line (self, cr, text, DZ_FACE_NUMBER, 12, DZ_ALIGN_CENTRE, x, y, DZ_TABLE_CAPTION_HEIGHT - 3);
}

/* Where a head (@row NULL) or a row of a range is drawn. */
typedef struct
{
  DzTableBlock *block;
  const DzTableRow *row;
  guint part;
  gboolean first;       /* the upper head; a row directly under a head */
  double x, y, height;
  double whole;         /* of this part and those of the row that follow it here */
} RowPlace;

typedef void (*RowFunc) (DzPaperTable   *self,
                         const RowPlace *place,
                         gpointer        user_data);

static double
measure_whole (DzPaperTable *self,
               DzTableBlock *block,
               DzTableSlice  slice,
               guint         n_left)
{
  const DzTableRow *row = g_ptr_array_index (block->rows, slice.row);
  double height = dz_paper_table_get_slice_height (self, block, slice);

  for (; slice.part + 1 < row->n_parts && n_left > 1; n_left--)
    {
      slice.part++;
      height += dz_paper_table_get_slice_height (self, block, slice);
    }

  return height;
}

/* Returns: where the last row ends */
static double
walk_rows (DzPaperTable *self,
           double        x,
           double        y,
           guint         from,
           guint         to,
           RowFunc       func,
           gpointer      user_data)
{
  y += self->number > 0 ? DZ_TABLE_CAPTION_HEIGHT : 0;
  for (guint i = from; i < to; i++)
    {
      DzTableSlice slice;
      RowPlace place = { .block = dz_paper_table_find_slice (self, i, &slice), .x = x };

      place.first = i == from;
      if (i == from || slice.row + slice.part == 0)
        {
          y += i > from ? DZ_TABLE_BLOCK_GAP : 0;
          place.y = y;
          func (self, &place, user_data);
          y += place.block->head_height + (i == from ? dz_paper_table_get_cut_pad (self, i) : 0);
          place.first = TRUE;
        }
      place.row = g_ptr_array_index (place.block->rows, slice.row);
      place.part = slice.part;
      place.y = y;
      place.height = dz_paper_table_get_slice_height (self, place.block, slice);
      place.whole = measure_whole (self, place.block, slice, to - i);
      func (self, &place, user_data);
      y += place.height;
    }

  return y + dz_paper_table_get_cut_pad (self, to);
}

static void
get_span_place (const DzTableBlock *block,
                const DzTableSpan  *span,
                double             *left,
                double             *width)
{
  *left = *width = 0;
  for (guint c = 0; c < span->first + span->n; c++)
    *(c < span->first ? left : width) += g_array_index (block->columns, DzTableColumn, c).width;
}

/* A #RowFunc: the lines over and under heads and over rows. */
static void
rule_row (DzPaperTable   *self,
          const RowPlace *place,
          gpointer        cr)
{
  DzTableBlock *block = place->block;
  const DzTableRow *row = place->row;
  double x = place->x, y = place->y;

  if (row != NULL)
    {
      if (row->rule != DZ_RULE_NONE && !place->first && place->part == 0)
        draw_rule (cr, x, y, self->width, row->rule == DZ_RULE_HAIR ? 0.35 : 0.25,
                   row->rule == DZ_RULE_HAIR ? 0 : 0.45);
      return;
    }
  if (!place->first)
    draw_rule (cr, x, y - DZ_TABLE_BLOCK_GAP, self->width, 1, 0);
  draw_rule (cr, x, y, self->width, 1, 0);
  draw_rule (cr, x, y + block->head_height, self->width, 0.5, 0);
  for (guint i = 0; i < block->spans->len; i++)
    {
      double left, width;

      get_span_place (block, &g_array_index (block->spans, DzTableSpan, i), &left, &width);
      draw_rule (cr, x + left + 8, y + DZ_TABLE_HEAD_PAD / 2 + DZ_TABLE_HEAD_LINE + 1, width - 8, 0.35, 0);
    }
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
      g_autoptr(DzParagraph) lines = NULL;
      DzParagraphStyle style = { .face = DZ_FACE_NUMBER, .size = 9.5, .pitch = DZ_TABLE_HEAD_LINE, .source_size = 7,
                                 .align = DZ_ALIGN_CENTRE, .one_line = TRUE };
      double left;

      get_span_place (block, span, &left, &style.width);
      lines = dz_paragraph_shelf_get_plain (self->paper, span->text, &style);
      cairo_tag_begin (cr, "TH", NULL);
      dz_paragraph_draw (lines, cr, x + left, y + DZ_TABLE_HEAD_PAD / 2, 0, 1);
      cairo_tag_end (cr, "TH");
    }
}

static void
draw_head (DzPaperTable *self,
           DzTableBlock *block,
           cairo_t      *cr,
           double        x,
           double        y)
{
  if (block->spans->len > 0)
    {
      cairo_tag_begin (cr, "TR", NULL);
      draw_spans (self, block, cr, x, y);
      cairo_tag_end (cr, "TR");
    }
  cairo_tag_begin (cr, "TR", NULL);
  for (guint c = 0; c < block->columns->len; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);
      double high = dz_paragraph_get_height (column->lines);
      double left = column->pad_right >= DZ_TABLE_NUMBER_PAD ? 1.2 * DZ_MM - column->pad_right : column->pad_left;

      cairo_tag_begin (cr, "TH", NULL);
      dz_paragraph_draw (column->lines, cr, x + left,
                         y + block->head_height - DZ_TABLE_HEAD_PAD / 2 - high, 0, G_MAXUINT);
      cairo_tag_end (cr, "TH");
      x += column->width;
    }
  cairo_tag_end (cr, "TR");
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

/* Where the first line stands of those that stand here: of a row that is parted its long cell goes on from part to part,
 * the others stand once, beside all of it that is on the page. */
static double
lines_top (DzPaperTable   *self,
           const RowPlace *place,
           guint           column,
           guint          *from,
           guint          *to)
{
  const DzTableRow *row = place->row;
  const DzSlot *slot = &row->slots[column];
  double pad = (self->pitch - self->line) * 0.3;

  *from = 0;
  *to = G_MAXUINT;
  if (row->n_parts > 1 && column == row->flows)
    {
      dz_table_row_get_lines (row, place->part, from, to);
      return place->part == 0 ? pad : 0;
    }
  if (self->top || slot->lines == NULL)
    return pad;

  return (place->whole - dz_paragraph_get_height (slot->lines)) / 2;
}

/* What a row is of that goes on from the page before. */
static void
draw_name_again (DzPaperTable   *self,
                 const RowPlace *place,
                 cairo_t        *cr)
{
  const DzTableColumn *column = &g_array_index (place->block->columns, DzTableColumn, 0);
  DzParagraphStyle style = { .face = DZ_FACE_BODY, .size = self->size, .width = column->width - column->pad_left - column->pad_right,
                             .pitch = self->line, .source_size = self->source_size, .align = column->align };
  g_autofree char *words = g_strconcat (place->row->slots[0].rich->text->str, "（续）", NULL);
  g_autoptr(DzParagraph) lines = dz_paragraph_shelf_get_plain (self->paper, words, &style);
  double top = self->top ? 0 : MAX (0, (place->whole - dz_paragraph_get_height (lines)) / 2);

  dz_paragraph_draw (lines, cr, place->x + column->pad_left, place->y + top, 0, G_MAXUINT);
}

static void
draw_slot (DzPaperTable   *self,
           const RowPlace *place,
           guint           c,
           cairo_t        *cr,
           double          x)
{
  const DzTableColumn *column = &g_array_index (place->block->columns, DzTableColumn, c);
  const DzSlot *slot = &place->row->slots[c];
  double right = x + column->width - column->pad_right, y = place->y;
  double middle = (x + column->pad_left + right) / 2;
  guint from, to;
  double top = lines_top (self, place, c, &from, &to);

  if (place->part > 0 && c != place->row->flows)
    {
      if (place->first && c == 0 && slot->rich != NULL)
        draw_name_again (self, place, cr);
      return;
    }
  if (slot->kind == DZ_SLOT_DASH)
    {
      double at = column->align == DZ_ALIGN_RIGHT ? right - 8.5
                  : column->align == DZ_ALIGN_CENTRE ? middle - 4 : x + column->pad_left;

      dz_hollow_dash_draw (cr, at, y + place->whole / 2, 8, 3.2);
    }
  if (slot->kind == DZ_SLOT_TEXT)
    dz_paragraph_draw (slot->lines, cr, x + column->pad_left, y + top, from, to);
  if (slot->hang != NULL)
    draw_hang (self, cr, slot->hang, right + 0.5, y, place->whole);
}

/* A #RowFunc: the words, each cell a cell for whoever cannot see them. */
static void
ink_row (DzPaperTable   *self,
         const RowPlace *place,
         gpointer        cr)
{
  double x = place->x;

  if (place->row == NULL)
    {
      draw_head (self, place->block, cr, x, place->y);
      return;
    }
  cairo_tag_begin (cr, "TR", NULL);
  for (guint c = 0; c < place->row->n_slots; c++)
    {
      cairo_tag_begin (cr, "TD", NULL);
      draw_slot (self, place, c, cr, x);
      cairo_tag_end (cr, "TD");
      x += g_array_index (place->block->columns, DzTableColumn, c).width;
    }
  cairo_tag_end (cr, "TR");
}

/* The draw of the class. Lines stand before the structure: they are no part of what a table says. */
void
dz_paper_table_draw (DzBlock *block,
                     cairo_t *cr,
                     double   x,
                     double   y,
                     guint    from,
                     guint    to)
{
  DzPaperTable *self = (DzPaperTable *) block;
  double end = walk_rows (self, x, y, from, to, rule_row, cr);

  dz_paper_table_need_rows (self, from, to);
  draw_rule (cr, x, end, self->width, 1, 0);
  cairo_tag_begin (cr, "Table", NULL);
  if (self->number > 0)
    {
      cairo_tag_begin (cr, "Caption", NULL);
      draw_caption (self, cr, x, y, from > 0);
      cairo_tag_end (cr, "Caption");
    }
  walk_rows (self, x, y, from, to, ink_row, cr);
  cairo_tag_end (cr, "Table");
  y = end + 1;
  if (to < dz_paper_table_count_slices (self))
    draw_line (self, cr, "（转下页）", DZ_FACE_BODY, DZ_TABLE_NOTE_SIZE, DZ_ALIGN_RIGHT, x, y, DZ_TABLE_FOOT_HEIGHT);
  else if (self->note_lines != NULL)
    {
      cairo_tag_begin (cr, "Note", NULL);
      dz_paragraph_draw (self->note_lines, cr, x, y + DZ_TABLE_NOTE_GAP, 0, G_MAXUINT);
      cairo_tag_end (cr, "Note");
    }
}

typedef struct
{
  DzSlotFunc func;
  gpointer user_data;
} SlotCall;

/* A #RowFunc */
static void
tell_slots (DzPaperTable   *self,
            const RowPlace *at,
            gpointer        call)
{
  const SlotCall *slots = call;
  double x = at->x;

  for (guint c = 0; at->row != NULL && c < at->row->n_slots; c++)
    {
      const DzTableColumn *column = &g_array_index (at->block->columns, DzTableColumn, c);
      gboolean flows = at->row->n_parts > 1 && c == at->row->flows;
      DzSlotPlace place = { x, at->y, column->width, flows ? at->height : at->whole, x + column->pad_left };

      place.lines_y = at->y + lines_top (self, at, c, &place.first_line, &place.last_line);
      if (at->part == 0 || flows)
        slots->func (&at->row->slots[c], &place, slots->user_data);
      x += column->width;
    }
}

/* Calls @func for every cell of the slices from @from up to, not including, @to, the table's top at @y. */
void
dz_paper_table_foreach_slot (DzPaperTable *self,
                             double        x,
                             double        y,
                             guint         from,
                             guint         to,
                             DzSlotFunc    func,
                             gpointer      user_data)
{
  SlotCall call = { func, user_data };

  dz_paper_table_need_rows (self, from, to);
  walk_rows (self, x, y, from, to, tell_slots, &call);
}

/* A #DzSlotFunc */
static void
add_slot_area (const DzSlot      *slot,
               const DzSlotPlace *place,
               gpointer           areas)
{
  if (slot->report_id != 0 || slot->body_id != 0)
    {
      DzPageArea *area = dz_page_area_new (DZ_AREA_SOURCE, place->x, place->y, place->width, place->height);

      area->report_id = slot->report_id;
      area->span = slot->span;
      area->body_id = slot->body_id;
      area->indicator = slot->indicator;
      area->code = slot->code;
      area->label = g_strdup (slot->label);
      g_ptr_array_add (areas, area);
    }
  if (slot->lines != NULL)
    dz_paragraph_foreach (slot->lines, place->lines_x, place->lines_y, place->first_line, place->last_line, dz_page_area_add_piece,
                          areas);
}

/* The add_areas of the class. */
void
dz_paper_table_add_areas (DzBlock   *block,
                          GPtrArray *areas,
                          double     x,
                          double     y,
                          guint      from,
                          guint      to)
{
  dz_paper_table_foreach_slot ((DzPaperTable *) block, x, y, from, to, add_slot_area, areas);
}
