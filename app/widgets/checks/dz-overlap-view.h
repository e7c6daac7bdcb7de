/* dz-overlap-view.h - two reports that share words, side by side, with the map between
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-checks-table.h"
#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_OVERLAP_VIEW (dz_overlap_view_get_type ())
G_DECLARE_FINAL_TYPE (DzOverlapView, dz_overlap_view, DZ, OVERLAP_VIEW, AdwBin)

void dz_overlap_view_set_overlap (DzOverlapView   *self,
                                  DzSession       *session,
                                  DzChecksTable   *table,
                                  const char      *check_id,
                                  const DzOverlap *overlap,
                                  gboolean         others);
void dz_overlap_view_step        (DzOverlapView   *self,
                                  int              by);

G_END_DECLS
