/* dz-pdf-streams.h - what the drawing orders of a PDF tell from afar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean dz_pdf_streams_want_a_look (GBytes *bytes,
                                     guint   n_pages);

G_END_DECLS
