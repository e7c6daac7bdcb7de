/* dz-still-spin.c - a number to be typed, which turning the wheel leaves alone
 *
 * GtkSpinButton counts up and down when the wheel turns over it. In a page that
 * scrolls whoever only wants to read on changes a body's households, unseen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-still-spin.h"

/**
 * dz_still_spin_new:
 *
 * Returns: (transfer floating): whole numbers from @least to @most; the wheel scrolls what it stands in
 */
GtkWidget *
dz_still_spin_new (double least,
                   double most)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }

  return spin;
}
