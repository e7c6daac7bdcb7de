/* dz-window-county.c - the county's settings, and what follows when they change
 *
 * Other words of the codebook, citations or names on the roster: every report
 * is read anew. Other set phrases or thresholds: overlaps are counted anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-county-window.h"
#include "dz-reread.h"

#include <glib/gi18n-lib.h>

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  DzWindow *self = user_data;

  dz_import_bar_update (self->import_bar, _("with the new settings"), done, total);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DzWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  DzReread count = { 0 };
  gboolean ok = dz_reread_finish (result, &count, &error);

  if (self->session == NULL)
    return;
  dz_import_bar_end (self->import_bar);
  dz_session_refresh (self->session);
  if (!ok && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      dz_window_tell_error (self, _("The reports could not be read anew."), error);
      return;
    }
  if (!ok)
    text = g_strdup_printf (_("Stopped: %u reports were read anew, the others are as they were"),
                            count.reread);
  else if (count.unplaced > 0)
    text = g_strdup_printf (_("%u reports read anew; %u corrections found no place"), count.reread,
                            count.unplaced);
  else
    text = g_strdup_printf (_("%u reports read anew; all corrections were kept"), count.reread);
  dz_window_toast (self, text, TRUE);
  dz_window_recount_overlaps (self);
}

static void
reread (DzWindow *self)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  dz_import_bar_begin (self->import_bar, cancellable);
  dz_reread_async (dz_session_get_path (self->session), progress_cb, self, cancellable, done_cb,
                   g_object_ref (self));
}

static void
applied_cb (DzCountyWindow *window,
            gboolean        read_anew,
            gboolean        recount,
            DzWindow       *self)
{
  if (self->session == NULL)
    return;
  if (read_anew && dz_session_get_review (self->session)->reports->len > 0)
    reread (self);
  else if (recount)
    dz_window_recount_overlaps (self);
}

void
dz_window_show_county (DzWindow *self)
{
  DzCountyWindow *window;

  if (self->session == NULL)
    return;
  window = dz_county_window_new (self->session, GTK_WINDOW (self));
  g_signal_connect_object (window, "applied", G_CALLBACK (applied_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}
