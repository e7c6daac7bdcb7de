/* dz-overlap-map.h - two reports in full length, bands joining the passages they share
 *
 * Signals:
 *   scrolled-to (side, fraction): clicked or dragged; side 0 is the left report, fraction 0 to 1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A shared passage, or what of a report is visible: fractions of its length. */
typedef struct
{
  double from[2];
  double to[2];
} DzOverlapBand;

#define DZ_TYPE_OVERLAP_MAP (dz_overlap_map_get_type ())
G_DECLARE_FINAL_TYPE (DzOverlapMap, dz_overlap_map, DZ, OVERLAP_MAP, GtkWidget)

void dz_overlap_map_set_bands   (DzOverlapMap        *self,
                                 GArray              *bands,
                                 const double         lengths[2]);
void dz_overlap_map_set_visible_part (DzOverlapMap   *self,
                                 const DzOverlapBand *visible);

G_END_DECLS
