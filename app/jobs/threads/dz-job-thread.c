/* dz-job-thread.c - where work off the main thread runs, and how a program waits for it at its end
 *
 * A program that leaves main() while a job still reads runs the destructors of the libraries the job
 * uses under its feet: libxml2 frees the state of its threads, and the job crashes. What was stored is
 * safe by then, but the user sees a program that died. So every job is counted, and the program waits
 * for the last one before it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-job-thread.h"

typedef struct
{
  GTaskThreadFunc func;
  GThread *thread; /* (nullable) its own */
} Job;

static GMutex mutex;
static GCond ended;
static guint n_running;

static void
job_ended (void)
{
  g_mutex_lock (&mutex);
  n_running--;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&mutex);
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job *job = g_object_get_data (G_OBJECT (task), "dz-job");

  job->func (task, source, task_data, cancellable);
  job_ended ();
}

static Job *
begin (GTask           *task,
       GTaskThreadFunc  func)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  g_object_set_data_full (G_OBJECT (task), "dz-job", job, g_free);
  g_mutex_lock (&mutex);
  n_running++;
  g_mutex_unlock (&mutex);

  return job;
}

/**
 * dz_job_run:
 * @task: its data and cancellable set
 * @func: what it does
 *
 * As g_task_run_in_thread(), but dz_job_wait() knows of it.
 */
void
dz_job_run (GTask           *task,
            GTaskThreadFunc  func)
{
  begin (task, func);
  g_task_run_in_thread (task, job_thread);
}

static gpointer
own_thread (gpointer data)
{
  GTask *task = data;
  Job *job = g_object_get_data (G_OBJECT (task), "dz-job");

  job->func (task, g_task_get_source_object (task), g_task_get_task_data (task), g_task_get_cancellable (task));
  job_ended ();

  return task;
}

/**
 * dz_job_run_alone:
 *
 * As dz_job_run(), in a thread that ends with the job. For what is made there and used elsewhere afterwards
 * although it is tied to its thread, as fonts are: after dz_job_join() that thread is no more.
 */
void
dz_job_run_alone (GTask           *task,
                  GTaskThreadFunc  func)
{
  Job *job = begin (task, func);

  job->thread = g_thread_new ("dz-job", own_thread, g_object_ref (task));
}

/**
 * dz_job_join:
 *
 * Waits until the thread of dz_job_run_alone() has ended, once: to be called by the job's finish function,
 * when it has nothing more to do.
 */
void
dz_job_join (GTask *task)
{
  Job *job = g_object_get_data (G_OBJECT (task), "dz-job");

  if (job->thread != NULL)
    g_object_unref (g_thread_join (g_steal_pointer (&job->thread)));
}

/**
 * dz_job_wait:
 * @seconds: the longest to wait
 *
 * Waits for every job that was started. To be called when the program ends, once what should stop has
 * been cancelled: callbacks of jobs that end here are no longer called unless the main loop runs again.
 *
 * Returns: %FALSE if a job was still at work after @seconds
 */
gboolean
dz_job_wait (guint seconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  gboolean all = TRUE;

  g_mutex_lock (&mutex);
  while (n_running > 0 && all)
    all = g_cond_wait_until (&ended, &mutex, until);
  all = n_running == 0;
  g_mutex_unlock (&mutex);

  return all;
}
