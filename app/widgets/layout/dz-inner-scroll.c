/* dz-inner-scroll.c - lines of text that scroll, within a page that scrolls
 *
 * GtkScrolledWindow takes the wheel also where all it holds is in sight, and at its ends: whoever goes down a page by
 * the wheel is stopped by every text the pointer comes over. Here the page goes on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inner-scroll.h"

/* Whether it has more to show in that direction. */
static gboolean
has_more (GtkWidget *scroll,
          double     dy)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
  double value = gtk_adjustment_get_value (down);

  return dy < 0 ? value > gtk_adjustment_get_lower (down)
                : value + gtk_adjustment_get_page_size (down) < gtk_adjustment_get_upper (down);
}

/* Asked before @own is: sideways (also by Shift) it keeps the wheel. */
static gboolean
turned_cb (GtkEventController *watch,
           double              dx,
           double              dy,
           GtkEventController *own)
{
  gboolean sideways = dy == 0 || (gtk_event_controller_get_current_event_state (watch) & GDK_SHIFT_MASK) != 0;
  gboolean keep = sideways || has_more (gtk_event_controller_get_widget (own), dy);

  gtk_event_controller_set_propagation_phase (own, keep ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);

  return GDK_EVENT_PROPAGATE;
}

/**
 * dz_inner_scroll_new:
 *
 * Returns: (transfer floating): a scrolled window with @child, for a place in a page that scrolls
 */
GtkWidget *
dz_inner_scroll_new (GtkWidget *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkEventController *watch = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (scroll);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) own = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (own) && gtk_event_controller_get_propagation_phase (own) == GTK_PHASE_BUBBLE)
        g_signal_connect (watch, "scroll", G_CALLBACK (turned_cb), own);
    }
  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (scroll, watch);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), child);

  return scroll;
}
