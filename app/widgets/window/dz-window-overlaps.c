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
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;
  gboolean ok = dz_overlaps_finish (result, &error);

  if (!dz_errand_end (errand, NULL))
    return;
  if (ok)
    dz_session_reload_async (errand->session, NULL, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dz_session_tell_error (errand->session, _("What the reports share could not be looked for."), error);
}

/**
 * dz_window_recount_overlaps:
 *
 * In the background; what is found shows up by itself.
 */
void
dz_window_recount_overlaps (DzWindow *self)
{
  if (!dz_session_check_place (self->session, _("What the reports share could not be looked for.")))
    return;
  dz_overlaps_async (dz_session_get_path (self->session), self->cancellable, overlaps_done_cb,
                     dz_errand_new (self, NULL));
}
