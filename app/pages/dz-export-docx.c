/* dz-export-docx.c - pages as DOCX for Word, WPS and LibreOffice
 *
 * The same blocks as on paper: real headings, tables and page numbers, charts
 * as vector pictures (SVG, with PNG for programs that cannot). A source number
 * links to its entry in the appendix.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-chart-block.h"
#include "dz-docx-parts.h"
#include "dz-document-private.h"
#include "dz-error.h"
#include "dz-paper-table.h"
#include "dz-part-file.h"
#include "dz-picture.h"
#include "dz-zip-writer.h"

#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>

#define WORD_JOINER "\342\201\240"
#define HOLLOW_DASH "┄┄"
#define EMU 12700.0

typedef struct
{
  xmlTextWriterPtr xml;
  GPtrArray *pictures;  /* GBytes: svg, png, svg, png … */
  GHashTable *entries;  /* report ids with an entry in the appendix */
  gboolean break_before; /* the next paragraph begins a page */
  guint n_bookmarks;
} Docx;

static int
twips (double points)
{
  return (int) lround (points * 20);
}

static void
start (Docx       *self,
       const char *name)
{
  xmlTextWriterStartElement (self->xml, BAD_CAST name);
}

static void
end (Docx *self)
{
  xmlTextWriterEndElement (self->xml);
}

static void
attribute (Docx       *self,
           const char *name,
           const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST value);
}

static void
number_attribute (Docx       *self,
                  const char *name,
                  int         value)
{
  xmlTextWriterWriteFormatAttribute (self->xml, BAD_CAST name, "%d", value);
}

/* <name w:val="value"/> */
static void
value (Docx       *self,
       const char *name,
       const char *v)
{
  start (self, name);
  if (v != NULL)
    attribute (self, "w:val", v);
  end (self);
}

static void
number_value (Docx       *self,
              const char *name,
              int         v)
{
  start (self, name);
  number_attribute (self, "w:val", v);
  end (self);
}

/* How a run looks beyond its paragraph's style. */
typedef struct
{
  double size;       /* 0: the style's */
  double raise;
  const char *font;  /* (nullable): a sans for Chinese; digits in Arial */
  gboolean bold;
  gboolean traditional;
} RunLook;

static void
write_look (Docx          *self,
            const RunLook *look)
{
  start (self, "w:rPr");
  if (look->font != NULL)
    {
      start (self, "w:rFonts");
      attribute (self, "w:ascii", "Arial");
      attribute (self, "w:hAnsi", "Arial");
      attribute (self, "w:eastAsia", look->font);
      attribute (self, "w:cs", "Arial");
      end (self);
    }
  if (look->bold)
    value (self, "w:b", NULL);
  if (look->raise > 0)
    number_value (self, "w:position", (int) lround (look->raise * 2));
  if (look->size > 0)
    {
      number_value (self, "w:sz", (int) lround (look->size * 2));
      number_value (self, "w:szCs", (int) lround (look->size * 2));
    }
  if (look->traditional)
    {
      start (self, "w:lang");
      attribute (self, "w:eastAsia", "zh-TW");
      end (self);
    }
  end (self);
}

/* Characters XML does not allow are left out. */
static void
write_text (Docx       *self,
            const char *text,
            gsize       len)
{
  g_autoptr(GString) clean = g_string_sized_new (len);

  for (const char *at = text; at < text + len; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
        g_string_append_unichar (clean, c);
    }
  start (self, "w:t");
  attribute (self, "xml:space", "preserve");
  xmlTextWriterWriteString (self->xml, BAD_CAST clean->str);
  end (self);
}

static void
write_run (Docx          *self,
           const char    *text,
           gsize          len,
           const RunLook *look)
{
  const char *stop = text + len;

  start (self, "w:r");
  write_look (self, look);
  while (text < stop)
    {
      const char *line = memchr (text, '\n', stop - text);
      const char *to = line != NULL ? line : stop;

      if (to > text)
        write_text (self, text, to - text);
      if (line != NULL)
        value (self, "w:br", NULL);
      text = line != NULL ? line + 1 : stop;
    }
  end (self);
}

static void
write_source (Docx            *self,
              const char      *number,
              gsize            len,
              const DzRichRun *run,
              double           size)
{
  RunLook look = { .size = size, .raise = size * 0.62, .font = "黑体" };
  g_autofree char *words = g_strdup_printf (WORD_JOINER "%.*s", (int) len, number);
  gboolean linked = g_hash_table_contains (self->entries, &run->report_id);

  if (linked)
    {
      g_autofree char *anchor = g_strdup_printf ("source_%" G_GINT64_FORMAT, run->report_id);

      start (self, "w:hyperlink");
      attribute (self, "w:anchor", anchor);
    }
  write_run (self, words, strlen (words), &look);
  if (linked)
    end (self);
}

static void
write_styled (Docx            *self,
              const char      *text,
              const DzRichRun *run,
              const RunLook   *base,
              double           size,
              double           source_size)
{
  RunLook look = *base;
  gsize len = run->end - run->start;

  switch (run->style)
    {
    case DZ_RICH_SOURCE:
      write_source (self, text, len, run, source_size);
      return;
    case DZ_RICH_DASH:
      write_run (self, HOLLOW_DASH, strlen (HOLLOW_DASH), &look);
      return;
    case DZ_RICH_STRONG:
      look.bold = TRUE;
      break;
    case DZ_RICH_SANS:
      look.font = "黑体";
      break;
    case DZ_RICH_SMALL:
      look.size = size * 0.9;
      break;
    case DZ_RICH_FINE:
      look.size = size * 0.75;
      look.font = "黑体";
      break;
    case DZ_RICH_TRADITIONAL:
      look.traditional = TRUE;
      break;
    case DZ_RICH_PLAIN:
    case DZ_RICH_EVIDENCE:
    default:
      break;
    }
  write_run (self, text, len, &look);
}

static void
write_rich (Docx          *self,
            const DzRich  *rich,
            const RunLook *base,
            double         size,
            double         source_size)
{
  gsize at = 0;

  for (guint i = 0; i < rich->runs->len; i++)
    {
      const DzRichRun *run = &g_array_index (rich->runs, DzRichRun, i);

      if (run->start > at)
        write_run (self, rich->text->str + at, run->start - at, base);
      write_styled (self, rich->text->str + run->start, run, base, size, source_size);
      at = run->end;
    }
  if (rich->text->len > at)
    write_run (self, rich->text->str + at, rich->text->len - at, base);
}

static void
start_paragraph (Docx       *self,
                 const char *style)
{
  start (self, "w:p");
  start (self, "w:pPr");
  value (self, "w:pStyle", style);
  if (self->break_before)
    value (self, "w:pageBreakBefore", NULL);
  self->break_before = FALSE;
}

static const char *const role_styles[DZ_N_ROLES] = {
  [DZ_ROLE_TITLE] = "Title",           [DZ_ROLE_SUBTITLE] = "Subtitle1", [DZ_ROLE_HEADING_1] = "Heading1",
  [DZ_ROLE_HEADING_2] = "Heading2",    [DZ_ROLE_HEADING_3] = "Heading3", [DZ_ROLE_SHEET_TITLE] = "SheetTitle",
  [DZ_ROLE_BODY] = "Body",             [DZ_ROLE_FLUSH] = "Flush",        [DZ_ROLE_QUOTATION] = "Quotation",
  [DZ_ROLE_SMALL] = "Small",           [DZ_ROLE_CENTRED] = "Centred",    [DZ_ROLE_NOTE] = "Note",
  [DZ_ROLE_ISSUER] = "Issuer",         [DZ_ROLE_DATE] = "DateLine",      [DZ_ROLE_TABLE] = "Caption",
  [DZ_ROLE_CHART] = "FigureCaption",   [DZ_ROLE_STRIPS] = "Picture",
};

static void
write_text_block (Docx              *self,
                  const DzTextBlock *block)
{
  RunLook look = { 0 };

  start_paragraph (self, role_styles[block->parent.role]);
  if (block->parent.role == DZ_ROLE_TITLE && block->parent.after > 0)
    {
      start (self, "w:spacing");
      number_attribute (self, "w:after", twips (block->parent.after));
      number_attribute (self, "w:line", twips (block->style.pitch));
      attribute (self, "w:lineRule", "exact");
      end (self);
    }
  if (block->parent.role == DZ_ROLE_DATE)
    {
      start (self, "w:ind");
      number_attribute (self, "w:left", twips (block->left));
      end (self);
    }
  if (block->parent.role == DZ_ROLE_HEADING_1 && block->style.first == 0)
    {
      start (self, "w:ind");
      attribute (self, "w:firstLineChars", "0");
      attribute (self, "w:firstLine", "0");
      end (self);
      if (block->style.align == DZ_ALIGN_CENTRE)
        value (self, "w:jc", "center");
    }
  if (block->style.first < 0 && block->parent.role == DZ_ROLE_SMALL)
    {
      start (self, "w:ind");
      number_attribute (self, "w:left", twips (-block->style.first));
      number_attribute (self, "w:hanging", twips (-block->style.first));
      end (self);
    }
  end (self);
  write_rich (self, block->rich, &look, block->style.size, block->style.source_size);
  end (self);
}

/* --- tables --- */

static void
write_border (Docx       *self,
              const char *side,
              int         eighths,
              const char *colour)
{
  start (self, side);
  attribute (self, "w:val", eighths > 0 ? "single" : "nil");
  if (eighths > 0)
    {
      number_attribute (self, "w:sz", eighths);
      attribute (self, "w:space", "0");
      attribute (self, "w:color", colour);
    }
  end (self);
}

static void
write_cell_start (Docx   *self,
                  double  width,
                  guint   span,
                  int     top,
                  int     bottom,
                  gboolean grey,
                  const char *align)
{
  start (self, "w:tc");
  start (self, "w:tcPr");
  start (self, "w:tcW");
  number_attribute (self, "w:w", twips (width));
  attribute (self, "w:type", "dxa");
  end (self);
  if (span > 1)
    number_value (self, "w:gridSpan", (int) span);
  start (self, "w:tcBorders");
  if (top > 0)
    write_border (self, "w:top", top, grey ? "737373" : "000000");
  if (bottom > 0)
    write_border (self, "w:bottom", bottom, "000000");
  end (self);
  value (self, "w:vAlign", align);
  end (self);
}

static const char *
justification (DzAlign align)
{
  static const char *const words[] = { "left", "left", "center", "right" };

  return words[align];
}

static void
start_cell_paragraph (Docx                *self,
                      const DzTableColumn *column,
                      double               line,
                      gboolean             keep,
                      gboolean             head,
                      gboolean             hangs)
{
  start (self, "w:p");
  start (self, "w:pPr");
  value (self, "w:pStyle", "Cell");
  if (keep)
    value (self, "w:keepNext", NULL);
  if (hangs)
    {
      /* the number ends at the first stop, its mark begins at the second and moves nothing */
      double stop = column->width - column->pad_right - 2;

      start (self, "w:tabs");
      for (guint i = 0; i < 2; i++)
        {
          start (self, "w:tab");
          attribute (self, "w:val", i == 0 ? "right" : "left");
          number_attribute (self, "w:pos", twips (stop) + (int) i * 10);
          end (self);
        }
      end (self);
    }
  start (self, "w:spacing");
  number_attribute (self, "w:line", twips (line));
  attribute (self, "w:lineRule", "exact");
  end (self);
  if (!hangs && column->align == DZ_ALIGN_RIGHT && column->pad_right > 5 && !head)
    {
      start (self, "w:ind");
      number_attribute (self, "w:right", twips (column->pad_right - 2));
      end (self);
    }
  if (head && column->align == DZ_ALIGN_RIGHT && column->pad_right > 5)
    {
      start (self, "w:ind");
      number_attribute (self, "w:left", -40);
      number_attribute (self, "w:right", twips (column->pad_right - 2));
      end (self);
    }
  value (self, "w:jc", hangs ? "left" : justification (column->align));
  end (self);
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
write_head (Docx               *self,
            const DzTableBlock *block)
{
  RunLook look = { .size = 9.5, .font = "黑体" };

  start (self, "w:tr");
  start (self, "w:trPr");
  value (self, "w:cantSplit", NULL);
  value (self, "w:tblHeader", NULL);
  end (self);
  for (guint c = 0; c < block->columns->len; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);

      write_cell_start (self, column->width, 1, block->spans->len > 0 ? 0 : 8, 4, FALSE, "bottom");
      start_cell_paragraph (self, column, 12.2, TRUE, TRUE, FALSE);
      /* five characters over a narrow column of numbers */
      look.size = column->pad_right >= DZ_TABLE_NUMBER_PAD && has_long_line (column->head, 4) ? 8.5 : 9.5;
      write_run (self, column->head, strlen (column->head), &look);
      end (self);
      end (self);
    }
  end (self);
}

/* The heads over several columns are a row of their own, also repeated. */
static void
write_spans (Docx               *self,
             const DzTableBlock *block)
{
  RunLook look = { .size = 9.5, .font = "黑体" };
  DzTableColumn centred = { .align = DZ_ALIGN_CENTRE };
  guint c = 0;

  start (self, "w:tr");
  start (self, "w:trPr");
  value (self, "w:cantSplit", NULL);
  value (self, "w:tblHeader", NULL);
  end (self);
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
      write_run (self, text, strlen (text), &look);
      end (self);
      end (self);
      c += n;
    }
  end (self);
}

static void
write_bookmark (Docx   *self,
                gint64  report_id)
{
  g_autofree char *name = g_strdup_printf ("source_%" G_GINT64_FORMAT, report_id);
  int id = (int) ++self->n_bookmarks;

  start (self, "w:bookmarkStart");
  number_attribute (self, "w:id", id);
  attribute (self, "w:name", name);
  end (self);
  start (self, "w:bookmarkEnd");
  number_attribute (self, "w:id", id);
  end (self);
}

static void
write_slot (Docx                *self,
            const DzPaperTable  *table,
            const DzTableColumn *column,
            const DzSlot        *slot,
            gboolean             keep,
            gboolean             bookmark)
{
  RunLook look = { .size = slot->size > 0 ? slot->size : table->size, .bold = slot->strong,
                   .font = column->sans || slot->sans ? "黑体" : NULL };
  gboolean hangs = slot->hang != NULL && column->align == DZ_ALIGN_RIGHT;

  start_cell_paragraph (self, column, MAX (table->line, look.size + 2), keep, FALSE, hangs);
  if (bookmark && slot->report_id != 0)
    write_bookmark (self, slot->report_id);
  if (hangs)
    {
      start (self, "w:r");
      value (self, "w:tab", NULL);
      end (self);
    }
  if (slot->kind == DZ_SLOT_DASH)
    {
      look.size = 8;
      write_run (self, HOLLOW_DASH, strlen (HOLLOW_DASH), &look);
    }
  else if (slot->kind == DZ_SLOT_TEXT)
    write_rich (self, slot->rich, &look, look.size, table->source_size);
  if (hangs)
    {
      gboolean star = g_str_equal (slot->hang, "＊");

      look.size = star ? 8 : 6.5;
      look.raise = star ? 0 : 3;
      start (self, "w:r");
      value (self, "w:tab", NULL);
      end (self);
      write_run (self, slot->hang, strlen (slot->hang), &look);
    }
  end (self);
}

static void
write_row (Docx               *self,
           const DzPaperTable *table,
           const DzTableBlock *block,
           guint               r)
{
  const DzTableRow *row = g_ptr_array_index (block->rows, r);
  gboolean last = r + 1 == block->rows->len;
  /* a short block of numbers goes over whole, as on paper */
  gboolean keep = !last && table->blocks->len > 1 && block->rows->len <= 24;
  int top = r == 0 || row->rule == DZ_RULE_NONE ? 0 : row->rule == DZ_RULE_HAIR ? 4 : 2;

  start (self, "w:tr");
  start (self, "w:trPr");
  value (self, "w:cantSplit", NULL);
  start (self, "w:trHeight");
  number_attribute (self, "w:val", twips (table->pitch));
  attribute (self, "w:hRule", "atLeast");
  end (self);
  end (self);
  for (guint c = 0; c < row->n_slots; c++)
    {
      const DzTableColumn *column = &g_array_index (block->columns, DzTableColumn, c);

      write_cell_start (self, column->width, 1, top, last ? 8 : 0, row->rule == DZ_RULE_GREY,
                        table->top ? "top" : "center");
      write_slot (self, table, column, &row->slots[c], keep, c == 0 && g_strcmp0 (table->key, "sources") == 0);
      end (self);
    }
  end (self);
}

static void
write_grid (Docx               *self,
            const DzTableBlock *block)
{
  double width = 0;

  for (guint c = 0; c < block->columns->len; c++)
    width += g_array_index (block->columns, DzTableColumn, c).width;
  start (self, "w:tblPr");
  start (self, "w:tblW");
  number_attribute (self, "w:w", twips (width));
  attribute (self, "w:type", "dxa");
  end (self);
  value (self, "w:jc", "center");
  start (self, "w:tblLayout");
  attribute (self, "w:type", "fixed");
  end (self);
  start (self, "w:tblCellMar");
  for (guint i = 0; i < 2; i++)
    {
      start (self, i == 0 ? "w:left" : "w:right");
      attribute (self, "w:w", "40");
      attribute (self, "w:type", "dxa");
      end (self);
    }
  end (self);
  end (self);
  start (self, "w:tblGrid");
  for (guint c = 0; c < block->columns->len; c++)
    {
      start (self, "w:gridCol");
      number_attribute (self, "w:w", twips (g_array_index (block->columns, DzTableColumn, c).width));
      end (self);
    }
  end (self);
}

static void
write_plain_paragraph (Docx       *self,
                       const char *style,
                       const char *text)
{
  RunLook look = { 0 };

  start_paragraph (self, style);
  end (self);
  write_run (self, text, strlen (text), &look);
  end (self);
}

/* A thin line of nothing: two tables that touch would become one. */
static void
write_gap (Docx *self)
{
  start (self, "w:p");
  start (self, "w:pPr");
  start (self, "w:spacing");
  number_attribute (self, "w:line", 120);
  attribute (self, "w:lineRule", "exact");
  end (self);
  end (self);
  end (self);
}

static void
write_table (Docx               *self,
             const DzPaperTable *table)
{
  if (table->number > 0)
    {
      g_autofree char *caption = g_strdup_printf ("表%u　%s", table->number, table->caption);

      write_plain_paragraph (self, "Caption", caption);
    }
  else if (self->break_before)
    write_plain_paragraph (self, "Note", "");
  for (guint i = 0; i < table->blocks->len; i++)
    {
      const DzTableBlock *block = g_ptr_array_index (table->blocks, i);

      if (i > 0)
        write_gap (self);
      start (self, "w:tbl");
      write_grid (self, block);
      if (block->spans->len > 0)
        write_spans (self, block);
      write_head (self, block);
      for (guint r = 0; r < block->rows->len; r++)
        write_row (self, table, block, r);
      end (self);
    }
  if (table->note != NULL)
    {
      RunLook look = { 0 };

      start_paragraph (self, "Note");
      end (self);
      write_rich (self, table->note, &look, 9, 7);
      end (self);
    }
  else
    write_gap (self);
}

/* --- pictures --- */

static void
write_blip (Docx *self,
            guint n)
{
  g_autofree char *png = g_strdup_printf ("rIdPng%u", n);
  g_autofree char *svg = g_strdup_printf ("rIdSvg%u", n);

  start (self, "pic:blipFill");
  start (self, "a:blip");
  attribute (self, "r:embed", png);
  start (self, "a:extLst");
  start (self, "a:ext");
  attribute (self, "uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}");
  start (self, "asvg:svgBlip");
  attribute (self, "xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main");
  attribute (self, "r:embed", svg);
  end (self);
  end (self);
  end (self);
  end (self);
  start (self, "a:stretch");
  start (self, "a:fillRect");
  end (self);
  end (self);
  end (self);
}

static void
write_extent (Docx       *self,
              const char *name,
              double      width,
              double      height)
{
  start (self, name);
  number_attribute (self, "cx", (int) lround (width * EMU));
  number_attribute (self, "cy", (int) lround (height * EMU));
  end (self);
}

static void
write_drawing (Docx       *self,
               guint       n,
               const char *words,
               double      width,
               double      height)
{
  g_autofree char *name = g_strdup_printf ("图%u", n);

  start (self, "w:drawing");
  start (self, "wp:inline");
  write_extent (self, "wp:extent", width, height);
  start (self, "wp:docPr");
  number_attribute (self, "id", (int) n);
  attribute (self, "name", name);
  attribute (self, "descr", words);
  end (self);
  start (self, "a:graphic");
  start (self, "a:graphicData");
  attribute (self, "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
  start (self, "pic:pic");
  start (self, "pic:nvPicPr");
  start (self, "pic:cNvPr");
  number_attribute (self, "id", (int) n);
  attribute (self, "name", name);
  end (self);
  start (self, "pic:cNvPicPr");
  end (self);
  end (self);
  write_blip (self, n);
  start (self, "pic:spPr");
  start (self, "a:xfrm");
  start (self, "a:off");
  attribute (self, "x", "0");
  attribute (self, "y", "0");
  end (self);
  write_extent (self, "a:ext", width, height);
  end (self);
  start (self, "a:prstGeom");
  attribute (self, "prst", "rect");
  start (self, "a:avLst");
  end (self);
  end (self);
  end (self);
  end (self);
  end (self);
  end (self);
  end (self);
  end (self);
}

static void
write_picture (Docx       *self,
               DzBlock    *block,
               guint       slice,
               const char *words,
               double      width)
{
  double height = block->klass->draw_picture (block, NULL, slice);

  if (height <= 0)
    return;
  g_ptr_array_add (self->pictures, dz_picture_svg (block, slice, width, height));
  g_ptr_array_add (self->pictures, dz_picture_png (block, slice, width, height));
  start_paragraph (self, "Picture");
  if (block->role == DZ_ROLE_STRIPS)
    value (self, "w:jc", "left");
  end (self);
  start (self, "w:r");
  write_drawing (self, self->pictures->len / 2, words, width, height);
  end (self);
  end (self);
}

static void
write_chart (Docx         *self,
             DzChartBlock *block)
{
  for (guint i = 0; i < block->n_pages; i++)
    {
      g_autofree char *caption = dz_chart_block_dup_caption (block, i);

      write_picture (self, &block->parent, i, caption, block->width);
      write_plain_paragraph (self, "FigureCaption", caption);
    }
}

static void
write_block (Docx    *self,
             DzBlock *block)
{
  if (dz_block_is_text (block))
    write_text_block (self, (DzTextBlock *) block);
  else if (block->role == DZ_ROLE_TABLE)
    write_table (self, (DzPaperTable *) block);
  else if (block->role == DZ_ROLE_CHART)
    write_chart (self, (DzChartBlock *) block);
  else if (block->role == DZ_ROLE_STRIPS)
    write_picture (self, block, 0, "主要数据与全县对照", DZ_TYPE_WIDTH);
}

/* --- the document --- */

static void
write_section (Docx    *self,
               gboolean landscape)
{
  start (self, "w:sectPr");
  for (guint i = 0; i < 2; i++)
    {
      start (self, "w:footerReference");
      attribute (self, "w:type", i == 0 ? "default" : "even");
      attribute (self, "r:id", i == 0 ? "rIdFooter1" : "rIdFooter2");
      end (self);
    }
  start (self, "w:pgSz");
  number_attribute (self, "w:w", twips (landscape ? DZ_PAPER_HEIGHT : DZ_PAPER_WIDTH));
  number_attribute (self, "w:h", twips (landscape ? DZ_PAPER_WIDTH : DZ_PAPER_HEIGHT));
  if (landscape)
    attribute (self, "w:orient", "landscape");
  end (self);
  start (self, "w:pgMar");
  number_attribute (self, "w:top", twips (landscape ? DZ_PAPER_BINDING : DZ_PAPER_TOP));
  number_attribute (self, "w:right", twips (landscape ? 37 * DZ_MM : DZ_PAPER_OUTER));
  number_attribute (self, "w:bottom", twips (landscape ? DZ_PAPER_OUTER : 35 * DZ_MM - 1));
  number_attribute (self, "w:left", twips (landscape ? 35 * DZ_MM : DZ_PAPER_BINDING));
  number_attribute (self, "w:header", 851);
  number_attribute (self, "w:footer", twips (landscape ? 14 * DZ_MM : 23 * DZ_MM));
  number_attribute (self, "w:gutter", 0);
  end (self);
  end (self);
}

/* Ends the section of @landscape pages; what follows begins a new page. */
static void
break_section (Docx    *self,
               gboolean landscape)
{
  start (self, "w:p");
  start (self, "w:pPr");
  write_section (self, landscape);
  end (self);
  end (self);
  self->break_before = FALSE;
}

static void
find_entries (Docx      *self,
              GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      DzBlock *block = g_ptr_array_index (blocks, i);
      DzPaperTable *table = (DzPaperTable *) block;
      DzTableBlock *part;

      if (block->role != DZ_ROLE_TABLE || g_strcmp0 (table->key, "sources") != 0)
        continue;
      part = g_ptr_array_index (table->blocks, 0);
      for (guint r = 0; r < part->rows->len; r++)
        {
          const DzTableRow *row = g_ptr_array_index (part->rows, r);

          if (row->slots[0].report_id != 0)
            g_hash_table_add (self->entries, (gpointer) &row->slots[0].report_id);
        }
    }
}

static void
write_body (Docx       *self,
            DzDocument *document)
{
  guint n = dz_document_get_n_chapters (document);
  gboolean landscape = FALSE;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (dz_document_get_chapter_id (document, i), "sources") == 0)
      {
        g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, i);

        find_entries (self, blocks);
      }
  start (self, "w:body");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, i);

      self->break_before = i > 0;
      if (dz_document_is_landscape (document, i) != landscape)
        {
          break_section (self, landscape);
          landscape = !landscape;
        }
      for (guint k = 0; k < blocks->len; k++)
        write_block (self, g_ptr_array_index (blocks, k));
    }
  write_section (self, landscape);
  end (self);
}

static xmlBufferPtr
write_document (Docx       *self,
                DzDocument *document)
{
  static const char *const spaces[][2] = {
    { "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
    { "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    { "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
    { "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
    { "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture" },
  };
  xmlBufferPtr buffer = xmlBufferCreate ();

  self->xml = xmlNewTextWriterMemory (buffer, 0);
  xmlTextWriterStartDocument (self->xml, "1.0", "UTF-8", "yes");
  start (self, "w:document");
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    attribute (self, spaces[i][0], spaces[i][1]);
  write_body (self, document);
  end (self);
  xmlTextWriterEndDocument (self->xml);
  xmlFreeTextWriter (self->xml);

  return buffer;
}

static char *
make_relations (Docx *self)
{
  GString *xml = g_string_new (DZ_DOCX_PROLOGUE "<Relationships "
                               "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  const char *type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  static const char *const fixed[][3] = { { "rIdStyles", "styles", "styles.xml" },
                                          { "rIdSettings", "settings", "settings.xml" },
                                          { "rIdFonts", "fontTable", "fontTable.xml" },
                                          { "rIdFooter1", "footer", "footer1.xml" },
                                          { "rIdFooter2", "footer", "footer2.xml" } };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_string_append_printf (xml, "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>", fixed[i][0], type,
                            fixed[i][1], fixed[i][2]);
  for (guint i = 1; i <= self->pictures->len / 2; i++)
    {
      g_string_append_printf (xml, "<Relationship Id=\"rIdSvg%u\" Type=\"%simage\" Target=\"media/picture%u.svg\"/>",
                              i, type, i);
      g_string_append_printf (xml, "<Relationship Id=\"rIdPng%u\" Type=\"%simage\" Target=\"media/picture%u.png\"/>",
                              i, type, i);
    }
  g_string_append (xml, "</Relationships>");

  return g_string_free (xml, FALSE);
}

static char *
make_core (DzDocument *document)
{
  g_autofree char *title = g_markup_escape_text (dz_document_get_title (document), -1);

  return g_strdup_printf (
    DZ_DOCX_PROLOGUE
    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s</dc:title><dc:creator>Duizhao</dc:creator>"
    "<dc:language>zh-CN</dc:language>"
    "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:created>"
    "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>",
    title);
}

static gboolean
add_string (DzZipWriter *zip,
            const char  *name,
            const char  *xml,
            GError     **error)
{
  return dz_zip_writer_add (zip, name, xml, strlen (xml), error);
}

static gboolean
add_pictures (Docx        *self,
              DzZipWriter *zip,
              GError     **error)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/media/picture%u.%s", i / 2 + 1, i % 2 == 0 ? "svg" : "png");
      gsize len;
      const void *data = g_bytes_get_data (g_ptr_array_index (self->pictures, i), &len);

      if (!dz_zip_writer_add (zip, name, data, len, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_package (Docx        *self,
               DzDocument  *document,
               const char  *path,
               GError     **error)
{
  g_autoptr(DzZipWriter) zip = NULL;
  xmlBufferPtr body = write_document (self, document);
  g_autofree char *relations = make_relations (self);
  g_autofree char *core = make_core (document);
  gboolean ok;

  zip = dz_zip_writer_new (path, error);
  ok = zip != NULL;
  for (guint i = 0; ok && i < dz_docx_n_parts; i++)
    ok = add_string (zip, dz_docx_parts[i].name, dz_docx_parts[i].xml, error);
  ok = ok && add_string (zip, "docProps/core.xml", core, error) &&
       add_string (zip, "word/_rels/document.xml.rels", relations, error) &&
       dz_zip_writer_add (zip, "word/document.xml", xmlBufferContent (body), xmlBufferLength (body), error) &&
       add_pictures (self, zip, error) && dz_zip_writer_close (zip, error);
  xmlBufferFree (body);

  return ok;
}

/**
 * dz_export_docx:
 *
 * Writes the pages as a document that can be finished in Word, WPS or LibreOffice.
 *
 * Returns: %FALSE with @error set if there is nothing to write or the file cannot be written
 */
gboolean
dz_export_docx (DzDocument    *document,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  g_auto(DzPartFile) file = { 0 };
  Docx self = { 0 };
  gboolean ok;

  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  if (dz_document_get_n_pages (document) == 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NO_DATA, "No page to write: tick at least one part.");
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  dz_part_file_init (&file, path);
  self.pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self.entries = g_hash_table_new (g_int64_hash, g_int64_equal);
  ok = write_package (&self, document, file.part, error) && dz_part_file_finish (&file, error);
  g_hash_table_unref (self.entries);
  g_ptr_array_unref (self.pictures);

  return ok;
}
