/* test-change-view.c - 年度对比 shows the sample county; a tag leads to both years' passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-change-plot.h"
#include "dz-change-view.h"
#include "dz-destination-table.h"
#include "dz-gui-test.h"
#include "dz-session-corrections.h"

static void
test_sample (void)
{
  GuiTest test = { 0 };
  GtkWidget *table;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  table = gui_test_find (test.view, DZ_TYPE_DESTINATION_TABLE);
  g_assert_nonnull (table);
  g_assert_true (gui_test_shows (table, "称已整改，又提出"));
  g_assert_true (gui_test_shows (table, "望溪街道"));
  g_assert_false (gui_test_shows (table, "鹭陂乡")); /* has no report of last year */
  g_assert_true (gui_test_shows (test.view, "2023 → 2024"));
  gui_test_narrow (&test);
  gui_test_close (&test);
}

static void
test_tag (void)
{
  GuiTest test = { 0 };
  GtkWidget *tag;
  GListModel *evidence;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  tag = gui_test_find_button (gui_test_find (test.view, DZ_TYPE_DESTINATION_TABLE), "执法缺人");
  g_assert_nonnull (tag);
  g_signal_emit_by_name (tag, "clicked");
  evidence = dz_session_list_evidence (test.session);
  g_assert_nonnull (evidence);
  g_assert_cmpuint (g_list_model_get_n_items (evidence), >=, 2);
  gui_test_close (&test);
}

static void
test_figure (void)
{
  GuiTest test = { 0 };
  GtkWidget *plot;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  plot = gui_test_find (test.view, DZ_TYPE_CHANGE_PLOT);
  g_assert_nonnull (plot);
  g_signal_emit_by_name (plot, "row-activated", 0, 1);
  g_assert_cmpuint (g_list_model_get_n_items (dz_session_list_evidence (test.session)), >=, 2);
  gui_test_close (&test);
}

static GtkWidget *
get_area (GuiTest *test)
{
  return gui_test_find (gui_test_find (test->view, DZ_TYPE_CHANGE_PLOT), GTK_TYPE_DRAWING_AREA);
}

static void
press_down (GtkWidget *area,
            int        times)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (area);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) keys = g_list_model_get_item (controllers, i);
      gboolean taken;

      for (int k = 0; k < times && GTK_IS_EVENT_CONTROLLER_KEY (keys); k++)
        g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Down, 0, 0, &taken);
    }
}

/* A decision about a figure leaves its row chosen: a screen reader, and the eye, are still there. */
static void
test_row_stays (void)
{
  GuiTest test = { 0 };
  DzReport *report;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  press_down (get_area (&test), 3);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_area (&test)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "澜桥镇，调处（化解）矛盾纠纷数，248 → 276");
  report = g_ptr_array_index (dz_session_get_review (test.session)->reports, 0);
  g_assert_true (dz_session_set_figure_state (test.session, report->id,
                                              g_array_index (report->figures, DzFigure, 0).id, DZ_STATE_CONFIRMED));
  gui_test_spin ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_area (&test)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "澜桥镇，调处（化解）矛盾纠纷数，248 → 276");
  gui_test_close (&test);
}

int
main (int   argc,
      char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/change-view/sample", test_sample);
  g_test_add_func ("/change-view/tag", test_tag);
  g_test_add_func ("/change-view/figure", test_figure);
  g_test_add_func ("/change-view/row-stays", test_row_stays);

  return g_test_run ();
}
