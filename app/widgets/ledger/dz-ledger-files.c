/* dz-ledger-files.c - ledgers in and out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-files.h"

#include "dz-briefing.h"
#include "dz-chooser.h"
#include "dz-ledger-job.h"
#include "dz-make-briefing.h"
#include "dz-print.h"

#include <glib/gi18n-lib.h>

/**
 * dz_ledger_choose_import:
 * @chooser: (inout): where @from keeps it
 */
void
dz_ledger_choose_import (GtkFileChooserNative **chooser,
                         GtkWidget             *from,
                         GCallback              response_cb)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  g_clear_object (chooser);
  *chooser = gtk_file_chooser_native_new (_("Import a Ledger"), GTK_WINDOW (gtk_widget_get_root (from)),
                                          GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), NULL);
  gtk_file_filter_set_name (filter, _("Ledgers (xlsx, xls, et, csv, docx)"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "xls");
  gtk_file_filter_add_suffix (filter, "et");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "docx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (*chooser), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (*chooser), TRUE);
  g_signal_connect (*chooser, "response", response_cb, from);
  dz_chooser_drop_when_answered (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (*chooser));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DzSession) session = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;
  DzLedgerTally tally = { 0, 0 };

  if (!dz_ledger_import_finish (result, &tally, &error))
    {
      dz_session_tell_error (session, _("The ledger could not be read."), error);
      return;
    }
  told = g_strdup_printf (ngettext ("%u problem read, %u of them new on the ledger", "%u problems read, %u of them new on the ledger",
                                    tally.found), tally.found, tally.added);
  dz_session_reload_async (session, NULL, NULL);
  dz_session_toast (session, told, TRUE);
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

/* The ledger of the year and the bodies on screen, and nothing else. */
static DzBriefingOptions *
make_options (DzSession *session)
{
  DzReview *review = dz_session_get_review (session);
  DzScopeFilter *scope = dz_session_get_scope (session);
  DzBriefingOptions *options = dz_briefing_options_new (review, dz_session_get_year (session));

  dz_briefing_options_take_template (options, "ledger");
  options->hide_names = FALSE;
  if (scope != NULL && !dz_scope_filter_is_all (scope))
    {
      g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (scope, review);

      options->bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < bodies->len; i++)
        g_array_append_val (options->bodies, ((const DzBody *) g_ptr_array_index (bodies, i))->id);
    }

  return options;
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
  g_autoptr(DzBriefingOptions) options = make_options (session);
  DzBriefingOrder order = { dz_session_get_review (session), dz_session_get_codebook (session), options, path };
  DzWork *work = dz_session_begin_work (session, _("Writing"), path);

  dz_make_briefing_async (&order, dz_work_progress, work, dz_work_get_cancellable (work), written_cb, work);
}

void
dz_ledger_print (DzSession *session,
                 GtkWindow *parent)
{
  g_autoptr(DzBriefingOptions) options = make_options (session);
  g_autoptr(DzBriefing) briefing =
    dz_briefing_new (dz_session_get_review (session), dz_session_get_codebook (session), options);
  DzDocument *document = dz_briefing_get_document (briefing);
  g_autoptr(GError) error = NULL;

  if (!dz_print_document (document, dz_document_get_title (document), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, parent,
                          &error))
    dz_session_toast_error (session, error);
}
