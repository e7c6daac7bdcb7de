/* dz-figure-matrix.c - bodies × indicators: numbers with their bars, statistics at the foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-matrix.h"

#include "dz-evidence-item.h"
#include "dz-format.h"
#include "dz-spoken.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels at 100 %. */
#define NAME_WIDTH 112
#define ROW_HEIGHT 38
#define HEAD_HEIGHT 44
#define FOOT_ROW 27
#define LEAST_COLUMN 104

#define LEAST_FOR_MEDIAN 4

struct _DzFigureMatrix
{
  DzMatrix parent_instance;

  DzFigureTable *table;
  GArray *order; /* guint: rows of the table, as shown */
  int sort_column;
  gboolean descending;
  int dragged; /* the column whose head is being dragged, -1: none */
};

enum
{
  COLUMN_MOVED,
  QUANTITY_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzFigureMatrix, dz_figure_matrix, DZ_TYPE_MATRIX)

static DzFigureRow *
get_row (DzFigureMatrix *self,
         int             row)
{
  return dz_figure_table_get_row (self->table, g_array_index (self->order, guint, row));
}

static const DzEntry *
get_entry (DzFigureMatrix *self,
           int             column)
{
  return dz_figure_table_get_entry (self->table, (guint) column);
}

static void
draw_corner (DzMatrix    *matrix,
             DzFigurePen *pen,
             int          width,
             int          height)
{
  DzFigureMatrix *self = DZ_FIGURE_MATRIX (matrix);

  dz_figure_pen_text (pen, _("Body"), 8, 0, width - 16, height, DZ_PEN_SECONDARY, 0, FALSE);
  if (self->sort_column < 0 && self->table != NULL)
    dz_figure_pen_text (pen, "▴", 8, 0, width - 16, height, DZ_PEN_SECONDARY, 1, FALSE);
}

static void
draw_head (DzMatrix    *matrix,
           DzFigurePen *pen,
           int          column,
           double       x,
           double       width,
           int          height)
{
  DzFigureMatrix *self = DZ_FIGURE_MATRIX (matrix);

  dz_figure_pen_head (pen, get_entry (self, column), dz_figure_table_get_per (self->table), x + 8, 0, width - 16, height,
                      column == self->sort_column ? (self->descending ? "▾" : "▴") : NULL);
}

static void
draw_name (DzMatrix    *matrix,
           DzFigurePen *pen,
           int          row,
           double       y,
           int          width)
{
  dz_figure_pen_text (pen, dz_figure_row_get_body (get_row (DZ_FIGURE_MATRIX (matrix), row))->name, 8, y, width - 12,
                      ROW_HEIGHT * dz_matrix_get_scale (matrix), DZ_PEN_TEXT, 0, FALSE);
}

static void
draw_cell (DzMatrix    *matrix,
           DzFigurePen *pen,
           int          row,
           int          column,
           double       x,
           double       y,
           double       width)
{
  DzFigureMatrix *self = DZ_FIGURE_MATRIX (matrix);

  dz_figure_pen_cell (pen, self->table, get_row (self, row), (guint) column, x + 8, y, width - 16,
                      ROW_HEIGHT * dz_matrix_get_scale (matrix));
}

static void
draw_foot_names (DzMatrix    *matrix,
                 DzFigurePen *pen,
                 int          width)
{
  const char *words[] = { _("Median"), _("Quartiles"), C_("narrow head", "Counted / not") };
  double h = FOOT_ROW * dz_matrix_get_scale (matrix);

  for (int i = 0; i < 3; i++)
    dz_figure_pen_text (pen, words[i], 8, i * h, width - 10, h, DZ_PEN_SECONDARY, 0, FALSE);
}

static void
draw_foot (DzMatrix    *matrix,
           DzFigurePen *pen,
           int          column,
           double       x,
           double       width,
           int          height)
{
  dz_figure_pen_statistics (pen, dz_figure_table_get_statistics (DZ_FIGURE_MATRIX (matrix)->table, (guint) column), x + 8,
                            0, width - 16, FOOT_ROW * dz_matrix_get_scale (matrix));
}

static char *
describe_cell (DzFigureMatrix *self,
               int             row,
               int             column)
{
  DzFigureRow *item = get_row (self, row);
  g_autofree char *value = dz_figure_cell_to_string (dz_figure_row_get_cell (item, (guint) column));

  return g_strdup_printf ("%s，%s，%s", dz_figure_row_get_body (item)->name,
                          get_entry (self, column)->name, value);
}

/* The area is called by its chosen cell, which the arrows change. */
static void
speak (DzMatrix *matrix,
       int       before)
{
  DzFigureMatrix *self = DZ_FIGURE_MATRIX (matrix);
  g_autofree char *words = NULL;
  int row, column;

  dz_matrix_get_chosen (matrix, &row, &column);
  if (row >= 0 && column >= 0)
    words = describe_cell (self, row, column);
  else
    words = g_strdup_printf (_("Table of figures: %u bodies, %u indicators; the arrow keys go from cell to cell"),
                             self->order != NULL ? self->order->len : 0,
                             self->table != NULL ? dz_figure_table_get_n_columns (self->table) : 0);
  dz_spoken_set_name (dz_matrix_get_area (matrix, DZ_MATRIX_BODY), words);
}

static GdkContentProvider *
head_prepare_cb (GtkDragSource  *source,
                 double          x,
                 double          y,
                 DzFigureMatrix *self)
{
  self->dragged = dz_matrix_find_column (DZ_MATRIX (self), x);

  return self->dragged >= 0 ? gdk_content_provider_new_typed (DZ_TYPE_FIGURE_MATRIX, self) : NULL;
}

static void
head_drag_begin_cb (GtkDragSource  *source,
                    GdkDrag        *drag,
                    DzFigureMatrix *self)
{
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  GtkWidget *label = gtk_label_new (get_entry (self, self->dragged)->name);

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
  int column = dz_matrix_find_column (DZ_MATRIX (self), x);
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
  GtkWidget *head = dz_matrix_get_area (DZ_MATRIX (self), DZ_MATRIX_HEAD);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (head_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (head_drag_begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (head_drop_cb), self);
  gtk_widget_add_controller (head, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (head, GTK_EVENT_CONTROLLER (target));
}

static gboolean
take_key (DzMatrix *self,
          guint     key)
{
  int row, column;

  dz_matrix_get_chosen (self, &row, &column);
  switch (key)
    {
    case GDK_KEY_Home: dz_matrix_move_by_key (self, row, 0); break;
    case GDK_KEY_End: dz_matrix_move_by_key (self, row, G_MAXINT); break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row >= 0)
        dz_matrix_activate (self, 1);
      break;
    default: return FALSE;
    }

  return TRUE;
}

/* What the county counted there, and where it stands; "" where it counted nothing. */
static char *
describe_known (DzFigureMatrix *self,
                int             row,
                int             column)
{
  const DzAccount *known = dz_figure_row_get_known (get_row (self, row), (guint) column);
  g_autofree char *amount = NULL;
  g_autofree char *source = NULL;

  if (known == NULL)
    return g_strdup ("");
  amount = dz_format_amount (known->value->value, known->entry->unit);
  source = dz_county_table_dup_source (known->table, known->value);

  return g_strdup_printf (_("\nThe county counted %s (%s): %s"), amount, source, dz_account_state_get_name (known->state));
}

static char *
dup_cell_tip (DzFigureMatrix *self,
              int             row,
              int             column)
{
  const DzFigureCell *cell = dz_figure_row_get_cell (get_row (self, row), (guint) column);
  g_autofree char *words = describe_cell (self, row, column);
  g_autofree char *known = describe_known (self, row, column);

  return g_strconcat (words, cell->note != NULL ? "\n" : "", cell->note != NULL ? cell->note : "", known, NULL);
}

/* “计入 10 个，未报 2 个” and, where no median stands, why. */
static char *
dup_foot_tip (DzFigureMatrix *self,
              int             column)
{
  const DzColumnStatistics *statistics = dz_figure_table_get_statistics (self->table, (guint) column);
  guint n = statistics->n_reported - statistics->n_undecided;
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _("%u counted, %u not reported, %u undecided"), n, statistics->n_missing,
                          statistics->n_undecided);
  if (statistics->n_no_report > 0)
    g_string_append_printf (words, _(", %u without a report"), statistics->n_no_report);
  if (isnan (statistics->usable.median))
    g_string_append_printf (words, "\n%s", n < LEAST_FOR_MEDIAN
                                             ? _("Fewer than four values: no median")
                                             : _("Too many values are bounds (≥, ≈, ≤): no median"));

  return g_string_free (words, FALSE);
}

static char *
dup_tip (DzMatrix     *matrix,
         DzMatrixArea  area,
         int           row,
         int           column,
         double        x)
{
  DzFigureMatrix *self = DZ_FIGURE_MATRIX (matrix);

  if (area == DZ_MATRIX_BODY)
    return dup_cell_tip (self, row, column);
  if (area == DZ_MATRIX_HEAD)
    return g_strdup (get_entry (self, column)->name);

  return area == DZ_MATRIX_FOOT ? dup_foot_tip (self, column) : NULL;
}

static void
dz_figure_matrix_dispose (GObject *object)
{
  DzFigureMatrix *self = DZ_FIGURE_MATRIX (object);

  g_clear_object (&self->table);
  g_clear_pointer (&self->order, g_array_unref);

  G_OBJECT_CLASS (dz_figure_matrix_parent_class)->dispose (object);
}

static void
dz_figure_matrix_constructed (GObject *object)
{
  DzMatrix *self = DZ_MATRIX (object);
  double scale = dz_matrix_get_scale (self);

  G_OBJECT_CLASS (dz_figure_matrix_parent_class)->constructed (object);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (dz_matrix_get_area (self, DZ_MATRIX_NAMES)),
                                      (int) (NAME_WIDTH * scale));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (dz_matrix_get_area (self, DZ_MATRIX_HEAD)),
                                       (int) (HEAD_HEIGHT * scale));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (dz_matrix_get_area (self, DZ_MATRIX_FOOT)),
                                       (int) (3 * FOOT_ROW * scale) + 3);
  add_dragging (DZ_FIGURE_MATRIX (object));
}

static void
dz_figure_matrix_class_init (DzFigureMatrixClass *klass)
{
  DzMatrixClass *matrix_class = DZ_MATRIX_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_figure_matrix_dispose;
  G_OBJECT_CLASS (klass)->constructed = dz_figure_matrix_constructed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figurematrix");
  matrix_class->row_height = ROW_HEIGHT;
  matrix_class->least_column = LEAST_COLUMN;
  matrix_class->frame_gap = 2;
  matrix_class->draw_corner = draw_corner;
  matrix_class->draw_head = draw_head;
  matrix_class->draw_name = draw_name;
  matrix_class->draw_cell = draw_cell;
  matrix_class->draw_foot_names = draw_foot_names;
  matrix_class->draw_foot = draw_foot;
  matrix_class->dup_tip = dup_tip;
  matrix_class->moved = speak;
  matrix_class->key = take_key;

  signals[COLUMN_MOVED] = g_signal_new ("column-moved", DZ_TYPE_FIGURE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[QUANTITY_DROPPED] = g_signal_new ("quantity-dropped", DZ_TYPE_FIGURE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 2, DZ_TYPE_EVIDENCE_ITEM, G_TYPE_INT);
}

static void
dz_figure_matrix_init (DzFigureMatrix *self)
{
  self->sort_column = self->dragged = -1;
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
  dz_matrix_set_size (DZ_MATRIX (self), (int) order->len, (int) dz_figure_table_get_n_columns (table));
  speak (DZ_MATRIX (self), -1);
}
