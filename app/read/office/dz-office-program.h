/* dz-office-program.h - a file of another office turned into one of ours, by LibreOffice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  dz_office_has_name (const guint8  *data,
                              gsize          len,
                              const char    *name);
GBytes   *dz_office_convert  (GBytes        *bytes,
                              const char    *kind,
                              const char    *target,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
