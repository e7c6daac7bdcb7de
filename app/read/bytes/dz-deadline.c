/* dz-deadline.c - work that may hang in somebody else's code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-deadline.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>

#define FIRST_STEP_SECONDS 8

struct _DzDeadline
{
  gatomicrefcount refs;
  DzDeadlineFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GCancellable *stop;

  GMutex mutex;
  GCond cond;
  gint64 until; /* the step under way must end before */
  gboolean done;
  gpointer result;
  GError *error;
};

static void
deadline_unref (DzDeadline *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  if (self->result != NULL)
    self->free_result (self->result);
  g_clear_error (&self->error);
  self->free_data (self->data);
  g_object_unref (self->stop);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gpointer
work_thread (gpointer data)
{
  DzDeadline *self = data;
  GError *error = NULL;
  gpointer result = self->func (self, self->data, &error);

  g_mutex_lock (&self->mutex);
  self->result = result;
  self->error = error;
  self->done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  deadline_unref (self);

  return NULL;
}

/**
 * dz_deadline_step:
 * @seconds: how long what follows may take
 *
 * To be called by the work before each step.
 *
 * Returns: %FALSE with @error set if the work is no longer wanted
 */
gboolean
dz_deadline_step (DzDeadline *self,
                  guint       seconds,
                  GError    **error)
{
  g_mutex_lock (&self->mutex);
  self->until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  g_mutex_unlock (&self->mutex);

  return !g_cancellable_set_error_if_cancelled (self->stop, error);
}

/**
 * dz_deadline_get_cancellable:
 *
 * Returns: (transfer none): cancelled when the work is no longer wanted
 */
GCancellable *
dz_deadline_get_cancellable (DzDeadline *self)
{
  return self->stop;
}

/* With the mutex held. Wakes up ten times a second to see whether the user cancelled. */
static void
wait_for_work (DzDeadline   *self,
               GCancellable *cancellable)
{
  gint64 cancelled_at = 0;

  while (!self->done)
    {
      gint64 now = g_get_monotonic_time ();

      if (cancelled_at == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_cancellable_cancel (self->stop);
          cancelled_at = now;
        }
      if (now > self->until || (cancelled_at != 0 && now > cancelled_at + G_USEC_PER_SEC))
        return;
      g_cond_wait_until (&self->cond, &self->mutex, now + G_USEC_PER_SEC / 10);
    }
}

/**
 * dz_deadline_run:
 * @data: (transfer full): for @func, which nobody else may use any more
 * @cancellable: (nullable): the user's
 *
 * Returns: what @func returned, or %NULL with @error set
 */
gpointer
dz_deadline_run (DzDeadlineFunc   func,
                 gpointer         data,
                 GDestroyNotify   free_data,
                 GDestroyNotify   free_result,
                 GCancellable    *cancellable,
                 GError         **error)
{
  DzDeadline *self = g_new0 (DzDeadline, 1);
  gpointer result = NULL;

  g_atomic_ref_count_init (&self->refs);
  g_atomic_ref_count_inc (&self->refs);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->free_result = free_result;
  self->stop = g_cancellable_new ();
  self->until = g_get_monotonic_time () + FIRST_STEP_SECONDS * G_USEC_PER_SEC;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_thread_unref (g_thread_new ("reader", work_thread, self));

  g_mutex_lock (&self->mutex);
  wait_for_work (self, cancellable);
  if (self->done)
    {
      result = g_steal_pointer (&self->result);
      if (self->error != NULL)
        g_propagate_error (error, g_steal_pointer (&self->error));
    }
  else if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      dz_set_error (error, DZ_ERROR_TIMEOUT,
                    _("A page takes too long to read. Ask for the report as .docx."));
    }
  g_mutex_unlock (&self->mutex);
  g_cancellable_cancel (self->stop);
  deadline_unref (self);

  return result;
}
