/* dz-ledger-files.c - ledgers in and out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-files.h"

#include "dz-ledger-job.h"
#include "dz-make-briefing.h"
#include "dz-view-paper.h"

#include <glib/gi18n-lib.h>

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DzSession) session = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;
  DzLedgerTally tally = { 0, 0, 0 };

  if (!dz_ledger_import_finish (result, &tally, &error))
    {
      dz_session_tell_error (session, _("The ledger could not be read."), error);
      return;
    }
  told = g_strdup_printf (ngettext ("%u problem read, %u of them new on the ledger", "%u problems read, %u of them new on the ledger",
                                    tally.found), tally.found, tally.added);
  dz_session_reload_async (session, NULL, NULL);
  dz_session_toast (session, told, TRUE);
  if (tally.left > 0)
    {
      g_autofree char *left = g_strdup_printf (ngettext ("%u row of the ledger tells no problem and was left out",
                                                         "%u rows of the ledger tell no problem and were left out", tally.left),
                                               tally.left);

      g_signal_emit_by_name (session, "trouble", left);
    }
}

/**
 * dz_ledger_import_file:
 * @path: xlsx, csv, or docx with tables
 *
 * Puts its problems on the ledger, as of the year on screen.
 */
void
dz_ledger_import_file (DzSession  *session,
                       const char *path)
{
  if (dz_session_check_place (session, _("The ledger could not be read.")))
    dz_ledger_import_async (dz_session_get_path (session), dz_session_get_codebook (session), path,
                            dz_session_get_year (session), imported_cb, g_object_ref (session));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DzWork) work = user_data;
  g_autoptr(GError) error = NULL;
  gboolean ok = dz_make_briefing_finish (result, &error);

  dz_work_end (work, ok ? _("Written") : NULL, error);
}

/**
 * dz_ledger_write:
 * @path: its ending says the format: xlsx, pdf or docx
 */
void
dz_ledger_write (DzSession  *session,
                 const char *path)
{
  g_autoptr(DzBriefingOptions) options = dz_view_paper_make_options (session, "ledger");
  DzBriefingOrder order = { dz_session_get_review (session), dz_session_get_codebook (session), options, path };
  DzWork *work = dz_session_begin_work (session, _("Writing"), path);

  dz_make_briefing_async (&order, dz_work_progress, work, dz_work_get_cancellable (work), written_cb, work);
}
