/* dz-docx-body.c - the paragraphs and tables of a .docx part become text
 *
 * Element by element, without a tree. What is not shown is left out in one of two
 * ways: skip leaves out an element with all in it; mute leaves out characters until
 * an element further out ends (a deleted row, a placeholder).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-body-private.h"

#include <string.h>

DzDocxBody *
dz_docx_body_new (DzTextBuilder *flow,
                  DzDocxStyles  *styles,
                  DzDocxLists    lists,
                  DzDocxChunks   chunks,
                  gpointer       user_data)
{
  DzDocxBody *self = g_new0 (DzDocxBody, 1);

  self->flow = flow;
  self->styles = styles;
  self->lists = lists;
  self->chunks = chunks;
  self->marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->lists_data = user_data;
  self->notes = g_array_new (FALSE, FALSE, sizeof (DzDocxNote));
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->label = g_string_new (NULL);
  self->ruby = g_string_new (NULL);
  self->field = g_string_new (NULL);
  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (Paragraph));
  self->ids = g_byte_array_new ();
  self->taken = g_byte_array_new ();
  self->fields = g_byte_array_new ();

  return self;
}

void
dz_docx_body_free (DzDocxBody *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->notes);
  g_array_unref (self->marks);
  dz_docx_form_clear (&self->form);
  g_ptr_array_unref (self->headers);
  g_free (self->header);
  g_free (self->first_header);
  g_string_free (self->label, TRUE);
  g_string_free (self->ruby, TRUE);
  g_string_free (self->field, TRUE);
  g_array_unref (self->paragraphs);
  g_byte_array_unref (self->ids);
  g_byte_array_unref (self->taken);
  g_byte_array_unref (self->fields);
  g_free (self);
}

/* The element @up levels above the one just opened. */
static guint
parent_id (DzDocxBody *self,
           guint       up)
{
  return self->ids->len > up ? self->ids->data[self->ids->len - 1 - up] : 0;
}

/* Characters from here to the end of the element @up levels above are not shown. */
static void
mute_until (DzDocxBody *self,
            guint       up)
{
  if (self->mute == 0)
    self->mute = self->ids->len - MIN (up, self->ids->len - 1);
}

static void
add_label (DzDocxBody *self)
{
  Paragraph *paragraph = last_paragraph (self);
  const DzDocxStyle *style = paragraph->style;
  int num_id = paragraph->num_id;
  int level = paragraph->level;
  DzDocxNumbering *lists;

  if (num_id < 0 && style != NULL)
    num_id = style->num_id;
  if (num_id <= 0 || is_muted (self) || paragraph->joined || paragraph->labelled)
    return;
  paragraph->labelled = TRUE;
  lists = self->lists (self->lists_data);
  if (lists == NULL)
    return;
  if (level < 0 && style != NULL)
    {
      level = dz_docx_numbering_find_level (lists, num_id, style->id);
      if (level < 0)
        level = dz_docx_numbering_find_level (lists, num_id, style->num_style);
      if (level < 0)
        level = style->level;
    }
  g_string_truncate (self->label, 0);
  dz_docx_numbering_count (lists, num_id, MAX (level, 0), self->label);
  g_string_insert_len (dz_text_builder_peek_line (self->flow), 0, self->label->str, (gssize) self->label->len);
  paragraph->label_end = self->label->len;
}

static void
begin_paragraph (DzDocxBody *self)
{
  Paragraph paragraph = { dz_docx_styles_default (self->styles), -1, -1, -1 };

  g_array_append_val (self->paragraphs, paragraph);
}

static guint
get_heading_level (const Paragraph *paragraph)
{
  int outline = paragraph->outline;

  if (outline < 0 && paragraph->style != NULL)
    outline = paragraph->style->outline;

  return outline >= 0 && outline < 9 ? (guint) outline + 1 : 0;
}

static void
end_line (DzDocxBody *self)
{
  Paragraph *paragraph = last_paragraph (self);
  GString *line = dz_text_builder_peek_line (self->flow);
  guint level = paragraph != NULL ? get_heading_level (paragraph) : 0;
  DzPartKind kind = level > 0 ? DZ_PART_HEADING : DZ_PART_PARAGRAPH;

  if (kind == DZ_PART_PARAGRAPH && (self->boxes > 0 || self->in_note))
    kind = DZ_PART_NOTE;
  while (line->len > 0 && (line->str[line->len - 1] == '\t' || line->str[line->len - 1] == ' '))
    g_string_truncate (line, line->len - 1);
  dz_text_builder_end_paragraph (self->flow, kind, level);
  g_array_set_size (self->marks, 0); /* they lead into the line that ended */
  if (paragraph != NULL)
    paragraph->label_end = 0;
}

/* An instruction that never ends must not swallow the report. */
static void
close_instructions (DzDocxBody *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    self->fields->data[i] = FALSE;
  self->field_depth = 0;
}

static void
end_paragraph (DzDocxBody *self)
{
  Paragraph *paragraph = last_paragraph (self);
  GString *line = dz_text_builder_peek_line (self->flow);

  if (paragraph == NULL)
    return;
  if (!paragraph->labelled)
    add_label (self);
  if (paragraph->contents || (paragraph->style != NULL && paragraph->style->contents))
    {
      self->lost.furniture += line->len > 0;
      g_string_truncate (line, 0);
    }
  else if (paragraph->label_end > 0 && paragraph->label_end >= line->len)
    g_string_truncate (line, 0); /* a number with nothing behind it */
  if (!paragraph->joined)
    end_line (self);
  close_instructions (self);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

static void
begin_deletion (DzDocxBody *self,
                guint       id)
{
  guint parent = parent_id (self, 1);

  if (parent == RPR && parent_id (self, 2) == PPR)
    {
      if (last_paragraph (self) != NULL)
        last_paragraph (self)->joined = TRUE;
    }
  else if (parent == TRPR)
    {
      self->lost.deletions++;
      mute_until (self, 2);
    }
  else if (parent != RPR && parent != NUM_PR)
    {
      self->lost.deletions += id == DEL;
      self->skip = 1;
    }
}

static void
begin_break (DzDocxBody            *self,
             const DzXmlAttributes *attributes)
{
  if (is_muted (self) || self->field_depth > 0)
    return;
  end_line (self);
}

static void
begin_tab (DzDocxBody *self)
{
  GString *line = dz_text_builder_peek_line (self->flow);
  const Paragraph *paragraph = last_paragraph (self);

  if (parent_id (self, 1) == R && paragraph != NULL && line->len > paragraph->label_end)
    dz_docx_inline_add (self, "\t", 1);
}

/* Properties of paragraphs, runs, cells and rows. */
static void
start_property (DzDocxBody            *self,
                guint                  id,
                const DzXmlAttributes *attributes)
{
  Paragraph *paragraph = last_paragraph (self);
  guint parent = parent_id (self, 1);
  const char *value;
  gsize len;

  if (id == PSTYLE && paragraph != NULL && parent == PPR &&
      (value = dz_xml_peek (attributes, "val", &len)) != NULL)
    {
      const DzDocxStyle *style = dz_docx_styles_find (self->styles, value, len);

      paragraph->style = style != NULL ? style : paragraph->style;
    }
  else if (id == NUM_ID && paragraph != NULL && parent == NUM_PR)
    paragraph->num_id = dz_xml_get_int (attributes, "val", -1);
  else if (id == ILVL && paragraph != NULL && parent == NUM_PR)
    paragraph->level = dz_xml_get_int (attributes, "val", -1);
  else if (id == OUTLINE && paragraph != NULL && parent == PPR)
    paragraph->outline = dz_xml_get_int (attributes, "val", -1);
  else if (id == VANISH && parent == RPR && parent_id (self, 2) == R)
    self->run_hidden = dz_xml_is_on (attributes, "val");
  else if (id == RAISED && parent == RPR && parent_id (self, 2) == R)
    dz_text_builder_set_raised (self->flow, dz_xml_is (attributes, "val", "superscript"));
  else if (id == STRUCK && parent == RPR && parent_id (self, 2) == R)
    {
      if (dz_xml_is_on (attributes, "val"))
        self->run_struck = TRUE;
      else
        self->style_struck = FALSE;
    }
  else if (id == POSITION && parent == RPR && parent_id (self, 2) == R)
    self->run.position = dz_xml_get_int (attributes, "val", 0);
  else if (id == SIZE && parent == RPR && parent_id (self, 2) == R)
    self->run.size = dz_xml_get_int (attributes, "val", 0);
  else if (id == RSTYLE && parent_id (self, 2) == R && (value = dz_xml_peek (attributes, "val", &len)) != NULL)
    {
      const DzDocxStyle *style = dz_docx_styles_find (self->styles, value, len);

      self->run_hidden = self->run_hidden || (style != NULL && style->hidden);
      self->style_struck = style != NULL && style->struck;
      if (style != NULL && style->raised)
        dz_text_builder_set_raised (self->flow, TRUE);
      if (style != NULL)
        self->run.position = style->position;
    }
  else if (id == GRID_SPAN)
    self->span = (guint) CLAMP (dz_xml_get_int (attributes, "val", 1), 1, 64);
  else if (id == GRID_BEFORE)
    dz_text_builder_skip_cells (self->flow, (guint) CLAMP (dz_xml_get_int (attributes, "val", 0), 0, 64));
  else if (id == PLACEHOLDER && parent == SDT_PR && dz_xml_is_on (attributes, "val"))
    {
      self->lost.furniture++;
      mute_until (self, 2);
    }
  else if (id == GALLERY && dz_xml_is (attributes, "val", "Table of Contents"))
    {
      self->lost.furniture++;
      mute_until (self, 3);
    }
}

static void
begin_note (DzDocxBody *self,
            int         id)
{
  for (guint i = 0; i < self->notes->len && !self->in_note; i++)
    {
      const DzDocxNote *note = &g_array_index (self->notes, DzDocxNote, i);

      if (note->id != id || note->endnote != self->endnotes)
        continue;
      self->in_note = TRUE;
      g_string_append_printf (dz_text_builder_peek_line (self->flow), "[%u] ", i + 1);
    }
}

static void
start_block (DzDocxBody            *self,
             guint                  id,
             const DzXmlAttributes *attributes)
{
  if (id == P)
    begin_paragraph (self);
  else if (id == TR)
    dz_text_builder_begin_row (self->flow);
  else if (id == TC)
    {
      self->span = 1;
      dz_text_builder_begin_cell (self->flow);
    }
  else if (id == TXBX)
    {
      self->boxes++;
      dz_text_builder_push (self->flow);
    }
  else if (id == FOOTNOTE && self->reading_notes)
    begin_note (self, dz_xml_get_int (attributes, "id", -1));
  else if (id == ALTERNATE)
    g_byte_array_append (self->taken, (const guint8 *) "\0", 1);
  else if (id == CHOICE || id == FALLBACK)
    {
      guint8 *taken = self->taken->len > 0 ? &self->taken->data[self->taken->len - 1] : NULL;

      if (taken != NULL && *taken)
        self->skip = 1;
      else if (taken != NULL)
        *taken = TRUE;
    }
}

static void
start_inline (DzDocxBody            *self,
              guint                  id,
              const DzXmlAttributes *attributes)
{
  if (id == R)
    {
      const Paragraph *paragraph = last_paragraph (self);

      self->run_hidden = paragraph != NULL && paragraph->style != NULL && paragraph->style->hidden;
      self->run_struck = self->style_struck = FALSE;
      self->run.position = self->run.size = 0;
      self->font = DZ_DOCX_FONT_TEXT;
      dz_text_builder_set_raised (self->flow, FALSE);
    }
  else if (id == T || id == MATH_TEXT)
    {
      self->in_text = TRUE;
      self->keep_blanks = dz_xml_is (attributes, "space", "preserve");
      self->text_start = dz_text_builder_peek_line (self->flow)->len;
      dz_docx_inline_raise (self, last_paragraph (self) != NULL ? last_paragraph (self)->label_end : 0);
    }
  else if (id == INSTR_TEXT)
    self->in_instruction = TRUE;
  else if (id == TAB)
    begin_tab (self);
  else if (id == PTAB)
    dz_docx_inline_add (self, " ", 1);
  else if (id == BR || id == CR)
    begin_break (self, attributes);
  else if (id == SYM)
    dz_docx_inline_add_symbol (self, attributes);
  else if (id == NO_BREAK_HYPHEN)
    dz_docx_inline_add (self, "-", 1);
  else if (id == FLD_CHAR)
    dz_docx_inline_turn_field (self, attributes);
  else if (id == FLD_SIMPLE)
    {
      g_autofree char *instruction = dz_xml_dup (attributes, "instr");

      dz_docx_inline_see_field (self, instruction != NULL ? instruction : "");
    }
  else if (id == FOOTNOTE_REF || id == ENDNOTE_REF)
    dz_docx_inline_add_note (self, attributes, id == ENDNOTE_REF);
  else if (id == RUBY)
    g_string_truncate (self->ruby, 0);
  else if (id == RT)
    self->ruby_start = dz_text_builder_peek_line (self->flow)->len;
}

/* A document inside the document: its lines, as what they are there. */
static void
add_chunk (DzDocxBody            *self,
           const DzXmlAttributes *attributes)
{
  g_autofree char *id = dz_xml_dup (attributes, "id");
  g_autoptr(DzText) text = id != NULL && self->chunks != NULL ? self->chunks (id, self->lists_data) : NULL;
  gsize len;
  const char *string;

  if (text == NULL || is_muted (self))
    {
      self->lost.attachments++;
      return;
    }
  string = dz_text_peek (text, &len);
  for (gsize at = 0; at < len && !dz_text_builder_is_full (self->flow);)
    {
      DzSpan line = dz_text_get_line (text, at);
      DzPlace place = { 0, 0 };
      const DzPart *part;

      dz_text_locate (text, at, &place);
      part = dz_text_get_part (text, place.part);
      dz_text_builder_add (self->flow, string + line.start, (gssize) (line.end - line.start));
      dz_text_builder_end_paragraph (self->flow, part != NULL ? part->kind : DZ_PART_PARAGRAPH,
                                     part != NULL ? part->level : 0);
      at = line.end + 1;
    }
}

/* A first page has a header of its own only where the section says so: another may be named, and is
 * what a template left. */
static void
see_header (DzDocxBody            *self,
            guint                  id,
            const DzXmlAttributes *attributes)
{
  if (id != TITLE_PAGE)
    self->lost.furniture++;
  else if (self->header != NULL && self->first_header == NULL && dz_xml_is_on (attributes, "val"))
    {
      self->first_header = g_strdup (self->header);
      self->lost.furniture--;
    }
  if (id == HEADER_REF)
    g_ptr_array_add (self->headers, dz_xml_dup (attributes, "id"));
  if (id == HEADER_REF && dz_xml_is (attributes, "type", "first"))
    {
      g_free (self->header);
      self->header = dz_xml_dup (attributes, "id");
    }
}

static void
start_cb (gpointer               user_data,
          guint                  id,
          const DzXmlAttributes *attributes)
{
  DzDocxBody *self = user_data;
  const guint8 byte = (guint8) id;

  if (self->skip > 0)
    {
      self->skip++;
      return;
    }
  g_byte_array_append (self->ids, &byte, 1);
  switch (id)
    {
    case 0:
      break;
    case P: case TR: case TC: case TXBX: case FOOTNOTE: case ALTERNATE: case CHOICE: case FALLBACK:
      start_block (self, id, attributes);
      break;
    case DEL: case MOVE_FROM:
      begin_deletion (self, id);
      break;
    case CELL_DEL:
      mute_until (self, 2);
      break;
    case CHANGE: case DEL_TEXT:
      self->skip = 1;
      break;
    case PIC: case CHART: case IMAGE_DATA: case OLE_OBJECT: case OMATH: case TEXT_PATH:
      dz_docx_inline_see_object (self, id, attributes);
      break;
    case OBJECT:
      self->objects++;
      break;
    case COMMENT_REF:
      self->lost.comments++;
      break;
    case HEADER_REF: case FOOTER_REF: case TITLE_PAGE:
      see_header (self, id, attributes);
      break;
    case ALT_CHUNK:
      add_chunk (self, attributes);
      break;
    case FORM_LIST: case FORM_ENTRY: case FORM_RESULT: case FORM_BOX: case FORM_CHECKED: case FORM_DEFAULT:
      dz_docx_form_take (&self->form, id, attributes);
      break;
    case RFONTS:
      if (parent_id (self, 1) == RPR && parent_id (self, 2) == R)
        dz_docx_inline_set_font (self, attributes);
      break;
    case FRAME:
      if (last_paragraph (self) != NULL && (dz_xml_is (attributes, "dropCap", "drop") || dz_xml_is (attributes, "dropCap", "margin")))
        last_paragraph (self)->joined = TRUE; /* the first letter of the next one */
      break;
    case MATH_NUM: case MATH_DEN: case MATH_SUP: case MATH_SUB: case MATH_RAD: case MATH_DELIM: case MATH_OTHER:
      dz_docx_inline_begin_math (self, id);
      break;
    case PSTYLE: case NUM_ID: case ILVL: case OUTLINE: case VANISH: case RSTYLE: case GRID_SPAN: case GRID_BEFORE:
    case PLACEHOLDER: case GALLERY: case RAISED: case STRUCK: case POSITION: case SIZE:
      start_property (self, id, attributes);
      break;
    default:
      start_inline (self, id, attributes);
    }
}

/* Without xml:space="preserve" blanks at the ends of a run are the file's, not the text's. */
static void
end_text (DzDocxBody *self)
{
  GString *line = dz_text_builder_peek_line (self->flow);

  self->in_text = FALSE;
  if (self->keep_blanks || line->len < self->text_start)
    return;
  while (line->len > self->text_start && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  {
    gsize blanks = strspn (line->str + self->text_start, " ");

    if (blanks > 0)
      g_string_erase (line, (gssize) self->text_start, (gssize) blanks);
  }
}

static void
end_ruby_text (DzDocxBody *self)
{
  GString *line = dz_text_builder_peek_line (self->flow);

  if (line->len <= self->ruby_start)
    return;
  g_string_assign (self->ruby, line->str + self->ruby_start);
  g_string_truncate (line, self->ruby_start);
}

static void
end_ruby (DzDocxBody *self)
{
  if (self->ruby->len == 0)
    return;
  dz_docx_inline_add (self, "（", strlen ("（"));
  dz_docx_inline_add (self, self->ruby->str, self->ruby->len);
  dz_docx_inline_add (self, "）", strlen ("）"));
  g_string_truncate (self->ruby, 0);
}

static void
end_box (DzDocxBody *self)
{
  dz_text_builder_pop (self->flow);
  self->boxes--;
}

static void
end_element (DzDocxBody *self,
             guint       id)
{
  switch (id)
    {
    case P:
      end_paragraph (self);
      break;
    case PPR:
      if (last_paragraph (self) != NULL && parent_id (self, 1) == P)
        add_label (self);
      break;
    case R:
      self->lost.hidden += self->run_hidden && self->muted_text;
      self->lost.deletions += (self->run_struck || self->style_struck) && !self->run_hidden && self->muted_text;
      self->run_hidden = self->run_struck = self->style_struck = self->muted_text = FALSE;
      dz_text_builder_set_raised (self->flow, FALSE);
      break;
    case T: case MATH_TEXT:
      end_text (self);
      break;
    case INSTR_TEXT:
      self->in_instruction = FALSE;
      break;
    case RT:
      end_ruby_text (self);
      break;
    case RUBY:
      end_ruby (self);
      break;
    case MATH_NUM: case MATH_DEN: case MATH_SUP: case MATH_SUB: case MATH_RAD: case MATH_DELIM:
      dz_docx_inline_end_math (self, id);
      break;
    case TC:
      dz_text_builder_skip_cells (self->flow, self->span - 1);
      self->span = 1;
      break;
    case TR:
      dz_text_builder_end_row (self->flow);
      break;
    case TXBX:
      end_box (self);
      break;
    case OBJECT:
      self->objects--;
      break;
    case ALTERNATE:
      g_byte_array_set_size (self->taken, self->taken->len - 1);
      break;
    case FOOTNOTE:
      self->in_note = FALSE;
      break;
    default:
      break;
    }
}

static void
end_cb (gpointer user_data,
        guint    id)
{
  DzDocxBody *self = user_data;

  if (self->skip > 0 && --self->skip > 0)
    return;
  end_element (self, id);
  if (self->mute == self->ids->len)
    self->mute = 0;
  g_byte_array_set_size (self->ids, self->ids->len - 1);
}

/* Ends of lines inside a run are blanks. */
static void
text_cb (gpointer    user_data,
         const char *text,
         gsize       len)
{
  DzDocxBody *self = user_data;
  GString *line = dz_text_builder_peek_line (self->flow);
  gsize start = line->len;

  if (self->in_instruction && self->field->len < 4096)
    g_string_append_len (self->field, text, (gssize) len);
  if (!self->in_text || self->skip > 0)
    return;
  dz_docx_inline_add (self, text, len);
  for (gsize i = start; i < line->len; i++)
    if ((guchar) line->str[i] < 0x20)
      line->str[i] = ' ';
}

static const DzXmlHandler handler = { dz_docx_namespaces, dz_docx_names, start_cb, end_cb, text_cb };

/**
 * dz_docx_body_read:
 * @complete: (out): whether the XML was whole
 */
gboolean
dz_docx_body_read (DzDocxBody    *self,
                   GBytes        *xml,
                   gboolean      *complete,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return dz_xml_parse (xml, &handler, self, complete, cancellable, error);
}

/**
 * dz_docx_body_read_notes:
 * @endnotes: whether @xml holds the endnotes, else the footnotes
 * @complete: (out): whether the XML was whole
 *
 * Adds the notes the text referred to, each as a paragraph "[1] …".
 */
gboolean
dz_docx_body_read_notes (DzDocxBody    *self,
                         GBytes        *xml,
                         gboolean       endnotes,
                         gboolean      *complete,
                         GCancellable  *cancellable,
                         GError       **error)
{
  gboolean ok;

  self->reading_notes = TRUE;
  self->endnotes = endnotes;
  ok = dz_xml_parse (xml, &handler, self, complete, cancellable, error);
  self->reading_notes = FALSE;

  return ok;
}

GArray *
dz_docx_body_get_notes (DzDocxBody *self)
{
  return self->notes;
}

/**
 * dz_docx_body_get_first_header:
 *
 * Returns: (nullable): the relation of the header that only a first page shows, which is not among
 *   what was left out
 */
const char *
dz_docx_body_get_first_header (DzDocxBody *self)
{
  return self->first_header;
}

/**
 * dz_docx_body_get_headers:
 *
 * Returns: (transfer none) (element-type utf8): the relations of all headers that sections name, %NULL where one names none
 */
GPtrArray *
dz_docx_body_get_headers (DzDocxBody *self)
{
  return self->headers;
}

/**
 * dz_docx_body_take_header:
 * @id: of dz_docx_body_get_headers()
 *
 * This one is read: it is not among what was left out. Before dz_docx_body_tell_losses().
 */
void
dz_docx_body_take_header (DzDocxBody *self,
                          const char *id)
{
  for (guint i = 0; i < self->headers->len && self->lost.furniture > 0; i++)
    if (g_strcmp0 (g_ptr_array_index (self->headers, i), id) == 0)
      self->lost.furniture--;
}

void
dz_docx_body_tell_losses (DzDocxBody *self,
                          DzSource   *source)
{
  dz_source_add_loss (source, DZ_LOSS_PICTURES, self->lost.pictures, NULL);
  dz_source_add_loss (source, DZ_LOSS_CHARTS, self->lost.charts, NULL);
  dz_source_add_loss (source, DZ_LOSS_FORMULAS, self->lost.formulas, NULL);
  dz_source_add_loss (source, DZ_LOSS_TRACKED_DELETIONS, self->lost.deletions, NULL);
  dz_source_add_loss (source, DZ_LOSS_COMMENTS, self->lost.comments, NULL);
  dz_source_add_loss (source, DZ_LOSS_FURNITURE, self->lost.furniture, NULL);
  dz_source_add_loss (source, DZ_LOSS_HIDDEN, self->lost.hidden, NULL);
  dz_source_add_loss (source, DZ_LOSS_ATTACHMENTS, self->lost.attachments, NULL);
  dz_source_add_loss (source, DZ_LOSS_CHARACTERS, self->lost.characters, NULL);
}
