/* dz-common-matrix.c - weaknesses × bodies: what its keys, clicks and words are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-matrix-private.h"

#include "dz-common-draw.h"

#include <glib/gi18n-lib.h>

/* Pixels at 100 %. */
#define LEAST_HEAD 74
#define LEAST_COLUMN 14
#define MOST_COLUMN 66
#define LONG_NAME 268
#define SHORT_NAME 130
#define MOST_LEFT 690 /* of any text size */

enum
{
  ROW_SELECTED,
  BAR_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzCommonMatrix, dz_common_matrix, DZ_TYPE_MATRIX)

static void
moved (DzMatrix *matrix,
       int       before)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);
  g_autofree char *of_row = NULL;
  g_autofree char *of_cell = NULL;
  int row, column;

  dz_matrix_get_chosen (matrix, &row, &column);
  if (row < 0)
    return;
  of_row = dz_common_matrix_describe_row (self, row);
  of_cell = column >= 0 ? dz_common_matrix_describe_cell (self, row, column) : g_strdup (of_row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dz_matrix_get_area (matrix, DZ_MATRIX_BODY)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, of_cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, of_row, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dz_matrix_get_area (matrix, DZ_MATRIX_NAMES)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, of_row, -1);
  if (before != row)
    g_signal_emit (self, signals[ROW_SELECTED], 0, row);
}

static void
name_pressed (DzMatrix *matrix,
              int       row,
              double    x,
              double    y)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);
  double at_x, at_y;

  if (x < RANK_WIDTH + NAME_WIDTH || self->kinds != NULL)
    return;
  gtk_widget_translate_coordinates (dz_matrix_get_area (matrix, DZ_MATRIX_NAMES), GTK_WIDGET (self), x, y, &at_x, &at_y);
  g_signal_emit (self, signals[BAR_CLICKED], 0, row, at_x, at_y);
}

static int
find_corner (DzMatrix *self,
             double    x)
{
  return x < RANK_WIDTH + NAME_WIDTH ? DZ_COMMON_HEAD_NAME : DZ_COMMON_HEAD_COUNT;
}

static gboolean
take_key (DzMatrix *self,
          guint     key)
{
  int row, column;

  dz_matrix_get_chosen (self, &row, &column);
  switch (key)
    {
    case GDK_KEY_Home: dz_matrix_move_by_key (self, 0, column); break;
    case GDK_KEY_End: dz_matrix_move_by_key (self, G_MAXINT, column); break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (row >= 0 && column >= 0)
        dz_matrix_activate (self, key == GDK_KEY_space ? 1 : 2);
      break;
    default: return FALSE;
    }

  return TRUE;
}

static char *
dup_tip (DzMatrix     *matrix,
         DzMatrixArea  area,
         int           row,
         int           column,
         double        x)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);

  if (area == DZ_MATRIX_BODY)
    return dz_common_matrix_describe_cell (self, row, column);
  /* The bar tells who by a click: its list must not hide under a tooltip. */
  if (area == DZ_MATRIX_NAMES)
    return x > RANK_WIDTH + NAME_WIDTH ? NULL : dz_common_matrix_describe_row (self, row);

  return g_strdup_printf (_("%s names %u of these weaknesses"), get_body (self, column)->name,
                          dz_common_weaknesses_count_body (self->common, g_array_index (self->columns, guint, column)));
}

static void
dz_common_matrix_dispose (GObject *object)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (object);

  g_clear_object (&self->common);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_common_matrix_parent_class)->dispose (object);
}

static void
dz_common_matrix_constructed (GObject *object)
{
  G_OBJECT_CLASS (dz_common_matrix_parent_class)->constructed (object);

  gtk_widget_add_css_class (dz_matrix_get_area (DZ_MATRIX (object), DZ_MATRIX_CORNER), "dz-matrix-head");
  gtk_widget_add_css_class (dz_matrix_get_area (DZ_MATRIX (object), DZ_MATRIX_HEAD), "dz-matrix-head");
}

static void
dz_common_matrix_class_init (DzCommonMatrixClass *klass)
{
  DzMatrixClass *matrix_class = DZ_MATRIX_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_common_matrix_dispose;
  G_OBJECT_CLASS (klass)->constructed = dz_common_matrix_constructed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "commonmatrix");
  matrix_class->row_height = DZ_COMMON_ROW_HEIGHT;
  matrix_class->least_column = LEAST_COLUMN;
  matrix_class->most_column = MOST_COLUMN;
  matrix_class->frame_gap = 2.5;
  matrix_class->first_column = -1;
  matrix_class->dup_tip = dup_tip;
  matrix_class->find_corner = find_corner;
  matrix_class->name_pressed = name_pressed;
  matrix_class->moved = moved;
  matrix_class->key = take_key;
  dz_common_matrix_draw_with (matrix_class);

  signals[ROW_SELECTED] = g_signal_new ("row-selected", DZ_TYPE_COMMON_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[BAR_CLICKED] = g_signal_new ("bar-clicked", DZ_TYPE_COMMON_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
dz_common_matrix_init (DzCommonMatrix *self)
{
  self->sort = DZ_COMMON_HEAD_COUNT;
}

static double
get_counts_width (DzCommonMatrix *self)
{
  return self->kinds != NULL ? self->kinds->len * KIND_WIDTH + 4 : COUNT_WIDTH;
}

/* What stands beside the cells is as wide as it likes up to a width that leaves room for them in a window of 800 pixels:
 * with large text the longest names end in “…”. */
double
dz_common_matrix_get_name_width (DzCommonMatrix *self)
{
  double scale = dz_matrix_get_scale (DZ_MATRIX (self));

  return CLAMP (MOST_LEFT - RANK_WIDTH - get_counts_width (self), SHORT_NAME * scale, LONG_NAME * scale);
}

/* The names and their heads; the cells have theirs from the size of the table. */
static void
update_size (DzCommonMatrix *self)
{
  DzMatrix *matrix = DZ_MATRIX (self);
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (self->common);
  int left = (int) (RANK_WIDTH + NAME_WIDTH + get_counts_width (self));
  double head = LEAST_HEAD * dz_matrix_get_scale (matrix);

  for (guint i = 0; i < bodies->len; i++)
    head = MAX (head, dz_common_draw_vertical_height (
                        GTK_WIDGET (self), ((const DzBody *) g_ptr_array_index (bodies, i))->name) + 9);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (dz_matrix_get_area (matrix, DZ_MATRIX_NAMES)), left);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (dz_matrix_get_area (matrix, DZ_MATRIX_HEAD)), (int) head);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (dz_matrix_get_area (matrix, DZ_MATRIX_CORNER)), (int) head);
}

/* Whatever the order on screen, a row keeps the number it has in the ranked list. */
static void
find_places (DzCommonMatrix *self,
             GListModel     *ranked)
{
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (int i = 0; i < (int) self->rows->len; i++)
    {
      guint at = 0;

      g_list_store_find (G_LIST_STORE (ranked), get_row (self, i), &at);
      at++;
      g_array_append_val (self->places, at);
    }
}

/**
 * dz_common_matrix_set_rows:
 * @ranked: the list of @common the rows are from
 * @rows: (element-type DzCommonRow): as they are to be shown
 * @columns: (element-type guint): bodies of @common, as they are to be shown
 * @kinds: (nullable) (element-type utf8): kinds of body to count apart, in place of the bar
 * @sort: a head as in head-clicked: where the mark of the order stands
 *
 * The selection is dropped: select the row again that is wanted.
 */
void
dz_common_matrix_set_rows (DzCommonMatrix     *self,
                           DzCommonWeaknesses *common,
                           GListModel         *ranked,
                           GPtrArray          *rows,
                           GArray             *columns,
                           GPtrArray          *kinds,
                           int                 sort)
{
  g_return_if_fail (DZ_IS_COMMON_MATRIX (self));

  g_set_object (&self->common, common);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (rows);
  self->columns = g_array_ref (columns);
  find_places (self, ranked);
  self->kinds = kinds != NULL ? g_ptr_array_ref (kinds) : NULL;
  self->sort = sort;
  self->most = 0;
  for (guint i = 0; i < rows->len; i++)
    self->most = MAX (self->most, dz_common_row_get_count (get_row (self, (int) i)));
  dz_matrix_set_chosen (DZ_MATRIX (self), -1, -1);
  update_size (self);
  dz_matrix_set_size (DZ_MATRIX (self), (int) rows->len, (int) columns->len);
}
