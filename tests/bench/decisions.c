/* decisions.c - how long a decision takes while another program imports
 *
 * decisions REVIEW: a note every 50 ms until the review has not grown for two seconds; prints the
 * median and the worst.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store.h"

#include <stdio.h>

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

typedef struct
{
  DzStore *store;
  GMainLoop *loop;
  GArray *times;
  guint n_reports;
  guint refused;
  guint still;
} Person;

/* In the main loop, as the window decides. */
static gboolean
decide_cb (gpointer user_data)
{
  Person *self = user_data;
  g_autofree char *note = g_strdup_printf ("%u", self->times->len);
  gint64 begun = g_get_monotonic_time ();
  double took;
  guint n;

  self->refused += !dz_store_set_note (self->store, 1, note, NULL);
  took = (double) (g_get_monotonic_time () - begun) / 1000;
  g_array_append_val (self->times, took);
  n = dz_store_count_reports (self->store);
  self->still = n == self->n_reports ? self->still + 1 : 0;
  self->n_reports = n;
  if (self->still == 40)
    g_main_loop_quit (self->loop);

  return self->still < 40 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(DzStore) store = argc > 1 ? dz_store_open (argv[1], NULL) : NULL;
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Person person = { store, loop, times, 0, 0, 0 };

  if (store == NULL)
    {
      fprintf (stderr, "decisions: name a review with a report in it\n");
      return 2;
    }
  g_timeout_add (50, decide_cb, &person);
  g_main_loop_run (loop);
  g_array_sort (times, compare);
  printf ("%u decisions, %u refused, median %.1f ms, nine of ten within %.1f ms, worst %.1f ms, %u reports\n",
          times->len, person.refused, g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len * 9 / 10), g_array_index (times, double, times->len - 1), person.n_reports);

  return 0;
}
