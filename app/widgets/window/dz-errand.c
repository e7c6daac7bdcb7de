/* dz-errand.c - a job of the window on its way: whom its end concerns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

/**
 * dz_errand_new:
 * @title: (nullable): what is shown in the work bar; %NULL: nothing
 *
 * Returns: (transfer full): to be freed by the job's callback
 */
DzErrand *
dz_errand_new (DzWindow   *window,
               const char *title)
{
  DzErrand *self = g_new0 (DzErrand, 1);

  window->n_writing++;
  self->window = g_object_ref (window);
  self->session = g_object_ref (window->session);
  if (title != NULL)
    self->work = dz_session_begin_work (self->session, title, NULL);

  return self;
}

void
dz_errand_free (DzErrand *self)
{
  DzErrand *copy = self->window->waiting_copy;

  self->window->n_writing -= self->start == NULL;
  if (self->window->n_writing == 0 && copy != NULL)
    {
      self->window->waiting_copy = NULL;
      copy->start (copy);
    }
  g_object_unref (self->window);
  g_object_unref (self->session);
  g_clear_object (&self->work);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

/**
 * dz_errand_end:
 * @error: (nullable): what went wrong, to be told
 *
 * Its line leaves the work bar.
 *
 * Returns: whether the window still shows the review the work was for
 */
gboolean
dz_errand_end (DzErrand     *self,
               const GError *error)
{
  if (self->work != NULL)
    dz_work_end (self->work, NULL, error);

  return self->window->session == self->session;
}
