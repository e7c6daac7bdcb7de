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

int
main (int    argc,
      char **argv)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(DzStore) store = argc > 1 ? dz_store_open (argv[1], NULL) : NULL;
  guint n_reports = 0, refused = 0, still = 0;

  if (store == NULL)
    {
      fprintf (stderr, "decisions: name a review with a report in it\n");
      return 2;
    }
  for (guint i = 0; still < 40; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u", i);
      gint64 begun = g_get_monotonic_time ();
      double took;
      guint n;

      refused += !dz_store_set_note (store, 1, note, NULL);
      took = (double) (g_get_monotonic_time () - begun) / 1000;
      n = dz_store_count_reports (store);
      still = n == n_reports ? still + 1 : 0;
      n_reports = n;
      g_array_append_val (times, took);
      g_usleep (50000);
    }
  g_array_sort (times, compare);
  printf ("%u decisions, %u refused, median %.1f ms, nine of ten within %.1f ms, worst %.1f ms, %u reports\n",
          times->len, refused, g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len * 9 / 10), g_array_index (times, double, times->len - 1), n_reports);

  return 0;
}
