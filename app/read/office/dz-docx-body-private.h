/* dz-docx-body-private.h - what reading a part of a .docx keeps, for the two files that do it
 *
 * dz-docx-body.c reads paragraphs and tables, dz-docx-inline.c what stands in a line: fields,
 * signs, formulas, objects.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-docx-body.h"

#include "dz-docx-fields.h"
#include "dz-docx-names.h"
#include "dz-xml.h"

G_BEGIN_DECLS

typedef struct
{
  const DzDocxStyle *style; /* (nullable) */
  int num_id;               /* -1: what the style says */
  int level;
  int outline;
  gboolean joined;          /* its end was deleted: the next one goes on */
  gboolean contents;        /* an entry of a table of contents */
  gboolean labelled;
  gsize label_end;
} Paragraph;

struct _DzDocxBody
{
  DzTextBuilder *flow;
  DzDocxStyles *styles;
  DzDocxLists lists;
  gpointer lists_data;
  GArray *notes;      /* DzDocxNote, in the order of the text */
  GString *label;
  GString *ruby;      /* what is written above the next characters */
  GString *field;     /* instruction of the field begun */
  DzDocxForm form;    /* what the field begun was filled with */
  gsize result_start; /* of the field's, in the line */
  GArray *paragraphs; /* Paragraph: a text box stands inside one */
  GByteArray *ids;    /* open elements */
  GByteArray *taken;  /* alternatives: whether one has been read */
  GByteArray *fields; /* open fields: whether their instruction is being read */
  guint skip;
  guint mute;         /* depth of the element that ends it, 0: none */
  guint field_depth;  /* how many of them are */
  gsize text_start;
  gsize ruby_start;
  guint span;         /* columns of the cell */
  guint boxes;
  guint objects;      /* open w:object */
  DzDocxChunks chunks;
  GArray *marks;      /* gsize: where open parts of formulas begin in the line */
  GPtrArray *headers; /* char: all that sections name */
  char *header;       /* of first pages, as far as named */
  char *first_header; /* the one that is shown */
  gboolean in_text;
  gboolean in_instruction;
  gboolean keep_blanks;
  struct { int position, size; } run, base; /* half points above the line and of a letter: of the run, and of what stands on the line */
  gboolean run_hidden;
  gboolean run_struck;
  gboolean style_struck; /* by the style of the run, which itself may say it is not */
  DzDocxFont font;    /* of the run, where it is one of signs */
  gboolean muted_text; /* something was muted in this element */
  gboolean reading_notes;
  gboolean endnotes;  /* which notes are being read */
  gboolean in_note;   /* one the text refers to */
  struct { guint pictures, charts, formulas, deletions, comments, furniture, hidden, attachments, characters; } lost;
};

void dz_docx_inline_add        (DzDocxBody            *self,
                                const char            *text,
                                gsize                  len);
void dz_docx_inline_add_symbol (DzDocxBody            *self,
                                const DzXmlAttributes *attributes);
void dz_docx_inline_add_note   (DzDocxBody            *self,
                                const DzXmlAttributes *attributes,
                                gboolean               endnote);
void dz_docx_inline_see_field  (DzDocxBody            *self,
                                const char            *instruction);
void dz_docx_inline_turn_field (DzDocxBody            *self,
                                const DzXmlAttributes *attributes);
void dz_docx_inline_see_object (DzDocxBody            *self,
                                guint                  id,
                                const DzXmlAttributes *attributes);
void dz_docx_inline_begin_math (DzDocxBody            *self,
                                guint                  id);
void dz_docx_inline_end_math   (DzDocxBody            *self,
                                guint                  id);
void dz_docx_inline_raise      (DzDocxBody            *self,
                                gsize                  label_end);
void dz_docx_inline_set_font   (DzDocxBody            *self,
                                const DzXmlAttributes *attributes);

static inline Paragraph *
last_paragraph (DzDocxBody *self)
{
  return self->paragraphs->len > 0
           ? &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1) : NULL;
}

static inline gboolean
is_muted (DzDocxBody *self)
{
  return self->mute > 0 || self->run_hidden || self->run_struck || self->style_struck || (self->reading_notes && !self->in_note);
}

G_END_DECLS
