/* views.c - what a view costs until it shows something: processor and clock, view by view, and what the window holds
 *
 *   xvfb-run -a dbus-run-session tests/bench-views REVIEW.duizhao [VIEW…]
 *
 * The real window opens the review (tests/bench/county and `duizhao-cli import` make one of any size), then each view is
 * gone to by the action its key has. “first” is until the first frame that shows the view, “whole” until the main loop
 * has been free for a while and no job runs. Processor is that of all threads: on a busy machine only that is the
 * program's own. A second round tells what is kept; then what a decision, another year and a search cost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-measured-window.h"

#include "dz-search-list.h"
#include "dz-views.h"
#include "dz-window-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define QUIET 300 /* ms without work: it is over */

typedef struct
{
  double clock, cpu; /* ms */
} Cost;

static Cost
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);

  return (Cost) { g_get_monotonic_time () / 1e3, at.tv_sec * 1e3 + at.tv_nsec / 1e6 };
}

/* Until the main loop has been free for a while and no job runs; when it last was busy. */
static Cost
settle (void)
{
  Cost busy = now (), last = busy;

  while (last.clock - busy.clock < QUIET || dz_window_is_working (dz_measured.window))
    {
      Cost here;

      dz_measured_turn ();
      here = now ();
      if (here.cpu - last.cpu > 2 || dz_window_is_working (dz_measured.window))
        busy = here;
      last = here;
    }

  return busy;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

/* The first frame after what was done. */
static Cost
wait_for_frame (void)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (dz_measured.window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (dz_measured.window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  return now ();
}

static guint
count_kilobytes (const char *key)
{
  g_autofree char *status = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (at = strstr (status, key)) == NULL)
    return 0;

  return (guint) strtoul (at + strlen (key), NULL, 10);
}

/* Apart from measure, so that callgrind can count what happens in here alone (README.md). */
static G_NO_INLINE Cost
reach_frame (void          (*run) (gconstpointer data),
             gconstpointer data)
{
  run (data);

  return wait_for_frame ();
}

static void
measure (const char   *what,
         void        (*run) (gconstpointer data),
         gconstpointer data)
{
  Cost start, first, whole;

  settle ();
  start = now ();
  first = reach_frame (run, data);
  whole = settle ();
  printf ("%-26s %8.0f %8.0f   %8.0f %8.0f   %6u\n", what, first.cpu - start.cpu, first.clock - start.clock,
          MAX (whole.cpu, first.cpu) - start.cpu, MAX (whole.clock, first.clock) - start.clock,
          count_kilobytes ("VmRSS:") / 1024);
  fflush (stdout);
}

static void
run_search (gconstpointer words)
{
  GtkWidget *list = dz_test_find (GTK_WIDGET (dz_measured.window), DZ_TYPE_SEARCH_LIST, NULL);

  dz_search_list_search (DZ_SEARCH_LIST (list), words, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  char **wanted;
  const char *path = dz_measured_begin (argc, argv, &wanted);

  if (path == NULL)
    return 1;
  printf ("%-26s %8s %8s   %8s %8s   %6s\n", "ms", "first", "clock", "whole", "clock", "MB");
  measure ("open", dz_measured_open, path);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < dz_n_views; i++)
      if (dz_measured_wants (wanted, dz_views[i].name))
        {
          g_autofree char *what = g_strdup_printf ("%s%s", dz_views[i].name, round > 0 ? ", again" : "");

          measure (what, dz_measured_view, dz_views[i].name);
        }
  dz_measured_view ("common");
  measure ("a figure confirmed", dz_measured_confirm, NULL);
  measure ("year before", dz_measured_year, GINT_TO_POINTER (2023));
  measure ("year again", dz_measured_year, GINT_TO_POINTER (2024));
  measure ("search 人民调解", run_search, "人民调解");
  printf ("peak %u MB\n", count_kilobytes ("VmHWM:") / 1024);
  gtk_window_destroy (GTK_WINDOW (dz_measured.window));

  return 0;
}
