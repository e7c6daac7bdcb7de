/* dz-text-scale.c - sizes that grow with the text
 *
 * The style gives its sizes in points, which follow the user's text size by
 * themselves. What is drawn or asked for in pixels of a screen at 100 % is
 * multiplied here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-text-scale.h"

/**
 * dz_text_scale:
 *
 * Returns: the size of text, 1.0 at 100 %
 */
double
dz_text_scale (GtkWidget *widget)
{
  double resolution;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  return resolution > 0 ? resolution / 96 : 1;
}

static int
scaled (double scale,
        int    size)
{
  return size > 0 ? (int) (size * scale + 0.5) : size;
}

/**
 * dz_text_scale_request:
 * @width: in pixels at 100 %, -1: none; likewise @height
 *
 * gtk_widget_set_size_request() for a size that has text in it; dz_text_scale_tree() leaves it as it is.
 */
void
dz_text_scale_request (GtkWidget *widget,
                       int        width,
                       int        height)
{
  double scale = dz_text_scale (widget);

  gtk_widget_set_size_request (widget, scaled (scale, width), scaled (scale, height));
  g_object_set_data (G_OBJECT (widget), "dz-scaled", widget);
}

/**
 * dz_text_scale_tree:
 *
 * Scales the sizes asked for in the templates of @root and what is in it, each once.
 */
void
dz_text_scale_tree (GtkWidget *root)
{
  int width, height;

  gtk_widget_get_size_request (root, &width, &height);
  if ((width > 0 || height > 0) && g_object_get_data (G_OBJECT (root), "dz-scaled") == NULL)
    dz_text_scale_request (root, width, height);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dz_text_scale_tree (child);
}
