/* dz-briefing-write.c - the briefing and the letters as files, written while the window lives on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-write.h"

#include <glib/gi18n-lib.h>

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DzWork) work = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strdup_printf (_("Saved as %s"), dz_work_get_path (work));

  dz_make_briefing_finish (result, &error);
  dz_work_end (work, text, error);
}

/**
 * dz_briefing_write:
 * @session: (nullable): the review on screen; without one nothing is written
 * @options: (nullable): what is ticked now
 * @path: where to; its ending says in which format
 *
 * Writes pages of its own: those on screen may be changed and scrolled meanwhile. The window shows
 * the work and tells how it ended.
 */
void
dz_briefing_write (DzSession         *session,
                   DzBriefingOptions *options,
                   const char        *path)
{
  DzBriefingOrder order = { .options = options, .path = path };
  DzWork *work;

  if (session == NULL || options == NULL)
    return;
  work = dz_session_begin_work (session, _("Writing"), path);
  order.review = dz_session_get_review (session);
  order.codebook = dz_session_get_codebook (session);
  dz_make_briefing_async (&order, dz_work_progress, work, dz_work_get_cancellable (work), written_cb, work);
}

static void
letters_written_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(DzWork) work = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  int n = dz_make_letters_finish (result, &error);

  if (n == 0)
    text = g_strdup (_("No letter to write: only what is certain or confirmed under 核查 goes into letters"));
  else if (n > 0)
    text = g_strdup_printf (ngettext ("%d letter written", "%d letters written", n), n);
  dz_work_end (work, text, error);
}

/**
 * dz_briefing_write_letters:
 * @session: (nullable): the review on screen; without one nothing is written
 * @order: the folder, the format, and whether what nobody confirmed is offered too
 *
 * Writes the feedback letters of the year on screen.
 */
void
dz_briefing_write_letters (DzSession     *session,
                           DzLetterOrder *order)
{
  DzWork *work;

  if (session == NULL)
    return;
  work = dz_session_begin_work (session, _("Writing feedback letters"), order->folder);
  order->review = dz_session_get_review (session);
  order->codebook = dz_session_get_codebook (session);
  order->options.year = dz_session_get_year (session);
  dz_make_letters_async (order, dz_work_progress, work, dz_work_get_cancellable (work), letters_written_cb, work);
}
