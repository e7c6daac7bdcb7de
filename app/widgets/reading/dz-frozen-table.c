/* dz-frozen-table.c - a table of widgets whose head and first column stay while the rest scrolls
 *
 * Row 0 is the head, column 0 the names. The other columns are equally wide,
 * so a head stands over its column whatever is in it; a row is as high as its
 * highest cell. What scrolls is cut where the head and the names begin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-frozen-table.h"

struct _DzFrozenTable
{
  GtkWidget parent_instance;

  guint n_columns;
  guint n_rows;
  int first_width;
  int least_width;
  GtkWidget **cells; /* (nullable each): row by row */
  int *heights;      /* of the rows, as last laid out */
  int column_width;  /* likewise */

  GtkAdjustment *across;
  GtkAdjustment *down;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

G_DEFINE_FINAL_TYPE_WITH_CODE (DzFrozenTable, dz_frozen_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static int
width_of (DzFrozenTable *self,
          guint          column)
{
  return column == 0 ? self->first_width : self->column_width;
}

static void
measure_rows (DzFrozenTable *self,
              int            width)
{
  guint n = MAX (self->n_columns, 2) - 1;

  self->column_width = MAX (self->least_width, (width - self->first_width) / (int) n);
  for (guint row = 0; row < self->n_rows; row++)
    {
      self->heights[row] = 0;
      for (guint column = 0; column < self->n_columns; column++)
        {
          GtkWidget *child = dz_frozen_table_get (self, column, row);
          int least;

          if (child == NULL)
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_of (self, column), &least, NULL, NULL, NULL);
          self->heights[row] = MAX (self->heights[row], least);
        }
    }
}

static int
get_whole_height (DzFrozenTable *self)
{
  int height = 0;

  for (guint row = 0; row < self->n_rows; row++)
    height += self->heights[row];

  return height;
}

static int
get_whole_width (DzFrozenTable *self)
{
  return self->first_width + (int) (MAX (self->n_columns, 1) - 1) * self->column_width;
}

static void
place_child (DzFrozenTable *self,
             guint          column,
             guint          row,
             double         y)
{
  GtkWidget *child = dz_frozen_table_get (self, column, row);
  double x = column == 0 ? 0 : self->first_width + (double) (column - 1) * self->column_width -
                                 gtk_adjustment_get_value (self->across);
  GtkAllocation at = { (int) x, (int) y, width_of (self, column), self->heights[row] };
  int least;

  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  at.width = MAX (at.width, least);
  gtk_widget_size_allocate (child, &at, -1);
}

static void
place_children (DzFrozenTable *self)
{
  double y = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      double top = row == 0 ? 0 : y - gtk_adjustment_get_value (self->down);

      for (guint column = 0; column < self->n_columns; column++)
        place_child (self, column, row, top);
      y += self->heights[row];
    }
}

static void
configure (GtkAdjustment *adjustment,
           double         whole,
           double         page)
{
  if (adjustment == NULL)
    return;
  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (whole - page, 0)), 0,
                            MAX (whole, page), 40, MAX (page - 40, 1), page);
}

static void
dz_frozen_table_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (widget);

  measure_rows (self, width);
  configure (self->across, get_whole_width (self), width);
  configure (self->down, get_whole_height (self), height);
  place_children (self);
}

static void
dz_frozen_table_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->first_width;
      *natural = self->first_width + (int) (MAX (self->n_columns, 1) - 1) * self->least_width;
      return;
    }
  measure_rows (self, for_size > 0 ? for_size : self->first_width + 2 * self->least_width);
  *minimum = self->n_rows > 0 ? self->heights[0] : 0;
  *natural = get_whole_height (self);
}

static GtkSizeRequestMode
dz_frozen_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
snapshot_range (DzFrozenTable *self,
                GtkSnapshot   *snapshot,
                gboolean       names,
                gboolean       head)
{
  float left = names ? 0 : (float) self->first_width;
  float top = head || self->n_rows == 0 ? 0 : (float) self->heights[0];
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, top, names ? (float) self->first_width : width - left,
                                                         head && self->n_rows > 0 ? (float) self->heights[0]
                                                                                  : height - top));
  for (guint row = head ? 0 : 1; row < (head ? 1 : self->n_rows); row++)
    for (guint column = names ? 0 : 1; column < (names ? 1 : self->n_columns); column++)
      {
        GtkWidget *child = dz_frozen_table_get (self, column, row);

        if (child != NULL)
          gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
      }
  gtk_snapshot_pop (snapshot);
}

static void
dz_frozen_table_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (widget);

  snapshot_range (self, snapshot, FALSE, FALSE);
  snapshot_range (self, snapshot, TRUE, FALSE);
  snapshot_range (self, snapshot, FALSE, TRUE);
  snapshot_range (self, snapshot, TRUE, TRUE);
}

/* What the focus goes to is brought into sight, and nothing else moves. */
static void
show_cell (DzFrozenTable *self,
           guint          column,
           guint          row)
{
  double y = 0;

  for (guint i = 1; i < row; i++)
    y += self->heights[i];
  /* a page is what the head and the names leave of it */
  if (row > 0 && self->down != NULL && gtk_adjustment_get_page_size (self->down) > self->heights[0])
    {
      double value = gtk_adjustment_get_value (self->down);
      double room = gtk_adjustment_get_page_size (self->down) - self->heights[0];

      if (y < value)
        gtk_adjustment_set_value (self->down, y);
      else if (y + self->heights[row] > value + room)
        gtk_adjustment_set_value (self->down, MIN (y, y + self->heights[row] - room));
    }
  if (column > 0 && self->across != NULL)
    {
      double x = (double) (column - 1) * self->column_width;
      double value = gtk_adjustment_get_value (self->across);
      double room = gtk_adjustment_get_page_size (self->across) - self->first_width;

      if (x < value)
        gtk_adjustment_set_value (self->across, x);
      else if (x + self->column_width > value + room)
        gtk_adjustment_set_value (self->across, MIN (x, x + self->column_width - room));
    }
}

static void
dz_frozen_table_set_focus_child (GtkWidget *widget,
                                 GtkWidget *child)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (widget);

  GTK_WIDGET_CLASS (dz_frozen_table_parent_class)->set_focus_child (widget, child);
  for (guint i = 0; child != NULL && i < self->n_columns * self->n_rows; i++)
    if (self->cells[i] == child)
      show_cell (self, i % self->n_columns, i / self->n_columns);
}

static void
scrolled_cb (DzFrozenTable *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (DzFrozenTable  *self,
                GtkAdjustment **place,
                GtkAdjustment  *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dz_frozen_table_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, self->across); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->down); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, GTK_SCROLL_MINIMUM); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dz_frozen_table_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: set_adjustment (self, &self->across, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: set_adjustment (self, &self->down, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: break; /* it is always as small as it can be */
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dz_frozen_table_dispose (GObject *object)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  set_adjustment (self, &self->across, NULL);
  set_adjustment (self, &self->down, NULL);
  self->n_rows = self->n_columns = 0;

  G_OBJECT_CLASS (dz_frozen_table_parent_class)->dispose (object);
}

static void
dz_frozen_table_finalize (GObject *object)
{
  DzFrozenTable *self = DZ_FROZEN_TABLE (object);

  g_free (self->cells);
  g_free (self->heights);

  G_OBJECT_CLASS (dz_frozen_table_parent_class)->finalize (object);
}

static void
dz_frozen_table_class_init (DzFrozenTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dz_frozen_table_dispose;
  object_class->finalize = dz_frozen_table_finalize;
  object_class->get_property = dz_frozen_table_get_property;
  object_class->set_property = dz_frozen_table_set_property;
  widget_class->measure = dz_frozen_table_measure;
  widget_class->get_request_mode = dz_frozen_table_get_request_mode;
  widget_class->size_allocate = dz_frozen_table_size_allocate;
  widget_class->snapshot = dz_frozen_table_snapshot;
  widget_class->set_focus_child = dz_frozen_table_set_focus_child;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
dz_frozen_table_init (DzFrozenTable *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * dz_frozen_table_new:
 * @n_columns: with that of the names
 * @n_rows: with that of the heads
 * @first_width: of the names, in pixels
 * @least_width: of each other column; they share what room there is
 *
 * Returns: (transfer floating): an empty table, to be put into a #GtkScrolledWindow
 */
GtkWidget *
dz_frozen_table_new (guint n_columns,
                     guint n_rows,
                     int   first_width,
                     int   least_width)
{
  DzFrozenTable *self = g_object_new (DZ_TYPE_FROZEN_TABLE, NULL);

  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->first_width = first_width;
  self->least_width = least_width;
  self->column_width = least_width;
  self->cells = g_new0 (GtkWidget *, n_columns * n_rows);
  self->heights = g_new0 (int, n_rows);

  return GTK_WIDGET (self);
}

/**
 * dz_frozen_table_attach:
 *
 * To be called for the cells first, then the names, then the heads: what is attached last is what a
 * click finds where they lie over one another.
 */
void
dz_frozen_table_attach (DzFrozenTable *self,
                        GtkWidget     *child,
                        guint          column,
                        guint          row)
{
  g_return_if_fail (DZ_IS_FROZEN_TABLE (self) && column < self->n_columns && row < self->n_rows);

  self->cells[row * self->n_columns + column] = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * dz_frozen_table_get:
 *
 * Returns: (transfer none) (nullable): the child of that place
 */
GtkWidget *
dz_frozen_table_get (DzFrozenTable *self,
                     guint          column,
                     guint          row)
{
  g_return_val_if_fail (DZ_IS_FROZEN_TABLE (self), NULL);

  if (column >= self->n_columns || row >= self->n_rows)
    return NULL;

  return self->cells[row * self->n_columns + column];
}
