/* dz-prose.c - sentences that wrap in the place they are given, laid out once
 *
 * A GtkLabel that wraps is laid out for its least width first, a line a character in Chinese, then for its widest, then
 * for the one it gets: of a page of quotations this was nine tenths of the time to its first frame. This widget asks for
 * no width of its own: what it stands in must have one. It is told to a screen reader as a label is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-prose.h"

struct _DzProse
{
  GtkWidget parent_instance;

  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (DzProse, dz_prose, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
dz_prose_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dz_prose_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  DzProse *self = DZ_PROSE (widget);
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  pango_layout_set_width (self->layout, for_size > 0 ? for_size * PANGO_SCALE : -1);
  pango_layout_get_size (self->layout, NULL, &height);
  *minimum = *natural = PANGO_PIXELS_CEIL (height);
}

static void
dz_prose_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  DzProse *self = DZ_PROSE (widget);

  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, self->layout);
}

static void
dz_prose_dispose (GObject *object)
{
  g_clear_object (&DZ_PROSE (object)->layout);

  G_OBJECT_CLASS (dz_prose_parent_class)->dispose (object);
}

static void
dz_prose_class_init (DzProseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_prose_dispose;
  widget_class->measure = dz_prose_measure;
  widget_class->get_request_mode = dz_prose_get_request_mode;
  widget_class->snapshot = dz_prose_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
dz_prose_init (DzProse *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

static GtkWidget *
make (const char *css_class)
{
  return g_object_new (DZ_TYPE_PROSE, "css-classes", (const char *[]){ css_class, NULL }, NULL);
}

static void
tell (DzProse *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, dz_prose_get_text (self), -1);
}

/**
 * dz_prose_new:
 * @css_class: (nullable)
 * @line_height: of the lines against that of the font, 0: as the font has it. GTK gives the line height of a style sheet to
 *               its own labels only
 *
 * Returns: (transfer floating): @text, to stand in something that has a width
 */
GtkWidget *
dz_prose_new (const char *text,
              const char *css_class,
              float       line_height)
{
  DzProse *self = DZ_PROSE (make (css_class));

  pango_layout_set_text (self->layout, text, -1);
  if (line_height > 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_line_height_new (line_height));
      pango_layout_set_attributes (self->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  tell (self);

  return GTK_WIDGET (self);
}

/**
 * dz_prose_new_markup:
 * @css_class: (nullable)
 *
 * Returns: (transfer floating): dz_prose_new() of Pango markup
 */
GtkWidget *
dz_prose_new_markup (const char *markup,
                     const char *css_class)
{
  DzProse *self = DZ_PROSE (make (css_class));

  pango_layout_set_markup (self->layout, markup, -1);
  tell (self);

  return GTK_WIDGET (self);
}

/**
 * dz_prose_get_text:
 *
 * Returns: (transfer none): its words, without markup
 */
const char *
dz_prose_get_text (DzProse *self)
{
  g_return_val_if_fail (DZ_IS_PROSE (self), NULL);

  return pango_layout_get_text (self->layout);
}
