/* dz-window-open.c - a review is opened, kept as it was before this day's work, restored, and another's work joined to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-backup.h"
#include "dz-backup-job.h"
#include "dz-merge-job.h"
#include "dz-merge-window.h"
#include "dz-recent.h"

#include <glib/gi18n-lib.h>

#define NOT_MERGED _("The reviews were not merged.")

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DzWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!dz_backup_day_finish (result, &error))
    dz_window_tell_error (self, _("The review as it was before today's work was not backed up."), error);
}

/* Once a day of work; a sample and what lies among temporary files is nobody's work. */
static void
back_up (DzWindow *self)
{
  const char *path = dz_session_get_path (self->session);

  if (!g_str_has_prefix (path, g_get_tmp_dir ()))
    dz_backup_day_async (path, backed_up_cb, g_object_ref (self));
}

/**
 * dz_window_open_review:
 * @create: make the file if it is not there
 *
 * Returns: %FALSE if it could not be opened; the window has told why
 */
gboolean
dz_window_open_review (DzWindow   *self,
                       const char *path,
                       gboolean    create)
{
  g_autoptr(GError) error = NULL;
  DzSession *session;

  g_return_val_if_fail (DZ_IS_WINDOW (self) && path != NULL, FALSE);

  /* a note typed in the review that is open, which may be the same, is in the file before it is read */
  dz_evidence_pane_keep_notes (self->evidence_pane);
  session = dz_session_new (path, create, &error);
  if (session == NULL)
    {
      dz_window_tell_error (self, _("The review could not be opened."), error);
      return FALSE;
    }
  gtk_info_bar_set_revealed (self->notice, FALSE);
  self->notice_cause = NULL;
  dz_window_change_session (self, session);
  dz_session_check_seals_soon (session);
  if (!g_str_has_prefix (path, g_get_tmp_dir ()))
    dz_recent_add (dz_session_get_review (session));
  back_up (self);

  return TRUE;
}

/**
 * dz_window_restore:
 * @backup: a backup of the review, or another review
 *
 * Puts it in the place of the review that is open, which becomes a backup itself, and shows it.
 */
void
dz_window_restore (DzWindow   *self,
                   const char *backup)
{
  g_autofree char *path = g_strdup (dz_session_get_path (self->session));
  g_autoptr(GError) error = NULL;
  gboolean ok;

  if (!dz_session_check_place (self->session, _("The backup was not restored.")))
    return;
  if (dz_window_is_working (self))
    {
      dz_window_tell (self, _("The backup was not restored: wait until the work under way is done."));
      return;
    }
  dz_window_change_session (self, NULL);
  ok = dz_backup_restore (backup, path, &error);
  if (!dz_window_open_review (self, path, FALSE))
    return;
  if (ok)
    dz_window_toast (self, _("The backup was restored; what was there before is a backup now"), FALSE);
  else
    dz_window_tell_error (self, _("The backup was not restored."), error);
}

/* What came in is on screen: which of two reports of a body holds is asked, and who shares text with whom is
 * counted again. */
static void
merge_shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;

  if (!dz_session_reload_finish (errand->session, result, NULL) || errand->window->session != errand->session)
    return;
  if (errand->is_asking)
    dz_session_go (errand->session, "import", 0, 0, DZ_SPAN_NONE);
  dz_window_recount_overlaps (errand->window);
}

static char *
describe (const DzMerged *merged)
{
  g_autofree char *reports =
    g_strdup_printf (ngettext ("%u new report", "%u new reports", merged->added), merged->added);
  guint n = merged->taken;

  for (guint i = 0; i < merged->conflicts->len; i++)
    n += ((const DzConflict *) g_ptr_array_index (merged->conflicts, i))->theirs_stand;

  return g_strdup_printf (ngettext ("Merged: %s, %u decision taken over", "Merged: %s, %u decisions taken over", n), reports,
                          n);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzMerged) merged = dz_merge_finish (result, &error);

  if (!dz_errand_end (errand, NULL))
    return;
  if (merged != NULL)
    {
      g_autofree char *text = describe (merged);

      errand->is_asking = merged->second->len > 0;
      dz_window_toast (errand->window, text, TRUE);
    }
  else
    dz_window_tell_error (errand->window, NOT_MERGED, error);
  dz_session_reload_async (errand->session, merge_shown_cb, errand);
  errand = NULL;
}

static void
merge_cb (DzMergeWindow *window,
          GHashTable    *theirs,
          DzWindow      *self)
{
  const char *other = g_object_get_data (G_OBJECT (window), "dz-other");
  DzErrand *errand;

  if (self->session == NULL || !dz_session_check_place (self->session, NOT_MERGED))
    return;
  errand = dz_errand_new (self, _("Merging reviews"));
  dz_merge_async (dz_session_get_path (self->session), other, theirs, merged_cb, errand);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzMerged) merged = dz_merge_finish (result, &error);
  DzWindow *self = errand->window;
  DzMergeWindow *window;
  const char *other = dz_work_get_path (errand->work);

  if (!dz_errand_end (errand, NULL) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (merged == NULL)
    {
      dz_window_tell_error (self, NOT_MERGED, error);
      return;
    }
  if (dz_merged_is_empty (merged))
    {
      dz_window_toast (self, _("The other review has nothing that is not here already."), FALSE);
      return;
    }
  window = dz_merge_window_new (errand->session, other, merged, GTK_WINDOW (self));
  g_object_set_data_full (G_OBJECT (window), "dz-other", g_strdup (other), g_free);
  g_signal_connect_object (window, "merge", G_CALLBACK (merge_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * dz_window_merge:
 * @other: path of another review
 *
 * Another analyst's review becomes part of the one that is open. Looks at what it would bring, and
 * asks; then it is done, as one step of undo.
 */
void
dz_window_merge (DzWindow   *self,
                 const char *other)
{
  DzErrand *errand;

  if (!dz_session_check_place (self->session, NOT_MERGED))
    return;
  errand = dz_errand_new (self, NULL);
  errand->work = dz_session_begin_work (errand->session, _("Comparing the two reviews"), other);
  dz_merge_preview_async (dz_session_get_path (self->session), other, dz_work_get_cancellable (errand->work), previewed_cb,
                          errand);
}
