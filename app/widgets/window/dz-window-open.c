/* dz-window-open.c - a review is opened, and kept as it was before this day's work
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-backup.h"
#include "dz-backup-job.h"
#include "dz-recent.h"

#include <glib/gi18n-lib.h>

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

  session = dz_session_new (path, create, &error);
  if (session == NULL)
    {
      dz_window_tell_error (self, _("The review could not be opened."), error);
      return FALSE;
    }
  gtk_info_bar_set_revealed (self->notice, FALSE);
  dz_window_take_session (self, session);
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
  dz_window_take_session (self, NULL);
  ok = dz_backup_restore (backup, path, &error);
  if (!dz_window_open_review (self, path, FALSE))
    return;
  if (ok)
    dz_window_toast (self, _("The backup was restored; what was there before is a backup now"), FALSE);
  else
    dz_window_tell_error (self, _("The backup was not restored."), error);
}
