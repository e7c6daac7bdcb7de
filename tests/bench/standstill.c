/* standstill.c - how long the window does not answer: the longest block of its main loop, verb by verb
 *
 * A county of 60 bodies and two years is made from the sample's texts under other names and imported through
 * the window. A probe runs in the main loop as often as it can; what lies between two of its turns is time in
 * which nobody could click. Times are those of the clock and, in brackets, of the processor in this thread: on
 * a busy machine only the second is the program's own.
 *
 *   xvfb-run -a dbus-run-session tests/bench-standstill [BODIES]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-measured-window.h"

#include "dz-briefing-view.h"
#include "dz-charts-view.h"
#include "dz-review-job.h"
#include "dz-sample.h"
#include "dz-store.h"
#include "dz-views.h"
#include "dz-window-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SETTLE 400 /* ms of quiet after a verb: frames it caused belong to it */

typedef struct
{
  gint64 last, worst;         /* µs */
  gint64 last_cpu, worst_cpu; /* µs */
} Probe;

static Probe probe;
static char *folder;

static gint64
cpu_time (void)
{
  struct timespec at;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &at);

  return (gint64) at.tv_sec * G_USEC_PER_SEC + at.tv_nsec / 1000;
}

static gboolean
probe_cb (gpointer data)
{
  gint64 now = g_get_monotonic_time (), cpu = cpu_time ();

  if (now - probe.last > probe.worst)
    probe.worst = now - probe.last;
  if (cpu - probe.last_cpu > probe.worst_cpu)
    probe.worst_cpu = cpu - probe.last_cpu;
  probe.last = now;
  probe.last_cpu = cpu;

  return G_SOURCE_CONTINUE;
}

/* Until the main loop has been free for a while: what a verb caused in frames and idle times belongs to it. */
static void
settle (void)
{
  gint64 busy_until = g_get_monotonic_time (), last = busy_until;

  while (last - busy_until < SETTLE * 1000)
    {
      gint64 now;

      dz_measured_turn ();
      now = g_get_monotonic_time ();
      if (now - last > 30000)
        busy_until = now;
      last = now;
    }
}

static gboolean
is_idle (gpointer window)
{
  return !dz_window_is_working (window);
}

static void
measure (const char *verb,
         void      (*run) (gconstpointer data),
         gconstpointer data)
{
  gint64 start;

  settle ();
  start = g_get_monotonic_time ();
  probe = (Probe) { .last = start, .last_cpu = cpu_time () };
  run (data);
  dz_test_wait (is_idle, dz_measured.window);
  probe_cb (NULL);
  printf ("%-34s whole %5.0f ms", verb, (g_get_monotonic_time () - start) / 1e3);
  settle ();
  probe_cb (NULL);
  printf ("   longest block %5.0f ms (%.0f)\n", probe.worst / 1e3, probe.worst_cpu / 1e3);
  fflush (stdout);
}

/* A sample report as another body of another county wrote it. */
static void
write_report (DzReview *sample,
              guint     number,
              int       year,
              const char *folder_path)
{
  static const char *const stems[] = { "东", "柳", "梅", "松", "杉", "岩", "溪", "塘", "坪", "岭" };
  g_autofree char *name = g_strdup_printf ("%s%s%s", stems[number / 10 % 10], stems[number % 10],
                                           number % 3 == 0 ? "街道" : number % 3 == 1 ? "镇" : "乡");
  g_autofree char *file = g_strdup_printf ("%d年%s.txt", year, name);
  g_autofree char *path = g_build_filename (folder_path, file, NULL);
  g_autoptr(GPtrArray) reports = g_ptr_array_new ();
  g_autoptr(GString) text = NULL;
  const DzReport *report;

  for (guint i = 0; i < sample->reports->len; i++)
    {
      DzReport *one = g_ptr_array_index (sample->reports, i);

      if (one->identity.year == year && one->identity.township != NULL)
        g_ptr_array_add (reports, one);
    }
  report = g_ptr_array_index (reports, number % reports->len);
  text = g_string_new (dz_text_peek (report->text, NULL));
  g_string_replace (text, report->identity.township, name, 0);
  g_string_replace (text, "望泽县", "柳溪县", 0);
  g_string_append_printf (text, "\n本年度另走访村组%u个，解答咨询%u人次。\n", number + 3, number * 7 + 11);
  g_file_set_contents (path, text->str, -1, NULL);
}

static char *
make_county (guint n_bodies)
{
  g_autofree char *path = g_build_filename (folder, "sample.duizhao", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) sample = NULL;
  char *reports = g_build_filename (folder, "reports", NULL);

  dz_sample_create (path, NULL, &error);
  g_assert_no_error (error);
  sample = dz_review_load (path, NULL, &error);
  g_assert_no_error (error);
  g_mkdir (reports, 0755);
  for (guint i = 0; i < n_bodies; i++)
    for (int year = 2023; year <= 2024; year++)
      write_report (sample, i, year, reports);

  return reports;
}

static void
run_import (gconstpointer path)
{
  const char *const paths[] = { path, NULL };

  dz_window_import (dz_measured.window, paths);
}

static void
run_action (gconstpointer name)
{
  gtk_widget_activate_action (GTK_WIDGET (dz_measured.window), name, NULL);
}

static void
run_write (gconstpointer name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  gtk_widget_activate_action (dz_test_find (GTK_WIDGET (dz_measured.window), DZ_TYPE_BRIEFING_VIEW, NULL),
                              "briefing.write", "s", path);
}

static void
run_letters (gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, "letters", NULL);

  gtk_widget_activate_action (dz_test_find (GTK_WIDGET (dz_measured.window), DZ_TYPE_BRIEFING_VIEW, NULL),
                              "briefing.write-letters", "(bbs)", data != NULL, TRUE, path);
}

static void
run_charts (gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, "charts", NULL);

  g_mkdir (path, 0755);
  gtk_widget_activate_action (dz_test_find (GTK_WIDGET (dz_measured.window), DZ_TYPE_CHARTS_VIEW, NULL),
                              "charts.write", "s", path);
}

static void
run_save_as (gconstpointer name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  gtk_widget_activate_action (GTK_WIDGET (dz_measured.window), "win.save-as-path", "s", path);
}

static void
run_reread (gconstpointer data)
{
  dz_window_reread (dz_measured.window);
}

static void
run_reload (gconstpointer data)
{
  dz_session_reload_async (dz_measured.session, NULL, NULL);
}

/* So that letters have something to say. */
static void
confirm_checks (void)
{
  DzReview *review = dz_review_ref (dz_session_get_review (dz_measured.session));
  g_autoptr(DzStore) store = dz_store_open (dz_session_get_path (dz_measured.session), NULL);

  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      for (guint k = 0; k < report->checks->len; k++)
        {
          const DzCheck *check = &g_array_index (report->checks, DzCheck, k);

          if (check->result == DZ_RESULT_FAIL)
            dz_store_set_check (store, report->id, check->id, DZ_STATE_CONFIRMED, NULL, NULL);
        }
    }
  dz_review_unref (review);
}

static void
measure_all (const char *reports)
{
  g_autofree char *review = g_build_filename (folder, "county.duizhao", NULL);

  measure ("open an empty review", dz_measured_open, review);
  measure ("import", run_import, reports);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < dz_n_views; i++)
      {
        g_autofree char *verb = g_strdup_printf ("view %s%s", dz_views[i].name, round > 0 ? ", again" : "");

        measure (verb, dz_measured_view, dz_views[i].name);
      }
  confirm_checks ();
  measure ("load a new snapshot", run_reload, NULL);
  measure ("confirm a figure", dz_measured_confirm, NULL);
  measure ("undo", run_action, "win.undo");
  measure ("redo", run_action, "win.redo");
  measure ("year 2023", dz_measured_year, GINT_TO_POINTER (2023));
  measure ("year 2024", dz_measured_year, GINT_TO_POINTER (2024));
  dz_measured_view ("briefing");
  measure ("PDF", run_write, "out.pdf");
  measure ("DOCX", run_write, "out.docx");
  measure ("XLSX", run_write, "out.xlsx");
  measure ("CSV", run_write, "out.csv");
  measure ("letters, DOCX", run_letters, "docx");
  measure ("letters, PDF", run_letters, NULL);
  dz_measured_view ("charts");
  measure ("all charts", run_charts, NULL);
  dz_measured_view ("roster");
  measure ("read all again", run_reread, NULL);
  measure ("save under another name", run_save_as, "copy.duizhao");
  measure ("open it", dz_measured_open, dz_session_get_path (dz_measured.session));
  dz_measured_view ("reading");
  measure ("open it where it was left, 对照阅读", dz_measured_open, dz_session_get_path (dz_measured.session));
  dz_measured_view ("common");
  measure ("open it where it was left, 共性问题", dz_measured_open, dz_session_get_path (dz_measured.session));
}

int
main (int   argc,
      char *argv[])
{
  guint n_bodies = argc > 1 ? (guint) atoi (argv[1]) : 60;
  g_autofree char *reports = NULL;

  argc = 1;
  if (!dz_test_window_init (&argc, &argv))
    return 0;
  folder = g_dir_make_tmp ("duizhao-bench-XXXXXX", NULL);
  reports = make_county (n_bodies);
  dz_measured_present ();
  g_timeout_add_full (G_PRIORITY_HIGH, 1, probe_cb, NULL, NULL);
  printf ("%u bodies, two years, in %s\n", n_bodies, folder);
  measure_all (reports);
  gtk_window_destroy (GTK_WINDOW (dz_measured.window));
  settle ();

  return 0;
}
