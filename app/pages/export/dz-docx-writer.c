/* dz-docx-writer.c - WordprocessingML: elements, runs, paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-writer.h"

#include <math.h>
#include <string.h>

#define MARK 3 /* bytes of 表 and 图 */
#define THIN_SPACE "\342\200\211" /* U+2009, in 12 000 */
#define JOINER "\357\273\277" /* U+FEFF: no break on either side; Word knows no U+2060, LibreOffice breaks after Word's own dash */

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

/* A mark that hangs on its number begins no line, and a number parted by a thin space is one. */
static char *
join_numbers (const char *text,
              gsize       len)
{
  g_autoptr(GString) joined = g_string_new_len (text, (gssize) len);

  g_string_replace (joined, "＊", JOINER "＊", 0);
  g_string_replace (joined, THIN_SPACE, JOINER THIN_SPACE JOINER, 0);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

void
dz_docx_write_run (DzDocx           *self,
                   const char       *text,
                   gsize             len,
                   const DzDocxLook *look)
{
  g_autofree char *joined = join_numbers (text, len);
  const char *stop;

  text = joined;
  stop = text + strlen (text);
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

/* A number in brackets never parts nor begins a line: joiners stand before it and after its dash. */
static void
write_number (DzDocx           *self,
              const char       *number,
              gsize             len,
              const DzDocxLook *look)
{
  g_autofree char *plain = g_strndup (number, len);
  g_auto(GStrv) parts = g_strsplit (plain, "-", 2);
  g_autofree char *joined = g_strjoinv ("-" JOINER, parts);
  g_autofree char *whole = g_strconcat (JOINER, joined, NULL);

  dz_docx_write_run (self, whole, strlen (whole), look);
}

static void
write_source (DzDocx          *self,
              const char      *number,
              gsize            len,
              const DzRichRun *run,
              double           size)
{
  DzDocxLook look = { .size = size, .raise = size * 0.62, .font = "黑体" };
  gboolean linked = g_hash_table_contains (self->entries, &run->report_id);

  if (linked && !g_hash_table_contains (self->cited, &run->report_id))
    {
      g_autofree char *name = g_strdup_printf ("cited_%" G_GINT64_FORMAT, run->report_id);

      dz_docx_write_bookmark (self, name);
      g_hash_table_add (self->cited, g_memdup2 (&run->report_id, sizeof run->report_id));
    }
  if (linked)
    {
      g_autofree char *anchor = g_strdup_printf ("source_%" G_GINT64_FORMAT, run->report_id);

      dz_docx_start (self, "w:hyperlink");
      dz_docx_attribute (self, "w:anchor", anchor);
    }
  write_number (self, number, len, &look);
  if (linked)
    dz_docx_end (self);
}

static void
write_field_mark (DzDocx     *self,
                  const char *kind)
{
  dz_docx_start (self, "w:r");
  dz_docx_start (self, "w:fldChar");
  dz_docx_attribute (self, "w:fldCharType", kind);
  dz_docx_end (self);
  dz_docx_end (self);
}

/* What follows is what field @instruction shows, until it is closed. */
void
dz_docx_open_field (DzDocx     *self,
                    const char *instruction)
{
  write_field_mark (self, "begin");
  dz_docx_start (self, "w:r");
  dz_docx_start (self, "w:instrText");
  dz_docx_attribute (self, "xml:space", "preserve");
  xmlTextWriterWriteFormatString (self->xml, " %s ", instruction);
  dz_docx_end (self);
  dz_docx_end (self);
  write_field_mark (self, "separate");
}

void
dz_docx_close_field (DzDocx *self)
{
  write_field_mark (self, "end");
}

void
dz_docx_write_field (DzDocx           *self,
                     const char       *instruction,
                     const char       *shown,
                     const DzDocxLook *look)
{
  dz_docx_open_field (self, instruction);
  dz_docx_write_run (self, shown, strlen (shown), look);
  dz_docx_close_field (self);
}

/* How many bytes of 表2 or 图1 begin at @text, if there is such a caption; else 0. */
static gsize
reference_length (DzDocx     *self,
                  const char *text,
                  const char *stop)
{
  g_autofree char *word = NULL;
  gsize n = MARK;

  if ((gsize) (stop - text) <= MARK || (strncmp (text, "表", MARK) != 0 && strncmp (text, "图", MARK) != 0))
    return 0;
  while (text + n < stop && g_ascii_isdigit (text[n]))
    n++;
  word = g_strndup (text, n);

  return g_hash_table_contains (self->captions, word) ? n : 0;
}

/* REF names a place: no bookmark is called by a Chinese word in all programs. */
static char *
dup_reference (const char *word,
               gsize       len)
{
  return g_strdup_printf ("%s_%.*s", strncmp (word, "表", MARK) == 0 ? "table" : "figure", (int) (len - MARK), word + MARK);
}

/* Words of ours: 表2 and 图1 in them are fields that count along. */
static void
write_referring (DzDocx           *self,
                 const char       *text,
                 gsize             len,
                 const DzDocxLook *look)
{
  const char *stop = text + len, *done = text;

  for (const char *at = text; at < stop; at = g_utf8_next_char (at))
    {
      gsize n = reference_length (self, at, stop);

      if (n > 0)
        {
          g_autofree char *place = dup_reference (at, n);
          g_autofree char *instruction = g_strdup_printf ("REF %s \\h", place);
          g_autofree char *shown = g_strndup (at, n);

          if (at > done)
            dz_docx_write_run (self, done, at - done, look);
          dz_docx_write_field (self, instruction, shown, look);
          done = at + n;
        }
    }
  if (stop > done)
    dz_docx_write_run (self, done, stop - done, look);
}

/**
 * dz_docx_write_caption:
 * @caption: 表2　…, 图1　…（续）
 *
 * A paragraph whose number is counted by the program that opens the file; what refers to it refers to 表2.
 */
void
dz_docx_write_caption (DzDocx     *self,
                       const char *style,
                       const char *caption)
{
  DzDocxLook look = { 0 };
  gsize n = MARK + strspn (caption + MARK, "0123456789");
  gboolean again = g_str_has_suffix (caption, "（续）");
  g_autofree char *name = dup_reference (caption, n);
  g_autofree char *number = g_strndup (caption + MARK, n - MARK);
  g_autofree char *instruction = g_strdup_printf ("SEQ %.*s \\* ARABIC%s", MARK, caption, again ? " \\c" : "");
  int id = (int) ++self->n_bookmarks;

  dz_docx_start_paragraph (self, style);
  dz_docx_end_properties (self);
  if (!again)
    {
      dz_docx_start (self, "w:bookmarkStart");
      dz_docx_number_attribute (self, "w:id", id);
      dz_docx_attribute (self, "w:name", name);
      dz_docx_end (self);
    }
  dz_docx_write_run (self, caption, MARK, &look);
  dz_docx_write_field (self, instruction, number, &look);
  if (!again)
    {
      dz_docx_start (self, "w:bookmarkEnd");
      dz_docx_number_attribute (self, "w:id", id);
      dz_docx_end (self);
    }
  dz_docx_write_run (self, caption + n, strlen (caption + n), &look);
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

/* 7个 before its sources: what counts a number moves to the next line with it, as they do. */
static gsize
unit_before_source (const char      *text,
                    gsize            from,
                    const DzRichRun *run)
{
  gsize unit = run->start - MIN (run->start, 3);

  return run->style == DZ_RICH_SOURCE && unit > from && (guchar) text[unit] >= 0xe3 && g_ascii_isdigit (text[unit - 1]) ? unit : run->start;
}

void
dz_docx_write_rich (DzDocx           *self,
                    const DzRich     *rich,
                    const DzDocxLook *base,
                    double            size,
                    double            source_size)
{
  void (*write) (DzDocx *, const char *, gsize, const DzDocxLook *) = rich->keys->len > 0 ? write_referring : dz_docx_write_run;
  gsize at = 0;

  for (guint i = 0; i < rich->runs->len; i++)
    {
      const DzRichRun *run = &g_array_index (rich->runs, DzRichRun, i);

      if (run->style == DZ_RICH_EVIDENCE || run->start < at) /* plain words, or said already */
        continue;
      if (run->start > at)
        {
          gsize unit = unit_before_source (rich->text->str, at, run);

          write (self, rich->text->str + at, unit - at, base);
          if (unit < run->start)
            {
              g_autofree char *joined = g_strdup_printf (JOINER "%.*s", (int) (run->start - unit), rich->text->str + unit);

              dz_docx_write_run (self, joined, strlen (joined), base);
            }
        }
      write_styled (self, rich->text->str + run->start, run, base, size, source_size);
      at = run->end;
    }
  if (rich->text->len > at)
    write (self, rich->text->str + at, rich->text->len - at, base);
}

/* Returns: (transfer full): what the bookmark of a heading is called, by its place in 目录 */
char *
dz_docx_dup_place (guint item)
{
  return g_strdup_printf ("_Toc%u", 100000 + item);
}

/* An empty bookmark before what comes next in a paragraph. */
void
dz_docx_write_bookmark (DzDocx     *self,
                        const char *name)
{
  int id = (int) ++self->n_bookmarks;

  dz_docx_start (self, "w:bookmarkStart");
  dz_docx_number_attribute (self, "w:id", id);
  dz_docx_attribute (self, "w:name", name);
  dz_docx_end (self);
  dz_docx_start (self, "w:bookmarkEnd");
  dz_docx_number_attribute (self, "w:id", id);
  dz_docx_end (self);
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

/* Ends the properties of a paragraph; what leads to it leads to its first word. */
void
dz_docx_end_properties (DzDocx *self)
{
  dz_docx_end (self);
  for (guint i = 0; i < self->places->len; i++)
    {
      g_autofree char *name = dz_docx_dup_place (g_array_index (self->places, guint, i));

      dz_docx_write_bookmark (self, name);
    }
  g_array_set_size (self->places, 0);
}

void
dz_docx_write_plain (DzDocx     *self,
                     const char *style,
                     const char *text)
{
  DzDocxLook look = { 0 };

  dz_docx_start_paragraph (self, style);
  dz_docx_end_properties (self);
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
