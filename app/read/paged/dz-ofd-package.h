/* dz-ofd-package.h - the members of an OFD and how they name each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-xml-tree.h"
#include "dz-zip.h"

G_BEGIN_DECLS

char     *dz_ofd_resolve      (DzZip       *zip,
                               const char  *from,
                               const char  *location);
GBytes   *dz_ofd_get          (DzZip       *zip,
                               const char  *path,
                               GError     **error);
xmlDoc   *dz_ofd_load         (DzZip       *zip,
                               const char  *path,
                               GError     **error);
gboolean  dz_ofd_is_encrypted (DzZip       *zip);

G_END_DECLS
