/* dz-docx-numbering.h - the automatic numbers of a .docx, as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DzDocxNumbering DzDocxNumbering;

DzDocxNumbering *dz_docx_numbering_new       (void);
void             dz_docx_numbering_free      (DzDocxNumbering *self);
gboolean         dz_docx_numbering_load      (DzDocxNumbering *self,
                                              GBytes          *xml,
                                              GCancellable    *cancellable,
                                              GError         **error);
int              dz_docx_numbering_find_level (DzDocxNumbering *self,
                                               int              num_id,
                                               const char      *style);
void             dz_docx_numbering_count     (DzDocxNumbering *self,
                                              int              num_id,
                                              int              level,
                                              GString         *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzDocxNumbering, dz_docx_numbering_free)

G_END_DECLS
