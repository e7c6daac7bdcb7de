/* dz-window-print.c - the button that prints, and why it cannot be pressed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-tip.h"
#include "dz-view.h"

#include <glib/gi18n-lib.h>

/**
 * dz_window_update_print:
 *
 * Another view, or another content of it: it can be printed, or the button says why not.
 */
void
dz_window_update_print (DzWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);
  GAction *print = g_action_map_lookup_action (G_ACTION_MAP (self), "print");
  gboolean can_print = self->session != NULL && view != NULL && dz_view_can_print (DZ_VIEW (view));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (print), can_print);
  dz_tip_set (GTK_WIDGET (self->print_button), can_print ? _("Print (Ctrl+P)")
                                               : view != NULL && dz_view_is_printed (DZ_VIEW (view))
                                                   ? _("Nothing to print here yet")
                                                   : _("This view is not printed; the briefing is"));
}
