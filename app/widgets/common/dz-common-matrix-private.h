/* dz-common-matrix-private.h - what handling and drawing of the matrix share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-matrix.h"

#include <math.h>

G_BEGIN_DECLS

/* Pixels at 100 %. */
#define RANK_WIDTH (36 * self->scale)
#define NAME_WIDTH (268 * self->scale)
#define COUNT_WIDTH (120 * self->scale)
#define KIND_WIDTH (62 * self->scale)
#define ROW_HEIGHT (25 * self->scale)
#define LEAST_HEAD (74 * self->scale)
#define LEAST_COLUMN (14 * self->scale)
#define MOST_COLUMN (66 * self->scale)
#define FULL_BAR (54 * self->scale)

struct _DzCommonMatrix
{
  GtkWidget parent_instance;

  GtkWidget *corner;
  GtkWidget *head;
  GtkWidget *names;
  GtkWidget *scroll;
  GtkWidget *body;

  DzCommonWeaknesses *common;
  GPtrArray *rows;  /* DzCommonRow, as shown */
  GArray *places;   /* guint: of each row in the ranked list, from 1 */
  GArray *columns;  /* guint: bodies of common, as shown */
  GPtrArray *kinds; /* (nullable) const char *: counts by kind in place of the bar */
  guint most;       /* the largest M: its bar is full */
  int sort;
  int row;
  int column;
  int hover_row;
  double scale;
};

static inline int
n_rows (DzCommonMatrix *self)
{
  return self->rows != NULL ? (int) self->rows->len : 0;
}

static inline int
n_columns (DzCommonMatrix *self)
{
  return self->columns != NULL ? (int) self->columns->len : 0;
}

static inline DzCommonRow *
get_row (DzCommonMatrix *self,
         int             row)
{
  return g_ptr_array_index (self->rows, row);
}

static inline const DzBody *
get_body (DzCommonMatrix *self,
          int             column)
{
  return g_ptr_array_index (dz_common_weaknesses_get_bodies (self->common),
                            g_array_index (self->columns, guint, column));
}

static inline const DzWeaknessCell *
get_cell (DzCommonMatrix *self,
          int             row,
          int             column)
{
  return dz_common_row_get_cell (get_row (self, row), g_array_index (self->columns, guint, column));
}

static inline const char *
get_theme (DzCommonMatrix *self,
           int             row)
{
  return dz_common_row_get_entry (get_row (self, row))->theme;
}

static inline double
column_width (DzCommonMatrix *self)
{
  double room = gtk_widget_get_width (self->scroll);

  return CLAMP (floor (room / MAX (n_columns (self), 1)), LEAST_COLUMN, MOST_COLUMN);
}

static inline double
get_offset_x (DzCommonMatrix *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll)));
}

static inline double
get_offset_y (DzCommonMatrix *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)));
}

void  dz_common_matrix_draw_corner   (GtkDrawingArea *area,
                                      cairo_t        *cr,
                                      int             width,
                                      int             height,
                                      gpointer        user_data);
void  dz_common_matrix_draw_head     (GtkDrawingArea *area,
                                      cairo_t        *cr,
                                      int             width,
                                      int             height,
                                      gpointer        user_data);
void  dz_common_matrix_draw_names    (GtkDrawingArea *area,
                                      cairo_t        *cr,
                                      int             width,
                                      int             height,
                                      gpointer        user_data);
void  dz_common_matrix_draw_body     (GtkDrawingArea *area,
                                      cairo_t        *cr,
                                      int             width,
                                      int             height,
                                      gpointer        user_data);
char *dz_common_matrix_describe_cell (DzCommonMatrix *self,
                                      int             row,
                                      int             column);
char *dz_common_matrix_describe_row  (DzCommonMatrix *self,
                                      int             row);

G_END_DECLS
