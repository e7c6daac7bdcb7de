/* dz-zip-check.h - whether a package is as whole as it was meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_zip_is_whole_xml (const char *path);

G_END_DECLS
