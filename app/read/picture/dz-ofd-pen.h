/* dz-ofd-pen.h - the objects of an OFD page drawn: text, lines and areas, pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-ofd-resources.h"

#include <cairo.h>

G_BEGIN_DECLS

void dz_ofd_pen_draw (cairo_t        *cr,
                      const xmlNode  *content,
                      DzOfdResources *resources,
                      DzZip          *zip);

G_END_DECLS
