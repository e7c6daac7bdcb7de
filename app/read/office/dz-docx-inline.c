/* dz-docx-inline.c - what stands in a line of a .docx and is no plain character
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-body-private.h"

#include <string.h>

#define MAX_NOTES 2000
#define RAISED_BY 5 /* half points: less is how fonts are made to stand on one line */

/**
 * dz_docx_inline_add:
 *
 * Adds characters to the line, unless something mutes them; signs of fonts of signs become those
 * everybody has.
 */
void
dz_docx_inline_add (DzDocxBody *self,
                  const char *text,
                  gsize       len)
{
  g_autofree char *plain = NULL;

  if (is_muted (self))
    self->muted_text = TRUE;
  else if (self->field_depth == 0 && !dz_text_builder_is_full (self->flow))
    {
      plain = dz_docx_dup_plain (text, len, self->font, &self->lost.characters);
      dz_text_builder_add (self->flow, plain != NULL ? plain : text, plain != NULL ? -1 : (gssize) len);
    }
}

/* A few dingbats and signs are known; what else comes from the fonts' private area is lost. */
void
dz_docx_inline_add_symbol (DzDocxBody            *self,
                           const DzXmlAttributes *attributes)
{
  g_autofree char *code = dz_xml_dup (attributes, "char");
  g_autofree char *font = dz_xml_dup (attributes, "font");
  gunichar c = code != NULL ? (gunichar) g_ascii_strtoull (code, NULL, 16) : 0;
  const char *symbol = dz_docx_find_symbol (c != 0 && c < 0x100 ? c | 0xf000 : c,
                                            font != NULL && g_ascii_strcasecmp (font, "Symbol") == 0);
  char utf8[6];

  if (symbol != NULL)
    {
      dz_docx_inline_add (self, symbol, strlen (symbol));
      return;
    }
  if (c >= 0x20 && g_unichar_validate (c) && g_unichar_type (c) != G_UNICODE_PRIVATE_USE)
    dz_docx_inline_add (self, utf8, (gsize) g_unichar_to_utf8 (c, utf8));
  else
    {
      self->lost.characters++;
      dz_docx_inline_add (self, "\357\277\275", 3);
    }
}

void
dz_docx_inline_add_note (DzDocxBody            *self,
                         const DzXmlAttributes *attributes,
                         gboolean               endnote)
{
  DzDocxNote note = { dz_xml_get_int (attributes, "id", -1), endnote };
  char mark[16];

  if (is_muted (self) || self->field_depth > 0 || note.id < 0 || self->reading_notes ||
      self->notes->len >= MAX_NOTES)
    return;
  g_array_append_val (self->notes, note);
  if (!dz_xml_is (attributes, "customMarkFollows", "1"))
    dz_docx_inline_add (self, mark, (gsize) g_snprintf (mark, sizeof mark, "[%u]", self->notes->len));
}

/* A page number of a heading: the paragraph is an entry of the table of contents. */
void
dz_docx_inline_see_field (DzDocxBody *self,
                          const char *instruction)
{
  if (last_paragraph (self) != NULL && strstr (instruction, "PAGEREF _Toc") != NULL)
    last_paragraph (self)->contents = TRUE;
}

/* What Word would show for a field that keeps no result: an equation, a box of a form. */
static void
add_result (DzDocxBody *self)
{
  g_autofree char *result = NULL;

  if (self->field_depth > 0 || dz_text_builder_peek_line (self->flow)->len > self->result_start)
    return;
  result = dz_docx_field_result (self->field->str, &self->form);
  g_string_truncate (self->field, 0);
  if (result != NULL)
    dz_docx_inline_add (self, result, strlen (result));
}

void
dz_docx_inline_turn_field (DzDocxBody            *self,
                           const DzXmlAttributes *attributes)
{
  guint8 *top = self->fields->len > 0 ? &self->fields->data[self->fields->len - 1] : NULL;

  if (dz_xml_is (attributes, "fldCharType", "begin"))
    {
      g_byte_array_append (self->fields, (const guint8 *) "\1", 1);
      self->field_depth++;
      g_string_truncate (self->field, 0);
      dz_docx_form_clear (&self->form);
      return;
    }
  if (top == NULL)
    return;
  if (*top)
    {
      self->field_depth--;
      dz_docx_inline_see_field (self, self->field->str);
      self->result_start = dz_text_builder_peek_line (self->flow)->len;
    }
  *top = FALSE;
  if (dz_xml_is (attributes, "fldCharType", "end"))
    {
      g_byte_array_set_size (self->fields, self->fields->len - 1);
      add_result (self);
    }
}

void
dz_docx_inline_see_object (DzDocxBody            *self,
                           guint                  id,
                           const DzXmlAttributes *attributes)
{
  if (is_muted (self))
    return;
  if (id == PIC)
    self->lost.pictures++;
  else if (id == IMAGE_DATA)
    self->lost.pictures += self->objects == 0;
  else if (id == CHART)
    self->lost.charts++;
  else if (id == OLE_OBJECT)
    {
      g_autofree char *program = dz_xml_dup (attributes, "ProgID");

      if (program != NULL && g_str_has_prefix (program, "Equation"))
        self->lost.formulas++;
      else
        self->lost.charts++;
    }
  else if (id == TEXT_PATH) /* WordArt of old */
    {
      g_autofree char *text = dz_xml_dup (attributes, "string");

      if (text != NULL)
        dz_docx_inline_add (self, text, strlen (text));
    }
}

/* Whether what is above or below a stroke needs brackets on one line. */
static gboolean
is_compound (const char *text)
{
  return strpbrk (text, "+-*/= ") != NULL || strstr (text, "×") != NULL || strstr (text, "÷") != NULL ||
         strstr (text, "−") != NULL;
}

/**
 * dz_docx_inline_begin_math:
 *
 * Formulas are written on one line: 3/4, x^2, √(x). What has no such form (sums, matrices) is lost.
 */
void
dz_docx_inline_begin_math (DzDocxBody *self,
                           guint       id)
{
  gsize at;

  if (is_muted (self))
    return;
  if (id == MATH_OTHER)
    {
      self->lost.formulas++;
      return;
    }
  if (id == MATH_DEN)
    dz_docx_inline_add (self, "/", 1);
  else if (id == MATH_SUP)
    dz_docx_inline_add (self, "^", 1);
  else if (id == MATH_RAD)
    dz_docx_inline_add (self, "√", strlen ("√"));
  else if (id == MATH_DELIM)
    dz_docx_inline_add (self, "(", 1);
  at = dz_text_builder_peek_line (self->flow)->len;
  g_array_append_val (self->marks, at);
}

void
dz_docx_inline_end_math (DzDocxBody *self,
                         guint       id)
{
  GString *line = dz_text_builder_peek_line (self->flow);
  gsize at;

  if (is_muted (self) || self->marks->len == 0)
    return;
  at = g_array_index (self->marks, gsize, self->marks->len - 1);
  g_array_set_size (self->marks, self->marks->len - 1);
  if (id == MATH_DELIM)
    dz_docx_inline_add (self, ")", 1);
  else if (at < line->len && (id == MATH_RAD || is_compound (line->str + at)))
    {
      g_string_insert_c (line, (gssize) at, '(');
      g_string_append_c (line, ')');
    }
}

/**
 * dz_docx_inline_set_font:
 *
 * Notes whether the run is set in a font of signs.
 */
void
dz_docx_inline_set_font (DzDocxBody            *self,
                         const DzXmlAttributes *attributes)
{
  g_autofree char *ascii = dz_xml_dup (attributes, "ascii");
  g_autofree char *other = ascii == NULL ? dz_xml_dup (attributes, "hAnsi") : NULL;

  self->font = dz_docx_font_kind (ascii != NULL ? ascii : other);
}

/**
 * dz_docx_inline_raise:
 * @label_end: where the text of the line begins
 *
 * What is set higher than what stands before it is raised, though the file does not call it so: where it is smaller, or
 * behind a number. A line that is set higher as a whole is not.
 */
void
dz_docx_inline_raise (DzDocxBody *self,
                      gsize       label_end)
{
  const GString *line = dz_text_builder_peek_line (self->flow);
  gboolean smaller = self->run.size > 0 && self->base.size > 0 && self->run.size < self->base.size;

  if (line->len <= label_end || self->run.position - self->base.position < RAISED_BY)
    self->base = self->run;
  else if (smaller || dz_text_builder_ends_in_number (self->flow))
    dz_text_builder_set_raised (self->flow, TRUE);
}
