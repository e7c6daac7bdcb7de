/* dz-shows.c - toggles over a table: which of its rows are shown, and how many that are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-shows.h"

#include "dz-wrap-box.h"

/**
 * dz_shows_new:
 * @shows: (out caller-allocates): @n toggles, borrowed
 * @toggled_cb: called with @user_data and the toggle, for the one that goes out and the one that goes in
 *
 * Returns: (transfer floating): the toggles side by side, in lines where there is no room, none of them in
 */
GtkWidget *
dz_shows_new (GtkToggleButton **shows,
              guint             n,
              GCallback         toggled_cb,
              gpointer          user_data)
{
  GtkWidget *linked = g_object_new (DZ_TYPE_WRAP_BOX, NULL);

  dz_wrap_box_link (DZ_WRAP_BOX (linked));
  gtk_widget_set_valign (linked, GTK_ALIGN_CENTER);
  for (guint i = 0; i < n; i++)
    {
      shows[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      if (i > 0)
        gtk_toggle_button_set_group (shows[i], shows[0]);
      g_signal_connect_swapped (shows[i], "toggled", toggled_cb, user_data);
      gtk_widget_set_parent (GTK_WIDGET (shows[i]), linked);
    }

  return linked;
}

/**
 * dz_shows_get:
 *
 * Returns: the toggle that is in; @otherwise where none is
 */
guint
dz_shows_get (GtkToggleButton *const *shows,
              guint                   n,
              guint                   otherwise)
{
  for (guint i = 0; i < n; i++)
    if (gtk_toggle_button_get_active (shows[i]))
      return i;

  return otherwise;
}

/**
 * dz_shows_tell:
 * @count: of the rows it shows
 * @always: whether it can be pressed when there are none
 */
void
dz_shows_tell (GtkToggleButton *show,
               const char      *title,
               guint            count,
               gboolean         always)
{
  g_autofree char *label = g_strdup_printf ("%s %u", title, count);

  gtk_button_set_label (GTK_BUTTON (show), label);
  gtk_widget_set_sensitive (GTK_WIDGET (show), count > 0 || always);
}
