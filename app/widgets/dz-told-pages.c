/* dz-told-pages.c - a screen reader is told of what shows: not of pages behind, nor of a flap that is shut
 *
 * GTK 4.8 leaves the hidden pages of a GtkStack in the accessible tree, and a reader walks through eight views at once;
 * so does a shut AdwFlap with the pane beside the screen. The hidden state takes them out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-told-pages.h"

#include <adwaita.h>

static void
tell (GtkStack *stack)
{
  g_autoptr(GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr(GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = gtk_stack_page_get_child (GTK_STACK_PAGE (page));

      gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, child != shown, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != shown, -1);
    }
}

static void
visible_child_cb (GtkStack   *stack,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  tell (stack);
}

static void
reveal_cb (AdwFlap    *flap,
           GParamSpec *pspec,
           gpointer    user_data)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (adw_flap_get_flap (flap)), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !adw_flap_get_reveal_flap (flap), -1);
}

/**
 * dz_told_pages_watch:
 *
 * For every stack and flap there is below @root by now, as long as it lives.
 */
void
dz_told_pages_watch (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_STACK (root))
    {
      g_signal_connect (root, "notify::visible-child", G_CALLBACK (visible_child_cb), NULL);
      tell (GTK_STACK (root));
    }
  else if (ADW_IS_FLAP (root) && adw_flap_get_flap (ADW_FLAP (root)) != NULL)
    {
      g_signal_connect (root, "notify::reveal-flap", G_CALLBACK (reveal_cb), NULL);
      reveal_cb (ADW_FLAP (root), NULL, NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dz_told_pages_watch (child);
}
