/* dz-test-window.c - the real window on a fresh copy of the sample county, for one test
 *
 * The sample is imported once a program; each test opens a copy of the review
 * file in its own temporary folder. Waiting is always for a condition.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-application.h"
#include "dz-job-thread.h"
#include "dz-prose.h"
#include "dz-sample.h"
#include "dz-tip.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define LONGEST_WAIT 60 /* seconds, on a busy machine */

static DzApplication *application;
static char *folder;
static char *sample;
static guint n_copies;

/* GTK 4.8 asks by a timer of its own where the pointer is over a window whose tip it was to show; a test may have closed it. */
static gboolean
is_late_tip (const char *message)
{
  return g_str_has_prefix (message, "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE");
}

static gboolean
is_fatal (const char    *domain,
          GLogLevelFlags level,
          const char    *message,
          gpointer       user_data)
{
  return g_strcmp0 (domain, "Gdk") != 0 || !is_late_tip (message);
}

static void
log_cb (const char    *domain,
        GLogLevelFlags level,
        const char    *message,
        gpointer       user_data)
{
  if (!is_late_tip (message))
    g_log_default_handler (domain, level, message, user_data);
}

/**
 * dz_test_window_init:
 *
 * Returns: %FALSE without a display; the reason has been printed as TAP
 */
gboolean
dz_test_window_init (int    *argc,
                     char ***argv)
{
  g_autoptr(GError) error = NULL;

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display: run tests/run, or this under xvfb-run\n");
      return FALSE;
    }
  g_test_init (argc, argv, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_handler ("Gdk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION, log_cb, NULL);
  folder = g_dir_make_tmp ("duizhao-gui-XXXXXX", &error);
  g_assert_no_error (error);
  sample = g_build_filename (folder, "sample.duizhao", NULL);
  dz_sample_create (sample, NULL, &error);
  g_assert_no_error (error);
  application = dz_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

int
dz_test_window_run (void)
{
  int result = g_test_run ();

  g_assert_true (dz_job_wait (60));
  remove_folder (folder);
  g_clear_object (&application);
  g_free (folder);
  g_free (sample);

  return result;
}

static void
toast_cb (DzSession    *session,
          const char   *text,
          gboolean      undoable,
          DzTestWindow *self)
{
  g_test_message ("toast: %s", text);
  self->n_toasts++;
  self->undoable = undoable;
}

void
dz_test_window_open (DzTestWindow  *self,
                     gconstpointer  data)
{
  g_autofree char *name = g_strdup_printf ("copy-%u.duizhao", n_copies++);
  g_autofree char *bytes = NULL;
  gsize len;
  g_autoptr(GError) error = NULL;

  self->path = g_build_filename (folder, name, NULL);
  g_file_get_contents (sample, &bytes, &len, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->path, bytes, (gssize) len, &error);
  g_assert_no_error (error);
  self->window = dz_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  gtk_window_present (GTK_WINDOW (self->window));
  dz_test_wait_mapped (GTK_WIDGET (self->window));
  g_assert_true (dz_window_open_review (self->window, self->path, FALSE));
  self->session = dz_window_get_session (self->window);
  g_signal_connect (self->session, "toast", G_CALLBACK (toast_cb), self);
}

void
dz_test_window_close (DzTestWindow  *self,
                      gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_free (self->path);
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * dz_test_wait:
 *
 * Runs the main loop until @condition holds; fails the test if it does not for a long time.
 */
void
dz_test_wait (DzTestCondition condition,
              gpointer        data)
{
  gboolean given_up = FALSE;
  guint timeout = g_timeout_add_seconds (LONGEST_WAIT, give_up_cb, &given_up);

  while (!condition (data) && !given_up)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (given_up);
  g_source_remove (timeout);
}

static gboolean
is_drawn (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

void
dz_test_wait_mapped (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  dz_test_wait (is_drawn, widget);
}

static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (DZ_IS_PROSE (widget))
    return dz_prose_get_text (DZ_PROSE (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));

  return NULL;
}

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *label,
      gboolean    mapped)
{
  const char *words = label != NULL ? get_words (root) : NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (!mapped || gtk_widget_get_mapped (root)) &&
      (label == NULL || (words != NULL && g_str_has_prefix (words, label))))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label, mapped);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * dz_test_find:
 * @label: (nullable): how a label's or button's words begin
 *
 * Returns: (nullable): the first such widget under @root, shown or not
 */
GtkWidget *
dz_test_find (GtkWidget  *root,
              GType       type,
              const char *label)
{
  return find (root, type, label, FALSE);
}

GtkWidget *
dz_test_find_mapped (GtkWidget  *root,
                     GType       type,
                     const char *label)
{
  return find (root, type, label, TRUE);
}

/**
 * dz_test_find_tooltip:
 *
 * Returns: (nullable): the first widget under @root with just this tooltip
 */
GtkWidget *
dz_test_find_tooltip (GtkWidget  *root,
                      const char *tooltip)
{
  if (g_strcmp0 (dz_tip_get (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = dz_test_find_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

guint
dz_test_count_mapped (GtkWidget *root,
                      GType      type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += dz_test_count_mapped (child, type);

  return n;
}

/**
 * dz_test_show_view:
 *
 * Goes to a view as its key does.
 *
 * Returns: the view, on screen
 */
GtkWidget *
dz_test_show_view (DzTestWindow *self,
                   const char   *name,
                   GType         type)
{
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", name);
  view = dz_test_find (GTK_WIDGET (self->window), type, NULL);
  dz_test_wait_mapped (view);

  return view;
}

DzReport *
dz_test_find_report (DzTestWindow *self,
                     const char   *body,
                     int           year)
{
  DzReview *review = dz_session_get_review (self->session);

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *one = g_ptr_array_index (review->bodies, i);

      if (g_strcmp0 (one->name, body) == 0)
        return dz_review_report_of (review, one->id, year);
    }

  return NULL;
}

/**
 * dz_test_count_pages:
 *
 * Returns: pages of a PDF, -1 where pdfinfo is not installed
 */
int
dz_test_count_pages (const char *pdf)
{
  const char *argv[] = { "pdfinfo", pdf, NULL };
  g_autofree char *words = NULL;
  const char *pages;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                     NULL, &words, NULL, &status, NULL))
    return -1;
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  pages = g_strstr_len (words, -1, "Pages:");
  g_assert_nonnull (pages);

  return atoi (pages + 6);
}
