/* dz-docx-writer.c - WordprocessingML: elements, runs, paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-writer.h"

#include <math.h>
#include <string.h>

#define WORD_JOINER "\342\201\240"

int
dz_docx_twips (double points)
{
  return (int) lround (points * 20);
}

void
dz_docx_start (DzDocx     *self,
               const char *name)
{
  xmlTextWriterStartElement (self->xml, BAD_CAST name);
}

void
dz_docx_end (DzDocx *self)
{
  xmlTextWriterEndElement (self->xml);
}

void
dz_docx_attribute (DzDocx     *self,
                   const char *name,
                   const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST value);
}

void
dz_docx_number_attribute (DzDocx     *self,
                          const char *name,
                          int         value)
{
  xmlTextWriterWriteFormatAttribute (self->xml, BAD_CAST name, "%d", value);
}

/* <name w:val="value"/> */
void
dz_docx_value (DzDocx     *self,
               const char *name,
               const char *v)
{
  dz_docx_start (self, name);
  if (v != NULL)
    dz_docx_attribute (self, "w:val", v);
  dz_docx_end (self);
}

void
dz_docx_number_value (DzDocx     *self,
                      const char *name,
                      int         v)
{
  dz_docx_start (self, name);
  dz_docx_number_attribute (self, "w:val", v);
  dz_docx_end (self);
}

static void
write_look (DzDocx           *self,
            const DzDocxLook *look)
{
  dz_docx_start (self, "w:rPr");
  if (look->font != NULL)
    {
      dz_docx_start (self, "w:rFonts");
      dz_docx_attribute (self, "w:ascii", "Arial");
      dz_docx_attribute (self, "w:hAnsi", "Arial");
      dz_docx_attribute (self, "w:eastAsia", look->font);
      dz_docx_attribute (self, "w:cs", "Arial");
      dz_docx_end (self);
    }
  if (look->bold)
    dz_docx_value (self, "w:b", NULL);
  if (look->raise > 0)
    dz_docx_number_value (self, "w:position", (int) lround (look->raise * 2));
  if (look->size > 0)
    {
      dz_docx_number_value (self, "w:sz", (int) lround (look->size * 2));
      dz_docx_number_value (self, "w:szCs", (int) lround (look->size * 2));
    }
  if (look->traditional)
    {
      dz_docx_start (self, "w:lang");
      dz_docx_attribute (self, "w:eastAsia", "zh-TW");
      dz_docx_end (self);
    }
  dz_docx_end (self);
}

/* Characters XML does not allow are left out. */
static void
write_text (DzDocx     *self,
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
  dz_docx_start (self, "w:t");
  dz_docx_attribute (self, "xml:space", "preserve");
  xmlTextWriterWriteString (self->xml, BAD_CAST clean->str);
  dz_docx_end (self);
}

void
dz_docx_write_run (DzDocx           *self,
                   const char       *text,
                   gsize             len,
                   const DzDocxLook *look)
{
  const char *stop = text + len;

  dz_docx_start (self, "w:r");
  write_look (self, look);
  while (text < stop)
    {
      const char *line = memchr (text, '\n', stop - text);
      const char *to = line != NULL ? line : stop;

      if (to > text)
        write_text (self, text, to - text);
      if (line != NULL)
        dz_docx_value (self, "w:br", NULL);
      text = line != NULL ? line + 1 : stop;
    }
  dz_docx_end (self);
}

static void
write_source (DzDocx          *self,
              const char      *number,
              gsize            len,
              const DzRichRun *run,
              double           size)
{
  DzDocxLook look = { .size = size, .raise = size * 0.62, .font = "黑体" };
  g_autofree char *words = g_strdup_printf (WORD_JOINER "%.*s", (int) len, number);
  gboolean linked = g_hash_table_contains (self->entries, &run->report_id);

  if (linked)
    {
      g_autofree char *anchor = g_strdup_printf ("source_%" G_GINT64_FORMAT, run->report_id);

      dz_docx_start (self, "w:hyperlink");
      dz_docx_attribute (self, "w:anchor", anchor);
    }
  dz_docx_write_run (self, words, strlen (words), &look);
  if (linked)
    dz_docx_end (self);
}

static void
write_styled (DzDocx           *self,
              const char       *text,
              const DzRichRun  *run,
              const DzDocxLook *base,
              double            size,
              double            source_size)
{
  DzDocxLook look = *base;
  gsize len = run->end - run->start;

  switch (run->style)
    {
    case DZ_RICH_SOURCE:
      write_source (self, text, len, run, source_size);
      return;
    case DZ_RICH_DASH:
      dz_docx_write_run (self, DZ_DOCX_HOLLOW_DASH, strlen (DZ_DOCX_HOLLOW_DASH), &look);
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
  dz_docx_write_run (self, text, len, &look);
}

void
dz_docx_write_rich (DzDocx           *self,
                    const DzRich     *rich,
                    const DzDocxLook *base,
                    double            size,
                    double            source_size)
{
  gsize at = 0;

  for (guint i = 0; i < rich->runs->len; i++)
    {
      const DzRichRun *run = &g_array_index (rich->runs, DzRichRun, i);

      if (run->start > at)
        dz_docx_write_run (self, rich->text->str + at, run->start - at, base);
      write_styled (self, rich->text->str + run->start, run, base, size, source_size);
      at = run->end;
    }
  if (rich->text->len > at)
    dz_docx_write_run (self, rich->text->str + at, rich->text->len - at, base);
}

void
dz_docx_start_paragraph (DzDocx     *self,
                         const char *style)
{
  dz_docx_start (self, "w:p");
  dz_docx_start (self, "w:pPr");
  dz_docx_value (self, "w:pStyle", style);
  if (self->break_before)
    dz_docx_value (self, "w:pageBreakBefore", NULL);
  self->break_before = FALSE;
}

void
dz_docx_write_plain (DzDocx     *self,
                     const char *style,
                     const char *text)
{
  DzDocxLook look = { 0 };

  dz_docx_start_paragraph (self, style);
  dz_docx_end (self);
  dz_docx_write_run (self, text, strlen (text), &look);
  dz_docx_end (self);
}

/* A thin line of nothing: two tables that touch would become one. */
void
dz_docx_write_gap (DzDocx *self)
{
  dz_docx_start (self, "w:p");
  dz_docx_start (self, "w:pPr");
  dz_docx_start (self, "w:spacing");
  dz_docx_number_attribute (self, "w:line", 120);
  dz_docx_attribute (self, "w:lineRule", "exact");
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
}
