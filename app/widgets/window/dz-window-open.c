/* dz-window-open.c - a review is opened, and kept as it was before this day's work
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

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
