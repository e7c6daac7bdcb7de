/* dz-window-overlaps.c - copied passages, counted again behind the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-overlaps-job.h"

#include <glib/gi18n-lib.h>

static void
overlaps_done_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DzWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (self->session == NULL)
    return;
  if (dz_overlaps_finish (result, &error))
    dz_session_refresh (self->session);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dz_session_tell_error (self->session, _("What the reports share could not be looked for."), error);
}

/**
 * dz_window_recount_overlaps:
 *
 * In the background; what is found shows up by itself.
 */
void
dz_window_recount_overlaps (DzWindow *self)
{
  dz_overlaps_async (dz_session_get_path (self->session), self->cancellable, overlaps_done_cb,
                     g_object_ref (self));
}
