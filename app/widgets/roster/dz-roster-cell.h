/* dz-roster-cell.h - what stands in one column of one row of the roster board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-roster-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_ROSTER_BODY,
  DZ_ROSTER_KIND,
  DZ_ROSTER_DUE,
  DZ_ROSTER_RECEIVED,
  DZ_ROSTER_PUBLISHED,
  DZ_ROSTER_CONTENT, /* one for each DzContent */
  DZ_ROSTER_FIGURES = DZ_ROSTER_CONTENT + DZ_N_CONTENTS,
  DZ_ROSTER_WEAKNESSES,
  DZ_ROSTER_FAILING,
  DZ_ROSTER_STATE,
  DZ_N_ROSTER_COLUMNS
} DzRosterColumn;

DzContent  dz_roster_column_get_content (DzRosterColumn  column);
GtkWidget *dz_roster_cell_new           (DzRosterColumn  column,
                                         GtkListItem    *item);
GtkListItem *dz_roster_cell_get_item    (GtkWidget      *cell);
void       dz_roster_cell_show          (GtkWidget      *cell,
                                         DzRosterColumn  column,
                                         DzRosterRow    *row);

G_END_DECLS
