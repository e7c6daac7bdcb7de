/* dz-spoken.c - what a screen reader says of a widget
 *
 * GTK 4.8 names a row or a button by its type where nobody gives it a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-spoken.h"

#include "dz-prose.h"

/**
 * dz_spoken_set_name:
 * @words: what @widget is called
 */
void
dz_spoken_set_name (GtkWidget  *widget,
                    const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The labels below @widget, not those of what can be reached by itself. */
static void
collect (GtkWidget *widget,
         GString   *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = GTK_IS_LABEL (child)   ? gtk_label_get_text (GTK_LABEL (child))
                         : DZ_IS_PROSE (child) ? dz_prose_get_text (DZ_PROSE (child))
                                               : NULL;

      if (!gtk_widget_get_visible (child) || GTK_IS_BUTTON (child) || GTK_IS_MENU_BUTTON (child) ||
          GTK_IS_POPOVER (child))
        continue;
      if (text != NULL && *text != '\0' && g_strcmp0 (text, "●") != 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "，" : "", text);
      collect (child, words);
    }
}

/**
 * dz_spoken_read:
 * @widget: a row, a card, a button with a box in it
 *
 * Its name is what can be read in it now; to be called again when the words change.
 */
void
dz_spoken_read (GtkWidget *widget)
{
  g_autoptr(GString) words = g_string_new (NULL);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  collect (widget, words);
  dz_spoken_set_name (widget, words->str);
}
