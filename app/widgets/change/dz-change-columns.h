/* dz-change-columns.h - how wide the columns of 数值变化 are, and which of them have room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-year-change.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Widths in pixels; 0 where no row has words. */
typedef struct
{
  double name;
  double values;
  double undecided; /* values nobody decided about: no difference stands beside them */
  double difference;
  double per_cent;
  double least_track;
} DzChangeColumns;

/* The columns as they stand in a width: 0 is a column that is left out. */
typedef struct
{
  double track;
  double values_x;
  double difference;
  double per_cent;
} DzChangePlaces;

char          *dz_change_dup_values      (const DzFigureChange  *change);
char          *dz_change_dup_difference  (const DzFigureChange  *change);
char          *dz_change_dup_per_cent    (const DzFigureChange  *change);
gboolean       dz_change_is_undecided    (const DzFigureChange  *change);
void           dz_change_columns_measure (DzChangeColumns       *self,
                                          GtkWidget             *widget,
                                          DzFigureChanges       *changes,
                                          GArray                *shown);
double         dz_change_columns_least   (const DzChangeColumns *self);
DzChangePlaces dz_change_columns_place   (const DzChangeColumns *self,
                                          double                 width);

G_END_DECLS
