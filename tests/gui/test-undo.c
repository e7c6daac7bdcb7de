/* test-undo.c - undo by name: at once what was decided here, everything else only when asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-import-view.h"
#include "dz-session-corrections.h"
#include "dz-tip.h"
#include "dz-window-private.h"

#include <string.h>

static const DzFigure *
get_figure (DzTestWindow *self)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);

  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (g_strcmp0 (figure->indicator, "disputes_mediated") == 0 && !figure->set_aside)
        return figure;
    }
  g_assert_not_reached ();
}

static double
correct (DzTestWindow *self)
{
  const DzFigure *figure = get_figure (self);
  double was = figure->value;

  g_assert_true (dz_session_correct_figure (self->session, dz_test_find_report (self, "万榆镇", 2024)->id,
                                            figure->id, figure->indicator, 9, figure->bound));

  return was;
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_no_dialog (gpointer unused)
{
  return find_dialog () == NULL;
}

static void
answer (const char *response)
{
  adw_message_dialog_response (find_dialog (), response);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  dz_test_wait (has_no_dialog, NULL);
}

static void
press (DzTestWindow *self,
       const char   *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
}

static guint
count_reports (DzTestWindow *self)
{
  return dz_session_get_review (self->session)->reports->len;
}

static void
assert_tip (GtkButton  *button,
            const char *words)
{
  const char *tip = dz_tip_get (GTK_WIDGET (button));

  if (strstr (tip, words) == NULL)
    g_error ("“%s” is not in “%s”", words, tip);
}

static void
test_named_and_at_once (DzTestWindow  *self,
                        gconstpointer  data)
{
  double was = correct (self);
  g_autofree char *name = g_strdup (dz_session_get_undo_step (self->session)->name);

  g_assert_nonnull (strstr (name, "万榆镇 2024"));
  g_assert_nonnull (strstr (name, "→ 9"));
  assert_tip (self->window->undo_button, name);
  g_assert_nonnull (self->window->toast);
  g_assert_cmpint (self->window->toast_step, ==, dz_session_get_undo_step (self->session)->id);
  press (self, "win.undo");
  g_assert_null (find_dialog ());
  g_assert_cmpfloat (get_figure (self)->value, ==, was);
  g_assert_nonnull (strstr (adw_toast_get_title (self->window->toast), "→ 9"));
  g_assert_cmpstr (adw_toast_get_button_label (self->window->toast), ==, "Redo");
  assert_tip (self->window->redo_button, name);
  press (self, "win.redo-offered");
  g_assert_cmpfloat (get_figure (self)->value, ==, 9);
  g_assert_cmpstr (adw_toast_get_button_label (self->window->toast), ==, "Undo");
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  return --*(int *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero (gpointer data)
{
  return *(int *) data == 0;
}

/* The toast of one step is still coming in when the next makes it untrue: its overlay frees a toast twice
 * that is dismissed then. */
static void
test_quick_hands (DzTestWindow  *self,
                  gconstpointer  data)
{
  double was = correct (self);

  for (int i = 0; i < 12; i++)
    {
      int frames = 1 + i;

      press (self, "win.undo");
      press (self, "win.redo");
      press (self, "win.undo");
      g_assert_cmpfloat (get_figure (self)->value, ==, was);
      press (self, "win.redo");
      g_assert_cmpstr (adw_toast_get_button_label (self->window->toast), ==, "Undo");
      gtk_widget_add_tick_callback (GTK_WIDGET (self->window), count_frame_cb, &frames, NULL);
      dz_test_wait (is_zero, &frames);
    }
}

/* A fresh review holds two imports, a roster and a title: none of them goes by a key. */
static void
test_asks_for_an_import (DzTestWindow  *self,
                         gconstpointer  data)
{
  guint n = count_reports (self);

  for (guint i = 0; i < 2; i++)
    {
      press (self, "win.undo");
      g_assert_nonnull (find_dialog ());
      g_assert_nonnull (strstr (adw_message_dialog_get_heading (find_dialog ()), "Import of 12 reports"));
      g_assert_cmpstr (adw_message_dialog_get_default_response (find_dialog ()), ==, "cancel");
      answer ("cancel");
      g_assert_cmpuint (count_reports (self), ==, n);
    }
  press (self, "win.undo");
  answer ("go");
  g_assert_cmpuint (count_reports (self), ==, n - 12);
  g_assert_cmpint (dz_session_get_year (self->session), ==, 2023);
  g_assert_nonnull (strstr (adw_toast_get_title (self->window->toast), "Import of 12 reports"));
  press (self, "win.redo");
  g_assert_cmpuint (count_reports (self), ==, n);
  g_assert_cmpint (dz_session_get_year (self->session), ==, 2024);
}

/* The button of a toast never takes back another step than the one it stands beside. */
static void
test_toast_goes_with_its_step (DzTestWindow  *self,
                               gconstpointer  data)
{
  double was = correct (self);
  gint64 report = dz_test_find_report (self, "万榆镇", 2024)->id;

  dz_session_set_figure_state (self->session, report, get_figure (self)->id, DZ_STATE_CONFIRMED);
  press (self, "win.undo-offered");
  g_assert_cmpfloat (get_figure (self)->value, ==, 9);
  g_assert_cmpint (get_figure (self)->state, ==, DZ_STATE_CORRECTED);
  press (self, "win.undo");
  g_assert_cmpfloat (get_figure (self)->value, ==, was);
  press (self, "win.undo-offered");
  g_assert_cmpuint (count_reports (self), ==, 20);

  /* what changes nothing is no step, and offers none */
  dz_session_set_figure_state (self->session, report, get_figure (self)->id, get_figure (self)->state);
  g_assert_null (adw_toast_get_button_label (self->window->toast));
}

static void
test_asks_after_reopening (DzTestWindow  *self,
                           gconstpointer  data)
{
  double was = correct (self);

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_assert_true (dz_window_open_review (self->window, self->path, FALSE));
  self->session = dz_window_get_session (self->window);
  press (self, "win.undo");
  g_assert_nonnull (find_dialog ());
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (find_dialog ()), "→ 9"));
  answer ("go");
  g_assert_cmpfloat (get_figure (self)->value, ==, was);
}

/* Another window on the same review: what was done there is never taken back unasked. */
static void
test_asks_for_anothers_step (DzTestWindow  *self,
                             gconstpointer  data)
{
  g_autoptr(DzSession) other = dz_session_new (self->path, FALSE, NULL);
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  gint64 id = report->id;

  correct (self);
  g_assert_true (dz_session_set_reviewing (other, id, DZ_REVIEWING_DONE, NULL));

  /* the key meant the correction, which is not the last step any more */
  press (self, "win.undo");
  g_assert_true (gtk_info_bar_get_revealed (self->window->notice));
  g_assert_cmpfloat (get_figure (self)->value, ==, 9);
  g_assert_cmpint (dz_test_find_report (self, "万榆镇", 2024)->reviewing, ==, DZ_REVIEWING_DONE);
  press (self, "win.undo");
  g_assert_nonnull (find_dialog ());
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (find_dialog ()), "State of a report"));
  answer ("cancel");
  g_assert_cmpint (dz_test_find_report (self, "万榆镇", 2024)->reviewing, ==, DZ_REVIEWING_DONE);
}

static gboolean
is_new_year (gpointer session)
{
  return dz_session_get_year (session) == 2025;
}

/* Two corrections, one in the import and one elsewhere: the button takes back the import alone. */
static void
test_takes_back_the_import_itself (DzTestWindow  *self,
                                   gconstpointer  data)
{
  GtkWidget *view = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_IMPORT_VIEW, NULL);
  g_autofree char *path = g_strconcat (self->path, ".txt", NULL);
  const char *paths[] = { path, NULL };
  DzReport *report;
  GtkWidget *button;

  g_assert_true (g_file_set_contents (path,
                                      "万榆镇2025年法治政府建设工作总结\n一、工作情况\n调处矛盾纠纷31件。\n", -1, NULL));
  dz_session_set_year (self->session, 2023);
  dz_window_import (self->window, paths);
  dz_test_wait (is_new_year, self->session); /* what was imported is shown */
  report = dz_test_find_report (self, "万榆镇", 2025);
  g_assert_nonnull (report);
  dz_session_set_reviewing (self->session, report->id, DZ_REVIEWING_DONE, NULL);
  correct (self);

  press (self, "win.import-log");
  dz_test_wait_mapped (view);
  button = dz_test_find_mapped (view, GTK_TYPE_BUTTON, "Undo This Import");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (find_dialog ()), "import of 1 report?"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "1 decision"));
  answer ("go");
  g_assert_null (dz_test_find_report (self, "万榆镇", 2025));
  g_assert_cmpuint (count_reports (self), ==, 20);
  g_assert_cmpfloat (get_figure (self)->value, ==, 9);
  g_assert_false (gtk_widget_get_sensitive (button));
  press (self, "win.undo-offered");
  g_assert_cmpint (dz_test_find_report (self, "万榆镇", 2025)->reviewing, ==, DZ_REVIEWING_DONE);
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/undo/quick-hands", test_quick_hands);
  DZ_TEST_ADD ("/widgets/undo/named-and-at-once", test_named_and_at_once);
  DZ_TEST_ADD ("/widgets/undo/asks-for-an-import", test_asks_for_an_import);
  DZ_TEST_ADD ("/widgets/undo/toast-goes-with-its-step", test_toast_goes_with_its_step);
  DZ_TEST_ADD ("/widgets/undo/asks-after-reopening", test_asks_after_reopening);
  DZ_TEST_ADD ("/widgets/undo/asks-for-anothers-step", test_asks_for_anothers_step);
  DZ_TEST_ADD ("/widgets/undo/takes-back-the-import-itself", test_takes_back_the_import_itself);

  return dz_test_window_run ();
}
