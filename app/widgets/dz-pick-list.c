/* dz-pick-list.c - a list with a search entry over it, in a popover, by keys alone
 *
 * The entry keeps the focus while words are typed: Enter takes the first hit, the arrow goes down into the list,
 * Escape shuts the popover. GTK's search entry takes Enter and Escape for itself and does nothing with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pick-list.h"

static GtkListBoxRow *
get_first_hit (GtkListBox *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && gtk_widget_get_sensitive (GTK_WIDGET (row)))
      return row;

  return NULL;
}

static void
enter_cb (GtkSearchEntry *entry,
          GtkListBox     *list)
{
  GtkListBoxRow *row;

  /* the search entry waits a little before it tells of a new word: Enter does not */
  gtk_list_box_invalidate_filter (list);
  row = get_first_hit (list);
  if (row != NULL)
    gtk_widget_activate (GTK_WIDGET (row));
}

static void
escape_cb (GtkSearchEntry *entry,
           gpointer        user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
key_pressed_cb (GtkListBox      *list,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GtkListBoxRow *row = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? get_first_hit (list) : NULL;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * dz_pick_list_link:
 * @list: filtered by @entry's words already
 */
void
dz_pick_list_link (GtkSearchEntry *entry,
                   GtkListBox     *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry) && GTK_IS_LIST_BOX (list));

  g_signal_connect_object (entry, "activate", G_CALLBACK (enter_cb), list, 0);
  g_signal_connect (entry, "stop-search", G_CALLBACK (escape_cb), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
}
