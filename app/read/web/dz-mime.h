/* dz-mime.h - the page inside a web page saved as one file (.mht, .mhtml)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_mime_is        (const guint8 *data,
                            gsize         len);
GBytes  *dz_mime_find_page (const guint8 *data,
                            gsize         len,
                            char        **charset,
                            guint        *n_pictures);

G_END_DECLS
