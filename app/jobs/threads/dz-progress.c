/* dz-progress.c - how far a job has come, told where the job was asked for
 *
 * A job may finish thousands of pages while the main loop draws one frame: what it told last is kept, and the
 * main loop takes that when it has time. The call is always made from the loop of the context the task was
 * made in; g_main_context_invoke() would run it in the job's thread whenever nobody iterates the context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-progress.h"

typedef struct
{
  DzProgressFunc func;
  gpointer user_data;

  GMutex mutex;
  char *name;
  guint done;
  guint total;
  gboolean under_way; /* a source is attached that will tell */
} Progress;

static GQuark
progress_quark (void)
{
  return g_quark_from_static_string ("dz-progress");
}

static void
progress_free (gpointer data)
{
  Progress *self = data;

  g_mutex_clear (&self->mutex);
  g_free (self->name);
  g_free (self);
}

static gboolean
tell_cb (gpointer data)
{
  Progress *self = g_object_get_qdata (data, progress_quark ());
  g_autofree char *name = NULL;
  guint done, total;

  g_mutex_lock (&self->mutex);
  self->under_way = FALSE;
  name = g_steal_pointer (&self->name);
  done = self->done;
  total = self->total;
  g_mutex_unlock (&self->mutex);
  /* whoever asked may be gone once it has the result */
  if (!g_task_get_completed (data))
    self->func (name, done, total, self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * dz_progress_watch:
 * @task: not yet running
 * @func: (nullable): called in the main context @task was made in, never after its callback
 * @user_data: must live until the task's callback
 */
void
dz_progress_watch (GTask          *task,
                   DzProgressFunc  func,
                   gpointer        user_data)
{
  Progress *self;

  if (func == NULL)
    return;
  self = g_new0 (Progress, 1);
  self->func = func;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  g_object_set_qdata_full (G_OBJECT (task), progress_quark (), self, progress_free);
}

/**
 * dz_progress_tell:
 * @task: running; nothing happens if nobody watches it
 * @name: (nullable): as in #DzProgressFunc
 *
 * To be called by the job's thread as often as it likes.
 */
void
dz_progress_tell (GTask      *task,
                  const char *name,
                  guint       done,
                  guint       total)
{
  Progress *self = g_object_get_qdata (G_OBJECT (task), progress_quark ());
  gboolean attach;
  g_autoptr(GSource) source = NULL;

  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  g_free (self->name);
  self->name = g_strdup (name);
  self->done = done;
  self->total = total;
  attach = !self->under_way;
  self->under_way = TRUE;
  g_mutex_unlock (&self->mutex);
  if (!attach)
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}
