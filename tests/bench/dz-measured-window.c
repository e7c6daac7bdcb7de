/* dz-measured-window.c - the real window that is measured, and what of a morning is done in it
 *
 * What `standstill` and `views` time in the same way. Each verb takes a pointer, as what measures it hands one on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-measured-window.h"

#include "dz-session-corrections.h"
#include "dz-window-private.h"

DzTestWindow dz_measured;

static gboolean
set_flag_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * dz_measured_begin:
 * @argv: PROGRAM REVIEW.duizhao [VIEW…]
 * @wanted: (out) (transfer none) (nullable): the views that are named; %NULL: all
 *
 * Makes the window.
 *
 * Returns: (transfer none) (nullable): the review; %NULL, and how it is to be said told, where there is none
 */
const char *
dz_measured_begin (int    argc,
                   char  *argv[],
                   char ***wanted)
{
  const char *path = argc > 1 ? argv[1] : NULL;

  *wanted = argc > 2 ? argv + 2 : NULL;
  argc = 1;
  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_printerr ("%s REVIEW.duizhao [VIEW…]\n", argv[0]);
      return NULL;
    }
  if (!dz_test_window_init (&argc, &argv))
    return NULL;
  dz_measured_present ();

  return path;
}

gboolean
dz_measured_wants (char       **wanted,
                   const char  *view)
{
  return wanted == NULL || g_strv_contains ((const char *const *) wanted, view);
}

/**
 * dz_measured_present:
 *
 * Makes the window, as large as the least screen we promise, and waits until it is on it.
 */
void
dz_measured_present (void)
{
  dz_measured.window = dz_window_new (ADW_APPLICATION (g_application_get_default ()));
  gtk_window_set_default_size (GTK_WINDOW (dz_measured.window), 1366, 768);
  gtk_window_present (GTK_WINDOW (dz_measured.window));
  dz_test_wait_mapped (GTK_WIDGET (dz_measured.window));
}

/**
 * dz_measured_turn:
 *
 * Lets the main loop run for 10 ms, longer where what it does takes longer.
 */
void
dz_measured_turn (void)
{
  gboolean over = FALSE;

  g_timeout_add (10, set_flag_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * dz_measured_open:
 * @path: a review; made where there is none
 */
void
dz_measured_open (gconstpointer path)
{
  g_assert_true (dz_window_open_review (dz_measured.window, path, TRUE));
  dz_measured.session = dz_window_get_session (dz_measured.window);
}

/**
 * dz_measured_view:
 * @name: of a view, gone to by the action its key has
 */
void
dz_measured_view (gconstpointer name)
{
  gtk_widget_activate_action (GTK_WIDGET (dz_measured.window), "win.view", "s", name);
}

/**
 * dz_measured_year:
 * @year: as a pointer
 */
void
dz_measured_year (gconstpointer year)
{
  dz_session_set_year (dz_measured.session, GPOINTER_TO_INT (year));
}

/**
 * dz_measured_confirm:
 * @data: unused
 *
 * One decision, as Space takes it.
 */
void
dz_measured_confirm (gconstpointer data)
{
  DzReview *review = dz_session_get_review (dz_measured.session);

  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);
      const DzFigure *figure = (const DzFigure *) (gpointer) report->figures->data;

      if (report->figures->len > 0 && figure->indicator != NULL)
        {
          dz_session_set_figure_state (dz_measured.session, report->id, figure->id, DZ_STATE_CONFIRMED);
          return;
        }
    }
}
