/* test-job-thread.c - a program's end waits for its jobs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-job-thread.h"

static void
slow_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  g_atomic_int_inc ((int *) task_data);
  g_task_return_boolean (task, TRUE);
}

static void
test_waits (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  int n_ended = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GTask) task = g_task_new (NULL, cancellable, NULL, NULL);

      g_task_set_task_data (task, &n_ended, NULL);
      dz_job_run (task, slow_thread);
    }

  g_assert_false (dz_job_wait (0));
  g_cancellable_cancel (cancellable);
  g_assert_true (dz_job_wait (60));
  g_assert_cmpint (g_atomic_int_get (&n_ended), ==, 3);
}

static void
test_nothing_to_wait_for (void)
{
  g_assert_true (dz_job_wait (0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/job-thread/nothing-to-wait-for", test_nothing_to_wait_for);
  g_test_add_func ("/jobs/job-thread/waits", test_waits);

  return g_test_run ();
}
