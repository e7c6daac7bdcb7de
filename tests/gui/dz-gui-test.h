/* dz-gui-test.h - a view in a window over the sample county, in the test's own process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-prose.h"
#include "dz-sample.h"
#include "dz-view.h"
#include "dz-widgets-resources.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  char *path;
  DzSession *session;
  GtkWidget *window;
  GtkWidget *view;
} GuiTest;

/* The TAP line for a machine without a display; FALSE: leave main with 0. */
static inline gboolean
gui_test_init (int    *argc,
               char ***argv)
{
  setlocale (LC_ALL, "");
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display: run under xvfb-run\n");
      return FALSE;
    }
  g_test_init (argc, argv, NULL);
  g_resources_register (dz_widgets_get_resource ());
  adw_init ();

  return TRUE;
}

static inline void
gui_test_spin (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static inline void
gui_test_open (GuiTest *self,
               GType    view)
{
  g_autoptr(GError) error = NULL;

  self->path = dz_sample_dup_path ();
  dz_sample_create (self->path, NULL, &error);
  g_assert_no_error (error);
  self->session = dz_session_new (self->path, FALSE, &error);
  g_assert_no_error (error);
  self->view = g_object_new (view, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 720);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  dz_view_set_session (DZ_VIEW (self->view), self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  gui_test_spin ();
}

static inline void
gui_test_close (GuiTest *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  gtk_window_destroy (GTK_WINDOW (self->window));
  gui_test_spin ();
  g_clear_object (&self->session);
  g_unlink (self->path);
  g_rmdir (folder);
  g_clear_pointer (&self->path, g_free);
}

/* Sidebar and evidence pane leave 880 px of a screen of 1366: no view may ask for more. */
static inline void
gui_test_narrow (GuiTest *self)
{
  int least;

  gtk_widget_measure (self->view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_test_message ("least width: %d", least);
  g_assert_cmpint (least, <=, 880);
}

/* The first widget of a type below @from, in the order of the tree. */
static inline GtkWidget *
gui_test_find (GtkWidget *from,
               GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What a label or a paragraph reads, NULL: it is neither. */
static inline const char *
gui_test_get_text (GtkWidget *widget)
{
  if (DZ_IS_PROSE (widget))
    return dz_prose_get_text (DZ_PROSE (widget));

  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
}

/* Whether a label that is shown below @from has @words in it. */
static inline gboolean
gui_test_shows (GtkWidget  *from,
                const char *words)
{
  if (!gtk_widget_get_mapped (from))
    return FALSE;
  if (gui_test_get_text (from) != NULL && strstr (gui_test_get_text (from), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gui_test_shows (child, words))
      return TRUE;

  return FALSE;
}

/* The first mapped button whose label has @words. */
static inline GtkWidget *
gui_test_find_button (GtkWidget  *from,
                      const char *words)
{
  if (GTK_IS_BUTTON (from) && gtk_widget_get_mapped (from) && gui_test_shows (from, words))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_test_find_button (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}
