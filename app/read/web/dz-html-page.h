/* dz-html-page.h - the report on a web page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"
#include "dz-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char   *dz_html_decode    (GBytes        *bytes,
                           const char    *charset,
                           DzSource      *source,
                           gsize         *out_len,
                           GError       **error);
DzText *dz_html_read_page (GBytes        *bytes,
                           const char    *charset,
                           GPtrArray     *parts,
                           DzSource      *source,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
