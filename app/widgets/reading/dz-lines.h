/* dz-lines.h - where a line of a report stands on screen, and keeping it there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-passage-view.h"

G_BEGIN_DECLS

typedef struct _DzLines DzLines;

DzLines       *dz_lines_new       (GPtrArray     *passages);
void           dz_lines_free      (DzLines       *self);
gboolean       dz_lines_is_empty  (DzLines       *self);
void           dz_lines_clear     (DzLines       *self);
void           dz_lines_take      (DzLines       *self,
                                   gint64         report_id,
                                   DzSpan         chosen);
gint64         dz_lines_get_first (DzLines       *self,
                                   gsize         *offset);
void           dz_lines_keep      (DzLines       *self);
DzPassageView *dz_lines_find      (DzLines       *self,
                                   gint64         report_id,
                                   gsize          offset,
                                   double        *top);
gboolean       dz_lines_find_kind (DzPassageView *passage,
                                   DzSectionKind  kind,
                                   double        *y);
void           dz_lines_scroll_to (GtkWidget     *widget,
                                   double         y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLines, dz_lines_free)

G_END_DECLS
