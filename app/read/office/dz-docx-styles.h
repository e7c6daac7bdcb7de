/* dz-docx-styles.h - what the paragraph styles of a .docx say: headings, lists, hidden text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzDocxStyle:
 * @id: as paragraphs name it
 * @outline: outline level from 0, or -1
 * @num_id: list, or -1; @level: in it, or -1
 * @hidden: text of this style is not shown
 * @raised: it stands above the line; @position: by so many half points; @struck: it is struck out
 * @contents: an entry of a table of contents
 */
typedef struct
{
  char *id;
  char *based_on;
  int outline;
  int num_id;
  int level;
  const char *num_style; /* (nullable): the style @num_id was found at */
  int position;
  gboolean hidden;
  gboolean raised;
  gboolean struck;
  gboolean contents;
  gboolean resolved;
} DzDocxStyle;

typedef struct _DzDocxStyles DzDocxStyles;

DzDocxStyles      *dz_docx_styles_new      (void);
void               dz_docx_styles_free     (DzDocxStyles *self);
gboolean           dz_docx_styles_load     (DzDocxStyles *self,
                                            GBytes       *xml,
                                            GBytes       *main,
                                            GCancellable *cancellable,
                                            GError      **error);
const DzDocxStyle *dz_docx_styles_find     (DzDocxStyles *self,
                                            const char   *id,
                                            gsize         len);
const DzDocxStyle *dz_docx_styles_default  (DzDocxStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzDocxStyles, dz_docx_styles_free)

G_END_DECLS
