/* dz-figure-matrix.c - bodies × indicators, drawn: frozen heads and names, statistics at the foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-matrix.h"

#include "dz-evidence-item.h"
#include "dz-figure-draw.h"
#include "dz-format.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels at 100 %. */
#define NAME_WIDTH (112 * self->scale)
#define ROW_HEIGHT (38 * self->scale)
#define HEAD_HEIGHT (44 * self->scale)
#define FOOT_ROW (27 * self->scale)
#define LEAST_COLUMN (104 * self->scale)

#define LEAST_FOR_MEDIAN 4

struct _DzFigureMatrix
{
  GtkWidget parent_instance;

  GtkWidget *corner;
  GtkWidget *head;
  GtkWidget *names;
  GtkWidget *scroll;
  GtkWidget *body;
  GtkWidget *foot_names;
  GtkWidget *foot;

  DzFigureTable *table;
  GArray *order; /* guint: rows of the table, as shown */
  int sort_column;
  gboolean descending;
  int row;
  int column;
  int hover_row;
  int dragged; /* the column whose head is being dragged, -1: none */
  double scale;
};

enum
{
  CELL_ACTIVATED,
  HEAD_CLICKED,
  COLUMN_MOVED,
  QUANTITY_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzFigureMatrix, dz_figure_matrix, GTK_TYPE_WIDGET)

static guint
n_columns (DzFigureMatrix *self)
{
  return self->table != NULL ? dz_figure_table_get_n_columns (self->table) : 0;
}

static guint
n_rows (DzFigureMatrix *self)
{
  return self->order != NULL ? self->order->len : 0;
}

static DzFigureRow *
get_row (DzFigureMatrix *self,
         guint           row)
{
  return dz_figure_table_get_row (self->table, g_array_index (self->order, guint, row));
}

static double
column_width (DzFigureMatrix *self)
{
  double room = gtk_widget_get_width (self->scroll);
  guint n = MAX (n_columns (self), 1);

  return MAX (LEAST_COLUMN, floor (room / n));
}

static double
get_offset_x (DzFigureMatrix *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll)));
}

static double
get_offset_y (DzFigureMatrix *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)));
}

static void
redraw (DzFigureMatrix *self)
{
  gtk_widget_queue_draw (self->corner);
  gtk_widget_queue_draw (self->head);
  gtk_widget_queue_draw (self->names);
  gtk_widget_queue_draw (self->body);
  gtk_widget_queue_draw (self->foot_names);
  gtk_widget_queue_draw (self->foot);
}

static void
draw_selected_row (DzFigureMatrix *self,
                   DzFigurePen    *pen,
                   int             row,
                   double          y,
                   double          width)
{
  if (row == self->row)
    dz_figure_pen_fill (pen, 0, y, width, ROW_HEIGHT, DZ_PEN_SELECTED);
  else if (row == self->hover_row)
    dz_figure_pen_fill (pen, 0, y, width, ROW_HEIGHT, DZ_PEN_HOVER);
}

static void
draw_corner_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  DzFigureMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);

  dz_figure_pen_text (pen, _("Body"), 8, 0, width - 16, height, DZ_PEN_SECONDARY, 0, FALSE);
  if (self->sort_column < 0 && self->table != NULL)
    dz_figure_pen_text (pen, "▴", 8, 0, width - 16, height, DZ_PEN_SECONDARY, 1, FALSE);
  dz_figure_pen_line (pen, 0, height - 0.5, width, height - 0.5);
  dz_figure_pen_line (pen, width - 0.5, 0, width - 0.5, height);
}

static void
draw_head_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  DzFigureMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  double w = column_width (self);

  for (guint i = 0; i < n_columns (self); i++)
    {
      const DzEntry *entry = dz_figure_table_get_entry (self->table, i);
      double x = i * w - get_offset_x (self);

      if (x + w < 0 || x > width)
        continue;
      dz_figure_pen_head (pen, entry, dz_figure_table_get_per (self->table), x + 8, 0, w - 16, height,
                          (int) i == self->sort_column ? (self->descending ? "▾" : "▴") : NULL);
    }
  dz_figure_pen_line (pen, 0, height - 0.5, width, height - 0.5);
}

static void
draw_names_cb (GtkDrawingArea *area,
               cairo_t        *cr,
               int             width,
               int             height,
               gpointer        user_data)
{
  DzFigureMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);

  for (guint i = 0; i < n_rows (self); i++)
    {
      double y = i * ROW_HEIGHT - get_offset_y (self);

      if (y + ROW_HEIGHT < 0 || y > height)
        continue;
      draw_selected_row (self, pen, (int) i, y, width);
      dz_figure_pen_text (pen, dz_figure_row_get_body (get_row (self, i))->name, 8, y, width - 12,
                          ROW_HEIGHT, DZ_PEN_TEXT, 0, FALSE);
      dz_figure_pen_line (pen, 0, y + ROW_HEIGHT - 0.5, width, y + ROW_HEIGHT - 0.5);
    }
  dz_figure_pen_line (pen, width - 0.5, 0, width - 0.5, height);
}

static void
draw_body_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  DzFigureMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  double w = column_width (self);
  double top = get_offset_y (self);
  double bottom = top + gtk_widget_get_height (self->scroll);

  for (guint i = 0; i < n_rows (self); i++)
    {
      double y = i * ROW_HEIGHT;
      DzFigureRow *row;

      if (y + ROW_HEIGHT < top || y > bottom)
        continue;
      row = get_row (self, i);
      draw_selected_row (self, pen, (int) i, y, width);
      for (guint k = 0; k < n_columns (self); k++)
        dz_figure_pen_cell (pen, self->table, row, k, k * w + 8, y, w - 16, ROW_HEIGHT);
      dz_figure_pen_line (pen, 0, y + ROW_HEIGHT - 0.5, width, y + ROW_HEIGHT - 0.5);
    }
  if (self->row >= 0 && self->column >= 0)
    dz_figure_pen_frame (pen, self->column * w + 1, self->row * ROW_HEIGHT + 1, w - 2, ROW_HEIGHT - 3);
}

static void
draw_foot_names_cb (GtkDrawingArea *area,
                    cairo_t        *cr,
                    int             width,
                    int             height,
                    gpointer        user_data)
{
  DzFigureMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  const char *words[] = { _("Median"), _("Quartiles"), _("Counted / not reported") };

  for (int i = 0; i < 3; i++)
    dz_figure_pen_text (pen, words[i], 8, i * FOOT_ROW, width - 10, FOOT_ROW, DZ_PEN_SECONDARY, 0, FALSE);
  dz_figure_pen_line (pen, 0, 0.5, width, 0.5);
  dz_figure_pen_line (pen, width - 0.5, 0, width - 0.5, height);
}

static void
draw_foot_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  DzFigureMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  double w = column_width (self);

  for (guint i = 0; i < n_columns (self); i++)
    {
      double x = i * w - get_offset_x (self);

      if (x + w >= 0 && x <= width)
        dz_figure_pen_statistics (pen, dz_figure_table_get_statistics (self->table, i), x + 8, 0, w - 16,
                                  FOOT_ROW);
    }
  dz_figure_pen_line (pen, 0, 0.5, width, 0.5);
}

static char *
describe_cell (DzFigureMatrix *self,
               int             row,
               int             column)
{
  DzFigureRow *item = get_row (self, (guint) row);
  g_autofree char *value = dz_figure_cell_to_string (dz_figure_row_get_cell (item, (guint) column));

  return g_strdup_printf ("%s，%s，%s", dz_figure_row_get_body (item)->name,
                          dz_figure_table_get_entry (self->table, (guint) column)->name, value);
}

/* The area is called by its chosen cell, which the arrows change. */
static void
speak (DzFigureMatrix *self)
{
  g_autofree char *words = NULL;

  if (self->row >= 0 && self->column >= 0)
    words = describe_cell (self, self->row, self->column);
  else
    words = g_strdup_printf (_("Table of figures: %u bodies, %u indicators; the arrow keys go from cell to cell"),
                             n_rows (self), n_columns (self));
  dz_spoken_set_name (self->body, words);
}

static void
move_to (DzFigureMatrix *self,
         int             row,
         int             column)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  GtkAdjustment *h = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  double w = column_width (self);

  if (n_rows (self) == 0 || n_columns (self) == 0)
    return;
  self->row = CLAMP (row, 0, (int) n_rows (self) - 1);
  self->column = CLAMP (column, 0, (int) n_columns (self) - 1);
  gtk_adjustment_clamp_page (v, self->row * ROW_HEIGHT, (self->row + 1) * ROW_HEIGHT);
  gtk_adjustment_clamp_page (h, self->column * w, (self->column + 1) * w);
  speak (self);
  redraw (self);
}

static void
body_pressed_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 DzFigureMatrix  *self)
{
  int row = (int) (y / ROW_HEIGHT);
  int column = (int) (x / column_width (self));

  gtk_widget_grab_focus (self->body);
  if (row < 0 || row >= (int) n_rows (self) || column < 0 || column >= (int) n_columns (self))
    return;
  move_to (self, row, column);
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column, n_press);
}

/* The column under @x of the heads, -1: none. */
static int
column_at (DzFigureMatrix *self,
           double          x)
{
  int column = (int) ((x + get_offset_x (self)) / column_width (self));

  return column >= 0 && column < (int) n_columns (self) ? column : -1;
}

/* Let go, and not pressed: what is pressed may be dragged away. */
static void
head_released_cb (GtkGestureClick *click,
                  int              n_press,
                  double           x,
                  double           y,
                  DzFigureMatrix  *self)
{
  int column = column_at (self, x);

  if (column >= 0)
    g_signal_emit (self, signals[HEAD_CLICKED], 0, column);
}

static GdkContentProvider *
head_prepare_cb (GtkDragSource  *source,
                 double          x,
                 double          y,
                 DzFigureMatrix *self)
{
  self->dragged = column_at (self, x);

  return self->dragged >= 0 ? gdk_content_provider_new_typed (DZ_TYPE_FIGURE_MATRIX, self) : NULL;
}

static void
head_drag_begin_cb (GtkDragSource  *source,
                    GdkDrag        *drag,
                    DzFigureMatrix *self)
{
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  GtkWidget *label = gtk_label_new (dz_figure_table_get_entry (self->table, (guint) self->dragged)->name);

  gtk_widget_add_css_class (label, "dz-drag-name");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
}

static gboolean
head_drop_cb (GtkDropTarget  *target,
              const GValue   *value,
              double          x,
              double          y,
              DzFigureMatrix *self)
{
  int column = column_at (self, x);
  GObject *object = g_value_get_object (value);

  if (column < 0)
    return FALSE;
  if (DZ_IS_EVIDENCE_ITEM (object))
    g_signal_emit (self, signals[QUANTITY_DROPPED], 0, object, column);
  else if (object == G_OBJECT (self) && self->dragged >= 0 && self->dragged != column)
    g_signal_emit (self, signals[COLUMN_MOVED], 0, self->dragged, column);
  else
    return FALSE;

  return TRUE;
}

static void
add_dragging (DzFigureMatrix *self)
{
  GType types[] = { DZ_TYPE_FIGURE_MATRIX, DZ_TYPE_EVIDENCE_ITEM };
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (head_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (head_drag_begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (head_drop_cb), self);
  gtk_widget_add_controller (self->head, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (self->head, GTK_EVENT_CONTROLLER (target));
}

static void
corner_pressed_cb (GtkGestureClick *click,
                   int              n_press,
                   double           x,
                   double           y,
                   DzFigureMatrix  *self)
{
  g_signal_emit (self, signals[HEAD_CLICKED], 0, -1);
}

static void
move_by_key (DzFigureMatrix *self,
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
                DzFigureMatrix        *self)
{
  switch (key)
    {
    case GDK_KEY_Up: move_by_key (self, self->row - 1, self->column); break;
    case GDK_KEY_Down: move_by_key (self, self->row + 1, self->column); break;
    case GDK_KEY_Left: move_by_key (self, self->row, self->column - 1); break;
    case GDK_KEY_Right: move_by_key (self, self->row, self->column + 1); break;
    case GDK_KEY_Home: move_by_key (self, self->row, 0); break;
    case GDK_KEY_End: move_by_key (self, self->row, (int) n_columns (self) - 1); break;
    case GDK_KEY_Page_Up: move_by_key (self, self->row - 10, self->column); break;
    case GDK_KEY_Page_Down: move_by_key (self, self->row + 10, self->column); break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->row >= 0)
        g_signal_emit (self, signals[CELL_ACTIVATED], 0, self->row, self->column, 1);
      return TRUE;
    default: return FALSE;
    }

  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           DzFigureMatrix           *self)
{
  int row = (int) (y / ROW_HEIGHT);

  if (row != self->hover_row)
    {
      self->hover_row = row;
      redraw (self);
    }
}

static void
leave_cb (GtkEventControllerMotion *motion,
          DzFigureMatrix           *self)
{
  self->hover_row = -1;
  redraw (self);
}

/* What the county counted there, and where it stands; "" where it counted nothing. */
static char *
describe_known (DzFigureMatrix *self,
                int             row,
                int             column)
{
  const DzAccount *known = dz_figure_row_get_known (get_row (self, (guint) row), (guint) column);
  g_autofree char *amount = NULL;
  g_autofree char *source = NULL;

  if (known == NULL)
    return g_strdup ("");
  amount = dz_format_amount (known->value->value, known->entry->unit);
  source = dz_county_table_dup_source (known->table, known->value);

  return g_strdup_printf (_("\nThe county counted %s (%s): %s"), amount, source, dz_account_state_get_name (known->state));
}

static gboolean
query_tooltip_cb (GtkWidget      *body,
                  int             x,
                  int             y,
                  gboolean        keyboard,
                  GtkTooltip     *tooltip,
                  DzFigureMatrix *self)
{
  int row = (int) (y / ROW_HEIGHT);
  int column = (int) (x / column_width (self));
  const DzFigureCell *cell;
  g_autofree char *words = NULL;
  g_autofree char *known = NULL;
  g_autofree char *text = NULL;

  if (keyboard || row < 0 || row >= (int) n_rows (self) || column < 0 || column >= (int) n_columns (self))
    return FALSE;
  cell = dz_figure_row_get_cell (get_row (self, (guint) row), (guint) column);
  words = describe_cell (self, row, column);
  known = describe_known (self, row, column);
  text = g_strconcat (words, cell->note != NULL ? "\n" : "", cell->note != NULL ? cell->note : "", known, NULL);
  dz_tip_set_words_at (tooltip, text, x, row * ROW_HEIGHT, ROW_HEIGHT);

  return TRUE;
}

static gboolean
head_tooltip_cb (GtkWidget      *head,
                 int             x,
                 int             y,
                 gboolean        keyboard,
                 GtkTooltip     *tooltip,
                 DzFigureMatrix *self)
{
  int column = (int) ((x + get_offset_x (self)) / column_width (self));

  if (keyboard || column < 0 || column >= (int) n_columns (self))
    return FALSE;
  dz_tip_set_words_at (tooltip, dz_figure_table_get_entry (self->table, (guint) column)->name, x, 0,
                       gtk_widget_get_height (head));

  return TRUE;
}

/* “计入 10 个，未报 2 个” and, where no median stands, why. */
static gboolean
foot_tooltip_cb (GtkWidget      *foot,
                 int             x,
                 int             y,
                 gboolean        keyboard,
                 GtkTooltip     *tooltip,
                 DzFigureMatrix *self)
{
  int column = (int) ((x + get_offset_x (self)) / column_width (self));
  const DzColumnStatistics *statistics;
  g_autoptr(GString) words = g_string_new (NULL);
  guint n;

  if (keyboard || column < 0 || column >= (int) n_columns (self))
    return FALSE;
  statistics = dz_figure_table_get_statistics (self->table, (guint) column);
  n = statistics->n_reported - statistics->n_undecided;
  g_string_append_printf (words, _("%u counted, %u not reported, %u undecided"), n, statistics->n_missing,
                          statistics->n_undecided);
  if (statistics->n_no_report > 0)
    g_string_append_printf (words, _(", %u without a report"), statistics->n_no_report);
  if (isnan (statistics->usable.median))
    g_string_append_printf (words, "\n%s", n < LEAST_FOR_MEDIAN
                                             ? _("Fewer than four values: no median")
                                             : _("Too many values are bounds (≥, ≈, ≤): no median"));
  dz_tip_set_words_at (tooltip, words->str, x, 0, gtk_widget_get_height (foot));

  return TRUE;
}

static void
update_size (DzFigureMatrix *self)
{
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->body), (int) (n_rows (self) * ROW_HEIGHT));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->body), (int) (n_columns (self) * LEAST_COLUMN));
  redraw (self);
}

static GtkWidget *
add_area (DzFigureMatrix         *self,
          GtkDrawingAreaDrawFunc  draw)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, self, NULL);

  return area;
}

static void
add_click (GtkWidget  *area,
           const char *when,
           GCallback   callback,
           gpointer    self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, when, callback, self);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (click));
}

static void
dz_figure_matrix_dispose (GObject *object)
{
  DzFigureMatrix *self = DZ_FIGURE_MATRIX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->table);
  g_clear_pointer (&self->order, g_array_unref);

  G_OBJECT_CLASS (dz_figure_matrix_parent_class)->dispose (object);
}

static void
dz_figure_matrix_class_init (DzFigureMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_figure_matrix_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figurematrix");

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", DZ_TYPE_FIGURE_MATRIX, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT,
                                          G_TYPE_INT);
  signals[HEAD_CLICKED] = g_signal_new ("head-clicked", DZ_TYPE_FIGURE_MATRIX, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[COLUMN_MOVED] = g_signal_new ("column-moved", DZ_TYPE_FIGURE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[QUANTITY_DROPPED] = g_signal_new ("quantity-dropped", DZ_TYPE_FIGURE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 2, DZ_TYPE_EVIDENCE_ITEM, G_TYPE_INT);
}

static void
place (DzFigureMatrix *self,
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
make_areas (DzFigureMatrix *self)
{
  self->corner = add_area (self, draw_corner_cb);
  self->head = add_area (self, draw_head_cb);
  self->names = add_area (self, draw_names_cb);
  self->body = add_area (self, draw_body_cb);
  self->foot_names = add_area (self, draw_foot_names_cb);
  self->foot = add_area (self, draw_foot_cb);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->body);
  gtk_widget_set_hexpand (self->scroll, TRUE);
  gtk_widget_set_vexpand (self->scroll, TRUE);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->names), (int) NAME_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->head), (int) HEAD_HEIGHT);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->foot), (int) (3 * FOOT_ROW) + 3);
  place (self, self->corner, 0, 0);
  place (self, self->head, 1, 0);
  place (self, self->names, 0, 1);
  place (self, self->scroll, 1, 1);
  place (self, self->foot_names, 0, 2);
  place (self, self->foot, 1, 2);
}

static void
dz_figure_matrix_init (DzFigureMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->row = self->column = self->hover_row = -1;
  self->sort_column = self->dragged = -1;
  self->scale = dz_text_scale (GTK_WIDGET (self));
  make_areas (self);
  gtk_widget_set_focusable (self->body, TRUE);
  add_click (self->body, "pressed", G_CALLBACK (body_pressed_cb), self);
  add_click (self->head, "released", G_CALLBACK (head_released_cb), self);
  add_dragging (self);
  add_click (self->corner, "pressed", G_CALLBACK (corner_pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->body, keys);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->body, motion);
  gtk_widget_set_has_tooltip (self->body, TRUE);
  g_signal_connect (self->body, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_widget_set_has_tooltip (self->head, TRUE);
  g_signal_connect (self->head, "query-tooltip", G_CALLBACK (head_tooltip_cb), self);
  gtk_widget_set_has_tooltip (self->foot, TRUE);
  g_signal_connect (self->foot, "query-tooltip", G_CALLBACK (foot_tooltip_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)),
                            "value-changed", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll)),
                            "value-changed", G_CALLBACK (redraw), self);
}

/**
 * dz_figure_matrix_set_table:
 * @order: (element-type guint): rows of @table, as they are to be shown
 * @sort_column: the column they were sorted by, -1: roster order
 */
void
dz_figure_matrix_set_table (DzFigureMatrix *self,
                            DzFigureTable  *table,
                            GArray         *order,
                            int             sort_column,
                            gboolean        descending)
{
  g_return_if_fail (DZ_IS_FIGURE_MATRIX (self));

  g_set_object (&self->table, table);
  g_clear_pointer (&self->order, g_array_unref);
  self->order = g_array_ref (order);
  self->sort_column = sort_column;
  self->descending = descending;
  if (self->row >= (int) order->len || self->column >= (int) n_columns (self))
    self->row = self->column = -1;
  speak (self);
  update_size (self);
}

void
dz_figure_matrix_select (DzFigureMatrix *self,
                         int             row,
                         int             column)
{
  g_return_if_fail (DZ_IS_FIGURE_MATRIX (self));

  move_to (self, row, MAX (column, 0));
}

/**
 * dz_figure_matrix_set_chosen:
 * @row: -1: no cell is chosen
 *
 * The frame stands there from now on; nothing scrolls.
 */
void
dz_figure_matrix_set_chosen (DzFigureMatrix *self,
                             int             row,
                             int             column)
{
  g_return_if_fail (DZ_IS_FIGURE_MATRIX (self));

  self->row = row;
  self->column = column;
  speak (self);
  redraw (self);
}

void
dz_figure_matrix_get_selected (DzFigureMatrix *self,
                               int            *row,
                               int            *column)
{
  g_return_if_fail (DZ_IS_FIGURE_MATRIX (self));

  *row = self->row;
  *column = self->column;
}
