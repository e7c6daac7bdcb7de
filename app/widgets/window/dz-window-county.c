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

/* The new readings are on screen: who shares text with whom is counted again. */
static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;

  if (dz_session_reload_finish (errand->session, result, NULL) &&
      errand->window->session == errand->session)
    dz_window_recount_overlaps (errand->window);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  DzReread count = { 0 };
  gboolean ok = dz_reread_finish (result, &count, &error);

  if (!dz_errand_end (errand, NULL))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup_printf (_("Stopped: %u reports were read anew, the others are as they were"),
                            count.reread);
  else if (ok && count.unplaced > 0)
    text = g_strdup_printf (_("%u reports read anew; %u corrections found no place"), count.reread,
                            count.unplaced);
  else if (ok)
    text = g_strdup_printf (_("%u reports read anew; all corrections were kept"), count.reread);
  if (text != NULL)
    dz_window_toast (errand->window, text, TRUE);
  else
    dz_window_tell_error (errand->window, _("The reports could not be read anew."), error);
  dz_session_reload_async (errand->session, shown_cb, errand);
  errand = NULL;
}

/**
 * dz_window_reread:
 *
 * Reads every report anew from its stored text, in a job.
 */
void
dz_window_reread (DzWindow *self)
{
  DzErrand *errand;

  if (!dz_session_check_place (self->session, _("The reports could not be read anew.")))
    return;
  errand = dz_errand_new (self, _("Reading again with the new settings"));
  dz_reread_async (dz_session_get_path (self->session), dz_work_progress, errand->work,
                   dz_work_get_cancellable (errand->work), done_cb, errand);
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
    dz_window_reread (self);
  else if (recount)
    dz_window_recount_overlaps (self);
}

/**
 * dz_window_show_county:
 * @checks: at the page of thresholds and set phrases, not at the first
 */
void
dz_window_show_county (DzWindow *self,
                       gboolean  checks)
{
  DzCountyWindow *window;

  if (self->session == NULL)
    return;
  window = dz_county_window_new (self->session, GTK_WINDOW (self));
  g_signal_connect_object (window, "applied", G_CALLBACK (applied_cb), self, 0);
  if (checks)
    dz_county_window_show_checks (window);
  gtk_window_present (GTK_WINDOW (window));
}
