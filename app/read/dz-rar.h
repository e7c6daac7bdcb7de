/* dz-rar.h - what the heads of a rar archive say before it is unpacked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean dz_rar_is    (const guint8  *data,
                       gsize          len);
gboolean dz_rar_check (const guint8  *data,
                       gsize          len,
                       GError       **error);

G_END_DECLS
