/* dz-session-save.c - the work goes on in a copy of the review: save under another name, and a file that moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include <glib/gi18n-lib.h>

/* The file the session works in from now on; @snapshot, which is taken over, was loaded from it. */
static gboolean
move_to (DzSession   *self,
         const char  *path,
         DzSnapshot  *snapshot,
         GError     **error)
{
  DzStore *store = dz_store_open (path, error);

  if (store == NULL)
    {
      dz_snapshot_free (snapshot);
      return FALSE;
    }
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_object_unref (self->store);
  self->store = store;
  self->temporary = FALSE;
  /* loaded by another handle: this one has yet to see what is no news */
  dz_store_set_seen (store, dz_store_get_version (store));

  return dz_session_take (self, snapshot, error);
}

static void
copy_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  DzSession *self = g_task_get_source_object (task);
  DzWork *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(DzSnapshot) snapshot = dz_review_load_finish (result, &error);

  self->loading--;
  if (snapshot == NULL)
    g_task_return_error (task, error);
  else if (self->copied_at != self->n_loads)
    g_task_return_boolean (task, FALSE);
  else if (move_to (self, dz_work_get_path (work), g_steal_pointer (&snapshot), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  DzSession *self = g_task_get_source_object (task);
  DzWork *work = g_task_get_task_data (task);
  GError *error = NULL;

  self->loading--;
  if (!dz_review_save_copy_finish (result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->loading++;
  dz_review_load_async (dz_work_get_path (work), self->tables, self->wanted_year, NULL, copy_loaded_cb, g_steal_pointer (&task));
}

/**
 * dz_session_save_as_async:
 * @work: its path is where the copy goes
 *
 * Copies the review and goes on with the copy once it is whole and loaded; until then, and whatever
 * fails, with the review as it is.
 */
void
dz_session_save_as_async (DzSession           *self,
                          DzWork              *work,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, dz_session_save_as_async);
  g_task_set_task_data (task, g_object_ref (work), g_object_unref);
  dz_session_finish_seals (self);
  self->copied_at = self->n_loads;
  self->loading++;
  /* Its path leads elsewhere: only this handle still reads it, and only this thread may use the handle. */
  if (dz_store_has_moved (self->store))
    {
      if (dz_store_save_copy (self->store, dz_work_get_path (work), NULL, NULL, dz_work_get_cancellable (work),
                              &error))
        {
          dz_review_load_async (dz_work_get_path (work), self->tables, self->wanted_year, NULL, copy_loaded_cb, task);
          return;
        }
      self->loading--;
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  dz_review_save_copy_async (dz_store_get_path (self->store), dz_work_get_path (work), dz_work_progress, work,
                             dz_work_get_cancellable (work), copied_cb, task);
}

/**
 * dz_session_save_as_finish:
 *
 * Returns: %TRUE: the work goes on in the copy; %FALSE without @error: the review changed meanwhile, and
 *   the copy is to be made again
 */
gboolean
dz_session_save_as_finish (DzSession    *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  dz_session_tell_kept (self);

  return TRUE;
}

/**
 * dz_session_check_place:
 * @trouble: what cannot be done, told if so
 *
 * Returns: whether a job that opens the review by its path finds this review there
 */
gboolean
dz_session_check_place (DzSession  *self,
                        const char *trouble)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  if (dz_store_check_place (self->store, &error))
    {
      dz_session_tell_kept (self);
      return TRUE;
    }
  text = g_strdup_printf (_("%s %s"), trouble, error->message);
  dz_session_tell_unkept (self, text);

  return FALSE;
}
