/* dz-matrix.c - a drawn table with a frozen head, frozen names and, where wanted, a foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-matrix.h"

#include "dz-text-scale.h"
#include "dz-tip.h"

#include <math.h>

#define PAGE 10 /* rows */

typedef struct
{
  GtkWidget *areas[DZ_N_MATRIX_AREAS]; /* (nullable): a foot may be missing */
  GtkWidget *scroll;
  GtkAdjustment *across; /* borrowed from scroll, like down */
  GtkAdjustment *down;
  int n_rows;
  int n_columns;
  int row;    /* of the chosen cell, -1: none */
  int column; /* -1: only the row */
  int hover_row;
  double scale;
} DzMatrixPrivate;

enum
{
  CELL_ACTIVATED,
  HEAD_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DzMatrix, dz_matrix, GTK_TYPE_WIDGET)

#define PRIV(self) ((DzMatrixPrivate *) dz_matrix_get_instance_private (self))

static double
row_height (DzMatrix *self)
{
  return DZ_MATRIX_GET_CLASS (self)->row_height * PRIV (self)->scale;
}

static double
get_offset_x (DzMatrix *self)
{
  return gtk_adjustment_get_value (PRIV (self)->across);
}

static double
get_offset_y (DzMatrix *self)
{
  return gtk_adjustment_get_value (PRIV (self)->down);
}

static void
redraw (DzMatrix *self)
{
  for (int i = 0; i < DZ_N_MATRIX_AREAS; i++)
    if (PRIV (self)->areas[i] != NULL)
      gtk_widget_queue_draw (PRIV (self)->areas[i]);
}

/* The row at @y of the names, -1: none; in the body less what is scrolled. */
static int
find_row (DzMatrix *self,
          double    y)
{
  int row = (int) floor ((y + get_offset_y (self)) / row_height (self));

  return row >= 0 && row < PRIV (self)->n_rows ? row : -1;
}

/* ---- what is drawn ---- */

static void
draw_ground (DzMatrix    *self,
             DzFigurePen *pen,
             int          row,
             double       y,
             double       width)
{
  if (row == PRIV (self)->row)
    dz_figure_pen_fill (pen, 0, y, width, row_height (self), DZ_PEN_SELECTED);
  else if (row == PRIV (self)->hover_row)
    dz_figure_pen_fill (pen, 0, y, width, row_height (self), DZ_PEN_HOVER);
}

/* The columns of a head or foot that are on the page. */
static void
draw_columns (DzMatrix     *self,
              DzFigurePen  *pen,
              DzDrawColumn  draw,
              int           width,
              int           height)
{
  double w = dz_matrix_get_column_width (self);

  for (int i = 0; i < PRIV (self)->n_columns; i++)
    {
      double x = i * w - get_offset_x (self);

      if (x + w >= 0 && x <= width)
        draw (self, pen, i, x, w, height);
    }
}

static void
draw_names (DzMatrix    *self,
            DzFigurePen *pen,
            int          width,
            int          height)
{
  double h = row_height (self);

  for (int i = 0; i < PRIV (self)->n_rows; i++)
    {
      double y = i * h - get_offset_y (self);

      if (y + h < 0 || y > height)
        continue;
      draw_ground (self, pen, i, y, width);
      DZ_MATRIX_GET_CLASS (self)->draw_name (self, pen, i, y, width);
      dz_figure_pen_line (pen, 0, y + h - 0.5, width, y + h - 0.5);
    }
}

/* Of a table that is far larger than the page only what is on it. */
static void
draw_row (DzMatrix    *self,
          DzFigurePen *pen,
          int          row,
          double       y)
{
  double w = dz_matrix_get_column_width (self);
  double left = get_offset_x (self), right = left + gtk_widget_get_width (PRIV (self)->scroll);

  for (int k = 0; k < PRIV (self)->n_columns; k++)
    if ((k + 1) * w >= left && k * w <= right)
      DZ_MATRIX_GET_CLASS (self)->draw_cell (self, pen, row, k, k * w, y, w);
}

static void
draw_body (DzMatrix    *self,
           DzFigurePen *pen,
           int          width)
{
  DzMatrixClass *klass = DZ_MATRIX_GET_CLASS (self);
  DzMatrixPrivate *priv = PRIV (self);
  double w = dz_matrix_get_column_width (self), h = row_height (self);
  double top = get_offset_y (self), bottom = top + gtk_widget_get_height (priv->scroll);

  for (int i = 0; i < priv->n_rows; i++)
    {
      double y = i * h;

      if (y + h < top || y > bottom)
        continue;
      draw_ground (self, pen, i, y, width);
      draw_row (self, pen, i, y);
      dz_figure_pen_line (pen, 0, y + h - 0.5, width, y + h - 0.5);
    }
  if (klass->draw_over_cells != NULL)
    klass->draw_over_cells (self, pen);
  if (priv->row >= 0 && priv->column >= 0 && priv->row < priv->n_rows)
    dz_figure_pen_frame (pen, priv->column * w + 1, priv->row * h + 1, w - klass->frame_gap, h - 3);
}

static DzMatrixArea
find_area (DzMatrix *self,
           gpointer  widget)
{
  DzMatrixArea area = DZ_MATRIX_CORNER;

  while (PRIV (self)->areas[area] != widget)
    area++;

  return area;
}

static void
draw_cb (GtkDrawingArea *widget,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        self)
{
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (widget), cr);
  DzMatrixArea area = find_area (self, widget);
  DzMatrixClass *klass = DZ_MATRIX_GET_CLASS (self);

  if (area == DZ_MATRIX_CORNER)
    klass->draw_corner (self, pen, width, height);
  else if (area == DZ_MATRIX_HEAD)
    draw_columns (self, pen, klass->draw_head, width, height);
  else if (area == DZ_MATRIX_NAMES)
    draw_names (self, pen, width, height);
  else if (area == DZ_MATRIX_BODY)
    draw_body (self, pen, width);
  else if (area == DZ_MATRIX_FOOT_NAMES)
    klass->draw_foot_names (self, pen, width);
  else
    draw_columns (self, pen, klass->draw_foot, width, height);
  if (area == DZ_MATRIX_HEAD && klass->draw_over_head != NULL)
    klass->draw_over_head (self, pen, width, height);

  /* the rules between the areas */
  if (area == DZ_MATRIX_CORNER || area == DZ_MATRIX_HEAD)
    dz_figure_pen_line (pen, 0, height - 0.5, width, height - 0.5);
  if (area == DZ_MATRIX_FOOT_NAMES || area == DZ_MATRIX_FOOT)
    dz_figure_pen_line (pen, 0, 0.5, width, 0.5);
  if (area == DZ_MATRIX_CORNER || area == DZ_MATRIX_NAMES || area == DZ_MATRIX_FOOT_NAMES)
    dz_figure_pen_line (pen, width - 0.5, 0, width - 0.5, height);
}

/* ---- keys and pointer ---- */

static void
body_pressed_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 DzMatrix        *self)
{
  int row = find_row (self, y - get_offset_y (self)), column = dz_matrix_find_column (self, x - get_offset_x (self));

  gtk_widget_grab_focus (PRIV (self)->areas[DZ_MATRIX_BODY]);
  if (row < 0 || column < 0)
    return;
  dz_matrix_select (self, row, column);
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column, n_press);
}

static void
names_pressed_cb (GtkGestureClick *click,
                  int              n_press,
                  double           x,
                  double           y,
                  DzMatrix        *self)
{
  int row = find_row (self, y);

  gtk_widget_grab_focus (gtk_widget_get_visible (PRIV (self)->scroll) ? PRIV (self)->areas[DZ_MATRIX_BODY]
                                                                      : PRIV (self)->areas[DZ_MATRIX_NAMES]);
  if (row < 0)
    return;
  dz_matrix_select (self, row, -1);
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, -1, 1);
  DZ_MATRIX_GET_CLASS (self)->name_pressed (self, row, x, y);
}

/* Let go, and not pressed: what is pressed may be dragged away. */
static void
head_released_cb (GtkGestureClick *click,
                  int              n_press,
                  double           x,
                  double           y,
                  DzMatrix        *self)
{
  int column = dz_matrix_find_column (self, x);

  if (column >= 0)
    g_signal_emit (self, signals[HEAD_CLICKED], 0, column);
}

static void
corner_pressed_cb (GtkGestureClick *click,
                   int              n_press,
                   double           x,
                   double           y,
                   DzMatrix        *self)
{
  DzMatrixClass *klass = DZ_MATRIX_GET_CLASS (self);

  g_signal_emit (self, signals[HEAD_CLICKED], 0, klass->find_corner != NULL ? klass->find_corner (self, x) : -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DzMatrix              *self)
{
  int row = PRIV (self)->row, column = PRIV (self)->column;

  switch (key)
    {
    case GDK_KEY_Up: dz_matrix_move_by_key (self, row - 1, column); break;
    case GDK_KEY_Down: dz_matrix_move_by_key (self, row + 1, column); break;
    case GDK_KEY_Left: dz_matrix_move_by_key (self, row, column - 1); break;
    case GDK_KEY_Right: dz_matrix_move_by_key (self, row, column + 1); break;
    case GDK_KEY_Page_Up: dz_matrix_move_by_key (self, row - PAGE, column); break;
    case GDK_KEY_Page_Down: dz_matrix_move_by_key (self, row + PAGE, column); break;
    default: return DZ_MATRIX_GET_CLASS (self)->key (self, key);
    }

  return TRUE;
}

static void
set_hover (DzMatrix *self,
           int       row)
{
  if (row == PRIV (self)->hover_row)
    return;
  PRIV (self)->hover_row = row;
  redraw (self);
}

static void
motion_cb (GtkEventController *motion,
           double              x,
           double              y,
           DzMatrix           *self)
{
  gboolean scrolled = gtk_event_controller_get_widget (motion) == PRIV (self)->areas[DZ_MATRIX_BODY];

  set_hover (self, find_row (self, scrolled ? y - get_offset_y (self) : y));
}

static void
leave_cb (GtkEventControllerMotion *motion,
          DzMatrix                 *self)
{
  set_hover (self, -1);
}

static gboolean
names_scroll_cb (GtkEventControllerScroll *wheel,
                 double                    dx,
                 double                    dy,
                 DzMatrix                 *self)
{
  gtk_adjustment_set_value (PRIV (self)->down, get_offset_y (self) + dy * 2 * row_height (self));

  return TRUE;
}

/* What is under the pointer: its row or, in head and foot, the whole height. */
static gboolean
tooltip_cb (GtkWidget  *widget,
            int         x,
            int         y,
            gboolean    keyboard,
            GtkTooltip *tooltip,
            DzMatrix   *self)
{
  DzMatrixArea area = find_area (self, widget);
  gboolean of_row = area == DZ_MATRIX_BODY || area == DZ_MATRIX_NAMES;
  double left = area == DZ_MATRIX_BODY ? get_offset_x (self) : 0, top = area == DZ_MATRIX_BODY ? get_offset_y (self) : 0;
  int row = of_row ? find_row (self, y - top) : -1;
  int column = area != DZ_MATRIX_NAMES ? dz_matrix_find_column (self, x - left) : -1;
  g_autofree char *words = NULL;

  if (keyboard || (of_row && row < 0) || (area != DZ_MATRIX_NAMES && column < 0))
    return FALSE;
  words = DZ_MATRIX_GET_CLASS (self)->dup_tip (self, area, row, column, x);
  if (words == NULL)
    return FALSE;
  dz_tip_set_words_at (tooltip, words, x, of_row ? row * row_height (self) - get_offset_y (self) + top : 0,
                       of_row ? row_height (self) : gtk_widget_get_height (widget));

  return TRUE;
}

/* ---- how it is made ---- */

static void
dz_matrix_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dz_matrix_parent_class)->dispose (object);
}

static void
place (DzMatrix  *self,
       GtkWidget *child,
       int        column,
       int        row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *at;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  at = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));
  gtk_grid_layout_child_set_column (at, column);
  gtk_grid_layout_child_set_row (at, row);
}

static GtkWidget *
make_area (DzMatrix     *self,
           DzMatrixArea  area)
{
  GtkWidget *widget = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (widget), draw_cb, self, NULL);
  PRIV (self)->areas[area] = widget;
  if (area == DZ_MATRIX_CORNER || area == DZ_MATRIX_FOOT_NAMES)
    return widget;
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (tooltip_cb), self);

  return widget;
}

static void
add_click (DzMatrix     *self,
           DzMatrixArea  area,
           const char   *when,
           GCallback     callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, when, callback, self);
  gtk_widget_add_controller (PRIV (self)->areas[area], GTK_EVENT_CONTROLLER (click));
}

static void
add_motion (DzMatrix     *self,
            DzMatrixArea  area)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (PRIV (self)->areas[area], motion);
}

static void
make_areas (DzMatrix *self)
{
  DzMatrixPrivate *priv = PRIV (self);

  place (self, make_area (self, DZ_MATRIX_CORNER), 0, 0);
  place (self, make_area (self, DZ_MATRIX_HEAD), 1, 0);
  place (self, make_area (self, DZ_MATRIX_NAMES), 0, 1);
  priv->scroll = gtk_scrolled_window_new ();
  priv->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (priv->scroll));
  priv->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scroll));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scroll), make_area (self, DZ_MATRIX_BODY));
  gtk_widget_set_hexpand (priv->scroll, TRUE);
  gtk_widget_set_vexpand (priv->scroll, TRUE);
  gtk_widget_set_focusable (priv->areas[DZ_MATRIX_BODY], TRUE);
  place (self, priv->scroll, 1, 1);
  if (DZ_MATRIX_GET_CLASS (self)->draw_foot == NULL)
    return;
  place (self, make_area (self, DZ_MATRIX_FOOT_NAMES), 0, 2);
  place (self, make_area (self, DZ_MATRIX_FOOT), 1, 2);
}

/* Not in init, which does not know yet what is derived. */
static void
dz_matrix_constructed (GObject *object)
{
  DzMatrix *self = DZ_MATRIX (object);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  G_OBJECT_CLASS (dz_matrix_parent_class)->constructed (object);

  make_areas (self);
  add_click (self, DZ_MATRIX_BODY, "pressed", G_CALLBACK (body_pressed_cb));
  add_click (self, DZ_MATRIX_HEAD, "released", G_CALLBACK (head_released_cb));
  add_click (self, DZ_MATRIX_CORNER, "pressed", G_CALLBACK (corner_pressed_cb));
  if (DZ_MATRIX_GET_CLASS (self)->name_pressed != NULL)
    add_click (self, DZ_MATRIX_NAMES, "pressed", G_CALLBACK (names_pressed_cb));
  add_motion (self, DZ_MATRIX_BODY);
  add_motion (self, DZ_MATRIX_NAMES);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (wheel, "scroll", G_CALLBACK (names_scroll_cb), self);
  gtk_widget_add_controller (PRIV (self)->areas[DZ_MATRIX_NAMES], wheel);
  g_signal_connect_swapped (PRIV (self)->down, "value-changed", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (PRIV (self)->across, "value-changed", G_CALLBACK (redraw), self);
  /* what comes into sight when the window grows was not drawn, and the size of the body is the same */
  g_signal_connect_swapped (PRIV (self)->down, "changed", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (PRIV (self)->across, "changed", G_CALLBACK (redraw), self);
}

static void
dz_matrix_class_init (DzMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_matrix_dispose;
  G_OBJECT_CLASS (klass)->constructed = dz_matrix_constructed;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_GRID_LAYOUT);

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", DZ_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[HEAD_CLICKED] = g_signal_new ("head-clicked", DZ_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
dz_matrix_init (DzMatrix *self)
{
  PRIV (self)->row = PRIV (self)->column = PRIV (self)->hover_row = -1;
  PRIV (self)->scale = dz_text_scale (GTK_WIDGET (self));
}

/* ---- what derives from it asks ---- */

/**
 * dz_matrix_set_size:
 *
 * The table has another size or other cells. What is chosen stays chosen while it is there.
 */
void
dz_matrix_set_size (DzMatrix *self,
                    int       n_rows,
                    int       n_columns)
{
  DzMatrixPrivate *priv = PRIV (self);
  GtkDrawingArea *body = GTK_DRAWING_AREA (priv->areas[DZ_MATRIX_BODY]);

  g_return_if_fail (DZ_IS_MATRIX (self));

  priv->n_rows = n_rows;
  priv->n_columns = n_columns;
  priv->hover_row = MIN (priv->hover_row, n_rows - 1);
  if (priv->row >= n_rows || priv->column >= n_columns)
    priv->row = priv->column = -1;
  gtk_drawing_area_set_content_height (body, (int) (n_rows * row_height (self)));
  gtk_drawing_area_set_content_width (body, (int) (n_columns * DZ_MATRIX_GET_CLASS (self)->least_column * priv->scale));
  redraw (self);
}

/**
 * dz_matrix_set_cells_shown:
 * @shown: %FALSE: only the names, which have the keyboard then
 */
void
dz_matrix_set_cells_shown (DzMatrix *self,
                           gboolean  shown)
{
  DzMatrixPrivate *priv = PRIV (self);

  g_return_if_fail (DZ_IS_MATRIX (self));

  gtk_widget_set_visible (priv->areas[DZ_MATRIX_HEAD], shown);
  gtk_widget_set_visible (priv->scroll, shown);
  gtk_widget_set_focusable (priv->areas[DZ_MATRIX_NAMES], !shown);
  gtk_widget_set_vexpand (priv->areas[DZ_MATRIX_NAMES], !shown);
}

/**
 * dz_matrix_set_chosen:
 * @row: -1: no cell is chosen
 *
 * The frame stands there from now on; nothing scrolls.
 */
void
dz_matrix_set_chosen (DzMatrix *self,
                      int       row,
                      int       column)
{
  g_return_if_fail (DZ_IS_MATRIX (self));

  PRIV (self)->row = row;
  PRIV (self)->column = column;
  DZ_MATRIX_GET_CLASS (self)->moved (self, row);
  redraw (self);
}

/**
 * dz_matrix_get_chosen:
 * @row: (out): -1: none
 * @column: (out): -1: none, or the whole row
 */
void
dz_matrix_get_chosen (DzMatrix *self,
                      int      *row,
                      int      *column)
{
  g_return_if_fail (DZ_IS_MATRIX (self));

  *row = PRIV (self)->row;
  *column = PRIV (self)->column;
}

/**
 * dz_matrix_select:
 *
 * Chooses the nearest cell there is, and brings it into sight.
 */
void
dz_matrix_select (DzMatrix *self,
                  int       row,
                  int       column)
{
  DzMatrixPrivate *priv = PRIV (self);
  int first = DZ_MATRIX_GET_CLASS (self)->first_column;
  double w, h;
  int before = priv->row;

  g_return_if_fail (DZ_IS_MATRIX (self));

  if (priv->n_rows == 0 || priv->n_columns <= first)
    return;
  w = dz_matrix_get_column_width (self);
  h = row_height (self);
  priv->row = CLAMP (row, 0, priv->n_rows - 1);
  priv->column = CLAMP (column, first, priv->n_columns - 1);
  /* Before it has a size there is nothing to scroll. */
  if (gtk_adjustment_get_page_size (priv->down) > h)
    gtk_adjustment_clamp_page (priv->down, priv->row * h, (priv->row + 1) * h);
  if (priv->column >= 0 && gtk_adjustment_get_page_size (priv->across) > w)
    gtk_adjustment_clamp_page (priv->across, priv->column * w, (priv->column + 1) * w);
  redraw (self);
  DZ_MATRIX_GET_CLASS (self)->moved (self, before);
}

/**
 * dz_matrix_move_by_key:
 *
 * dz_matrix_select(), and what follows it tells of the cell.
 */
void
dz_matrix_move_by_key (DzMatrix *self,
                       int       row,
                       int       column)
{
  dz_matrix_select (self, row, column);
  if (PRIV (self)->row >= 0)
    dz_matrix_activate (self, 0);
}

/**
 * dz_matrix_activate:
 * @n_press: as a click would have it; 0: gone to
 *
 * The chosen cell is activated.
 */
void
dz_matrix_activate (DzMatrix *self,
                    int       n_press)
{
  g_return_if_fail (DZ_IS_MATRIX (self));

  g_signal_emit (self, signals[CELL_ACTIVATED], 0, PRIV (self)->row, PRIV (self)->column, n_press);
}

/**
 * dz_matrix_get_area:
 *
 * Returns: (transfer none): what draws a part of the table, a GtkDrawingArea
 */
GtkWidget *
dz_matrix_get_area (DzMatrix     *self,
                    DzMatrixArea  area)
{
  g_return_val_if_fail (DZ_IS_MATRIX (self), NULL);

  return PRIV (self)->areas[area];
}

/**
 * dz_matrix_get_scale:
 *
 * Returns: the size of text, 1.0 at 100 %
 */
double
dz_matrix_get_scale (DzMatrix *self)
{
  g_return_val_if_fail (DZ_IS_MATRIX (self), 1);

  return PRIV (self)->scale;
}

/**
 * dz_matrix_get_column_width:
 *
 * Returns: the pixels of each column now
 */
double
dz_matrix_get_column_width (DzMatrix *self)
{
  DzMatrixClass *klass = DZ_MATRIX_GET_CLASS (self);
  DzMatrixPrivate *priv = PRIV (self);
  double width = floor (gtk_widget_get_width (priv->scroll) / (double) MAX (priv->n_columns, 1));

  if (klass->most_column > 0)
    width = MIN (width, klass->most_column * priv->scale);

  return MAX (width, klass->least_column * priv->scale);
}

/**
 * dz_matrix_find_column:
 *
 * Returns: the column whose head is at @x, -1: none
 */
int
dz_matrix_find_column (DzMatrix *self,
                       double    x)
{
  int column = (int) floor ((x + get_offset_x (self)) / dz_matrix_get_column_width (self));

  return column >= 0 && column < PRIV (self)->n_columns ? column : -1;
}
