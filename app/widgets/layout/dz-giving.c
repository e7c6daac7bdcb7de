/* dz-giving.c - words that go where there is no room for them, instead of taking it
 *
 * A window cannot become narrower than what it holds asks for, also where it would hide some of that once it is
 * narrow: a window put on half the screen at one stroke then hangs over its edge. What lies in here asks for nothing
 * and is as wide as it likes where it can be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-giving.h"

struct _DzGiving
{
  GtkWidget parent_instance;
};

static GtkBuildableIface *parent_buildable;

static void dz_giving_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DzGiving, dz_giving, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, dz_giving_buildable_init))

static void
dz_giving_add_child (GtkBuildable *buildable,
                     GtkBuilder   *builder,
                     GObject      *child,
                     const char   *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
dz_giving_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = dz_giving_add_child;
}

static void
dz_giving_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
dz_giving_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int minimum;

  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &minimum, NULL, NULL);
  gtk_widget_set_child_visible (child, width >= minimum);
  if (width >= minimum)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
dz_giving_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dz_giving_parent_class)->dispose (object);
}

static void
dz_giving_class_init (DzGivingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_giving_dispose;
  widget_class->measure = dz_giving_measure;
  widget_class->size_allocate = dz_giving_size_allocate;
}

static void
dz_giving_init (DzGiving *self)
{
}
