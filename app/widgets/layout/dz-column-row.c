/* dz-column-row.c - scrolled parts in a row, each as wide as the columns of text in it
 *
 * GtkGrid would ask every part for its height in widths it does not get, and all of its text would be laid out for each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-column-row.h"

#define LEAST_HEIGHT 120 /* px: some lines */

static guint
get_span (GtkWidget *part)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (part), "dz-columns"));
}

static void
measure (GtkWidget      *row,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  int n = 0;

  /* what scrolls has any height; to ask would lay out every passage for a width it does not get */
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? LEAST_HEIGHT : 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  for (GtkWidget *part = gtk_widget_get_first_child (row); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      int span = (int) get_span (part), least, wanted;

      gtk_widget_measure (part, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, (least + span - 1) / span);
      *natural = MAX (*natural, (wanted + span - 1) / span);
      n += span;
    }
  *minimum *= n;
  *natural *= n;
}

static void
allocate (GtkWidget *row,
          int        width,
          int        height,
          int        baseline)
{
  gboolean from_right = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  int n = 0, at = 0, x = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (row); part != NULL; part = gtk_widget_get_next_sibling (part))
    n += (int) get_span (part);
  for (GtkWidget *part = gtk_widget_get_first_child (row); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      int end = at + (int) get_span (part);
      int right = end * (width / n) + MIN (end, width % n); /* the first ones have what is left over, as the heads do */
      GtkAllocation place = { from_right ? width - right : x, 0, right - x, height };

      gtk_widget_size_allocate (part, &place, -1);
      at = end;
      x = right;
    }
}

/**
 * dz_column_row_new:
 *
 * Returns: (transfer floating): a row without parts
 */
GtkWidget *
dz_column_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, gtk_custom_layout_new (NULL, measure, allocate));

  return row;
}

/**
 * dz_column_row_add:
 * @part: (transfer floating): what scrolls
 * @n_columns: how many columns of the row it holds
 */
void
dz_column_row_add (GtkWidget *row,
                   GtkWidget *part,
                   guint      n_columns)
{
  g_object_set_data (G_OBJECT (part), "dz-columns", GUINT_TO_POINTER (n_columns));
  gtk_widget_set_parent (part, row);
}
