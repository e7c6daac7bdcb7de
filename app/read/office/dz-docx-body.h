/* dz-docx-body.h - the paragraphs and tables of a .docx part become text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-docx-numbering.h"
#include "dz-docx-styles.h"
#include "dz-text-builder.h"
#include "dz-source.h"

G_BEGIN_DECLS

typedef struct _DzDocxBody DzDocxBody;

/**
 * DzDocxNote: a note the text refers to
 * @id: in its part
 * @endnote: whether it is in endnotes.xml
 */
typedef struct
{
  int id;
  gboolean endnote;
} DzDocxNote;

/**
 * DzDocxLists: lists are loaded when the first paragraph asks for one
 */
typedef DzDocxNumbering *(*DzDocxLists) (gpointer user_data);

/**
 * DzDocxChunks: the text of a document inside this one, by the id of its relation
 */
typedef DzText *(*DzDocxChunks) (const char *id,
                                 gpointer    user_data);

DzDocxBody *dz_docx_body_new        (DzTextBuilder        *flow,
                                     DzDocxStyles  *styles,
                                     DzDocxLists    lists,
                                     DzDocxChunks   chunks,
                                     gpointer       user_data);
void        dz_docx_body_free       (DzDocxBody    *self);
gboolean    dz_docx_body_read       (DzDocxBody    *self,
                                     GBytes        *xml,
                                     gboolean      *complete,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    dz_docx_body_read_notes (DzDocxBody    *self,
                                     GBytes        *xml,
                                     gboolean       endnotes,
                                     gboolean      *complete,
                                     GCancellable  *cancellable,
                                     GError       **error);
GArray     *dz_docx_body_get_notes  (DzDocxBody    *self);
const char *dz_docx_body_get_first_header (DzDocxBody *self);
GPtrArray  *dz_docx_body_get_headers (DzDocxBody *self);
void        dz_docx_body_take_header (DzDocxBody *self,
                                      const char *id);
void        dz_docx_body_tell_losses (DzDocxBody   *self,
                                      DzSource     *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzDocxBody, dz_docx_body_free)

G_END_DECLS
