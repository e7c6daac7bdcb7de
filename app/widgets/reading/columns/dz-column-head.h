/* dz-column-head.h - the head over a column of text: whose report it is, and what can be done with the column
 *
 * Signals:
 *   close (), as-written (gboolean)
 *   move (guint from, guint to): by its menu, or by dragging it onto another head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_COLUMN_HEAD (dz_column_head_get_type ())
G_DECLARE_FINAL_TYPE (DzColumnHead, dz_column_head, DZ, COLUMN_HEAD, GtkBox)

GtkWidget *dz_column_head_new         (DzReport     *report,
                                       const char   *body_name,
                                       guint         column,
                                       guint         n_columns,
                                       GtkWidget    *picker);
void       dz_column_head_set_written (DzColumnHead *self,
                                       gboolean      as_written,
                                       gboolean      possible);
void       dz_column_head_say         (DzColumnHead *self,
                                       const char   *words);

G_END_DECLS
