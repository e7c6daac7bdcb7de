/* test-works.c - long works: the window goes on meanwhile, a cancel leaves no trace, an error is told
 *
 * Whether the main loop went on is seen by a source that counts its turns: a work done in the main loop would be
 * over before the action that began it returned, and would give it none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-briefing-view.h"
#include "dz-charts-view.h"
#include "dz-session-corrections.h"
#include "dz-store.h"
#include "dz-window-private.h"

#include <glib/gstdio.h>

static gboolean
has_work (gpointer window)
{
  return dz_window_is_working (window);
}

static gboolean
is_done (gpointer window)
{
  return !dz_window_is_working (window);
}

static gboolean
turn_cb (gpointer data)
{
  ++*(guint *) data;

  return G_SOURCE_CONTINUE;
}

/* Turns of the main loop while the window works; @self's work has begun. */
static guint
count_turns (DzTestWindow *self)
{
  guint turns = 0;
  guint idle = g_idle_add_full (G_PRIORITY_DEFAULT, turn_cb, &turns, NULL);

  g_assert_true (has_work (self->window));
  dz_test_wait (is_done, self->window);
  g_source_remove (idle);

  return turns;
}

static gboolean
has_briefing (gpointer view)
{
  return dz_view_can_print (view) && dz_test_find_mapped (view, GTK_TYPE_LIST_VIEW, NULL) != NULL;
}

static GtkWidget *
show_briefing (DzTestWindow *self)
{
  GtkWidget *view = dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);

  dz_test_wait (has_briefing, view);

  return view;
}

static void
test_writes_while_the_window_lives (DzTestWindow  *self,
                                    gconstpointer  ending)
{
  GtkWidget *view = show_briefing (self);
  g_autofree char *path = g_strconcat (self->path, ending, NULL);

  gtk_widget_activate_action (view, "briefing.write", "s", path);
  g_assert_cmpuint (count_turns (self), >, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (gtk_info_bar_get_revealed (self->window->notice));
}

static void
test_two_at_once (DzTestWindow  *self,
                  gconstpointer  data)
{
  GtkWidget *view = show_briefing (self);
  g_autofree char *pdf = g_strconcat (self->path, ".pdf", NULL);
  g_autofree char *docx = g_strconcat (self->path, ".docx", NULL);

  gtk_widget_activate_action (view, "briefing.write", "s", pdf);
  gtk_widget_activate_action (view, "briefing.write", "s", docx);
  g_assert_cmpuint (dz_work_bar_count (self->window->work_bar), ==, 2);
  dz_test_wait (is_done, self->window);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (docx, G_FILE_TEST_EXISTS));
}

static void
test_charts_into_a_folder (DzTestWindow  *self,
                           gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  g_autofree char *folder = g_strconcat (self->path, "-charts", NULL);
  g_autoptr(GDir) dir = NULL;

  g_mkdir (folder, 0755);
  gtk_widget_activate_action (view, "charts.write", "s", folder);
  g_assert_cmpuint (count_turns (self), >, 0);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
}

static void
test_cancel_leaves_no_file (DzTestWindow  *self,
                            gconstpointer  ending)
{
  GtkWidget *view = show_briefing (self);
  g_autofree char *path = g_strconcat (self->path, "-cancelled", ending, NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  gtk_widget_activate_action (view, "briefing.write", "s", path);
  dz_work_bar_cancel_all (self->window->work_bar);
  dz_test_wait (is_done, self->window);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, "-cancelled"));
  g_assert_false (gtk_info_bar_get_revealed (self->window->notice));
}

static void
test_an_error_is_told (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *view = show_briefing (self);
  /* a folder that is a file: even root cannot write there */
  g_autofree char *path = g_build_filename (self->path, "briefing.pdf", NULL);

  gtk_widget_activate_action (view, "briefing.write", "s", path);
  dz_test_wait (is_done, self->window);
  g_assert_true (gtk_info_bar_get_revealed (self->window->notice));
  g_assert_nonnull (strstr (gtk_label_get_text (self->window->notice_label), "briefing.pdf"));
}

static gint64
confirm_one (DzTestWindow *self)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  gint64 id = g_array_index (report->figures, DzFigure, 0).id;

  g_assert_true (dz_session_set_figure_state (self->session, report->id, id, DZ_STATE_CONFIRMED));

  return id;
}

static DzState
get_state (DzReview *review,
           gint64    figure_id)
{
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      for (guint k = 0; k < report->figures->len; k++)
        if (g_array_index (report->figures, DzFigure, k).id == figure_id)
          return g_array_index (report->figures, DzFigure, k).state;
    }
  g_assert_not_reached ();
}

/* What is decided while the copy is written is in the copy, in which the work goes on. */
static void
test_saves_a_copy_and_goes_on (DzTestWindow  *self,
                               gconstpointer  data)
{
  g_autofree char *copy = g_strconcat (self->path, "-copy.duizhao", NULL);
  g_autoptr(DzStore) store = NULL;
  g_autoptr(DzReview) review = NULL;
  gint64 id;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save-as-path", "s", copy);
  g_assert_cmpstr (dz_session_get_path (self->session), ==, self->path);
  id = confirm_one (self);
  g_assert_cmpuint (count_turns (self), >, 0);
  g_assert_cmpstr (dz_session_get_path (self->session), ==, copy);
  store = dz_store_open (copy, NULL);
  review = dz_store_load (store, NULL, NULL);
  g_assert_cmpint (get_state (review, id), ==, DZ_STATE_CONFIRMED);
  dz_session_undo (self->session);
  g_assert_cmpint (get_state (dz_session_get_review (self->session), id), !=, DZ_STATE_CONFIRMED);
  /* nobody else wrote into it: looking at the window again changes nothing */
  g_assert_false (dz_session_catch_up (self->session));
}

static void
test_a_copy_that_fails_changes_nothing (DzTestWindow  *self,
                                        gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (self->path, "copy.duizhao", NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save-as-path", "s", copy);
  dz_test_wait (is_done, self->window);
  g_assert_cmpstr (dz_session_get_path (self->session), ==, self->path);
  g_assert_true (gtk_info_bar_get_revealed (self->window->notice));
  confirm_one (self);
}

/* The way out the program itself names when the file was renamed under it. */
static void
test_saves_a_copy_of_a_moved_review (DzTestWindow  *self,
                                     gconstpointer  data)
{
  g_autofree char *moved = g_strconcat (self->path, "-moved.duizhao", NULL);
  g_autofree char *copy = g_strconcat (self->path, "-rescue.duizhao", NULL);

  g_assert_cmpint (g_rename (self->path, moved), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save-as-path", "s", copy);
  dz_test_wait (is_done, self->window);
  g_assert_cmpstr (dz_session_get_path (self->session), ==, copy);
  confirm_one (self);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static guint
count_confirmed (DzTestWindow *self)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  guint n = 0;

  for (guint i = 0; i < report->figures->len; i++)
    n += g_array_index (report->figures, DzFigure, i).state == DZ_STATE_CONFIRMED;

  return n;
}

/* What was decided is found again in the new reading, whose figures have numbers of their own. */
static void
test_reads_all_again (DzTestWindow  *self,
                      gconstpointer  data)
{
  confirm_one (self);
  dz_window_reread (self->window);
  g_assert_cmpuint (count_turns (self), >, 0);
  g_assert_cmpuint (count_confirmed (self), ==, 1);
}

static gboolean
is_asked (gpointer window)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return TRUE;

  return FALSE;
}

static void
test_closing_asks (DzTestWindow  *self,
                   gconstpointer  data)
{
  GtkWidget *view = show_briefing (self);
  g_autofree char *path = g_strconcat (self->path, "-closing.pdf", NULL);
  g_autoptr(GList) windows = NULL;

  gtk_widget_activate_action (view, "briefing.write", "s", path);
  gtk_window_close (GTK_WINDOW (self->window));
  dz_test_wait (is_asked, NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      adw_message_dialog_response (l->data, "stay");
  dz_test_wait (is_done, self->window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const endings[] = { ".pdf", ".docx", ".xlsx", ".csv" };

  if (!dz_test_window_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *writes = g_strconcat ("/widgets/works/writes", endings[i], NULL);
      g_autofree char *cancels = g_strconcat ("/widgets/works/cancel-leaves-no-file", endings[i], NULL);

      g_test_add (writes, DzTestWindow, endings[i], dz_test_window_open, test_writes_while_the_window_lives,
                  dz_test_window_close);
      g_test_add (cancels, DzTestWindow, endings[i], dz_test_window_open, test_cancel_leaves_no_file,
                  dz_test_window_close);
    }
  DZ_TEST_ADD ("/widgets/works/two-at-once", test_two_at_once);
  DZ_TEST_ADD ("/widgets/works/charts-into-a-folder", test_charts_into_a_folder);
  DZ_TEST_ADD ("/widgets/works/an-error-is-told", test_an_error_is_told);
  DZ_TEST_ADD ("/widgets/works/saves-a-copy-and-goes-on", test_saves_a_copy_and_goes_on);
  DZ_TEST_ADD ("/widgets/works/a-copy-that-fails-changes-nothing", test_a_copy_that_fails_changes_nothing);
  DZ_TEST_ADD ("/widgets/works/saves-a-copy-of-a-moved-review", test_saves_a_copy_of_a_moved_review);
  DZ_TEST_ADD ("/widgets/works/reads-all-again", test_reads_all_again);
  DZ_TEST_ADD ("/widgets/works/closing-asks", test_closing_asks);

  return dz_test_window_run ();
}
