/* dz-score-files.c - score sheets, filled-in scores and results in and out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-files.h"

#include "dz-briefing.h"
#include "dz-chooser.h"
#include "dz-error.h"
#include "dz-print.h"
#include "dz-score-book-job.h"
#include "dz-scores-job.h"

#include <glib/gi18n-lib.h>

#define MOST_TOLD 12

/**
 * dz_score_choose_import:
 * @chooser: (inout): where @from keeps it
 */
void
dz_score_choose_import (GtkFileChooserNative **chooser,
                        GtkWidget             *from,
                        const char            *title,
                        GCallback              response_cb)
{
  static const char *const suffixes[] = { "xlsx", "xls", "et", "csv", "docx" };
  GtkFileFilter *filter = gtk_file_filter_new ();

  g_clear_object (chooser);
  *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (from)), GTK_FILE_CHOOSER_ACTION_OPEN,
                                          _("_Import"), NULL);
  gtk_file_filter_set_name (filter, _("Score sheets (xlsx, xls, et, csv, docx)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (*chooser), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (*chooser), TRUE);
  g_signal_connect (*chooser, "response", response_cb, from);
  dz_chooser_drop_when_answered (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (*chooser));
}

/* What could not be used, with its place; the rest is kept. */
static void
tell_left_out (DzSession           *session,
               const DzScoresTally *tally)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < MIN (tally->told->len, MOST_TOLD); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (tally->told, i));
  if (tally->told->len > MOST_TOLD)
    g_string_append_printf (words, _("\n… %u in all"), tally->told->len);
  if (words->len == 0)
    return;
  error = g_error_new_literal (DZ_ERROR, DZ_ERROR_NO_DATA, words->str);
  dz_session_tell_error (session, _("Taken over, but for this:"), error);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DzSession) session = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(DzScoresTally) tally = { 0 };
  g_autofree char *told = NULL;

  if (!dz_scores_import_finish (result, &tally, &error))
    {
      dz_session_tell_error (session, _("The file could not be used."), error);
      return;
    }
  if (tally.scorers->len == 0)
    told = g_strdup_printf (ngettext ("Score sheet of %d: %u head", "Score sheet of %d: %u heads", tally.found), tally.year, tally.found);
  else
    told = g_strdup_printf (ngettext ("%u score read, %u new or changed", "%u scores read, %u new or changed", tally.found),
                            tally.found, tally.changed);
  dz_session_reload_async (session, NULL, NULL);
  dz_session_toast (session, told, TRUE);
  tell_left_out (session, &tally);
}

/**
 * dz_score_import_file:
 * @is_sheet: the county's sheet; else what scorers filled in
 */
void
dz_score_import_file (DzSession  *session,
                      const char *path,
                      gboolean    is_sheet)
{
  if (dz_session_check_place (session, _("The file could not be used.")))
    dz_scores_import_async (dz_session_get_path (session), dz_session_get_codebook (session), path, dz_session_get_year (session),
                            is_sheet, imported_cb, g_object_ref (session));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DzWork) work = user_data;
  g_autoptr(GError) error = NULL;
  gboolean ok = dz_score_book_write_finish (result, &error);

  dz_work_end (work, ok ? _("Written") : NULL, error);
}

/**
 * dz_score_write:
 * @path: .xlsx
 * @is_form: to be filled in, with what @scorer (nullable) gave already; else the result
 */
void
dz_score_write (DzSession  *session,
                const char *path,
                gboolean    is_form,
                const char *scorer)
{
  DzScoreBook book = { dz_session_get_review (session), dz_session_get_codebook (session), dz_session_get_year (session),
                       dz_session_get_scope (session), is_form, scorer };
  DzWork *work = dz_session_begin_work (session, _("Writing"), path);

  dz_score_book_write_async (&book, path, written_cb, work);
}

/**
 * dz_score_print:
 * @template: "scores" or "score-forms"
 *
 * Of the year and the bodies on screen.
 */
void
dz_score_print (DzSession  *session,
                const char *template,
                GtkWindow  *parent)
{
  DzReview *review = dz_session_get_review (session);
  DzScopeFilter *scope = dz_session_get_scope (session);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, dz_session_get_year (session));
  g_autoptr(DzBriefing) briefing = NULL;
  g_autoptr(GError) error = NULL;
  DzDocument *document;

  dz_briefing_options_take_template (options, template);
  options->hide_names = FALSE;
  if (scope != NULL && !dz_scope_filter_is_all (scope))
    {
      g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (scope, review);

      options->bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < bodies->len; i++)
        g_array_append_val (options->bodies, ((const DzBody *) g_ptr_array_index (bodies, i))->id);
    }
  briefing = dz_briefing_new (review, dz_session_get_codebook (session), options);
  document = dz_briefing_get_document (briefing);
  if (!dz_print_document (document, dz_document_get_title (document), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, parent, &error))
    dz_session_toast_error (session, error);
}
