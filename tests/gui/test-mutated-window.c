/* test-mutated-window.c - a review damaged or made by hand, in the window
 *
 * Each is opened, looked at in every view, decided in, undone and closed, as core/test-mutated-reviews.c goes
 * through the same with the batch program. One that is refused is so in words, and the window goes on.
 *
 * DZ_MUTATIONS: how many, 25 by habit. DZ_MUTATION: that one only, or with the other the first of them.
 * DZ_MUTANTS: a folder; each file in it is opened instead (tests/bench/mutants).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-job-thread.h"
#include "dz-mutator.h"
#include "dz-session-corrections.h"
#include "dz-views.h"

#include <stdlib.h>

/* The session is the review's. */
static gboolean
open_review (DzTestWindow *self,
             const char   *path)
{
  gboolean opened = dz_window_open_review (self->window, path, FALSE);

  self->session = dz_window_get_session (self->window);

  return opened;
}

static void
turn_over (void)
{
  g_assert_true (dz_job_wait (600));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The evidence of the first figure and weakness of each report, and a decision on the figure. */
static void
decide (DzTestWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_report_unref);

  for (guint i = 0; i < review->reports->len; i++)
    g_ptr_array_add (reports, dz_report_ref (g_ptr_array_index (review->reports, i)));
  for (guint i = 0; i < reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (reports, i);

      if (report->weaknesses->len > 0)
        dz_session_show_weakness (self->session, report, 0);
      if (report->figures->len == 0)
        continue;
      dz_session_show_figure (self->session, report, 0);
      turn_over ();
      dz_session_set_figure_state (self->session, report->id, g_array_index (report->figures, DzFigure, 0).id,
                                   DZ_STATE_CONFIRMED);
      turn_over ();
    }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  turn_over ();
}

/* The review before is left first: a file is not changed under the window. */
static gboolean
use (DzTestWindow *self,
     const char   *path)
{
  if (!open_review (self, path))
    return FALSE;
  for (guint v = 0; v < dz_n_views; v++)
    {
      dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());
      turn_over ();
    }
  decide (self);

  return TRUE;
}

typedef struct
{
  guint n;
  guint opened;
  gint64 longest;
} Count;

static void
count_use (DzTestWindow *self,
           const char   *path,
           const char   *name,
           Count        *count)
{
  gint64 begun = g_get_monotonic_time (), taken;

  g_test_message ("mutation %s", name);
  count->n++;
  count->opened += use (self, path);
  taken = g_get_monotonic_time () - begun;
  count->longest = MAX (count->longest, taken);
  if (taken > 5 * G_USEC_PER_SEC)
    g_test_message ("mutation %s took %.1f s", name, (double) taken / G_USEC_PER_SEC);
}

static void
use_folder (DzTestWindow *self,
            const char   *folder,
            Count        *count)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *found;

  g_assert_nonnull (dir);
  while ((found = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (found, ".duizhao"))
      g_ptr_array_add (names, g_strdup (found));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (open_review (self, self->path));
      count_use (self, path, name, count);
    }
}

static void
test_mutations (DzTestWindow  *self,
                gconstpointer  data)
{
  const char *folder = g_getenv ("DZ_MUTANTS");
  const char *wanted = g_getenv ("DZ_MUTATIONS");
  const char *one = g_getenv ("DZ_MUTATION");
  guint n = wanted != NULL ? (guint) strtoul (wanted, NULL, 10) : 25;
  guint first = one != NULL ? (guint) strtoul (one, NULL, 10) : 0;
  gboolean only = one != NULL && wanted == NULL;
  DzMutator *mutator = dz_mutator_new ();
  Count count = { 0 };

  if (folder != NULL)
    use_folder (self, folder, &count);
  for (guint i = first; folder == NULL && i < (only ? first + 1 : n); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      g_assert_true (open_review (self, self->path));
      dz_mutator_mutate (mutator, i);
      count_use (self, dz_mutator_get_review (mutator), name, &count);
    }
  g_test_message ("%u mutated reviews: %u opened, the longest took %.1f s", count.n, count.opened,
                  (double) count.longest / G_USEC_PER_SEC);
  if (one == NULL && folder == NULL)
    {
      g_assert_cmpuint (count.opened, >, n / 3);
      g_assert_cmpuint (count.opened, <, n);
    }
  g_assert_true (open_review (self, self->path));
  dz_mutator_free (mutator);
}

int
main (int    argc,
      char **argv)
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;
  DZ_TEST_ADD ("/mutated-window", test_mutations);

  return dz_test_window_run ();
}
