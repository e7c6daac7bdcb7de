/* dz-ofd-path.h - lines drawn on a page of an OFD file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"

G_BEGIN_DECLS

void dz_ofd_path_add (const char   *data,
                      const double  turn[static 6],
                      gboolean      stroked,
                      DzLayout     *layout);

G_END_DECLS
