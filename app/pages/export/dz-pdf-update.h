/* dz-pdf-update.h - what cairo does not write into a PDF, appended as an update
 *
 * Inside export/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *dz_pdf_update_new (const char *pdf,
                            gsize       len,
                            GPtrArray  *figures);

G_END_DECLS
