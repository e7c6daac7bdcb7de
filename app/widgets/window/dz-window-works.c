/* dz-window-works.c - the long works the window starts: import, sample, a copy of the review, a package
 *
 * Each runs in a job of its own while the window goes on. What is done about its end depends on whether the
 * window still shows the review it was started for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-import.h"
#include "dz-package.h"
#include "dz-recent.h"
#include "dz-review-job.h"
#include "dz-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
wants_a_look (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const DzImportRecord *record = g_ptr_array_index (records, i);

      if (record->outcome != DZ_OUTCOME_READ)
        return TRUE;
    }

  return records->len > 2;
}

static gboolean
has_reports_of (DzReview *review,
                int       year)
{
  for (guint i = 0; i < review->reports->len; i++)
    if (((const DzReport *) g_ptr_array_index (review->reports, i))->identity.year == year)
      return TRUE;

  return FALSE;
}

/* What was just imported is shown: not a year in which those bodies have sent nothing. Earlier years come in beside
 * the one that is worked on, and it stays. */
static void
show_imported_year (DzWindow  *self,
                    GPtrArray *records)
{
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  int year;

  for (guint i = 0; i < records->len; i++)
    {
      const DzImportRecord *record = g_ptr_array_index (records, i);

      if (record->report_id == 0)
        continue;
      if (record->year == dz_session_get_year (self->session))
        return;
      g_array_append_val (years, record->year);
    }
  year = dz_years_choose (years);
  if (year > dz_session_get_year (self->session) ||
      (year != 0 && !has_reports_of (dz_session_get_review (self->session), dz_session_get_year (self->session))))
    dz_session_set_year (self->session, year);
}

/* What came in is on screen: where to look, and who shares text with whom. */
static void
import_shown_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autofree char *counties = NULL;
  DzWindow *self = errand->window;

  dz_session_reload_finish (errand->session, result, NULL);
  if (self->session != errand->session || errand->records == NULL)
    return;
  if (!dz_session_is_temporary (self->session))
    dz_recent_add (dz_session_get_review (self->session));
  show_imported_year (self, errand->records);
  counties = dz_session_dup_counties (self->session);
  if (counties != NULL)
    dz_window_tell (self, counties);
  if (wants_a_look (errand->records))
    dz_session_go (self->session, "import", 0, 0, DZ_SPAN_NONE);
  else
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u report imported", "%u reports imported",
                                                         errand->records->len), errand->records->len);

      dz_window_toast (self, text, TRUE);
    }
  dz_window_recount_overlaps (self);
}

static void
import_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;

  errand->records = dz_import_finish (result, &error);
  if (!dz_errand_end (errand, NULL))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dz_window_toast (errand->window, _("Import stopped; what was read is kept"), TRUE);
  else if (error != NULL)
    dz_window_tell_error (errand->window, _("The import stopped."), error);
  dz_session_reload_async (errand->session, import_shown_cb, errand);
  errand = NULL;
}

/**
 * dz_window_start_import:
 * @paths: files, folders and archives for the open review
 */
void
dz_window_start_import (DzWindow          *self,
                        const char *const *paths)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  DzImportOptions options = { .today = today };
  DzImportOrder order = { dz_session_get_path (self->session), paths, &options };
  DzErrand *errand;

  if (!dz_session_check_place (self->session, _("The import stopped.")))
    return;
  errand = dz_errand_new (self, _("Reading reports"));
  dz_import_async (&order, dz_work_progress, errand->work, dz_work_get_cancellable (errand->work),
                   import_done_cb, errand);
}

static void
text_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzImportRecord) record = dz_import_text_finish (result, &error);

  if (!dz_errand_end (errand, NULL))
    return;
  if (record == NULL)
    {
      dz_window_tell_error (errand->window, _("The pasted text could not be imported."), error);
      return;
    }
  errand->records = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
  /* it has no file whose name says whose it is: the analyst is to look at it in any case */
  record->outcome = DZ_OUTCOME_UNSURE;
  g_ptr_array_add (errand->records, g_steal_pointer (&record));
  dz_session_reload_async (errand->session, import_shown_cb, errand);
  errand = NULL;
}

/**
 * dz_window_import_text:
 * @text: pasted from the clipboard, a report
 */
void
dz_window_import_text (DzWindow   *self,
                       const char *text)
{
  DzErrand *errand;

  if (!dz_session_check_place (self->session, _("The pasted text could not be imported.")))
    return;
  errand = dz_errand_new (self, _("Reading the pasted text"));
  dz_import_text_async (dz_session_get_path (self->session), _("Pasted text"), text, text_done_cb, errand);
}

static void start_copy (DzErrand *errand);

static void
copy_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  DzErrand *errand = user_data;
  g_autoptr(GError) error = NULL;
  gboolean ok = dz_session_save_as_finish (errand->session, result, &error);

  if (!ok && error == NULL && errand->window->session == errand->session)
    {
      start_copy (errand);
      return;
    }
  if (error != NULL)
    g_prefix_error (&error, "%s ", _("The copy was not saved."));
  if (dz_errand_end (errand, error) && ok)
    {
      dz_recent_add (dz_session_get_review (errand->session));
      dz_window_toast (errand->window, _("Saved; the work goes on in the copy"), FALSE);
    }
  dz_errand_free (errand);
}

/* While another job writes into the review, a copy would hold half of it: it waits its turn. */
static void
start_copy (DzErrand *errand)
{
  if (errand->window->n_writing > 0)
    errand->window->waiting_copy = errand;
  else
    dz_session_save_as_async (errand->session, errand->work, copy_done_cb, errand);
}

/**
 * dz_window_save_copy:
 * @path: of the copy
 *
 * Saves the review under another name and goes on with that.
 */
void
dz_window_save_copy (DzWindow   *self,
                     const char *path)
{
  DzErrand *errand;

  if (self->session == NULL || self->waiting_copy != NULL)
    return;
  errand = dz_errand_new (self, NULL);
  errand->start = start_copy;
  self->n_writing--;
  errand->work = dz_session_begin_work (self->session, _("Saving a copy"), path);
  start_copy (errand);
}

static void
packed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  DzPackaged packaged;
  gboolean ok = dz_package_finish (result, &packaged, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  else if (error != NULL)
    g_prefix_error (&error, "%s ", _("The package was not written."));
  if (!dz_errand_end (errand, error) || !ok)
    return;
  text = packaged.changed + packaged.missing == 0
           ? g_strdup_printf (_("The package holds the review and all %u originals"), packaged.kept)
           : g_strdup_printf (_("The package holds the review and %u originals; %u were changed since they were read, %u were "
                                "not found: its list says which"), packaged.kept, packaged.changed, packaged.missing);
  if (packaged.changed + packaged.missing == 0)
    dz_window_toast (errand->window, text, FALSE);
  else
    dz_window_tell (errand->window, text);
}

/**
 * dz_window_pack:
 * @path: of the package
 *
 * Writes the review and the originals of its reports into one file, to hand over.
 */
void
dz_window_pack (DzWindow   *self,
                const char *path)
{
  DzErrand *errand;

  if (!dz_session_check_place (self->session, _("The package was not written.")))
    return;
  errand = dz_errand_new (self, NULL);
  errand->work = dz_session_begin_work (errand->session, _("Writing the package"), path);
  dz_package_async (dz_session_get_path (self->session), path, dz_work_progress, errand->work,
                    dz_work_get_cancellable (errand->work), packed_cb, errand);
}

static void
unpacked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DzWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *review = dz_package_open_finish (result, &error);
  g_autofree char *text = NULL;

  if (review == NULL)
    {
      dz_window_tell_error (self, _("The package could not be opened."), error);
      return;
    }
  if (!dz_window_open_review (self, review, FALSE))
    return;
  text = g_strdup_printf (_("The package lies unpacked in %s"), review);
  dz_window_toast (self, text, FALSE);
}

/**
 * dz_window_unpack:
 * @path: of a package
 *
 * Takes it apart into a folder of its name beside it, and opens the review there.
 */
void
dz_window_unpack (DzWindow   *self,
                  const char *path)
{
  const char *end = strrchr (path, '.');
  g_autofree char *folder = g_strndup (path, end != NULL ? (gsize) (end - path) : strlen (path));

  dz_package_open_async (path, folder, unpacked_cb, g_object_ref (self));
}

static void
sample_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DzWindow) self = user_data;
  g_autoptr(DzWork) work = g_steal_pointer (&self->sample);
  g_autoptr(GError) error = NULL;

  if (!dz_sample_create_finish (result, &error))
    g_prefix_error (&error, "%s ", _("The sample county could not be prepared."));
  dz_work_end (work, NULL, error);
  if (error == NULL && dz_window_open_review (self, dz_work_get_path (work), FALSE))
    dz_session_set_temporary (self->session, TRUE);
}

/**
 * dz_window_open_sample:
 *
 * Opens a fresh copy of the sample county; it lies in a temporary folder until it is saved
 * elsewhere.
 */
void
dz_window_open_sample (DzWindow *self)
{
  g_autofree char *path = NULL;

  g_return_if_fail (DZ_IS_WINDOW (self));

  if (self->sample != NULL)
    return; /* already under way */
  if (self->session != NULL)
    dz_window_change_session (self, NULL);
  path = dz_sample_dup_path ();
  self->sample = dz_work_new (_("Preparing the sample county"), path);
  dz_window_add_work (self, self->sample);
  dz_sample_create_async (path, dz_work_progress, self->sample, dz_work_get_cancellable (self->sample),
                          sample_done_cb, g_object_ref (self));
}
