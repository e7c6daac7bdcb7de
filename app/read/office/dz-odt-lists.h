/* dz-odt-lists.h - the automatic numbers of an OpenDocument text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-xml.h"

G_BEGIN_DECLS

typedef struct _DzOdtLists DzOdtLists;

DzOdtLists *dz_odt_lists_new         (void);
void        dz_odt_lists_free        (DzOdtLists            *self);
void        dz_odt_lists_begin_style (DzOdtLists            *self,
                                      const char            *name);
void        dz_odt_lists_end_style   (DzOdtLists            *self);
void        dz_odt_lists_set_level   (DzOdtLists            *self,
                                      const DzXmlAttributes *attributes,
                                      gboolean               bullet);
void        dz_odt_lists_set_gap     (DzOdtLists            *self,
                                      gboolean               gap);

void        dz_odt_lists_begin       (DzOdtLists            *self,
                                      const DzXmlAttributes *attributes);
void        dz_odt_lists_end         (DzOdtLists            *self);
void        dz_odt_lists_begin_item  (DzOdtLists            *self,
                                      int                    start,
                                      gboolean               header);
gboolean    dz_odt_lists_is_open     (DzOdtLists            *self);
void        dz_odt_lists_count       (DzOdtLists            *self,
                                      GString               *label);
void        dz_odt_lists_count_outline (DzOdtLists          *self,
                                        guint                level,
                                        GString             *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOdtLists, dz_odt_lists_free)

G_END_DECLS
