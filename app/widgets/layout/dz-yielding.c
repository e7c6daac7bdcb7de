/* dz-yielding.c - what leaves its height to what stands above it while that is being looked at
 *
 * With large text the bars of a view take most of a low window. What is opened above it for a moment, a list to choose
 * from, would be left a line. While it yields the view asks for next to no height, and its end is cut off by the window
 * as long as that lasts. Its beginning never is: a stack would put what is too high for it by its middle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-yielding.h"

#define LEAST 60 /* px: enough to see that it is still there */

struct _DzYielding
{
  AdwBin parent_instance;

  gboolean yields;
};

enum
{
  PROP_YIELDS = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DzYielding, dz_yielding, ADW_TYPE_BIN)

static GtkSizeRequestMode
dz_yielding_get_request_mode (GtkWidget *widget)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL ? gtk_widget_get_request_mode (child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
dz_yielding_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (child == NULL)
    return;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && DZ_YIELDING (widget)->yields)
    *minimum = *natural = MIN (*minimum, LEAST);
}

static void
dz_yielding_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int minimum;

  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, minimum), -1, NULL);
}

static void
dz_yielding_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *spec)
{
  if (id == PROP_YIELDS)
    g_value_set_boolean (value, DZ_YIELDING (object)->yields);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
dz_yielding_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *spec)
{
  DzYielding *self = DZ_YIELDING (object);

  if (id != PROP_YIELDS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
      return;
    }
  if (self->yields == g_value_get_boolean (value))
    return;
  self->yields = g_value_get_boolean (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dz_yielding_class_init (DzYieldingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = dz_yielding_get_property;
  G_OBJECT_CLASS (klass)->set_property = dz_yielding_set_property;
  props[PROP_YIELDS] = g_param_spec_boolean ("yields", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  widget_class->get_request_mode = dz_yielding_get_request_mode;
  widget_class->measure = dz_yielding_measure;
  widget_class->size_allocate = dz_yielding_size_allocate;
}

static void
dz_yielding_init (DzYielding *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it gives the places out itself */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
