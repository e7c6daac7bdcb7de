/* dz-docx-table.c - paper tables as tables of Word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-writer.h"

#include <string.h>

#define LEAST_ROWS 3 /* of a table at the foot and at the head of a page */
#define CELL_MARGIN 2.0 /* points on both sides */
#define LONG_CELL 140   /* characters: some six lines of the columns that hold lists */

static void
write_border (DzDocx     *self,
              const char *side,
              int         eighths,
              const char *colour)
{
  dz_docx_start (self, side);
  dz_docx_attribute (self, "w:val", eighths > 0 ? "single" : "nil");
  if (eighths > 0)
    {
      dz_docx_number_attribute (self, "w:sz", eighths);
      dz_docx_attribute (self, "w:space", "0");
      dz_docx_attribute (self, "w:color", colour);
    }
  dz_docx_end (self);
}

static void
write_cell_start (DzDocx     *self,
                  double      width,
                  guint       span,
                  int         top,
                  int         bottom,
                  gboolean    grey,
                  const char *align)
{
  dz_docx_start (self, "w:tc");
  dz_docx_start (self, "w:tcPr");
  dz_docx_start (self, "w:tcW");
  dz_docx_number_attribute (self, "w:w", dz_docx_twips (width));
  dz_docx_attribute (self, "w:type", "dxa");
  dz_docx_end (self);
  if (span > 1)
    dz_docx_number_value (self, "w:gridSpan", (int) span);
  dz_docx_start (self, "w:tcBorders");
  if (top > 0)
    write_border (self, "w:top", top, grey ? "737373" : "000000");
  if (bottom > 0)
    write_border (self, "w:bottom", bottom, "000000");
  dz_docx_end (self);
  dz_docx_value (self, "w:vAlign", align);
  dz_docx_end (self);
}

static const char *
justification (DzTextAlign align)
{
  static const char *const words[] = { "left", "left", "center", "right" };

  return words[align];
}

static void
start_cell_paragraph (DzDocx              *self,
                      const DzTableColumn *column,
                      double               line,
                      gboolean             keep,
                      gboolean             head,
                      gboolean             hangs)
{
  dz_docx_start (self, "w:p");
  dz_docx_start (self, "w:pPr");
  dz_docx_value (self, "w:pStyle", "Cell");
  if (keep)
    dz_docx_value (self, "w:keepNext", NULL);
  if (hangs)
    {
      /* the number ends at the first stop, its mark begins at the second and moves nothing */
      double stop = column->width - column->pad_right - 2;

      dz_docx_start (self, "w:tabs");
      for (guint i = 0; i < 2; i++)
        {
          dz_docx_start (self, "w:tab");
          dz_docx_attribute (self, "w:val", i == 0 ? "right" : "left");
          dz_docx_number_attribute (self, "w:pos", dz_docx_twips (stop) + (int) i * 10);
          dz_docx_end (self);
        }
      dz_docx_end (self);
    }
  dz_docx_start (self, "w:spacing");
  dz_docx_number_attribute (self, "w:line", dz_docx_twips (line));
  dz_docx_attribute (self, "w:lineRule", "exact");
  dz_docx_end (self);
  if (!hangs && column->align == DZ_ALIGN_RIGHT && column->pad_right > 5 && !head)
    {
      dz_docx_start (self, "w:ind");
      dz_docx_number_attribute (self, "w:right", dz_docx_twips (column->pad_right - 2));
      dz_docx_end (self);
    }
  if (head && column->align == DZ_ALIGN_RIGHT && column->pad_right > 5)
    {
      dz_docx_start (self, "w:ind");
      dz_docx_number_attribute (self, "w:left", -40);
      dz_docx_number_attribute (self, "w:right", dz_docx_twips (column->pad_right - 2));
      dz_docx_end (self);
    }
  dz_docx_value (self, "w:jc", hangs ? "left" : justification (column->align));
  dz_docx_end (self);
}

static gboolean
has_long_line (const char *text,
               glong       characters)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > characters)
      return TRUE;

  return FALSE;
}

static void
write_head (DzDocx             *self,
            const DzTableBlock *block)
{
  DzDocxLook look = { .size = 9.5, .font = "黑体" };

  dz_docx_start (self, "w:tr");
  dz_docx_start (self, "w:trPr");
  dz_docx_value (self, "w:cantSplit", NULL);
  dz_docx_value (self, "w:tblHeader", NULL);
  dz_docx_end (self);
  for (guint c = 0; c < block->columns->len; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);

      write_cell_start (self, column->width, 1, block->spans->len > 0 ? 0 : 8, 4, FALSE, "bottom");
      start_cell_paragraph (self, column, 12.2, TRUE, TRUE, FALSE);
      /* five characters over a narrow column of numbers */
      look.size = column->pad_right >= DZ_TABLE_NUMBER_PAD && has_long_line (column->head, 4) ? 8.5 : 9.5;
      dz_docx_write_run (self, column->head, strlen (column->head), &look);
      dz_docx_end (self);
      dz_docx_end (self);
    }
  dz_docx_end (self);
}

/* The heads over several columns are a row of their own, also repeated. */
static void
write_spans (DzDocx             *self,
             const DzTableBlock *block)
{
  DzDocxLook look = { .size = 9.5, .font = "黑体" };
  DzTableColumn centred = { .align = DZ_ALIGN_CENTRE };
  guint c = 0;

  dz_docx_start (self, "w:tr");
  dz_docx_start (self, "w:trPr");
  dz_docx_value (self, "w:cantSplit", NULL);
  dz_docx_value (self, "w:tblHeader", NULL);
  dz_docx_end (self);
  while (c < block->columns->len)
    {
      guint n = 1;
      const char *text = "";
      double width = 0;

      for (guint i = 0; i < block->spans->len; i++)
        {
          const DzTableSpan *span = &g_array_index (block->spans, DzTableSpan, i);

          if (span->first == c)
            {
              n = span->n;
              text = span->text;
            }
        }
      for (guint i = c; i < c + n; i++)
        width += g_array_index (block->columns, DzTableColumn, i).width;
      write_cell_start (self, width, n, 8, text[0] != '\0' ? 3 : 0, FALSE, "bottom");
      start_cell_paragraph (self, &centred, 12.2, TRUE, TRUE, FALSE);
      dz_docx_write_run (self, text, strlen (text), &look);
      dz_docx_end (self);
      dz_docx_end (self);
      c += n;
    }
  dz_docx_end (self);
}

/* How wide a character is in any font an office has: Chinese ones and signs a square, digits rather more than half. */
static double
estimate_width (gunichar c,
                double   size)
{
  return c < 0x2000 ? 0.56 * size : c == 0x200b || c == 0x2060 ? 0 : size;
}

/* Puts a break at @at: what stands behind moves on. */
static void
insert_break (DzRich *rich,
              gsize   at)
{
  g_string_insert_c (rich->text, (gssize) at, '\n');
  for (guint i = 0; i < rich->runs->len; i++)
    {
      DzRichRun *run = &g_array_index (rich->runs, DzRichRun, i);

      run->start += run->start >= at;
      run->end += run->end > at;
    }
}

/**
 * A list of names: Word, WPS and LibreOffice end a line anywhere within a name, paper only after 、. So a line that is full
 * is ended where paper would end it.
 *
 * Returns: (transfer full): @rich with breaks after 、
 */
static DzRich *
part_items (const DzRich *rich,
            double        room,
            double        size,
            double        source_size)
{
  DzRich *parted = dz_rich_new (NULL);
  double line = 0, item = 0;
  gsize start = 0;

  dz_rich_append_rich (parted, rich);
  for (gsize at = 0, r = 0; at < parted->text->len;)
    {
      const char *text = parted->text->str + at;
      gboolean small;

      while (r < parted->runs->len && g_array_index (parted->runs, DzRichRun, r).end <= at)
        r++;
      small = r < parted->runs->len && g_array_index (parted->runs, DzRichRun, r).start <= at &&
              g_array_index (parted->runs, DzRichRun, r).style == DZ_RICH_SOURCE;
      item += estimate_width (g_utf8_get_char (text), small ? source_size : size);
      at = (gsize) (g_utf8_next_char (text) - parted->text->str);
      if (!g_str_has_prefix (text, "、") && at < parted->text->len)
        continue;
      if (line > 0 && line + item > room)
        {
          insert_break (parted, start);
          at++;
          line = 0;
        }
      line += item;
      item = 0;
      start = at;
    }

  return parted;
}

static void
write_words (DzDocx              *self,
             const DzPaperTable  *table,
             const DzTableColumn *column,
             const DzSlot        *slot,
             const DzDocxLook    *look)
{
  g_autoptr(DzRich) parted = column->items ? part_items (slot->rich, 0.97 * (column->width - 2 * CELL_MARGIN), look->size,
                                                         table->source_size) : NULL;

  dz_docx_write_rich (self, parted != NULL ? parted : slot->rich, look, look->size, table->source_size);
}

static void
write_slot (DzDocx              *self,
            const DzPaperTable  *table,
            const DzTableColumn *column,
            const DzSlot        *slot,
            gboolean             keep,
            gboolean             bookmark)
{
  DzDocxLook look = { .size = slot->size > 0 ? slot->size : table->size, .bold = slot->strong,
                   .font = column->sans || slot->sans ? "黑体" : NULL };
  gboolean hangs = slot->hang != NULL && column->align == DZ_ALIGN_RIGHT;
  gboolean back;

  start_cell_paragraph (self, column, MAX (table->line, look.size + 2), keep, FALSE, hangs);
  back = bookmark && slot->report_id != 0 && g_hash_table_contains (self->cited, &slot->report_id);
  if (bookmark && slot->report_id != 0)
    {
      g_autofree char *name = g_strdup_printf ("source_%" G_GINT64_FORMAT, slot->report_id);

      dz_docx_write_bookmark (self, name);
    }
  if (back)
    {
      g_autofree char *name = g_strdup_printf ("cited_%" G_GINT64_FORMAT, slot->report_id);

      dz_docx_start (self, "w:hyperlink");
      dz_docx_attribute (self, "w:anchor", name);
    }
  if (hangs)
    {
      dz_docx_start (self, "w:r");
      dz_docx_value (self, "w:tab", NULL);
      dz_docx_end (self);
    }
  if (slot->kind == DZ_SLOT_DASH)
    {
      look.size = 8;
      dz_docx_write_run (self, DZ_DOCX_HOLLOW_DASH, strlen (DZ_DOCX_HOLLOW_DASH), &look);
    }
  else if (slot->kind == DZ_SLOT_TEXT)
    write_words (self, table, column, slot, &look);
  if (back)
    dz_docx_end (self);
  if (hangs)
    {
      gboolean star = g_str_equal (slot->hang, "＊");

      look.size = star ? 8 : 6.5;
      look.raise = star ? 0 : 3;
      dz_docx_start (self, "w:r");
      dz_docx_value (self, "w:tab", NULL);
      dz_docx_end (self);
      dz_docx_write_run (self, slot->hang, strlen (slot->hang), &look);
    }
  dz_docx_end (self);
}

/* Whether every cell is one line with room for what other programs keep free beside it. */
static gboolean
is_one_line (const DzPaperTable *table,
             const DzTableBlock *block,
             const DzTableRow   *row)
{
  for (guint c = 0; c < row->n_slots; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);
      double room = column->width - 2 * CELL_MARGIN;

      if (column->align == DZ_ALIGN_RIGHT && column->pad_right > 5) /* indented from the right, as its paragraph is */
        room -= column->pad_right - 2;
      if (row->slots[c].words_width > room * 0.96)
        return FALSE;
    }

  return row->height > 0 && row->height <= table->pitch + 0.05;
}

/* A row is kept on its page, but for one of many lines: that would leave half a page empty, or would fit none. */
static gboolean
is_long (const DzTableRow *row)
{
  for (guint c = 0; c < row->n_slots; c++)
    if (row->slots[c].rich != NULL && g_utf8_strlen (row->slots[c].rich->text->str, -1) > LONG_CELL)
      return TRUE;

  return FALSE;
}

static void
write_row (DzDocx             *self,
           const DzPaperTable *table,
           const DzTableBlock *block,
           guint               r)
{
  const DzTableRow *row = g_ptr_array_index (block->rows, r);
  gboolean last = r + 1 == block->rows->len;
  /* a short block of numbers goes over whole, as on paper; of any table no row stands alone under its heads, nor over a page */
  gboolean keep = !last && ((table->blocks->len > 1 && block->rows->len <= 24) || r < LEAST_ROWS - 1 || r + LEAST_ROWS >= block->rows->len);
  int top = r == 0 || row->rule == DZ_RULE_NONE ? 0 : row->rule == DZ_RULE_HAIR ? 4 : 2;

  dz_docx_start (self, "w:tr");
  dz_docx_start (self, "w:trPr");
  if (!is_long (row))
    dz_docx_value (self, "w:cantSplit", NULL);
  dz_docx_start (self, "w:trHeight");
  dz_docx_number_attribute (self, "w:val", dz_docx_twips (table->pitch));
  /* a row of one line is as high in every program as on paper */
  dz_docx_attribute (self, "w:hRule", is_one_line (table, block, row) ? "exact" : "atLeast");
  dz_docx_end (self);
  dz_docx_end (self);
  for (guint c = 0; c < row->n_slots; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);

      write_cell_start (self, column->width, 1, top, last ? 8 : 0, row->rule == DZ_RULE_GREY,
                        table->top ? "top" : "center");
      write_slot (self, table, column, &row->slots[c], keep, c == 0 && g_strcmp0 (table->key, "sources") == 0);
      dz_docx_end (self);
    }
  dz_docx_end (self);
}

static void
write_grid (DzDocx             *self,
            const DzTableBlock *block)
{
  double width = 0;

  for (guint c = 0; c < block->columns->len; c++)
    width += g_array_index (block->columns, DzTableColumn, c).width;
  dz_docx_start (self, "w:tblPr");
  dz_docx_start (self, "w:tblW");
  dz_docx_number_attribute (self, "w:w", dz_docx_twips (width));
  dz_docx_attribute (self, "w:type", "dxa");
  dz_docx_end (self);
  dz_docx_value (self, "w:jc", "center");
  dz_docx_start (self, "w:tblLayout");
  dz_docx_attribute (self, "w:type", "fixed");
  dz_docx_end (self);
  dz_docx_start (self, "w:tblCellMar");
  for (guint i = 0; i < 2; i++)
    {
      dz_docx_start (self, i == 0 ? "w:left" : "w:right");
      dz_docx_number_attribute (self, "w:w", dz_docx_twips (CELL_MARGIN));
      dz_docx_attribute (self, "w:type", "dxa");
      dz_docx_end (self);
    }
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_start (self, "w:tblGrid");
  for (guint c = 0; c < block->columns->len; c++)
    {
      dz_docx_start (self, "w:gridCol");
      dz_docx_number_attribute (self, "w:w", dz_docx_twips (g_array_index (block->columns, DzTableColumn, c).width));
      dz_docx_end (self);
    }
  dz_docx_end (self);
}

void
dz_docx_write_table (DzDocx             *self,
                     const DzPaperTable *table)
{
  if (table->number > 0)
    {
      g_autofree char *caption = g_strdup_printf ("表%u　%s", table->number, table->caption);

      dz_docx_write_caption (self, "Caption", caption);
    }
  else if (self->break_before)
    dz_docx_write_plain (self, "Note", "");
  for (guint i = 0; i < table->blocks->len; i++)
    {
      const DzTableBlock *block = g_ptr_array_index (table->blocks, i);

      if (i > 0)
        dz_docx_write_gap (self);
      dz_docx_start (self, "w:tbl");
      write_grid (self, block);
      if (block->spans->len > 0)
        write_spans (self, block);
      write_head (self, block);
      for (guint r = 0; r < block->rows->len; r++)
        write_row (self, table, block, r);
      dz_docx_end (self);
    }
  if (table->note != NULL)
    {
      DzDocxLook look = { 0 };

      dz_docx_start_paragraph (self, "Note");
      dz_docx_end (self);
      dz_docx_write_rich (self, table->note, &look, 9, 7);
      dz_docx_end (self);
    }
  else
    dz_docx_write_gap (self);
}
