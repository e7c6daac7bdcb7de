/* dz-line-layout.h - how the lines of a text lie: which ends of lines only break a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DzLineLayout DzLineLayout;

/**
 * DzLineEnd:
 * @line: where the line began
 * @eol: its end
 * @next: where the next line with anything in it begins
 * @breaks: ends of lines between the two
 * @over_page: a page number stands between the two
 */
typedef struct
{
  const char *line;
  const char *eol;
  const char *next;
  guint breaks;
  gboolean over_page;
} DzLineEnd;

DzLineLayout *dz_line_layout_new         (const char      *text,
                                          gsize            len);
void          dz_line_layout_free        (DzLineLayout    *self);
gboolean      dz_line_layout_is_soft     (DzLineLayout    *self,
                                          const DzLineEnd *at);
gsize         dz_line_layout_next_split  (DzLineLayout    *self,
                                          gsize            from);
gsize         dz_line_layout_next_gap    (DzLineLayout    *self,
                                          gsize            from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLineLayout, dz_line_layout_free)

G_END_DECLS
