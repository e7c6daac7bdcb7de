/* dz-export-docx.c - pages as DOCX for Word, WPS and LibreOffice
 *
 * The same blocks as on paper: real headings, tables and page numbers, charts
 * as vector pictures (SVG, with PNG for programs that cannot). A source number
 * links to its entry in the appendix.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-atomic-file.h"
#include "dz-docx-parts.h"
#include "dz-docx-writer.h"
#include "dz-document-private.h"
#include "dz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const role_styles[DZ_N_ROLES] = {
  [DZ_ROLE_TITLE] = "Title",           [DZ_ROLE_SUBTITLE] = "Subtitle1", [DZ_ROLE_HEADING_1] = "Heading1",
  [DZ_ROLE_HEADING_2] = "Heading2",    [DZ_ROLE_HEADING_3] = "Heading3", [DZ_ROLE_SHEET_TITLE] = "SheetTitle",
  [DZ_ROLE_BODY] = "Body",             [DZ_ROLE_FLUSH] = "Flush",        [DZ_ROLE_QUOTATION] = "Quotation",
  [DZ_ROLE_SMALL] = "Small",           [DZ_ROLE_CENTRED] = "Centred",    [DZ_ROLE_NOTE] = "Note",
  [DZ_ROLE_ISSUER] = "Issuer",         [DZ_ROLE_DATE] = "DateLine",      [DZ_ROLE_TABLE] = "Caption",
  [DZ_ROLE_CHART] = "FigureCaption",   [DZ_ROLE_STRIPS] = "Picture",     [DZ_ROLE_MASTHEAD] = "Masthead",
  [DZ_ROLE_NUMBER] = "NumberLine",     [DZ_ROLE_RECORD] = "Record",
};

/* Roles set no space of their own height: the white of a cover. */
static gboolean
is_space (const DzTextBlock *block)
{
  return block->parent.role == DZ_ROLE_FLUSH && dz_rich_is_empty (block->rich);
}

/* Lines of a letter that would not fit its page at their usual distance. */
static gboolean
is_closer (const DzTextBlock *block)
{
  DzBlockRole role = block->parent.role;

  return (role == DZ_ROLE_BODY || role == DZ_ROLE_FLUSH || role == DZ_ROLE_SUBTITLE || role == DZ_ROLE_ISSUER ||
          role == DZ_ROLE_DATE) && block->style.pitch < DZ_LINE_PITCH - 0.1;
}

/* Numbers of sources one behind the other move to the next line together, and leave a gap: Word and LibreOffice would stretch
 * what stands before it over the whole line. */
static gboolean
holds_row_of_sources (const DzRich *rich)
{
  for (guint i = 1; i < rich->runs->len; i++)
    {
      const DzRichRun *before = &g_array_index (rich->runs, DzRichRun, i - 1);
      const DzRichRun *run = &g_array_index (rich->runs, DzRichRun, i);

      if (before->style == DZ_RICH_SOURCE && run->style == DZ_RICH_SOURCE && before->end == run->start)
        return TRUE;
    }

  return FALSE;
}

static void
write_text_block (DzDocx            *self,
                  const DzTextBlock *block)
{
  DzDocxLook look = { 0 };

  dz_docx_start_paragraph (self, role_styles[block->parent.role]);
  if (is_space (block) || (block->parent.role == DZ_ROLE_TITLE && block->parent.after > 0) || is_closer (block))
    {
      dz_docx_start (self, "w:spacing");
      if (is_closer (block))
        dz_docx_number_attribute (self, "w:before", dz_docx_twips (block->parent.before));
      dz_docx_number_attribute (self, "w:after", dz_docx_twips (block->parent.after));
      dz_docx_number_attribute (self, "w:line", dz_docx_twips (block->style.pitch));
      dz_docx_attribute (self, "w:lineRule", "exact");
      dz_docx_end (self);
    }
  if (block->parent.role == DZ_ROLE_DATE)
    {
      dz_docx_start (self, "w:ind");
      dz_docx_number_attribute (self, "w:left", dz_docx_twips (block->left));
      dz_docx_end (self);
    }
  if (block->parent.role == DZ_ROLE_HEADING_1 && block->style.first == 0)
    {
      dz_docx_start (self, "w:ind");
      dz_docx_attribute (self, "w:firstLineChars", "0");
      dz_docx_attribute (self, "w:firstLine", "0");
      dz_docx_end (self);
      if (block->style.align == DZ_ALIGN_CENTRE)
        dz_docx_value (self, "w:jc", "center");
    }
  if (block->style.first < 0 && block->parent.role == DZ_ROLE_SMALL)
    {
      dz_docx_start (self, "w:ind");
      dz_docx_number_attribute (self, "w:left", dz_docx_twips (-block->style.first));
      dz_docx_number_attribute (self, "w:hanging", dz_docx_twips (-block->style.first));
      dz_docx_end (self);
    }
  if (block->style.align == DZ_ALIGN_JUSTIFY && holds_row_of_sources (block->rich))
    dz_docx_value (self, "w:jc", "left");
  dz_docx_end_properties (self);
  dz_docx_write_rich (self, block->rich, &look, block->style.size, block->style.source_size);
  dz_docx_end (self);
}

static void
write_block (DzDocx  *self,
             DzBlock *block)
{
  dz_docx_note_places (self, block, 0);
  if (dz_block_is_text (block))
    write_text_block (self, (DzTextBlock *) block);
  else if (block->role == DZ_ROLE_TABLE)
    dz_docx_write_table (self, (DzPaperTable *) block);
  else if (block->role == DZ_ROLE_CHART)
    dz_docx_write_chart (self, (DzChartBlock *) block);
  else if (block->role == DZ_ROLE_STRIPS)
    dz_docx_write_picture (self, block, 0, DZ_TYPE_WIDTH);
  else if (block->role == DZ_ROLE_CONTENTS)
    dz_docx_write_contents (self, (DzContentsBlock *) block);
}

/* A section of pages alike: what stands around their text, how they are numbered, how they lie. */
typedef enum
{
  SECTION_COVER,    /* nothing around it */
  SECTION_CONTENTS, /* I, II */
  SECTION_TEXT      /* from 1, under a running head where there is a cover */
} SectionKind;

static void
write_references (DzDocx     *self,
                  const char *what,
                  const char *id)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s%u", id, i + 1);

      dz_docx_start (self, what);
      dz_docx_attribute (self, "w:type", i == 0 ? "default" : "even");
      dz_docx_attribute (self, "r:id", part);
      dz_docx_end (self);
    }
}

static void
write_section (DzDocx      *self,
               SectionKind  kind,
               gboolean     first,
               DzPageForm   form)
{
  gboolean has_front = self->outline != NULL, landscape = form == DZ_FORM_LANDSCAPE, foldout = form == DZ_FORM_FOLDOUT;

  dz_docx_start (self, "w:sectPr");
  if (kind == SECTION_TEXT && has_front && first)
    write_references (self, "w:headerReference", "rIdHeader");
  if (kind != SECTION_COVER && first)
    write_references (self, "w:footerReference", "rIdFooter");
  /* page 1 lies on the right */
  if (kind == SECTION_TEXT && has_front && first)
    dz_docx_value (self, "w:type", "oddPage");
  dz_docx_start (self, "w:pgSz");
  dz_docx_number_attribute (self, "w:w", dz_docx_twips (foldout ? DZ_FOLDOUT_WIDTH : landscape ? DZ_PAPER_HEIGHT : DZ_PAPER_WIDTH));
  dz_docx_number_attribute (self, "w:h", dz_docx_twips (landscape ? DZ_PAPER_WIDTH : DZ_PAPER_HEIGHT));
  if (landscape || foldout)
    dz_docx_attribute (self, "w:orient", "landscape");
  dz_docx_end (self);
  dz_docx_start (self, "w:pgMar");
  dz_docx_number_attribute (self, "w:top", dz_docx_twips (landscape ? DZ_PAPER_BINDING : DZ_PAPER_TOP));
  dz_docx_number_attribute (self, "w:right", dz_docx_twips (landscape ? 37 * DZ_MM : DZ_PAPER_OUTER));
  dz_docx_number_attribute (self, "w:bottom", dz_docx_twips (landscape ? DZ_PAPER_OUTER : 35 * DZ_MM - 1));
  dz_docx_number_attribute (self, "w:left", dz_docx_twips (landscape ? 35 * DZ_MM : DZ_PAPER_BINDING));
  dz_docx_number_attribute (self, "w:header", 851);
  dz_docx_number_attribute (self, "w:footer", dz_docx_twips (landscape ? 14 * DZ_MM : 23 * DZ_MM));
  dz_docx_number_attribute (self, "w:gutter", 0);
  dz_docx_end (self);
  if (has_front && first && kind != SECTION_COVER)
    {
      dz_docx_start (self, "w:pgNumType");
      dz_docx_attribute (self, "w:fmt", kind == SECTION_CONTENTS ? "upperRoman" : "decimal");
      dz_docx_number_attribute (self, "w:start", 1);
      dz_docx_end (self);
    }
  dz_docx_end (self);
}

/* Ends a section, in a line too thin to need a page; what follows begins a new page. */
static void
break_section (DzDocx      *self,
               SectionKind  kind,
               gboolean     first,
               DzPageForm   form)
{
  dz_docx_start (self, "w:p");
  dz_docx_start (self, "w:pPr");
  dz_docx_start (self, "w:spacing");
  dz_docx_number_attribute (self, "w:line", 20);
  dz_docx_attribute (self, "w:lineRule", "exact");
  dz_docx_end (self);
  write_section (self, kind, first, form);
  dz_docx_end (self);
  dz_docx_end (self);
  self->break_before = FALSE;
}

/* What the sentences may refer to: a caption's number is what stands before its blank. */
static void
list_captions (DzDocx     *self,
               DzDocument *document)
{
  g_autoptr(GPtrArray) outline = dz_document_list_outline (document);

  for (guint i = 0; i < outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (outline, i);
      const char *blank = strstr (item->title, "　");

      if (blank != NULL && (g_str_has_prefix (item->title, "表") || g_str_has_prefix (item->title, "图")))
        g_hash_table_add (self->captions, g_strndup (item->title, blank - item->title));
    }
  if (dz_document_get_chapter_pages (document, "contents", &(guint) { 0 }, &(guint) { 0 }))
    self->outline = g_steal_pointer (&outline);
}

static void
find_entries (DzDocx    *self,
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
            g_hash_table_add (self->entries, g_memdup2 (&row->slots[0].report_id, sizeof (gint64)));
        }
    }
}

static SectionKind
section_of (DzDocument *document,
            guint       chapter)
{
  const char *id = dz_document_get_chapter_id (document, chapter);

  return g_strcmp0 (id, "cover") == 0 ? SECTION_COVER : g_strcmp0 (id, "contents") == 0 ? SECTION_CONTENTS : SECTION_TEXT;
}

static void
write_body (DzDocx     *self,
            DzDocument *document)
{
  guint n = dz_document_get_n_chapters (document);
  DzPageForm form = DZ_FORM_UPRIGHT;
  gboolean first = TRUE;
  SectionKind kind = SECTION_TEXT;

  list_captions (self, document);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (dz_document_get_chapter_id (document, i), "sources") == 0)
      {
        g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, i);

        find_entries (self, blocks);
      }
  dz_docx_start (self, "w:body");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, i);

      SectionKind now = section_of (document, i);

      if (blocks->len == 0) /* the back of a cover: the next section begins on a right page by itself */
        continue;
      self->break_before = i > 0;
      if (i > 0 && (now != kind || dz_document_get_form (document, i) != form))
        {
          break_section (self, kind, first, form);
          first = now != kind;
        }
      kind = now;
      form = dz_document_get_form (document, i);
      dz_docx_note_places (self, NULL, dz_document_get_first_page (document, i));
      for (guint k = 0; k < blocks->len && !g_cancellable_is_cancelled (self->cancellable) && self->error == NULL; k++)
        write_block (self, g_ptr_array_index (blocks, k));
      dz_document_forget_chapter (document, i);
    }
  write_section (self, kind, first, form);
  dz_docx_end (self);
}

/* Returns: whether all of it is in @stream */
static gboolean
write_document (DzDocx     *self,
                DzDocument *document,
                FILE       *stream)
{
  static const char *const spaces[][2] = {
    { "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
    { "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    { "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
    { "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
    { "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture" },
  };

  self->xml = xmlNewTextWriter (xmlOutputBufferCreateFile (stream, NULL));
  xmlTextWriterStartDocument (self->xml, "1.0", "UTF-8", "yes");
  dz_docx_start (self, "w:document");
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    dz_docx_attribute (self, spaces[i][0], spaces[i][1]);
  write_body (self, document);
  dz_docx_end (self);
  xmlTextWriterEndDocument (self->xml);
  xmlFreeTextWriter (self->xml);

  return fflush (stream) == 0 && !ferror (stream);
}

static char *
make_relations (DzDocx *self)
{
  GString *xml = g_string_new (DZ_DOCX_PROLOGUE "<Relationships "
                               "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  const char *type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  static const char *const fixed[][3] = { { "rIdStyles", "styles", "styles.xml" },
                                          { "rIdSettings", "settings", "settings.xml" },
                                          { "rIdFonts", "fontTable", "fontTable.xml" },
                                          { "rIdHeader1", "header", "header1.xml" },
                                          { "rIdHeader2", "header", "header2.xml" },
                                          { "rIdFooter1", "footer", "footer1.xml" },
                                          { "rIdFooter2", "footer", "footer2.xml" } };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_string_append_printf (xml, "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>", fixed[i][0], type,
                            fixed[i][1], fixed[i][2]);
  for (guint i = 1; i <= self->n_pictures; i++)
    {
      g_string_append_printf (xml, "<Relationship Id=\"rIdSvg%u\" Type=\"%simage\" Target=\"media/picture%u.svg\"/>",
                              i, type, i);
      g_string_append_printf (xml, "<Relationship Id=\"rIdPng%u\" Type=\"%simage\" Target=\"media/picture%u.png\"/>",
                              i, type, i);
    }
  g_string_append (xml, "</Relationships>");

  return g_string_free (xml, FALSE);
}

/* The running head, the same on both sides. */
static char *
make_header (DzDocument *document)
{
  g_auto(GStrv) lines = g_strsplit (dz_document_get_title (document), " ", -1);
  g_autofree char *title = g_strjoinv ("", lines);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return g_strdup_printf (DZ_DOCX_PROLOGUE
                          "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr>"
                          "<w:pStyle w:val=\"RunningHead\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p></w:hdr>", escaped);
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
add_string (DzZipWriter  *zip,
            const char   *name,
            const char   *xml,
            GError      **error)
{
  return dz_zip_writer_add (zip, name, xml, strlen (xml), error);
}

/* The parts before and after the text, whose number of pictures is known by now. */
static gboolean
add_parts (DzDocx      *self,
           DzDocument  *document,
           GError     **error)
{
  g_autofree char *relations = make_relations (self);
  g_autofree char *core = make_core (document);
  g_autofree char *header = make_header (document);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < dz_docx_n_parts; i++)
    ok = add_string (self->zip, dz_docx_parts[i].name, dz_docx_parts[i].xml, error);

  return ok && add_string (self->zip, "docProps/core.xml", core, error) &&
         add_string (self->zip, "word/header1.xml", header, error) &&
         add_string (self->zip, "word/header2.xml", header, error) &&
         add_string (self->zip, "word/_rels/document.xml.rels", relations, error);
}

/* Members of a zip come one after the other: pictures as they are drawn, the text, which waits in a file, after them. */
static gboolean
write_package (DzDocx      *self,
               DzDocument  *document,
               const char  *path,
               GError     **error)
{
  g_autoptr(DzZipWriter) zip = dz_zip_writer_new (path, error);
  FILE *text = zip != NULL ? tmpfile () : NULL;
  gboolean ok;

  if (text == NULL)
    return zip == NULL ? FALSE : dz_atomic_file_refuse (path, errno, error);
  self->zip = zip;
  ok = write_document (self, document, text) || dz_atomic_file_refuse (path, 0, error);
  ok = ok && !g_cancellable_set_error_if_cancelled (self->cancellable, error);
  if (ok && self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      ok = FALSE;
    }
  ok = ok && add_parts (self, document, error) && dz_zip_writer_add_stream (zip, "word/document.xml", text, error) &&
       dz_zip_writer_close (zip, error);
  fclose (text);

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
  DzDocx self = { .cancellable = cancellable };
  gboolean ok;

  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  if (dz_document_get_n_pages (document) == 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NO_DATA, _("No page to write: tick at least one part."));
      return FALSE;
    }
  self.entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.cited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.places = g_array_new (FALSE, FALSE, sizeof (guint));
  self.captions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = write_package (&self, document, path, error);
  g_clear_pointer (&self.outline, g_ptr_array_unref);
  g_hash_table_unref (self.captions);
  g_hash_table_unref (self.cited);
  g_array_unref (self.places);
  g_hash_table_unref (self.entries);
  g_clear_error (&self.error);

  return ok;
}
