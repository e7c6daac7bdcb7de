/* test-common-view.c - 共性问题 shows the sample county; rows and cells lead to the words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-matrix.h"
#include "dz-common-quotations.h"
#include "dz-common-view.h"
#include "dz-gui-test.h"

static void
test_sample (void)
{
  GuiTest test = { 0 };
  GtkWidget *matrix, *quotations;
  int row, column;

  gui_test_open (&test, DZ_TYPE_COMMON_VIEW);
  matrix = gui_test_find (test.view, DZ_TYPE_COMMON_MATRIX);
  quotations = gui_test_find (test.view, DZ_TYPE_COMMON_QUOTATIONS);
  g_assert_nonnull (matrix);
  g_assert_true (gtk_widget_get_mapped (matrix));
  dz_matrix_get_chosen (DZ_MATRIX (matrix), &row, &column);
  g_assert_cmpint (row, ==, 0);
  g_assert_true (gui_test_shows (quotations, "执法力量不足"));
  gui_test_narrow (&test);
  gui_test_close (&test);
}

static void
test_row (void)
{
  GuiTest test = { 0 };
  GtkWidget *matrix, *quotations;

  gui_test_open (&test, DZ_TYPE_COMMON_VIEW);
  matrix = gui_test_find (test.view, DZ_TYPE_COMMON_MATRIX);
  quotations = gui_test_find (test.view, DZ_TYPE_COMMON_QUOTATIONS);
  dz_matrix_select (DZ_MATRIX (matrix), 1, -1);
  gui_test_spin ();
  g_assert_true (gui_test_shows (quotations, "执法程序和案卷不规范"));
  g_assert_true (gui_test_shows (quotations, "万榆镇"));
  g_assert_true (gui_test_shows (quotations, "个别案卷存在文书漏项"));
  g_assert_false (gui_test_shows (quotations, "鹭陂乡"));
  gui_test_close (&test);
}

static void
test_cell (void)
{
  GuiTest test = { 0 };
  GtkWidget *matrix;
  GListModel *evidence;
  g_autoptr(DzEvidenceItem) item = NULL;

  gui_test_open (&test, DZ_TYPE_COMMON_VIEW);
  matrix = gui_test_find (test.view, DZ_TYPE_COMMON_MATRIX);
  dz_matrix_select (DZ_MATRIX (matrix), 1, 2);
  g_signal_emit_by_name (matrix, "cell-activated", 1, 2, 1);
  evidence = dz_session_list_evidence (test.session);
  g_assert_nonnull (evidence);
  g_assert_cmpuint (g_list_model_get_n_items (evidence), >, 0);
  item = g_list_model_get_item (evidence, 0);
  g_assert_cmpint (dz_evidence_item_get_kind (item), ==, DZ_EVIDENCE_WEAKNESS);
  gui_test_close (&test);
}

/* A body that does not name it: the pane says so, and gives no passage. */
static void
test_silent_cell (void)
{
  GuiTest test = { 0 };
  GtkWidget *matrix;
  g_autoptr(DzEvidenceItem) item = NULL;

  gui_test_open (&test, DZ_TYPE_COMMON_VIEW);
  matrix = gui_test_find (test.view, DZ_TYPE_COMMON_MATRIX);
  g_signal_emit_by_name (matrix, "cell-activated", 1, 11, 1);
  item = g_list_model_get_item (dz_session_list_evidence (test.session), 0);
  g_assert_cmpint (dz_evidence_item_get_kind (item), ==, DZ_EVIDENCE_MISSING);
  gui_test_close (&test);
}

int
main (int   argc,
      char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/common-view/sample", test_sample);
  g_test_add_func ("/common-view/row", test_row);
  g_test_add_func ("/common-view/cell", test_cell);
  g_test_add_func ("/common-view/silent-cell", test_silent_cell);

  return g_test_run ();
}
