/* dz-giving.c - words that go where there is no room for them, instead of taking it
 *
 * A window cannot become narrower than what it holds asks for, also where it would hide some of that once it is
 * narrow: a window put on half the screen at one stroke then hangs over its edge. What lies in here asks for nothing
 * and is as wide as it likes where it can be; what can shorten itself goes only where it would be nothing but “…”.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-giving.h"

struct _DzGiving
{
  AdwBin parent_instance;

  gboolean shortens;
};

enum
{
  PROP_SHORTENS = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DzGiving, dz_giving, ADW_TYPE_BIN)

static void
dz_giving_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

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
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int minimum, natural, enough;

  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  enough = DZ_GIVING (widget)->shortens ? minimum : natural;
  gtk_widget_set_child_visible (child, width >= enough);
  if (width >= enough)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
dz_giving_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *spec)
{
  if (id == PROP_SHORTENS)
    DZ_GIVING (object)->shortens = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
dz_giving_class_init (DzGivingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = dz_giving_set_property;
  /* words that end in “…” where they must */
  props[PROP_SHORTENS] = g_param_spec_boolean ("shortens", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  widget_class->measure = dz_giving_measure;
  widget_class->size_allocate = dz_giving_size_allocate;
}

static void
dz_giving_init (DzGiving *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it gives the places out itself */
}
