/* dz-common-matrix.c - weaknesses × bodies, drawn: frozen ranks and names, heat cells that scroll
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-matrix-private.h"

#include "dz-common-draw.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

enum
{
  ROW_SELECTED,
  CELL_ACTIVATED,
  BAR_CLICKED,
  HEAD_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzCommonMatrix, dz_common_matrix, GTK_TYPE_WIDGET)

static void
redraw (DzCommonMatrix *self)
{
  gtk_widget_queue_draw (self->corner);
  gtk_widget_queue_draw (self->head);
  gtk_widget_queue_draw (self->names);
  gtk_widget_queue_draw (self->body);
}

static void
tell_position (DzCommonMatrix *self)
{
  g_autofree char *row = dz_common_matrix_describe_row (self, self->row);
  g_autofree char *cell = self->column >= 0
                            ? dz_common_matrix_describe_cell (self, self->row, self->column)
                            : g_strdup (row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL, cell,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, row, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->names), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
}

static void
move_to (DzCommonMatrix *self,
         int             row,
         int             column)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  GtkAdjustment *h = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  double w = column_width (self);
  int before = self->row;

  if (n_rows (self) == 0)
    return;
  self->row = CLAMP (row, 0, n_rows (self) - 1);
  self->column = CLAMP (column, -1, n_columns (self) - 1);
  /* Before it has a size there is nothing to scroll. */
  if (gtk_adjustment_get_page_size (v) > ROW_HEIGHT)
    gtk_adjustment_clamp_page (v, self->row * ROW_HEIGHT, (self->row + 1) * ROW_HEIGHT);
  if (self->column >= 0 && gtk_adjustment_get_page_size (h) > w)
    gtk_adjustment_clamp_page (h, self->column * w, (self->column + 1) * w);
  tell_position (self);
  redraw (self);
  if (before != self->row)
    g_signal_emit (self, signals[ROW_SELECTED], 0, self->row);
}

static gboolean
find_cell (DzCommonMatrix *self,
           double          x,
           double          y,
           int            *row,
           int            *column)
{
  *row = (int) (y / ROW_HEIGHT);
  *column = (int) (x / column_width (self));

  return x >= 0 && y >= 0 && *row < n_rows (self) && *column < n_columns (self);
}

static void
body_pressed_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 DzCommonMatrix  *self)
{
  int row, column;

  gtk_widget_grab_focus (self->body);
  if (!find_cell (self, x, y, &row, &column))
    return;
  move_to (self, row, column);
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column, n_press);
}

static void
names_pressed_cb (GtkGestureClick *click,
                  int              n_press,
                  double           x,
                  double           y,
                  DzCommonMatrix  *self)
{
  int row = (int) ((y + get_offset_y (self)) / ROW_HEIGHT);
  double at_x, at_y;

  gtk_widget_grab_focus (gtk_widget_get_visible (self->scroll) ? self->body : self->names);
  if (row < 0 || row >= n_rows (self))
    return;
  move_to (self, row, -1);
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, -1, 1);
  if (x < RANK_WIDTH + NAME_WIDTH || self->kinds != NULL)
    return;
  gtk_widget_translate_coordinates (self->names, GTK_WIDGET (self), x, y, &at_x, &at_y);
  g_signal_emit (self, signals[BAR_CLICKED], 0, row, at_x, at_y);
}

static void
head_pressed_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 DzCommonMatrix  *self)
{
  int column = (int) ((x + get_offset_x (self)) / column_width (self));

  if (column >= 0 && column < n_columns (self))
    g_signal_emit (self, signals[HEAD_CLICKED], 0, column);
}

static void
corner_pressed_cb (GtkGestureClick *click,
                   int              n_press,
                   double           x,
                   double           y,
                   DzCommonMatrix  *self)
{
  g_signal_emit (self, signals[HEAD_CLICKED], 0,
                 x < RANK_WIDTH + NAME_WIDTH ? DZ_COMMON_HEAD_NAME : DZ_COMMON_HEAD_COUNT);
}

static void
move_by_key (DzCommonMatrix *self,
             int             row,
             int             column)
{
  move_to (self, row, column);
  if (self->row >= 0)
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, self->row, self->column, 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DzCommonMatrix        *self)
{
  switch (key)
    {
    case GDK_KEY_Up: move_by_key (self, self->row - 1, self->column); break;
    case GDK_KEY_Down: move_by_key (self, self->row + 1, self->column); break;
    case GDK_KEY_Left: move_by_key (self, self->row, self->column - 1); break;
    case GDK_KEY_Right: move_by_key (self, self->row, self->column + 1); break;
    case GDK_KEY_Home: move_by_key (self, 0, self->column); break;
    case GDK_KEY_End: move_by_key (self, n_rows (self) - 1, self->column); break;
    case GDK_KEY_Page_Up: move_by_key (self, self->row - 10, self->column); break;
    case GDK_KEY_Page_Down: move_by_key (self, self->row + 10, self->column); break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->row >= 0 && self->column >= 0)
        g_signal_emit (self, signals[CELL_ACTIVATED], 0, self->row, self->column, 2);
      return TRUE;
    case GDK_KEY_space:
      if (self->row >= 0 && self->column >= 0)
        g_signal_emit (self, signals[CELL_ACTIVATED], 0, self->row, self->column, 1);
      return TRUE;
    default: return FALSE;
    }

  return TRUE;
}

static void
set_hover (DzCommonMatrix *self,
           int             row)
{
  if (row == self->hover_row)
    return;
  self->hover_row = row;
  redraw (self);
}

static void
body_motion_cb (GtkEventControllerMotion *motion,
                double                    x,
                double                    y,
                DzCommonMatrix           *self)
{
  set_hover (self, (int) (y / ROW_HEIGHT));
}

static void
names_motion_cb (GtkEventControllerMotion *motion,
                 double                    x,
                 double                    y,
                 DzCommonMatrix           *self)
{
  set_hover (self, (int) ((y + get_offset_y (self)) / ROW_HEIGHT));
}

static void
leave_cb (GtkEventControllerMotion *motion,
          DzCommonMatrix           *self)
{
  set_hover (self, -1);
}

static gboolean
body_tooltip_cb (GtkWidget      *body,
                 int             x,
                 int             y,
                 gboolean        keyboard,
                 GtkTooltip     *tooltip,
                 DzCommonMatrix *self)
{
  g_autofree char *words = NULL;
  int row, column;

  if (keyboard || !find_cell (self, x, y, &row, &column))
    return FALSE;
  words = dz_common_matrix_describe_cell (self, row, column);
  dz_tip_set_words_at (tooltip, words, x, row * ROW_HEIGHT, ROW_HEIGHT);

  return TRUE;
}

static gboolean
names_tooltip_cb (GtkWidget      *names,
                  int             x,
                  int             y,
                  gboolean        keyboard,
                  GtkTooltip     *tooltip,
                  DzCommonMatrix *self)
{
  int row = (int) ((y + get_offset_y (self)) / ROW_HEIGHT);
  g_autofree char *words = NULL;

  /* The bar tells who by a click: its list must not hide under a tooltip. */
  if (keyboard || row < 0 || row >= n_rows (self) || x > RANK_WIDTH + NAME_WIDTH)
    return FALSE;
  words = dz_common_matrix_describe_row (self, row);
  dz_tip_set_words_at (tooltip, words, x, row * ROW_HEIGHT - get_offset_y (self), ROW_HEIGHT);

  return TRUE;
}

static gboolean
head_tooltip_cb (GtkWidget      *head,
                 int             x,
                 int             y,
                 gboolean        keyboard,
                 GtkTooltip     *tooltip,
                 DzCommonMatrix *self)
{
  int column = (int) ((x + get_offset_x (self)) / column_width (self));
  g_autofree char *words = NULL;

  if (keyboard || column < 0 || column >= n_columns (self))
    return FALSE;
  words = g_strdup_printf (_("%s names %u of these weaknesses"), get_body (self, column)->name,
                           dz_common_weaknesses_count_body (self->common,
                                                            g_array_index (self->columns, guint, column)));
  dz_tip_set_words_at (tooltip, words, x, 0, gtk_widget_get_height (head));

  return TRUE;
}

static GtkWidget *
add_area (DzCommonMatrix         *self,
          GtkDrawingAreaDrawFunc  draw)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, self, NULL);

  return area;
}

static void
add_click (GtkWidget *area,
           GCallback  callback,
           gpointer   self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", callback, self);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (click));
}

static void
add_motion (GtkWidget *area,
            GCallback  callback,
            gpointer   self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", callback, self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (area, motion);
}

static void
add_tooltip (GtkWidget *area,
             GCallback  callback,
             gpointer   self)
{
  gtk_widget_set_has_tooltip (area, TRUE);
  g_signal_connect (area, "query-tooltip", callback, self);
}

static gboolean
names_scroll_cb (GtkEventControllerScroll *scroll,
                 double                    dx,
                 double                    dy,
                 DzCommonMatrix           *self)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));

  gtk_adjustment_set_value (v, gtk_adjustment_get_value (v) + dy * 2 * ROW_HEIGHT);

  return TRUE;
}

static void
dz_common_matrix_dispose (GObject *object)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->common);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_common_matrix_parent_class)->dispose (object);
}

static void
dz_common_matrix_class_init (DzCommonMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_common_matrix_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "commonmatrix");

  signals[ROW_SELECTED] = g_signal_new ("row-selected", DZ_TYPE_COMMON_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", DZ_TYPE_COMMON_MATRIX, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT,
                                          G_TYPE_INT);
  signals[BAR_CLICKED] = g_signal_new ("bar-clicked", DZ_TYPE_COMMON_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[HEAD_CLICKED] = g_signal_new ("head-clicked", DZ_TYPE_COMMON_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
place (DzCommonMatrix *self,
       GtkWidget      *child,
       int             column,
       int             row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *at;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  at = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));
  gtk_grid_layout_child_set_column (at, column);
  gtk_grid_layout_child_set_row (at, row);
}

static void
make_areas (DzCommonMatrix *self)
{
  self->corner = add_area (self, dz_common_matrix_draw_corner);
  self->head = add_area (self, dz_common_matrix_draw_head);
  self->names = add_area (self, dz_common_matrix_draw_names);
  self->body = add_area (self, dz_common_matrix_draw_body);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->body);
  gtk_widget_set_hexpand (self->scroll, TRUE);
  gtk_widget_set_vexpand (self->scroll, TRUE);
  gtk_widget_add_css_class (self->corner, "dz-matrix-head");
  gtk_widget_add_css_class (self->head, "dz-matrix-head");
  gtk_widget_set_focusable (self->body, TRUE);
  place (self, self->corner, 0, 0);
  place (self, self->head, 1, 0);
  place (self, self->names, 0, 1);
  place (self, self->scroll, 1, 1);
}

static void
dz_common_matrix_init (DzCommonMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->row = self->column = self->hover_row = -1;
  self->sort = DZ_COMMON_HEAD_COUNT;
  self->scale = dz_text_scale (GTK_WIDGET (self));
  make_areas (self);
  add_click (self->body, G_CALLBACK (body_pressed_cb), self);
  add_click (self->names, G_CALLBACK (names_pressed_cb), self);
  add_click (self->head, G_CALLBACK (head_pressed_cb), self);
  add_click (self->corner, G_CALLBACK (corner_pressed_cb), self);
  add_motion (self->body, G_CALLBACK (body_motion_cb), self);
  add_motion (self->names, G_CALLBACK (names_motion_cb), self);
  add_tooltip (self->body, G_CALLBACK (body_tooltip_cb), self);
  add_tooltip (self->names, G_CALLBACK (names_tooltip_cb), self);
  add_tooltip (self->head, G_CALLBACK (head_tooltip_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (wheel, "scroll", G_CALLBACK (names_scroll_cb), self);
  gtk_widget_add_controller (self->names, wheel);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)),
                            "value-changed", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll)),
                            "value-changed", G_CALLBACK (redraw), self);
}

static void
update_size (DzCommonMatrix *self)
{
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (self->common);
  int left = (int) (RANK_WIDTH + NAME_WIDTH + (self->kinds != NULL ? self->kinds->len * KIND_WIDTH + 4
                                                                   : COUNT_WIDTH));
  double head = LEAST_HEAD;

  for (guint i = 0; i < bodies->len; i++)
    head = MAX (head, dz_common_draw_vertical_height (
                        GTK_WIDGET (self), ((const DzBody *) g_ptr_array_index (bodies, i))->name) + 9);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->names), left);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->head), (int) head);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->corner), (int) head);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->body), (int) (n_rows (self) * ROW_HEIGHT));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->body), (int) (n_columns (self) * LEAST_COLUMN));
  redraw (self);
}

/* Whatever the order on screen, a row keeps the number it has in the ranked list. */
static void
find_places (DzCommonMatrix *self,
             GListModel     *ranked)
{
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (int i = 0; i < n_rows (self); i++)
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
  for (int i = 0; i < n_rows (self); i++)
    self->most = MAX (self->most, dz_common_row_get_count (get_row (self, i)));
  self->row = self->column = self->hover_row = -1;
  update_size (self);
}

/**
 * dz_common_matrix_set_heat:
 * @heat: %FALSE: only the ranked list, no columns of bodies
 */
void
dz_common_matrix_set_heat (DzCommonMatrix *self,
                           gboolean        heat)
{
  g_return_if_fail (DZ_IS_COMMON_MATRIX (self));

  gtk_widget_set_visible (self->head, heat);
  gtk_widget_set_visible (self->scroll, heat);
  gtk_widget_set_focusable (self->names, !heat);
  gtk_widget_set_vexpand (self->names, !heat);
}

/**
 * dz_common_matrix_select:
 * @column: -1: no cell, only the row
 */
void
dz_common_matrix_select (DzCommonMatrix *self,
                         int             row,
                         int             column)
{
  g_return_if_fail (DZ_IS_COMMON_MATRIX (self));

  move_to (self, row, column);
}

/**
 * dz_common_matrix_get_row:
 *
 * Returns: the current row, -1: none
 */
int
dz_common_matrix_get_row (DzCommonMatrix *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_MATRIX (self), -1);

  return self->row;
}
