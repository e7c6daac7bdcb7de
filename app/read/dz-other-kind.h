/* dz-other-kind.h - files that are no report, and what their kind is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean dz_other_kind_is_named  (const char  *name);
void     dz_other_kind_set_error (GBytes      *bytes,
                                  const char  *name,
                                  GError     **error);

G_END_DECLS
