/* dz-docx-fields.h - what Word shows without writing it down: fields, forms, fonts of signs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-xml.h"

G_BEGIN_DECLS

/**
 * DzDocxForm: a field of a form
 * @entries: (nullable) (element-type utf8): of a list to choose from
 * @chosen: which of them
 * @is_box: it is a box to tick
 */
typedef struct
{
  GPtrArray *entries;
  int chosen;
  gboolean is_box;
  gboolean ticked;
} DzDocxForm;

typedef enum
{
  DZ_DOCX_FONT_TEXT,
  DZ_DOCX_FONT_SYMBOL, /* Greek and signs of counting */
  DZ_DOCX_FONT_DINGBATS /* boxes, ticks, arrows */
} DzDocxFont;

void        dz_docx_form_take    (DzDocxForm            *form,
                                  guint                  id,
                                  const DzXmlAttributes *attributes);
void        dz_docx_form_clear   (DzDocxForm            *form);
char       *dz_docx_field_result (const char            *instruction,
                                  const DzDocxForm      *form);
DzDocxFont  dz_docx_font_kind    (const char            *name);
char       *dz_docx_dup_plain    (const char            *text,
                                  gsize                  len,
                                  DzDocxFont             font,
                                  guint                 *n_lost);
const char *dz_docx_find_symbol  (gunichar               c,
                                  gboolean               of_symbol);

G_END_DECLS
