/* dz-matrix.h - a drawn table with a frozen head, frozen names and, where wanted, a foot
 *
 * GTK 4.8 can freeze neither columns nor a footer, so the table is drawn in areas that scroll together. It is one tab
 * stop; the arrow keys move a cell, whose words are its accessible label. What derives from it says how large the table
 * is, draws a head, a name and a cell, and tells what the pointer rests on.
 *
 * Signals:
 *   cell-activated (row, column, n_press): clicked, or Enter; 0 presses: gone to by key; column -1: only the row
 *   head-clicked (column): a column, or what find_corner says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-draw.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_MATRIX_CORNER,
  DZ_MATRIX_HEAD,
  DZ_MATRIX_NAMES,
  DZ_MATRIX_BODY,
  DZ_MATRIX_FOOT_NAMES,
  DZ_MATRIX_FOOT,
  DZ_N_MATRIX_AREAS
} DzMatrixArea;

#define DZ_TYPE_MATRIX (dz_matrix_get_type ())
G_DECLARE_DERIVABLE_TYPE (DzMatrix, dz_matrix, DZ, MATRIX, GtkWidget)

/* A column of a head or a foot. */
typedef void (*DzDrawColumn) (DzMatrix    *self,
                              DzFigurePen *pen,
                              int          column,
                              double       x,
                              double       width,
                              int          height);

/**
 * DzMatrixClass:
 * @row_height: in pixels at 100 %; likewise @least_column and @most_column (0: all the room there is)
 * @frame_gap: how much narrower than its cell the frame of the chosen one is
 * @first_column: the first that can be chosen, -1: a whole row can be
 * @draw_over_head: (nullable): over all heads; likewise @draw_over_cells
 * @draw_foot: (nullable): without it there is no foot
 * @dup_tip: (transfer full) (nullable): what an area tells at a row and column (-1 where it has none) and @x in it
 * @find_corner: (nullable): which head is clicked at @x of the corner; without it -1
 * @name_pressed: (nullable): @x, @y in the names
 * @moved: another cell is chosen, in another row than @before
 * @key: a key that goes to no neighbour
 */
struct _DzMatrixClass
{
  GtkWidgetClass parent_class;

  double row_height;
  double least_column;
  double most_column;
  double frame_gap;
  int first_column;

  void     (*draw_corner)     (DzMatrix *self, DzFigurePen *pen, int width, int height);
  DzDrawColumn draw_head;
  void     (*draw_over_head)  (DzMatrix *self, DzFigurePen *pen, int width, int height);
  void     (*draw_name)       (DzMatrix *self, DzFigurePen *pen, int row, double y, int width);
  void     (*draw_cell)       (DzMatrix *self, DzFigurePen *pen, int row, int column, double x, double y, double width);
  void     (*draw_over_cells) (DzMatrix *self, DzFigurePen *pen);
  void     (*draw_foot_names) (DzMatrix *self, DzFigurePen *pen, int width);
  DzDrawColumn draw_foot;
  char    *(*dup_tip)         (DzMatrix *self, DzMatrixArea area, int row, int column, double x);
  int      (*find_corner)     (DzMatrix *self, double x);
  void     (*name_pressed)    (DzMatrix *self, int row, double x, double y);
  void     (*moved)           (DzMatrix *self, int before);
  gboolean (*key)             (DzMatrix *self, guint key);
};

void       dz_matrix_set_size         (DzMatrix     *self,
                                       int           n_rows,
                                       int           n_columns);
void       dz_matrix_set_cells_shown  (DzMatrix     *self,
                                       gboolean      shown);
void       dz_matrix_set_chosen       (DzMatrix     *self,
                                       int           row,
                                       int           column);
void       dz_matrix_get_chosen       (DzMatrix     *self,
                                       int          *row,
                                       int          *column);
void       dz_matrix_select           (DzMatrix     *self,
                                       int           row,
                                       int           column);
void       dz_matrix_move_by_key      (DzMatrix     *self,
                                       int           row,
                                       int           column);
void       dz_matrix_activate         (DzMatrix     *self,
                                       int           n_press);
GtkWidget *dz_matrix_get_area         (DzMatrix     *self,
                                       DzMatrixArea  area);
double     dz_matrix_get_scale        (DzMatrix     *self);
double     dz_matrix_get_column_width (DzMatrix     *self);
int        dz_matrix_find_column      (DzMatrix     *self,
                                       double        x);

G_END_DECLS
