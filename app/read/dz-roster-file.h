/* dz-roster-file.h - the county's list of bodies from csv or xlsx
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"
#include "dz-source.h"

G_BEGIN_DECLS

GPtrArray *dz_roster_file_read (GBytes    *bytes,
                                DzSource  *source,
                                GError   **error);

G_END_DECLS
