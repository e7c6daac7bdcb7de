/* dz-growing.h - a scrolled list that makes its parts as they are scrolled to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _DzGrowing DzGrowing;

/**
 * DzGrowingMake:
 * @index: which part, from 0; they are asked for in order
 *
 * Makes a part and adds it at the end of the list.
 */
typedef void (*DzGrowingMake) (guint    index,
                               gpointer user_data);

GtkAdjustment *dz_growing_find_along (GtkWidget *page);

DzGrowing *dz_growing_new    (GtkAdjustment *along,
                              guint          first,
                              guint          at_once,
                              DzGrowingMake  make,
                              gpointer       user_data);
void       dz_growing_free   (DzGrowing     *self);
void       dz_growing_start  (DzGrowing     *self,
                              guint          n_parts,
                              gboolean       keep);
void       dz_growing_extend (DzGrowing     *self,
                              guint          n_parts);
void       dz_growing_drop   (DzGrowing     *self);
void       dz_growing_reach  (DzGrowing     *self,
                              guint          index);
void       dz_growing_finish (DzGrowing     *self);

G_END_DECLS
