/* dz-wrap-box.c - a row of widgets that goes on in the next line where there is no room
 *
 * For the bars over the views: a wide screen has them in one line, with large
 * text or half a screen they take two or three. GtkFlowBox would put them into
 * columns. A child that expands takes the room its line leaves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-wrap-box.h"

#define SPACING 9
#define LINKED_LINES 4

struct _DzWrapBox
{
  GtkWidget parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (DzWrapBox, dz_wrap_box, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *child,
               int        most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (MIN (natural, most), minimum);
}

static int
natural_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* What goes into one line. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* (nullable): the first of the next line */
  int height;
  int left; /* px that are left over */
  guint n_expanding;
} Line;

static Line
break_line (DzWrapBox *self,
            GtkWidget *first,
            int        width)
{
  Line line = { .first = first };
  int used = 0;

  for (line.end = first; line.end != NULL; line.end = gtk_widget_get_next_sibling (line.end))
    {
      int w;

      if (!gtk_widget_should_layout (line.end))
        continue;
      w = natural_width (line.end, width);
      if (used > 0 && used + self->spacing + w > width)
        break;
      used += w + (used > 0 ? self->spacing : 0);
      line.height = MAX (line.height, natural_height (line.end, w));
      line.n_expanding += gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL);
    }
  line.left = MAX (width - used, 0);

  return line;
}

static void
place_line (GtkWidget *self,
            Line       line,
            int        y,
            int        width)
{
  gboolean from_right = gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line.first; child != line.end; child = gtk_widget_get_next_sibling (child))
    {
      int w;
      GtkAllocation at;

      if (!gtk_widget_should_layout (child))
        continue;
      w = natural_width (child, width);
      if (line.n_expanding > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = line.left / (int) line.n_expanding--;

          w += share;
          line.left -= share;
        }
      at = (GtkAllocation){ from_right ? width - x - w : x, y, w, line.height };
      gtk_widget_size_allocate (child, &at, -1);
      x += w + DZ_WRAP_BOX (self)->spacing;
    }
}

static void
dz_wrap_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      Line line = break_line (DZ_WRAP_BOX (widget), first, width);

      if (y == 0 && line.end == NULL)
        line.height = height; /* one line: in the middle of the bar */
      place_line (widget, line, y, width);
      y += line.height + DZ_WRAP_BOX (widget)->line_spacing;
      first = line.end;
    }
}

static void
measure_height (GtkWidget *widget,
                int        width,
                int       *height)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);

  *height = 0;
  while (first != NULL)
    {
      Line line = break_line (DZ_WRAP_BOX (widget), first, width);

      first = line.end;
      *height += line.height + (first != NULL ? DZ_WRAP_BOX (widget)->line_spacing : 0);
    }
}

static void
dz_wrap_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (widget, for_size >= 0 ? for_size : G_MAXINT, natural);
      *minimum = *natural;
      return;
    }
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? DZ_WRAP_BOX (widget)->spacing : 0);
    }
}

static GtkSizeRequestMode
dz_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dz_wrap_box_compute_expand (GtkWidget *widget,
                            gboolean  *across,
                            gboolean  *down)
{
  *across = *down = FALSE;
}

static void
dz_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dz_wrap_box_parent_class)->dispose (object);
}

static void
dz_wrap_box_class_init (DzWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_wrap_box_dispose;
  widget_class->measure = dz_wrap_box_measure;
  widget_class->size_allocate = dz_wrap_box_size_allocate;
  widget_class->get_request_mode = dz_wrap_box_get_request_mode;
  widget_class->compute_expand = dz_wrap_box_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "box");
}

static void
dz_wrap_box_init (DzWrapBox *self)
{
  self->spacing = self->line_spacing = SPACING;
}

/**
 * dz_wrap_box_set_spacing:
 * @spacing: pixels between children and lines
 */
void
dz_wrap_box_set_spacing (DzWrapBox *self,
                         int        spacing)
{
  g_return_if_fail (DZ_IS_WRAP_BOX (self));

  self->spacing = self->line_spacing = spacing;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dz_wrap_box_link:
 *
 * Sets the buttons in the box close together, as parts of one; lines stay apart.
 */
void
dz_wrap_box_link (DzWrapBox *self)
{
  g_return_if_fail (DZ_IS_WRAP_BOX (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  self->spacing = 0;
  self->line_spacing = LINKED_LINES;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
