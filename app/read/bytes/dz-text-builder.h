/* dz-text-builder.h - paragraphs and table rows on their way into a DzText
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

typedef struct _DzFlow DzTextBuilder;

/* ⁰ to ⁹ */
static inline gunichar
dz_raised_digit (guint digit)
{
  return digit == 1 ? 0xb9 : digit == 2 || digit == 3 ? 0xb0 + digit : 0x2070 + digit;
}

DzTextBuilder  *dz_text_builder_new           (const DzLimits *limits);
void     dz_text_builder_free          (DzTextBuilder         *self);
void     dz_text_builder_add           (DzTextBuilder         *self,
                                        const char     *text,
                                        gssize          len);
void     dz_text_builder_set_raised    (DzTextBuilder         *self,
                                        gboolean        raised);
GString *dz_text_builder_peek_line     (DzTextBuilder         *self);
void     dz_text_builder_end_paragraph (DzTextBuilder *self,
                                        DzPartKind     kind,
                                        guint          level);
void     dz_text_builder_begin_row     (DzTextBuilder         *self);
void     dz_text_builder_begin_cell    (DzTextBuilder         *self);
void     dz_text_builder_skip_cells    (DzTextBuilder         *self,
                                        guint           n);
gboolean dz_text_builder_ends_in_number (DzTextBuilder        *self);
void     dz_text_builder_repeat_cell   (DzTextBuilder         *self,
                                        guint           n);
void     dz_text_builder_repeat_row    (DzTextBuilder         *self,
                                        guint           times);
void     dz_text_builder_end_row       (DzTextBuilder         *self);
void     dz_text_builder_push          (DzTextBuilder         *self);
void     dz_text_builder_pop           (DzTextBuilder         *self);
gboolean dz_text_builder_is_full       (DzTextBuilder         *self);
guint    dz_text_builder_get_n_replaced (DzTextBuilder        *self);
DzText  *dz_text_builder_finish        (DzTextBuilder         *self,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzTextBuilder, dz_text_builder_free)

G_END_DECLS
