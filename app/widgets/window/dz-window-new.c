/* dz-window-new.c - a window put together: what is shown, and what it does by menu and key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

/* Before the window's own answer, which may be a question: being asked is no other place. */
static gboolean
close_request_cb (DzWindow *self)
{
  dz_window_keep_place (self);

  return FALSE;
}

/**
 * dz_window_new:
 *
 * Returns: (transfer none): a window without a review; the application owns it
 */
DzWindow *
dz_window_new (AdwApplication *application)
{
  DzWindow *self = g_object_new (DZ_TYPE_WINDOW, "application", application, NULL);

  dz_window_add_actions (self);
  dz_window_add_undo (self);
  dz_window_add_keys (self);
  dz_window_fill (self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  /* not earlier: a window that is still being made forgets it */
  if (self->settings != NULL && g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  return self;
}
