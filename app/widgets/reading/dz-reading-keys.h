/* dz-reading-keys.h - keys and wheel of the columns of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-section-grid.h"

G_BEGIN_DECLS

void dz_reading_keys_add (DzSectionGrid       *grid,
                          GtkScrolledWindow   *across,
                          const DzSectionKind *kinds,
                          guint                n_kinds);

G_END_DECLS
