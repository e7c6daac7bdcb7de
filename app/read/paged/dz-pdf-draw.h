/* dz-pdf-draw.h - a page of a PDF as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"
#include "dz-picture.h"

#include <poppler.h>

G_BEGIN_DECLS

gboolean   dz_pdf_page_shows_something (PopplerPage *page);
gboolean   dz_pdf_page_shows_more      (PopplerPage *page,
                                        GArray      *glyphs);
void       dz_pdf_page_look            (PopplerPage *page,
                                        gboolean     rules,
                                        DzLayout    *layout);
DzPicture *dz_pdf_page_draw            (PopplerPage *page,
                                        GArray      *glyphs,
                                        double      *points);

G_END_DECLS
