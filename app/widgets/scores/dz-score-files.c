/* dz-score-files.c - score sheets, filled-in scores and results in and out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-files.h"

#include "dz-error.h"
#include "dz-score-book-job.h"
#include "dz-scores-job.h"

#include <glib/gi18n-lib.h>

#define MOST_TOLD 12

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
