/* dz-flow.h - paragraphs and table rows on their way into a DzText
 *
 * What markup readers share: characters are gathered into a paragraph, tables
 * into rows. A row becomes one line with its cells parted by '\t'; but where a
 * table only frames or lays out running text (one cell in the row, or cells
 * full of paragraphs), the paragraphs stay paragraphs. Empty paragraphs, empty
 * rows and empty cells at the end of a row are left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-limits.h"
#include "dz-text.h"

G_BEGIN_DECLS

typedef struct _DzFlow DzFlow;

DzFlow  *dz_flow_new           (const DzLimits *limits);
void     dz_flow_free          (DzFlow         *self);
void     dz_flow_add           (DzFlow         *self,
                                const char     *text,
                                gssize          len);
void     dz_flow_add_char      (DzFlow         *self,
                                gunichar        c);
GString *dz_flow_peek_line     (DzFlow         *self);
void     dz_flow_end_paragraph (DzFlow         *self,
                                DzPartKind      kind,
                                guint           level);
void     dz_flow_begin_row     (DzFlow         *self);
void     dz_flow_begin_cell    (DzFlow         *self);
void     dz_flow_skip_cells    (DzFlow         *self,
                                guint           n);
void     dz_flow_end_row       (DzFlow         *self);
void     dz_flow_push          (DzFlow         *self);
void     dz_flow_pop           (DzFlow         *self);
gboolean dz_flow_is_full       (DzFlow         *self);
guint    dz_flow_get_row_depth (DzFlow         *self);
guint    dz_flow_get_n_replaced (DzFlow        *self);
DzText  *dz_flow_finish        (DzFlow         *self,
                                GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzFlow, dz_flow_free)

G_END_DECLS
