/* dz-formats.h - every format a report comes in, as meson gathered them from the lists of the folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-reader-kind.h"

G_BEGIN_DECLS

const DzReader *const *dz_formats_list       (guint          *n);
gboolean               dz_formats_has_ending (const DzReader *reader,
                                              const char     *name);

G_END_DECLS
