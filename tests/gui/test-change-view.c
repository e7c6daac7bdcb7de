/* test-change-view.c - 年度对比 shows the sample county; a tag leads to both years' passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-change-plot.h"
#include "dz-change-view.h"
#include "dz-destination-table.h"
#include "dz-gui-test.h"

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

int
main (int   argc,
      char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/change-view/sample", test_sample);
  g_test_add_func ("/change-view/tag", test_tag);
  g_test_add_func ("/change-view/figure", test_figure);

  return g_test_run ();
}
