/* dz-page-links.h - the ways through a file: from a heading in 目录 to its page, from a source number to its entry and back
 *
 * Inside export/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-document-private.h"

G_BEGIN_DECLS

typedef struct _DzPageLinks DzPageLinks;

DzPageLinks *dz_page_links_new  (DzDocument  *document);
void         dz_page_links_free (DzPageLinks *self);
void         dz_page_links_tag  (DzPageLinks *self,
                                 guint        page,
                                 cairo_t     *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPageLinks, dz_page_links_free)

G_END_DECLS
